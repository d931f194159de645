import type { GridRange, Sheet } from './book.ts';
import type { Box } from './box.ts';
import { letters } from './letters.ts';

export function writeA1({ sheet, top, left, bottom, right }: Box): string {
  const from = `${letters(left)}${top + 1}`;
  const to = `${letters(right - 1)}${bottom}`;
  return `${quotedName(sheet.title)}!${from === to ? from : `${from}:${to}`}`;
}

/** What Google says of a range that begins beyond the grid. */
export const outsideGrid = (box: Box): string => exceedsGrid(box.sheet, writeA1(box));

/** The same for a range with open ends, which are left out of its name. */
export function rangeOutsideGrid(sheet: Sheet, range: GridRange): string {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range;
  const from = `${letters(startColumnIndex ?? 0)}${(startRowIndex ?? 0) + 1}`;
  const to = `${endColumnIndex ? letters(endColumnIndex - 1) : ''}${endRowIndex ?? ''}`;
  return exceedsGrid(sheet, `${quotedName(sheet.title)}!${to === '' || to === from ? from : `${from}:${to}`}`);
}

const exceedsGrid = ({ rowCount, columnCount }: Sheet, name: string): string =>
  `Range (${name}) exceeds grid limits. Max rows: ${rowCount}, max columns: ${columnCount}`;

const quotedName = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`);
