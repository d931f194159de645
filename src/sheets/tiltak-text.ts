import { type CellValue, cellText } from '#src/domain/cell-value.ts';

/** A tiltak's or an aktivitet's number and the text that follows it. */
export interface NumberedText {
  readonly nr: string | null;
  readonly text: string;
}

/** «5.7 Sikre …», «5.7. …», «Tiltak 5.7: …», «5.7) …»; never the «1.5.24» of «1.5.24 møte». */
const LEADING_NR = /^(?:tiltak\s+)?(\d{1,3}(?:\.\d{1,3}){1,3})(?!\d)[.:)]?(?:\s+[–—-]\s+|\s*)(?=\D|$)(.*)$/i;
/** «3. Gjøre klart», «3) …»: one level, so the mark after it is needed. */
const LEADING_SINGLE = /^(?:tiltak\s+)?(\d{1,3})[.:)]\s+(\D.*)$/i;
const DATE_START = /^\d{1,2}\.\s?\d{1,2}\.\s?(?:2\d|\d{4})(?!\d|\.)/;

/** Splits the number from the text of a «Tiltak» cell. */
export function splitTiltak(cell: CellValue): NumberedText {
  const text = cellText(cell);
  if (DATE_START.test(text)) return { nr: null, text };
  const match = LEADING_NR.exec(text) ?? LEADING_SINGLE.exec(text);
  return match ? { nr: plainNr(match[1] ?? ''), text: (match[2] ?? '').trim() } : { nr: null, text };
}

const LEADING_AKTIVITET =
  /^(?:(?:hoved)?aktivitet|innsatsområde|satsingsområde)?\s*(\d{1,3})(?:[.:)]|\s+[–—-]|(?=\s))\s*(.*)$/i;
const PART = /\s*\(?\bdel\s+\d+\s+av\s+\d+\)?\s*/gi;

/** «5. Implementere … (del 1 av 2)» is aktivitet 5, whichever part of it the table shows; so is «5» alone. */
export function splitAktivitet(cell: CellValue): NumberedText {
  const text = cellText(cell).replace(PART, ' ').trim();
  if (/^\d{1,3}\.?$/.test(text)) return { nr: plainNr(text.replace('.', '')), text: '' };
  const match = LEADING_AKTIVITET.exec(text);
  return match?.[2] ? { nr: plainNr(match[1] ?? ''), text: match[2].trim() } : { nr: null, text };
}

/** Whether a lone cell is the title of an aktivitet: numbered on one level. */
export function isAktivitetTitle(cell: CellValue): boolean {
  const { nr, text } = splitAktivitet(cell);
  if (DATE_START.test(cellText(cell)) || !/\p{L}/u.test(text)) return false;
  return nr !== null && splitTiltak(cell).nr?.includes('.') !== true;
}

/** «01.02» is «1.2». */
export function plainNr(nr: string): string {
  if (!/(?:^|\.)0\d/.test(nr)) return nr;
  return nr
    .split('.')
    .map((part) => String(Number(part)))
    .join('.');
}
