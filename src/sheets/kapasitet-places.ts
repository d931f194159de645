import { cutText } from '#src/cut-text.ts';
import { type CellValue, cellText } from '#src/domain/cell-value.ts';
import { parseTall } from '#src/domain/tall.ts';
import type { FaultList } from './fault-list.ts';
import type { KapasitetColumn, PlacesColumn } from './kapasitet-columns.ts';
import type { RowCells } from './read-tab.ts';

/** The numbers of one row; null = blank or unreadable. */
export interface PlacesReading {
  readonly numbers: Readonly<Record<PlacesColumn, number | null>>;
  /** At least one cell holds something that is no number of places. */
  readonly unreadable: boolean;
}

const WHAT: Readonly<Record<PlacesColumn, string>> = {
  plasser: 'antall plasser',
  bemannet: 'antall bemannede plasser',
  belagt: 'antall belagte plasser',
  reservert: 'antall reserverte plasser',
  stengt: 'antall stengte plasser',
};
/** More than all short-term places in Norway: such a number is a date or a phone number in the wrong column. */
const MOST_PLACES = 9999;
const LONGEST_QUOTE = 60;

/** Reads the numbers of places: whole, not negative. What is not is a fault (when `faults` is given), never a guess. */
export function readPlaces(row: RowCells<KapasitetColumn>, faults: FaultList | null): PlacesReading {
  let unreadable = false;
  const read = (key: PlacesColumn): number | null => {
    const cell = row.cell(key);
    const text = cellText(cell);
    if (text === '') return null;
    const { value } = parseTall(cell);
    const trouble = troubleWith(cell, value);
    if (trouble === null) return value;
    unreadable = true;
    const message = `«${cutText(text, LONGEST_QUOTE)}» ${trouble}. Skriv ${WHAT[key]}, eller la cellen stå tom.`;
    faults?.add(row.at(key), text, WHAT[key], message);
    return null;
  };
  const numbers = {
    plasser: read('plasser'),
    bemannet: read('bemannet'),
    belagt: read('belagt'),
    reservert: read('reservert'),
    stengt: read('stengt'),
  };
  return { numbers, unreadable };
}

function troubleWith(cell: CellValue, value: number | null): string | null {
  if (typeof cell === 'object' && cell !== null)
    return 'error' in cell ? 'er en feil i arket, ikke et tall' : 'er en dato, ikke et tall';
  if (value === null) return /^#/.test(cellText(cell)) ? 'er en feil i arket, ikke et tall' : 'er ikke et tall';
  if (cellText(cell).includes('%')) return 'er en andel, ikke et antall';
  if (value < 0) return 'er mindre enn null';
  if (!Number.isInteger(value)) return 'er ikke et helt tall';
  return value > MOST_PLACES ? 'er for stort til å være et antall plasser' : null;
}
