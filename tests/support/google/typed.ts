import type { sheets_v4 } from '@googleapis/sheets';
import type { CellData } from './book.ts';
import { serialOf } from './serial.ts';

type Value = sheets_v4.Schema$ExtendedValue;
type NumberFormat = sheets_v4.Schema$NumberFormat;

interface Typed {
  readonly value: Value;
  /** The format a blank cell takes from what was typed. */
  readonly format?: NumberFormat;
}

/** A cell after somebody has typed in it, in a Norwegian sheet. Its own format is kept when it has one. */
export function afterTyping(before: CellData, text: string): CellData {
  const { userEnteredValue: _value, chipRuns: _chips, textFormatRuns: _runs, ...rest } = before;
  const own = before.userEnteredFormat?.numberFormat;
  const { value, format } =
    own?.type === 'TEXT' && !text.startsWith('=') ? { value: { stringValue: text } } : read(text);
  const takes = format && (!own || isPlain(own));
  const userEnteredFormat = takes ? { ...before.userEnteredFormat, numberFormat: format } : before.userEnteredFormat;
  return {
    ...rest,
    ...(text === '' ? {} : { userEnteredValue: value }),
    ...(userEnteredFormat ? { userEnteredFormat } : {}),
  };
}

const isPlain = ({ type, pattern }: NumberFormat): boolean => !type && !pattern;

function read(text: string): Typed {
  if (text.startsWith("'")) return { value: { stringValue: text.slice(1) } };
  if (text.startsWith('=') && text.length > 1) return { value: { formulaValue: text } };

  const trimmed = text.trim();
  if (/^(SANN|TRUE)$/i.test(trimmed)) return { value: { boolValue: true } };
  if (/^(USANN|FALSE)$/i.test(trimmed)) return { value: { boolValue: false } };
  return readNumber(trimmed) ?? readCalendar(trimmed) ?? { value: { stringValue: text } };
}

/** Whether a text is a number to whoever types it: with a decimal comma, and no date. */
export const isTypedNumber = (text: string): boolean => readNumber(text.trim()) !== null;

/** `1,5`, `1 234,50`, `12 %`, `1E3`, `100 kr`. A point is no decimal sign here. */
function readNumber(text: string): Typed | null {
  const match = /^([-+]?)(\d+|\d{1,3}(?:[ \u00a0]\d{3})+)(,\d+)?(?:E([-+]?\d+))?( ?%| ?kr)?$/i.exec(text);
  if (!match) return null;

  const [, sign = '', whole = '', fraction = '', exponent = '0', unit = ''] = match;
  const digits = `${sign}${whole.replaceAll(/[ \u00a0]/g, '')}${fraction.replace(',', '.')}`;
  const number = Number(`${digits}e${exponent}`);
  if (unit.trim() === '%') {
    const pattern = fraction ? '0.00%' : '0%';
    return { value: { numberValue: number / 100 }, format: { type: 'PERCENT', pattern } };
  }
  if (unit) return { value: { numberValue: number }, format: { type: 'CURRENCY' } };
  return { value: { numberValue: number } };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'des'];
const DAY_FIRST = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2})?)?(?: (\d{1,2}[:.]\d{2}(?:[:.]\d{2})?))?$/;
const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}:\d{2}(?::\d{2})?))?$/;
const NAMED = /^(\d{1,2})\.? ([a-zæøå]{3,9})\.?(?: (\d{4}|\d{2}))?$/i;

function readCalendar(text: string): Typed | null {
  const clock = /^\d{1,2}:\d{2}(:\d{2})?$/.test(text) ? dayFraction(text) : null;
  if (clock !== null) return { value: { numberValue: clock }, format: { type: 'TIME' } };

  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return date(dayFirst[3], Number(dayFirst[2]), dayFirst[1], dayFirst[4]);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return date(yearFirst[1], Number(yearFirst[2]), yearFirst[3], yearFirst[4]);
  const named = NAMED.exec(text);
  const month = named ? MONTHS.indexOf(named[2]?.slice(0, 3).toLowerCase() ?? '') + 1 : 0;
  return named && month > 0 ? date(named[3], month, named[1], undefined) : null;
}

function date(
  year: string | undefined,
  month: number,
  day: string | undefined,
  clock: string | undefined,
): Typed | null {
  // Without a year it is this year; two digits are within our own hundred years.
  const full = year === undefined ? new Date().getFullYear() : Number(year) + (year.length === 2 ? 2000 : 0);
  const serial = serialOf(full, month, Number(day));
  const fraction = clock === undefined ? 0 : dayFraction(clock);
  if (serial === null || fraction === null) return null;
  return { value: { numberValue: serial + fraction }, format: { type: clock === undefined ? 'DATE' : 'DATE_TIME' } };
}

function dayFraction(clock: string): number | null {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(/[:.]/).map(Number);
  return hours < 24 && minutes < 60 && seconds < 60 ? (hours * 3600 + minutes * 60 + seconds) / 86_400 : null;
}
