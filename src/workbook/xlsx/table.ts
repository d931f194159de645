import type { ConditionalFormattingRule, Workbook, Worksheet } from '@cj-tech-master/excelts';
import type { ColumnLayout, GreyRows, TableLayout } from '#src/workbook/layout.ts';
import { PREPARED_ROWS } from '#src/workbook/looks.ts';
import type { Cell } from '#src/workbook/workbook.ts';
import type { ChoiceLists } from './choices.ts';
import { CREATOR, cellLook, coloured, GREYED, HEADING, PAGE } from './looks.ts';

/** A table to be filled in, with its headings frozen in the first row. */
export function addTable(workbook: Workbook, table: TableLayout, lists: ChoiceLists): void {
  const { name, columns, rows, greyRows } = table;
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1, topLeftCell: 'A2', activeCell: 'A2' }],
    pageSetup: { ...PAGE, printTitlesRow: '1:1' },
  });
  const last = sheet.getColumn(columns.length).letter;
  const below = `A2:${last}${PREPARED_ROWS}`;
  // Before the columns' own colours, over which it is to win.
  sheet.addConditionalFormatting({ ref: below, rules: [greyRule(sheet, greyRows)] });
  for (const [index, column] of columns.entries()) addColumn(sheet, index + 1, column, lists);
  for (const [index, cells] of rows.entries()) addRow(sheet, index + 2, cells);

  sheet.autoFilter = `A1:${last}${PREPARED_ROWS}`;
  // A nr that is kept as text is meant to be one; a green triangle in its cell would say otherwise.
  sheet.ignoredErrors = [{ ref: below, numberStoredAsText: true, twoDigitTextYear: true }];
}

function addColumn(sheet: Worksheet, number: number, column: ColumnLayout, lists: ChoiceLists): void {
  const look = cellLook(column);
  const whole = sheet.getColumn(number);
  whole.width = column.width;
  whole.style = look;
  if (column.format === 'text') prepareCells(sheet, number, look);

  const heading = sheet.getCell(1, number);
  heading.value = column.title;
  heading.style = HEADING;
  heading.note = column.note;
  if (heading.comment) heading.comment.author = CREATOR;

  const ref = `${whole.letter}2:${whole.letter}${PREPARED_ROWS}`;
  if (column.values.length > 0) sheet.dataValidations.add(ref, dropDown(column, lists));
  const rules = Object.entries(column.colours).map(([value, argb]) => colourRule(value, argb));
  if (rules.length > 0) sheet.addConditionalFormatting({ ref, rules });
}

/** Not every program heeds the format of a column, and «1.10» must not become a number or a date in any of them. */
function prepareCells(sheet: Worksheet, column: number, look: ReturnType<typeof cellLook>): void {
  for (let row = 2; row <= PREPARED_ROWS; row++) sheet.getCell(row, column).style = look;
}

function addRow(sheet: Worksheet, number: number, cells: readonly Cell[]): void {
  for (const [index, cell] of cells.entries()) {
    if (cell === null) continue;
    if (typeof cell === 'object' && 'error' in cell) throw new Error(`A layout holds no errors: ${cell.error}`);
    sheet.getCell(number, index + 1).value = typeof cell === 'object' ? cell.serial : cell;
  }
}

/** Only warns: the reader understands more words than the list has. */
function dropDown({ title, values }: ColumnLayout, lists: ChoiceLists): Parameters<DataValidations['add']>[1] {
  return {
    type: 'list',
    formulae: [lists.formula(values)],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: title,
    error: 'Ordet står ikke i listen. Boten forstår noen andre ord også, og sier fra om det den ikke forstår.',
  };
}

type DataValidations = Worksheet['dataValidations'];

function colourRule(value: string, argb: string): ConditionalFormattingRule {
  return { type: 'cellIs', operator: 'equal', formulae: [quoted(value)], style: coloured(argb) };
}

function greyRule(sheet: Worksheet, { beginsWith, columns }: GreyRows): ConditionalFormattingRule {
  const tests = columns.map((column) => {
    const { letter } = sheet.getColumn(column + 1);
    return `LEFT($${letter}2,${beginsWith.length})=${quoted(beginsWith)}`;
  });
  return { type: 'expression', formulae: [`OR(${tests.join(',')})`], style: GREYED };
}

/** A text in a formula. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
