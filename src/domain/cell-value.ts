import { dayOfMonth, fromSerial, monthOf, yearOf } from './day.ts';

/**
 * A cell as the domain sees it: `null` is blank, a calendar cell is its serial number (days since 1899-12-30),
 * an error cell is its code, such as `#REF!`. The same shape as the workbook port's cell, declared here
 * because the domain imports only the domain.
 */
export type CellValue = null | string | number | boolean | { readonly serial: number } | { readonly error: string };

/** Left behind when a plan was converted from Word or PDF. «<5» and «<30 døgn» are no tags. */
const TAG = /<\/?(?:b|br|em|font|i|p|span|strong|sub|sup|u)(?:\s[^<>]*)?\/?>/gi;
const BREAK = /<br\s*\/?>|<\/p>/gi;
/** Soft hyphens, zero-width marks, direction marks and the byte-order mark: seen by nobody, but equal to nothing. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/**
 * What a person reads in the cell, on one line: trimmed, runs of white space (line breaks and no-break spaces too)
 * as one space, letters composed (NFC), simple tags and invisible marks gone. As in a Norwegian spreadsheet, a
 * number shows a decimal comma, a calendar cell its date («1.5.2024», no time of day) or, without one, its time of day
 * («08:00»), and a tick box SANN or USANN.
 */
export function cellText(cell: CellValue): string {
  const text = rawText(cell);
  return isPlain(text) ? text : tidyLines(text).replace(/\s+/g, ' ').trim();
}

/** Whether {@link cellText} would be empty. Asked of every cell of a plan, so it seldom reads more than one character. */
export function isBlankCell(cell: CellValue): boolean {
  if (typeof cell !== 'string') return cell === null;
  const first = cell.charCodeAt(0);
  const isVisible = first > SPACE && first < 0x7f && first !== LESS_THAN;
  return !isVisible && cellText(cell) === '';
}

/** As {@link cellText}, but keeps line breaks (`\n`), where they separate names. */
export function cellLines(cell: CellValue): string {
  const text = rawText(cell);
  return isPlain(text) ? text : tidyLines(text);
}

const SPACE = 0x20;
const LESS_THAN = 0x3c;
const SOFT_HYPHEN = 0xad;

/**
 * Nearly every cell: one line of Latin letters, common dashes and quotes, single spaces between words and nothing to
 * tidy. A plan has a hundred thousand cells that are looked at again and again, and this is ten times as fast.
 */
function isPlain(text: string): boolean {
  let before = SPACE;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isLetter =
      (code > SPACE && code < 0x7f) || (code > 0xa0 && code < 0x300) || (code >= 0x2010 && code < 0x2028);
    if (code === SPACE ? before === SPACE : !isLetter || code === LESS_THAN || code === SOFT_HYPHEN) return false;
    before = code;
  }
  return before !== SPACE || text === '';
}

function tidyLines(text: string): string {
  const plain = text.replace(BREAK, '\n').replace(TAG, '').replace(INVISIBLE, '').normalize('NFC');
  return plain
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

function rawText(cell: CellValue): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (typeof cell === 'boolean') return cell ? 'SANN' : 'USANN';
  return 'error' in cell ? cell.error : dateText(cell.serial);
}

function dateText(serial: number): string {
  const day = fromSerial(serial)?.day;
  if (day) return `${dayOfMonth(day)}.${monthOf(day)}.${yearOf(day)}`;
  return serial >= 0 && serial < 1 ? timeText(serial) : String(serial);
}

function timeText(partOfDay: number): string {
  const minutes = Math.round(partOfDay * 24 * 60);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
