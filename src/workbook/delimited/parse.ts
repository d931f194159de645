import Papa from 'papaparse';
import { textCell, withoutTrailingBlanks } from '#src/workbook/grid.ts';
import type { Cell } from '#src/workbook/workbook.ts';
import { unguarded } from './formula-guard.ts';

type Rows = readonly (readonly string[])[];

/**
 * What separates the cells, by the file's ending, the usual one first. Norwegian Excel saves .csv with semicolons, and
 * people rename it; commas in a .tsv are in sentences.
 */
const delimitersFor = (fileName: string): readonly [string, ...string[]] =>
  /\.csv$/i.test(fileName) ? [';', ',', '\t'] : ['\t', ';'];

/** So many lines tell which delimiter a file uses. */
const SAMPLE_LINES = 200;

/**
 * The cells of a .tsv, .csv or .txt. Every filled cell is a string. Row numbers are those that Excel shows: a blank
 * line is a blank row, a line break inside quotes stays in its cell, and a first line `sep=;` is an instruction to
 * Excel that takes no row. An apostrophe that keeps a text from being a formula is no part of it.
 *
 * @param fileName - its ending tells which delimiters to expect
 */
export function parseDelimited(text: string, fileName: string): readonly (readonly Cell[])[] {
  const { rows } = splitTable(text, fileName);
  return withoutTrailingBlanks(rows.map((row) => row.map(delimitedCell)));
}

/** How a text file is divided into cells. `quoted` is false when its quotation marks are no quoting. */
export function layoutOf(text: string, fileName: string): { readonly delimiter: string; readonly quoted: boolean } {
  const { delimiter, quoted } = splitTable(text, fileName);
  return { delimiter, quoted };
}

/** Where the table begins: after the instruction to Excel, when there is one. */
export const tableStart = (text: string): number => instructionIn(text)?.[0].length ?? 0;

const delimitedCell = (text: string): Cell => textCell(unguarded(text));

function splitTable(text: string, fileName: string): Split & { readonly delimiter: string } {
  const lines = text.replace(/\r\n?/g, '\n');
  const table = lines.slice(tableStart(lines));
  const declared = instructionIn(lines)?.groups?.delimiter;
  const delimiter = declared ?? steadiestDelimiter(table, delimitersFor(fileName));
  return { delimiter, ...split(table, delimiter) };
}

const instructionIn = (text: string): RegExpExecArray | null =>
  /^"?sep=(?<delimiter>[;,\t|])"?(?:\r\n|\r|\n|$)/i.exec(text);

/**
 * The delimiter that makes the widest steady table. Commas in sentences and decimals give most rows one cell, or rows
 * of many widths; a delimiter that breaks the quoting is half as likely. Nobody can type a tab in a cell, so a steady
 * table of tabs is one, however many semicolons its sentences have.
 */
function steadiestDelimiter(text: string, candidates: readonly string[]): string {
  const sample = text.split('\n', SAMPLE_LINES).join('\n');
  const scored = candidates.map((delimiter) => ({ delimiter, score: steadiness(split(sample, delimiter)) }));
  if (scored.some(({ delimiter, score }) => delimiter === '\t' && score > 0)) return '\t';
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

function steadiness({ rows, quoted }: Split): number {
  const filledRows = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  const widths = filledRows.map((row) => row.length).toSorted((a, b) => a - b);
  const usualWidth = widths[Math.floor(widths.length / 2)] ?? 1;
  const steadyRows = widths.filter((width) => width === usualWidth).length;
  return (usualWidth - 1) * (steadyRows / Math.max(1, widths.length)) * (quoted ? 1 : 0.5);
}

interface Split {
  readonly rows: Rows;
  readonly quoted: boolean;
}

/** Split with quoting; when some quotation marks turn out to be part of somebody's sentence, cell by cell. */
function split(text: string, delimiter: string): Split {
  // Most files have no quotation mark at all: nothing to parse, and a question is answered sooner.
  if (!text.includes('"')) return { rows: unquoted(text, delimiter), quoted: true };
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  const quoted = !errors.some((error) => error.type === 'Quotes') && !swallowedCells(data, delimiter);
  return { rows: quoted ? data : splitCellByCell(text, delimiter), quoted };
}

const unquoted = (text: string, delimiter: string): Rows => text.split('\n').map((line) => line.split(delimiter));

/**
 * Two stray quotation marks, each where a quoted cell could begin and end, make one cell of everything between them:
 * one with tabs and line breaks in it.
 */
const swallowedCells = (rows: Rows, delimiter: string): boolean =>
  delimiter === '\t' && rows.some((row) => row.some((cell) => hasSwallowed(cell, delimiter)));

const hasSwallowed = (cell: string, delimiter: string): boolean => cell.includes(delimiter) && cell.includes('\n');

/** A cell that is quoted from end to end, as Excel does it, is read so; in any other a quotation mark is a character. */
function splitCellByCell(text: string, delimiter: string): Rows {
  const quotedCell = new RegExp(`"([^"]*(?:""[^"]*)*)"(?=[${delimiter}\\n]|$)`, 'y');
  const plainCell = new RegExp(`[^${delimiter}\\n]*`, 'y');
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at <= text.length; at++) {
    quotedCell.lastIndex = plainCell.lastIndex = at;
    const quoted = quotedCell.exec(text)?.[1];
    const isQuoted = quoted !== undefined && !hasSwallowed(quoted, delimiter);
    const cell = isQuoted ? quoted.replaceAll('""', '"') : (plainCell.exec(text)?.[0] ?? '');
    row.push(cell);
    at = isQuoted ? quotedCell.lastIndex : at + cell.length;
    if (text[at] === delimiter) continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
