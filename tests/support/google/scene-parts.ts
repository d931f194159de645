import type { GoogleTab } from './seed.ts';

type Rows = GoogleTab['rows'];

/** A small plan with deadlines. */
export const DATED: Rows = [
  ['Nr', 'Tiltak', 'Frist'],
  ['1.1', 'Mandat', { serial: 45_413 }],
  ['1.2', 'Mal', { serial: 45_444 }],
  ['1.3', 'Kurs', null],
];

/** A small plan with statuses, a blank row and a sum. */
export const STATUSES: Rows = [['Nr', 'Status'], ['1.1', 'Pågår'], ['1.2', null], [], ['Summert', 2]];

/** A spreadsheet with a plan in its first tab and an empty log. */
export const planOf = (rows: Rows): readonly GoogleTab[] => [
  { name: 'Plan', rows },
  { name: 'Logg', rows: [] },
];

/** Rows of the first tab. */
export const rowsAt = (startIndex: number, endIndex = startIndex + 1) => ({
  sheetId: 0,
  dimension: 'ROWS',
  startIndex,
  endIndex,
});

/** Cells of the first tab, two columns of it when not told otherwise. */
export const area = (startRowIndex: number, endRowIndex: number, startColumnIndex = 0, endColumnIndex = 2) => ({
  sheetId: 0,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});

export const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });

/** What a drop-down lets people choose. */
export const list = (...values: readonly string[]) => ({
  type: 'ONE_OF_LIST',
  values: values.map((userEnteredValue) => ({ userEnteredValue })),
});
