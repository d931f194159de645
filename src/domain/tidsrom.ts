import { type CellValue, cellText } from './cell-value.ts';
import { type Day, fromSerial, toDay, yearOf } from './day.ts';
import { remembered } from './remembered.ts';
import { isPlausibleYear } from './tidsrom-period.ts';
import { readCell } from './tidsrom-read-cell.ts';
import { fullYear } from './tidsrom-read-year.ts';
import { yearsOf } from './tidsrom-reading.ts';
import { FAULT, MISSING, type Resolved, resolveCell, UNKNOWN } from './tidsrom-resolve.ts';
import { tokenise } from './tidsrom-tokens.ts';

export { coarser } from './tidsrom-period.ts';
export { formatTidsrom } from './tidsrom-print.ts';

/** How exactly a deadline was written; of two different ends, the coarser. */
export type Precision = 'day' | 'week' | 'month' | 'season' | 'quarter' | 'tertial' | 'half-year' | 'year';

export type FristKind = 'by' | 'range' | 'ongoing' | 'depends-on' | 'placeholder' | 'missing' | 'unknown' | 'fault';

/** What a «Tidsrom» cell means. The text as written always comes along, so that a person can check the reading. */
export interface Frist {
  readonly text: string;
  readonly kind: FristKind;
  readonly start: Day | null;
  /** The last day it may be done. */
  readonly end: Day | null;
  readonly precision: Precision | null;
  /** Nr of the tiltak it waits for. */
  readonly dependsOn: readonly string[];
}

/** No deadline is this long; a whole paragraph pasted into the cell is for a person. */
const LONGEST = 300;
/** What most cells hold: «1.5.24» or «Innen 01.05.2024». Read without taking the text apart. */
const USUAL = /^(?:[Ii]nnen )?(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/;
/** A calendar cell that lost its format, as a number or as text; and a year. Other numbers could be anything. */
const SERIAL = /^\d{5}$/;
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_050;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
/** Has every date that any year has. */
const LEAP_YEAR = 2020;

/**
 * Reads a «Tidsrom» cell as people write it (seed plan 001; every form is listed in the user guide). `planYear` stands
 * in where no year is written; without it such a text is `unknown`. Never throws and never guesses: a text with even
 * one word that is not understood is `unknown`, and so is a year outside 1990–2100; a date that the calendar does not
 * have (31.2., uke 54) is a `fault`, and neither has any days. `end` is the last day, inclusive; a range with an open end has `end` null.
 */
export function parseTidsrom(cell: CellValue, planYear: number | null): Frist {
  const text = textOf(cell);
  return { text, ...resolveValue(cell, text, planYear) };
}

/** The years a cell itself names, so that the year most deadlines have can be found: `15.3 – 1.9.2024` → `[2024]`. */
export const explicitYears = remembered((cell: CellValue): readonly number[] => {
  if (typeof cell !== 'string' || SERIAL.test(cell.trim())) {
    const { end } = parseTidsrom(cell, null);
    return end === null ? [] : [yearOf(end)];
  }
  const reading = cell.length > LONGEST ? null : readCell(tokenise(cellText(cell)));
  return reading === null ? [] : [...new Set(yearsOf(reading.reading))].filter(isPlausibleYear);
});

/** As written; a calendar cell as its ISO day. */
function textOf(cell: CellValue): string {
  if (typeof cell === 'string') return cell.trim();
  if (typeof cell === 'number') return String(cell);
  if (cell !== null && typeof cell === 'object' && 'serial' in cell) {
    return fromSerial(cell.serial)?.day ?? String(cell.serial);
  }
  return cellText(cell);
}

function resolveValue(cell: CellValue, text: string, planYear: number | null): Resolved {
  if (cell === null) return MISSING;
  if (typeof cell === 'number') return resolveNumber(cell);
  if (typeof cell === 'string') return readerFor(planYear)(text);
  if (typeof cell === 'boolean' || 'error' in cell) return UNKNOWN;
  return onDay(fromSerial(cell.serial)?.day ?? null);
}

function resolveText(written: string, planYear: number | null): Resolved {
  const usual = USUAL.exec(written);
  if (usual) return onDate(yearFrom(usual[3]), Number(usual[2]), Number(usual[1]));
  if (written.length > LONGEST) return UNKNOWN;

  const text = cellText(written);
  if (text === '') return MISSING;
  if (SERIAL.test(text)) return resolveNumber(Number(text));
  const reading = readCell(tokenise(text));
  return reading ? resolveCell(reading, planYear) : UNKNOWN;
}

/** What texts say in a plan of each year. */
const readers = new Map<number | null, (text: string) => Resolved>();

function readerFor(planYear: number | null): (text: string) => Resolved {
  const known = readers.get(planYear);
  if (known) return known;
  const reader = remembered((text: string) => resolveText(text, planYear));
  readers.set(planYear, reader);
  return reader;
}

function resolveNumber(number: number): Resolved {
  if (number >= FIRST_SERIAL && number < LAST_SERIAL + 1) return onDay(fromSerial(number)?.day ?? null);
  const isYear = Number.isInteger(number) && number >= FIRST_YEAR && number <= LAST_YEAR;
  if (!isYear) return UNKNOWN;
  const start = toDay(number, 1, 1);
  return { kind: 'range', start, end: toDay(number, 12, 31), precision: 'year', dependsOn: [] };
}

function onDate(year: number, month: number, day: number): Resolved {
  const isElsewhere = !isPlausibleYear(year) && toDay(LEAP_YEAR, month, day) !== null;
  return isElsewhere ? UNKNOWN : onDay(toDay(year, month, day));
}

function onDay(day: Day | null): Resolved {
  if (day === null) return FAULT;
  if (!isPlausibleYear(yearOf(day))) return UNKNOWN;
  return { kind: 'by', start: null, end: day, precision: 'day', dependsOn: [] };
}

function yearFrom(digits = ''): number {
  return digits.length === 2 ? fullYear(Number(digits)) : Number(digits);
}
