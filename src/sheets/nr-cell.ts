import { type CellValue, cellText } from '#src/domain/cell-value.ts';
import { plainNr } from './tiltak-text.ts';

/** Spreadsheet serials from 1982 on: no plan numbers its tiltak that high. */
const FIRST_DATE_SERIAL = 30_000;

/** «01.jan» is how Excel in Norway exports the date it has made of «1.1». */
const DATE_TEXT =
  /^(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d.*|\d{1,2}[. ]+(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)[a-z]*\.?)$/i;

export type NrReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'nr'; readonly nr: string }
  /** The sheet has made a date of it: «1.1» may have become 1 January. */
  | { readonly kind: 'date' }
  | { readonly kind: 'other'; readonly text: string };

/** Reads a «Nr» cell. A number loses its last zero (1.10 → 1.1); that can only be seen when two rows end up alike. */
export function readNr(cell: CellValue): NrReading {
  if (typeof cell === 'number') {
    if (cell >= FIRST_DATE_SERIAL) return { kind: 'date' };
    const text = String(cell);
    return /^\d{1,3}(\.\d{1,3})?$/.test(text) ? { kind: 'nr', nr: text } : { kind: 'other', text: cellText(cell) };
  }
  if (typeof cell === 'object' && cell !== null && 'serial' in cell) return { kind: 'date' };

  const text = cellText(cell);
  if (text === '' || /^[–—-]$/.test(text)) return { kind: 'blank' };
  if (DATE_TEXT.test(text)) return { kind: 'date' };
  // A Norwegian spreadsheet shows the number 1.1 as «1,1», and so does its text export.
  const match = /^(?:tiltak\s*|nr\.?\s*)?(\d{1,3}(?:[.,]\d{1,3})*)\.?$/i.exec(text);
  return match?.[1] ? { kind: 'nr', nr: plainNr(match[1].replaceAll(',', '.')) } : { kind: 'other', text };
}
