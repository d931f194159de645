/** One cell and all that can be said about it. */
export const CELL_SHAPES = `
ExtendedValue boolValue:bool errorValue:ErrorValue formulaValue:str numberValue:num stringValue:str
ErrorValue type:ErrorType message:str
ErrorType = ERROR NULL_VALUE DIVIDE_BY_ZERO VALUE REF NAME NUM N_A LOADING
CellData userEnteredValue:ExtendedValue effectiveValue:ExtendedValue formattedValue:str userEnteredFormat:CellFormat
 effectiveFormat:CellFormat hyperlink:str note:str textFormatRuns:[TextFormatRun] dataValidation:DataValidationRule
 chipRuns:[ChipRun]
RowData values:[CellData]
CellFormat numberFormat:NumberFormat backgroundColor:Color backgroundColorStyle:ColorStyle borders:Borders
 padding:Padding horizontalAlignment:HorizontalAlign verticalAlignment:VerticalAlign wrapStrategy:WrapStrategy
 textDirection:TextDirection textFormat:TextFormat hyperlinkDisplayType:HyperlinkDisplayType textRotation:TextRotation
NumberFormat type:NumberFormatType pattern:str
NumberFormatType = TEXT NUMBER PERCENT CURRENCY DATE TIME DATE_TIME SCIENTIFIC
Color red:num green:num blue:num alpha:num
ColorStyle rgbColor:Color themeColor:ThemeColorType
ThemeColorType = TEXT BACKGROUND ACCENT1 ACCENT2 ACCENT3 ACCENT4 ACCENT5 ACCENT6 LINK
Borders top:Border bottom:Border left:Border right:Border
Border style:Style width:int color:Color colorStyle:ColorStyle
Style = DOTTED DASHED SOLID SOLID_MEDIUM SOLID_THICK NONE DOUBLE
Padding top:int right:int bottom:int left:int
HorizontalAlign = LEFT CENTER RIGHT
VerticalAlign = TOP MIDDLE BOTTOM
WrapStrategy = OVERFLOW_CELL LEGACY_WRAP CLIP WRAP
TextDirection = LEFT_TO_RIGHT RIGHT_TO_LEFT
HyperlinkDisplayType = LINKED PLAIN_TEXT
TextRotation angle:int vertical:bool
TextFormat foregroundColor:Color foregroundColorStyle:ColorStyle fontFamily:str fontSize:int bold:bool italic:bool
 strikethrough:bool underline:bool link:Link
Link uri:str
TextFormatRun startIndex:int format:TextFormat
ChipRun startIndex:int chip:Chip
Chip personProperties:PersonProperties richLinkProperties:RichLinkProperties
PersonProperties email:str displayFormat:DisplayFormat
DisplayFormat = DEFAULT LAST_NAME_COMMA_FIRST_NAME EMAIL
RichLinkProperties uri:str mimeType:str
DataValidationRule condition:BooleanCondition inputMessage:str strict:bool showCustomUi:bool
BooleanCondition type:ConditionType values:[ConditionValue]
ConditionType = NUMBER_GREATER NUMBER_GREATER_THAN_EQ NUMBER_LESS NUMBER_LESS_THAN_EQ NUMBER_EQ NUMBER_NOT_EQ
 NUMBER_BETWEEN NUMBER_NOT_BETWEEN TEXT_CONTAINS TEXT_NOT_CONTAINS TEXT_STARTS_WITH TEXT_ENDS_WITH TEXT_EQ
 TEXT_IS_EMAIL TEXT_IS_URL DATE_EQ DATE_BEFORE DATE_AFTER DATE_ON_OR_BEFORE DATE_ON_OR_AFTER DATE_BETWEEN
 DATE_NOT_BETWEEN DATE_IS_VALID ONE_OF_RANGE ONE_OF_LIST BLANK NOT_BLANK CUSTOM_FORMULA BOOLEAN TEXT_NOT_EQ
 DATE_NOT_EQ FILTER_EXPRESSION
ConditionValue relativeDate:RelativeDate userEnteredValue:str
RelativeDate = PAST_YEAR PAST_MONTH PAST_WEEK YESTERDAY TODAY TOMORROW
`;
