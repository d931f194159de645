import type { CellValue } from './cell-value.ts';
import { type Day, daysBetween, fromSerial, type Moment, momentAt, momentInOslo, parseIsoDay, yearOf } from './day.ts';
import { parseTidsrom } from './tidsrom.ts';

/** When a figure was last confirmed: blank, not to be read, or a moment. */
export type Stamp = Moment | 'blank' | 'unreadable';

const SERIAL_TEXT = /^[34567]\d{4}(?:[.,]\d+)?$/;
const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d{1,2}):(\d\d)(?::\d\d(?:[.,]\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/i;
/** The clock last, after «kl.» or not: «07:12», «7.12», «kl 0712», «kl. 7». The day stands before it. */
const DAY_THEN_CLOCK = /^(.*?\d{4}|.*?[./]\d\d)[\s,]+(?:(?:kl\.?|klokken)\s*)?(\d{1,2})[:.]?(\d\d)(?:[:.]\d\d)?$/i;
const DAY_THEN_HOUR = /^(.*?\d{4}|.*?[./]\d\d)[\s,]+(?:kl\.?|klokken)\s*(\d{1,2})$/i;
/** A single day with its year; parseTidsrom also reads deadlines («før 1.5.24»), which say nothing of when. */
const ONE_DAY = /^(?:\p{L}+dag,?\s+)?\d{1,2}(?:\s?[./-]\s?\d{1,2}\s?[./-]\s?|\.?\s?\p{L}{3,}\.?\s)\d{2}(?:\d{2})?\.?$/u;
const MINUTES_PER_DAY = 1440;
/** No capacity sheet is older; a smaller serial is a time of day or a count typed in the wrong column. */
const FIRST_YEAR = 2000;

/**
 * Reads «Oppdatert» as Oslo time: a real date, «03.06.2024 07:12», «3.6.2024 kl. 07.12», «2024-06-03 07:12»,
 * «3. juni 2024 07:12». A day alone counts from 00:00, so that a figure never looks fresher than it is.
 */
export function parseOppdatert(cell: CellValue): Stamp {
  if (cell === null) return 'blank';
  if (typeof cell === 'number') return fromSerialStamp(cell);
  if (typeof cell === 'object') return 'serial' in cell ? fromSerialStamp(cell.serial) : 'unreadable';
  if (typeof cell === 'boolean') return 'unreadable';

  const text = cell.replace(/\s+/g, ' ').trim();
  if (text === '') return 'blank';
  if (SERIAL_TEXT.test(text)) return fromSerialStamp(Number(text.replace(',', '.')));
  return isoStamp(text) ?? norwegianStamp(text) ?? 'unreadable';
}

function fromSerialStamp(serial: number): Stamp {
  const local = fromSerial(serial);
  return local && yearOf(local.day) >= FIRST_YEAR ? momentInOslo(local.day, local.minutes) : 'unreadable';
}

function isoStamp(text: string): Moment | null {
  const [, date = '', hours = '0', minutes = '0', zone] = ISO.exec(text) ?? [];
  const moment = momentOf(parseIsoDay(date), hours, minutes);
  return moment && zone ? momentAt(utcMs(moment) - zoneMs(zone)) : moment;
}

function norwegianStamp(text: string): Moment | null {
  const [, day = text, hours = '0', minutes = '0'] = DAY_THEN_CLOCK.exec(text) ?? DAY_THEN_HOUR.exec(text) ?? [];
  return ONE_DAY.test(day) ? momentOf(singleDay(day), hours, minutes) : null;
}

function singleDay(text: string): Day | null {
  const { kind, start, end, precision } = parseTidsrom(text, null);
  return kind === 'by' && precision === 'day' && start === null ? end : null;
}

function momentOf(day: Day | null, hours: string, minutes: string): Moment | null {
  const clock = Number(hours) * 60 + Number(minutes);
  if (!day || yearOf(day) < FIRST_YEAR || Number(minutes) > 59 || clock >= MINUTES_PER_DAY) return null;
  return momentInOslo(day, clock);
}

/** The same clock in UTC. */
function utcMs({ day, minutes }: Moment): number {
  return (daysBetween('1970-01-01' as Day, day) * MINUTES_PER_DAY + minutes) * 60_000;
}

function zoneMs(zone: string): number {
  const [, sign = '', hours = '0', minutes = '0'] = /([+-])(\d\d):?(\d\d)/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
