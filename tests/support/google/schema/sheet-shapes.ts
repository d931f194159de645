/** A spreadsheet, its sheets and what lies on them. */
export const SHEET_SHAPES = `
Spreadsheet spreadsheetId:str spreadsheetUrl:str properties:SpreadsheetProperties sheets:[Sheet]
 namedRanges:[NamedRange] developerMetadata:[DeveloperMetadata]
SpreadsheetProperties title:str locale:str timeZone:str autoRecalc:RecalculationInterval defaultFormat:CellFormat
 importFunctionsExternalUrlAccessAllowed:bool
RecalculationInterval = ON_CHANGE MINUTE HOUR
Sheet properties:SheetProperties data:[GridData] merges:[GridRange] conditionalFormats:[ConditionalFormatRule]
 protectedRanges:[ProtectedRange] basicFilter:BasicFilter bandedRanges:[BandedRange] tables:[Table]
 developerMetadata:[DeveloperMetadata]
SheetProperties sheetId:int title:str index:int sheetType:SheetType gridProperties:GridProperties hidden:bool
 tabColor:Color tabColorStyle:ColorStyle rightToLeft:bool
SheetType = GRID OBJECT DATA_SOURCE
GridProperties rowCount:int columnCount:int frozenRowCount:int frozenColumnCount:int hideGridlines:bool
 rowGroupControlAfter:bool columnGroupControlAfter:bool
GridData startRow:int startColumn:int rowData:[RowData] rowMetadata:[DimensionProperties]
 columnMetadata:[DimensionProperties]
DimensionProperties hiddenByFilter:bool hiddenByUser:bool pixelSize:int developerMetadata:[DeveloperMetadata]
GridRange sheetId:int startRowIndex:int endRowIndex:int startColumnIndex:int endColumnIndex:int
GridCoordinate sheetId:int rowIndex:int columnIndex:int
DimensionRange sheetId:int dimension:Dimension startIndex:int endIndex:int
Dimension = ROWS COLUMNS
NamedRange namedRangeId:str name:str range:GridRange
ProtectedRange protectedRangeId:int range:GridRange namedRangeId:str tableId:str description:str warningOnly:bool
 requestingUserCanEdit:bool unprotectedRanges:[GridRange] editors:Editors
Editors users:[str] groups:[str] domainUsersCanEdit:bool
ConditionalFormatRule ranges:[GridRange] booleanRule:BooleanRule gradientRule:GradientRule
BooleanRule condition:BooleanCondition format:CellFormat
GradientRule minpoint:InterpolationPoint midpoint:InterpolationPoint maxpoint:InterpolationPoint
InterpolationPoint color:Color colorStyle:ColorStyle type:InterpolationPointType value:str
InterpolationPointType = MIN MAX NUMBER PERCENT PERCENTILE
BasicFilter range:GridRange tableId:str sortSpecs:[SortSpec] criteria:{FilterCriteria} filterSpecs:[FilterSpec]
FilterSpec columnIndex:int filterCriteria:FilterCriteria
FilterCriteria hiddenValues:[str] condition:BooleanCondition visibleBackgroundColorStyle:ColorStyle
 visibleForegroundColorStyle:ColorStyle
SortSpec dimensionIndex:int sortOrder:SortOrder foregroundColorStyle:ColorStyle backgroundColorStyle:ColorStyle
SortOrder = ASCENDING DESCENDING
BandedRange bandedRangeId:int bandedRangeReference:str range:GridRange rowProperties:BandingProperties
 columnProperties:BandingProperties
BandingProperties headerColor:Color headerColorStyle:ColorStyle firstBandColor:Color firstBandColorStyle:ColorStyle
 secondBandColor:Color secondBandColorStyle:ColorStyle footerColor:Color footerColorStyle:ColorStyle
Table tableId:str name:str range:GridRange rowsProperties:TableRowsProperties columnProperties:[TableColumnProperties]
TableRowsProperties headerColorStyle:ColorStyle firstBandColorStyle:ColorStyle secondBandColorStyle:ColorStyle
 footerColorStyle:ColorStyle
TableColumnProperties columnIndex:int columnName:str columnType:ColumnType
 dataValidationRule:TableColumnDataValidationRule
TableColumnDataValidationRule condition:BooleanCondition
ColumnType = DOUBLE CURRENCY PERCENT DATE TIME DATE_TIME TEXT BOOLEAN DROPDOWN FILES_CHIP PEOPLE_CHIP FINANCE_CHIP
 PLACE_CHIP RATINGS_CHIP
DeveloperMetadata metadataId:int metadataKey:str metadataValue:str location:DeveloperMetadataLocation
 visibility:DeveloperMetadataVisibility
DeveloperMetadataVisibility = DOCUMENT PROJECT
DeveloperMetadataLocation locationType:DeveloperMetadataLocationType spreadsheet:bool sheetId:int
 dimensionRange:DimensionRange
DeveloperMetadataLocationType = ROW COLUMN SHEET SPREADSHEET
DeveloperMetadataLookup locationType:DeveloperMetadataLocationType metadataLocation:DeveloperMetadataLocation
 locationMatchingStrategy:DeveloperMetadataLocationMatchingStrategy metadataId:int metadataKey:str metadataValue:str
 visibility:DeveloperMetadataVisibility
DeveloperMetadataLocationMatchingStrategy = EXACT_LOCATION INTERSECTING_LOCATION
DataFilter developerMetadataLookup:DeveloperMetadataLookup a1Range:str gridRange:GridRange
`;
