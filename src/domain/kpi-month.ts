import { type CellValue, cellText } from './cell-value.ts';
import { type Day, daysBetween, fromSerial, lastDayOfMonth, toDay } from './day.ts';

/** Counts from before or after these years are slips of the keyboard. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;
/** 1 January 2000 and the end of 2099 as spreadsheet serials. */
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_050;

const NAMES = ['jan', 'feb', 'mar', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'des'] as const;

const YEAR_FIRST = /^(\d{4})[-./ ]?(\d{1,2})$/;
const MONTH_FIRST = /^(\d{1,2})[-./ ](\d{4})$/;
const DATE = /^(\d{1,2})[./] ?(\d{1,2})[./] ?(\d{4}|\d\d)\.?$/;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/;
const NAMED = /^([a-zæøå]{3,9})\.?[- ]*['’]?(\d{4}|\d\d)$/i;
const FULL_NAME = /^(?:januar|februar|mars|april|mai|juni|juli|august|sept?|september|oktober|november|desember)$/;

/**
 * Reads the cell of a month (`2024-05`): «2024-05», «mai 2024», «05.2024», a date in it («1.5.2024») or a spreadsheet
 * date, as a date cell or as its number. Null when it is none of these, or no month in the calendar.
 */
export function parseMonth(cell: CellValue): string | null {
  if (typeof cell === 'number') return fromSerialNumber(cell);
  if (typeof cell === 'object' && cell !== null && 'serial' in cell) return fromSerialNumber(cell.serial);
  if (typeof cell !== 'string') return null;

  const text = cellText(cell);
  if (/^\d{5}$/.test(text)) return fromSerialNumber(Number(text));
  return fromParts(text) ?? fromDate(text) ?? fromName(text);
}

/** `2024-05` of a day in May 2024. */
export function monthOfDay(day: Day): string {
  return day.slice(0, 7);
}

/** `2024-06` after `2024-05`. */
export function nextMonth(month: string): string {
  const [year, number] = numbersOf(month);
  return number === 12 ? iso(year + 1, 1) : iso(year, number + 1);
}

/** Whether a whole month has passed since the end of this one: figures for it say little about today. */
export function isOutdated(month: string, today: Day): boolean {
  return nextMonth(nextMonth(month)) <= monthOfDay(today);
}

/** Days since the month's last day; negative while the month still runs. */
export function daysSinceEnd(month: string, today: Day): number {
  return daysBetween(lastDayOfMonth(...numbersOf(month)), today);
}

function fromSerialNumber(serial: number): string | null {
  if (serial < FIRST_SERIAL || serial >= LAST_SERIAL) return null;
  const read = fromSerial(serial);
  return read && monthOfDay(read.day);
}

function fromParts(text: string): string | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return toMonth(Number(yearFirst[1]), Number(yearFirst[2]));
  const monthFirst = MONTH_FIRST.exec(text);
  return monthFirst && toMonth(Number(monthFirst[2]), Number(monthFirst[1]));
}

function fromDate(text: string): string | null {
  const isoDate = ISO_DATE.exec(text);
  if (isoDate) return ofDay(Number(isoDate[1]), Number(isoDate[2]), Number(isoDate[3]));
  const date = DATE.exec(text);
  return date && ofDay(fullYear(date[3] ?? ''), Number(date[2]), Number(date[1]));
}

function fromName(text: string): string | null {
  const match = NAMED.exec(text);
  const name = (match?.[1] ?? '').toLowerCase();
  const index = NAMES.findIndex((short) => name === short || (name.startsWith(short) && FULL_NAME.test(name)));
  return match && index >= 0 ? toMonth(fullYear(match[2] ?? ''), index + 1) : null;
}

/** An impossible day («31.4.2024») may be a slip for another month, so it is no month at all. */
function ofDay(year: number, month: number, day: number): string | null {
  return toDay(year, month, day) && toMonth(year, month);
}

function toMonth(year: number, month: number): string | null {
  const exists = year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12;
  return exists ? iso(year, month) : null;
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function numbersOf(month: string): [year: number, month: number] {
  return [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
}

function iso(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}
