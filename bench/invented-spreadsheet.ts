import type { Cell } from '#src/workbook/workbook.ts';
import type { SpreadsheetSeed } from '../tests/support/google/files.ts';
import { afterTyping } from '../tests/support/google/typed.ts';
import { kapasitetRows } from './invented-kapasitet.ts';

/** The tab Kapasitet as people type it in Google Sheets: days and hours are calendar cells. */
export function placesSpreadsheet(kommuner: readonly string[]): SpreadsheetSeed {
  const rows = kapasitetRows(kommuner).map((cells) => cells.map(typed));
  return { title: 'Korttidsplasser', tabs: [{ name: 'Kapasitet', rows }] };
}

function typed(cell: Cell) {
  return typeof cell === 'string' ? { cell: afterTyping({}, cell) } : cell;
}
