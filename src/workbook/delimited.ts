import Papa from 'papaparse';
import { textCell, withoutTrailingBlanks } from './grid.ts';
import type { Cell } from './workbook.ts';

type Rows = readonly (readonly string[])[];

/** What separates the cells, by the file's ending, the usual one first. Norwegian Excel saves .csv with semicolons. */
const delimitersFor = (fileName: string): readonly string[] => (/\.csv$/i.test(fileName) ? [';', ',', '\t'] : ['\t']);

/** So many lines tell which delimiter a .csv uses. */
const SAMPLE_LINES = 200;

/**
 * The cells of a .tsv, .csv or .txt. Every filled cell is a string. Row numbers are those that Excel shows: a blank
 * line is a blank row, a line break inside quotes stays in its cell, and a first line `sep=;` is an instruction to
 * Excel that takes no row.
 *
 * @param fileName - its ending tells which delimiters to expect
 */
export function parseDelimited(text: string, fileName: string): readonly (readonly Cell[])[] {
  const { declared, table } = splitInstruction(text.replace(/\r\n?/g, '\n'));
  const delimiter = declared ?? steadiestDelimiter(table, delimitersFor(fileName));
  return withoutTrailingBlanks(split(table, delimiter).rows.map((row) => row.map(textCell)));
}

function splitInstruction(text: string): { readonly declared: string | null; readonly table: string } {
  const instruction = /^"?sep=(?<delimiter>[;,\t|])"?(?:\n|$)/i.exec(text);
  if (!instruction) return { declared: null, table: text };
  return { declared: instruction.groups?.delimiter ?? null, table: text.slice(instruction[0].length) };
}

/**
 * The delimiter that makes the widest steady table. Commas in sentences and decimals give most rows one cell, or rows
 * of many widths; a delimiter that breaks the quoting is half as likely.
 */
function steadiestDelimiter(text: string, candidates: readonly string[]): string {
  const [usual = '\t', ...others] = candidates;
  if (others.length === 0) return usual;

  const sample = text.split('\n', SAMPLE_LINES).join('\n');
  const scored = candidates.map((delimiter) => ({ delimiter, score: steadiness(split(sample, delimiter)) }));
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

/** Split with quoting, or without it when the quotation marks turn out to be part of somebody's sentence. */
function split(text: string, delimiter: string): Split {
  // Most files have no quotation mark at all: nothing to parse, and a question is answered sooner.
  if (!text.includes('"')) return { rows: unquoted(text, delimiter), quoted: true };
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  const quoted = !errors.some((error) => error.type === 'Quotes') && !swallowedCells(data, delimiter);
  return { rows: quoted ? data : unquoted(text, delimiter), quoted };
}

const unquoted = (text: string, delimiter: string): Rows => text.split('\n').map((line) => line.split(delimiter));

/**
 * Two stray quotation marks, each where a quoted cell could begin and end, make one cell of everything between them.
 * Nobody can type a tab in a cell, so a cell with tabs and line breaks is such a one.
 */
const swallowedCells = (rows: Rows, delimiter: string): boolean =>
  delimiter === '\t' && rows.some((row) => row.some((cell) => cell.includes('\t') && cell.includes('\n')));
