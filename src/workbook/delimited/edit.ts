import { cellText } from '#src/domain/cell-value.ts';
import type { NewCell } from '#src/workbook/edit.ts';
import { serialText } from '#src/workbook/serial-text.ts';
import { type Splice, splice } from '#src/workbook/xlsx/text-splice.ts';
import { guarded } from './formula-guard.ts';
import { type RowSpan, spansOf } from './spans.ts';

/** The text of a file, and what stands between its cells. */
export interface DelimitedText {
  readonly text: string;
  readonly delimiter: string;
}

/** What a cell is to hold, as a text; blank is an empty one. */
export interface TextChange {
  readonly column: number;
  readonly text: string;
}

/** A new cell as the text that stands for it in a file of text: numbers with a decimal comma, dates as people write them. */
export function asText(cell: NewCell): string {
  if (typeof cell === 'string') return cell.replace(/\r\n?/g, '\n');
  if (typeof cell === 'object' && cell !== null) return serialText(cell.serial) ?? cellText(cell);
  return cellText(cell);
}

/**
 * Whether a file with this delimiter can hold the text. Beside tabs, the reader takes a cell with both a tab and a line
 * break for two stray quotation marks.
 */
export const fitsIn = (delimiter: string, text: string): boolean =>
  !(delimiter === '\t' && text.includes('\t') && text.includes('\n'));

/** The file with these cells of one row changed, and every other character as it was. A row that is too short grows. */
export function setCells({ text, delimiter }: DelimitedText, row: number, changes: readonly TextChange[]): string {
  const span = spansOf(text, delimiter)[row];
  if (span === undefined) throw new Error(`No row ${row}`);
  const within = changes.flatMap(({ column, text: content }): readonly Splice[] => {
    const cell = span.cells[column];
    return cell ? [{ start: cell.start, end: cell.end, text: field(content, delimiter, cell.quoted) }] : [];
  });
  return splice(text, [...within, addedCells(span, delimiter, changes)]);
}

/** The file with these rows put in below its first, each with the line break that the file uses. */
export function insertBelowFirst({ text, delimiter }: DelimitedText, rows: readonly (readonly string[])[]): string {
  const [first] = spansOf(text, delimiter);
  if (first === undefined) throw new Error('No first row');
  const lineBreak = lineBreakOf(text);
  const lines = rows.map((cells) => delimitedLine(cells, delimiter));
  const inserted =
    first.next === first.end ? [`${lineBreak}${lines.join(lineBreak)}`] : lines.map((l) => l + lineBreak);
  return splice(text, [{ start: first.next, end: first.next, text: inserted.join('') }]);
}

/** The file without these rows. */
export function removeRows({ text, delimiter }: DelimitedText, rows: ReadonlySet<number>): string {
  const spans = spansOf(text, delimiter).filter((_, row) => rows.has(row));
  return splice(
    text,
    spans.map(({ start, next }) => ({ start, end: next, text: '' })),
  );
}

/** A line of cells, without a line break at its end. */
export const delimitedLine = (cells: readonly string[], delimiter: string): string =>
  cells.map((cell) => field(cell, delimiter, false)).join(delimiter);

/** The first line break in the text, else that of Unix. */
export const lineBreakOf = (text: string): string => /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';

/** Cells beyond the end of the row, with the blank ones before them. */
function addedCells({ cells, end }: RowSpan, delimiter: string, changes: readonly TextChange[]): Splice {
  const beyond = new Map(changes.filter(({ column, text }) => column >= cells.length && text !== '').map(toEntry));
  const width = Math.max(cells.length, ...[...beyond.keys()].map((column) => column + 1));
  const added = Array.from({ length: width - cells.length }, (_, index) => {
    return delimiter + field(beyond.get(cells.length + index) ?? '', delimiter, false);
  });
  return { start: end, end, text: added.join('') };
}

const toEntry = ({ column, text }: TextChange): readonly [number, string] => [column, text];

/** A cell as it stands in the file: quoted where it must be, and where the one before it was. */
function field(text: string, delimiter: string, quoted: boolean): string {
  const content = guarded(text);
  const mustBeQuoted = quoted || /["\r\n]/.test(content) || content.includes(delimiter);
  return mustBeQuoted ? `"${content.replaceAll('"', '""')}"` : content;
}
