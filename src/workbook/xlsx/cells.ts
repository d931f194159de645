import { textCell } from '#src/workbook/grid.ts';
import type { Cell } from '#src/workbook/workbook.ts';
import { unescapeText } from './parts.ts';

/** What cells need from the rest of the workbook to be understood. */
export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly date1904: boolean;
}

/** One `<c>` element as the file has it. */
export interface RawCell {
  /** Attribute `t`: what kind of value it is. */
  readonly type: string;
  /** Attribute `s`: the number of its style. */
  readonly style: number;
  /** The text of `<v>`, or of `<is>` for a text that stands in the cell itself. */
  readonly value: string;
  readonly hasFormula: boolean;
}

/**
 * Written in place of a formula's result when the file has none: programs other than Excel may save a formula
 * without calculating it. A person must be told, since blank would read as «ikke rapportert».
 */
const NOT_CALCULATED = '#IKKE BEREGNET';

/** The cell as the port knows it. A formula is its last calculated result. */
export function toCell(raw: RawCell, context: CellContext): Cell {
  switch (raw.type) {
    case 's':
      return textCell(sharedString(raw.value, context));
    case 'str':
    case 'inlineStr':
      return textCell(unescapeText(raw.value));
    case 'b':
      return raw.value.trim() === '1' || raw.value.trim() === 'true';
    case 'e':
      return { error: raw.value };
    case 'd':
      return isoDateCell(raw.value);
    default:
      return numberCell(raw, context);
  }
}

function sharedString(index: string, { sharedStrings }: CellContext): string {
  const text = sharedStrings[Number(index)];
  if (text === undefined) throw new Error(`No shared string ${index}`);
  return text;
}

function numberCell({ value, style, hasFormula }: RawCell, { dateStyles, date1904 }: CellContext): Cell {
  if (value.trim() === '') return hasFormula ? { error: NOT_CALCULATED } : null;
  const number = Number(value);
  if (!Number.isFinite(number)) throw new Error(`Not a number: ${value}`);
  return dateStyles[style] ? { serial: sinceEpoch(number, date1904) } : number;
}

/** Days from 1899-12-30 to 1904-01-01. */
const DAYS_TO_1904 = 1462;

/**
 * Excel's day number as days since 1899-12-30. Excel counts a 29 February 1900 that never was, so its numbers are one
 * too low before it (1 is 1 January 1900); a number below 1 is a time of day, and stays.
 */
function sinceEpoch(serial: number, date1904: boolean): number {
  if (date1904) return serial + DAYS_TO_1904;
  return serial >= 1 && serial < 60 ? serial + 1 : serial;
}

/** A day number as Excel counts it: the opposite of reading one. */
export function toFileSerial(serial: number, date1904: boolean): number {
  if (date1904) return serial - DAYS_TO_1904;
  return serial >= 2 && serial < 61 ? serial - 1 : serial;
}

/** 1970-01-01 as days since 1899-12-30. */
const UNIX_EPOCH = 25_569;

/** «2024-05-01T12:00:00»: a cell of the strict format. It has no time zone, and gets none. */
function isoDateCell(text: string): Cell {
  const milliseconds = Date.parse(text.includes('T') ? `${text.replace(/Z$/, '')}Z` : text);
  return Number.isNaN(milliseconds) ? textCell(text) : { serial: milliseconds / 86_400_000 + UNIX_EPOCH };
}
