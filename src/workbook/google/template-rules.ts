import type { sheets_v4 } from '@googleapis/sheets';
import { columnLetters } from '#src/workbook/column-letters.ts';
import type { ColumnLayout, GreyRows } from '#src/workbook/layout.ts';
import { coloured, GREYED } from './looks.ts';
import type { Range } from './ranges.ts';

type Request = sheets_v4.Schema$Request;

/** Before the columns' own colours, over which it is to win. */
const GREY_INDEX = 0;

/** Greys a row that begins as {@link GreyRows} says. */
export function greyRule({ beginsWith, columns }: GreyRows, range: Range): Request {
  const row = (range.startRowIndex ?? 0) + 1;
  const tests = columns.map((column) => begins(`$${columnLetters(column)}${row}`, beginsWith));
  return rule(GREY_INDEX, range, 'CUSTOM_FORMULA', `=${tests.join('+')}>0`, GREYED);
}

/**
 * Whether the text in a cell begins with these words, as 1 or 0, in a formula without arguments: between them some languages
 * have «,» and others «;», and Google refuses all of the request for the wrong one. A text that begins with the words is
 * sorted between the words themselves and the words with a letter after all of ours.
 */
function begins(cell: string, words: string): string {
  return `(${cell}>=${quoted(words)})*(${cell}<${quoted(`${words}Ω`)})`;
}

/** One rule for each value that has a colour. */
export function colourRules(
  columns: readonly (Pick<ColumnLayout, 'colours'> & { readonly range: Range })[],
): Request[] {
  return columns
    .flatMap(({ colours, range }) => Object.entries(colours).map(([value, argb]) => ({ value, argb, range })))
    .map(({ value, argb, range }, index) => rule(GREY_INDEX + 1 + index, range, 'TEXT_EQ', value, coloured(argb)));
}

function rule(
  index: number,
  range: Range,
  type: 'CUSTOM_FORMULA' | 'TEXT_EQ',
  userEnteredValue: string,
  format: sheets_v4.Schema$CellFormat,
): Request {
  const booleanRule = { condition: { type, values: [{ userEnteredValue }] }, format };
  return { addConditionalFormatRule: { index, rule: { ranges: [range], booleanRule } } };
}

/** A text in a formula. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
