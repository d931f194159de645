import { randomInt } from 'node:crypto';
import { cellText } from '#src/domain/cell-value.ts';
import { columnLetters } from './column-letters.ts';
import { type Edit, LOGG, type Target } from './edit.ts';
import { serialText } from './serial-text.ts';
import type { Cell } from './workbook.ts';

/** A line of the tab Logg, in the order of its headings. */
export type LogLine = readonly string[];

/** What the log says of an edit: a line a cell, as a person would read them. */
export function logLines(target: Target, { at, by }: Pick<Edit, 'at' | 'by'>, ref: string): readonly LogLine[] {
  return target.changes.map(({ column, from, to }) => [
    at,
    cellName(target, column),
    cellText(target.name),
    inWords(from),
    inWords(to),
    by,
    ref,
  ]);
}

/** Whether a tab begins with the headings of the log; people may have added columns of their own. */
export const hasLogHeadings = (rows: readonly (readonly Cell[])[]): boolean =>
  LOGG.headings.every((heading, column) => rows[0]?.[column] === heading);

/** `Handlingsplan!J5`. */
export const cellName = ({ tab, row }: Pick<Target, 'tab' | 'row'>, column: number): string =>
  `${tab}!${columnLetters(column)}${row + 1}`;

/** Consonants only: neither a word, nor anything that a spreadsheet takes for a number or a date. */
const LETTERS = 'bcdfghjkmnpqrstvwxz';
export const REF_LENGTH = 8;

/** A name for one edit. */
export const newRef = (): string =>
  Array.from({ length: REF_LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');

function inWords(cell: Cell): string {
  const moment = typeof cell === 'object' && cell !== null && 'serial' in cell ? serialText(cell.serial) : null;
  return moment ?? cellText(cell);
}
