import { type Day, daysBetween, type Moment, weekdayOf } from './day.ts';
import type { Innstillinger } from './innstillinger.ts';
import type { KapasitetRow } from './kapasitet.ts';
import { nameKey } from './names.ts';

type KapasitetStatus = 'confirmed' | 'stale' | 'not-reported';

/** Why figures are not confirmed. */
type Doubt = 'old' | 'no-stamp' | 'unreadable-stamp' | 'unreadable-from' | 'future-stamp';

/** One row with what can be said of it now. */
export interface JudgedRow {
  readonly row: KapasitetRow;
  /** Free places; negative is overbelegg; null when not reported. */
  readonly ledig: number | null;
  readonly status: KapasitetStatus;
  /** Null when confirmed. */
  readonly doubt: Doubt | null;
  /** Hours since it was confirmed, one decimal; null without a stamp that can be true. */
  readonly ageHours: number | null;
  /** So many more patients than places that a number is most likely typed wrong: something to ask, not a fault. */
  readonly unlikely: boolean;
}

/** Confirmed free places of some rows. Places for øyeblikkelig hjelp are never added to the others. */
export interface KapasitetSum {
  readonly ledig: number;
  /** Kommuner with at least one of these places. */
  readonly freeKommuner: number;
  /** Those of these places that are free only from a later day. */
  readonly later: LaterPlaces | null;
  /** Those of these places that are for the kommune's own patients only. */
  readonly notForOthers: number;
  /** Kommuner whose every row is confirmed. */
  readonly confirmedKommuner: number;
  readonly kommuner: number;
  /** Null when no row for øyeblikkelig hjelp is confirmed. */
  readonly ohd: number | null;
}

interface LaterPlaces {
  readonly ledig: number;
  /** The first such day. */
  readonly from: Day;
  /** Some of them are free only on a still later day. */
  readonly several: boolean;
}

export interface JudgedKapasitet {
  readonly rows: readonly JudgedRow[];
  readonly sum: KapasitetSum;
  /** What «confirmed» was judged by. */
  readonly rule: FreshnessRule;
}

export type FreshnessRule = Pick<Innstillinger, 'freshHours' | 'weekendsCount'>;

const MS_PER_HOUR = 3_600_000;
const MINUTES_PER_DAY = 1440;
/** Real overbelegg is a few patients in corridors; both together keep small units from being asked for nothing. */
const UNLIKELY_TIMES = 2;
const UNLIKELY_EXTRA = 10;
/** A Monday, so that weeks can be counted from it. */
const FIRST_MONDAY = '1900-01-01' as Day;

/**
 * Judges every row at a moment. Empty is not available: a bed counts when it is staffed, open, unoccupied and
 * unreserved, and only figures confirmed within the limit of the sheet's owners are added up.
 */
export function judgeKapasitet(rows: readonly KapasitetRow[], now: Moment, rule: FreshnessRule): JudgedKapasitet {
  const judged = rows.map((row) => judgeRow(row, now, rule));
  return { rows: judged, sum: sumKapasitet(judged, now.day), rule };
}

/**
 * Free places: min(bemannet, plasser − stengt) − belagt − reservert. Blank reservert and stengt are 0; of bemannet
 * and plasser one may be blank. Negative when there are more patients than places. Null when it cannot be known.
 */
export function ledigePlasser(row: KapasitetRow): number | null {
  const { plasser, bemannet, belagt, reservert, stengt } = row;
  if (row.unreadable || belagt === null || (plasser === null && bemannet === null)) return null;
  const open = plasser === null ? Number.POSITIVE_INFINITY : plasser - (stengt ?? 0);
  return Math.min(bemannet ?? Number.POSITIVE_INFINITY, open) - belagt - (reservert ?? 0);
}

/** Adds up rows already judged, such as those of one kommune. */
export function sumKapasitet(rows: readonly JudgedRow[], today: Day): KapasitetSum {
  const confirmed = rows.filter(({ status }) => status === 'confirmed');
  const ohd = confirmed.filter(({ row }) => row.kategori === 'øhd' && !row.duplicate);
  const free = confirmed.filter((judged) => isKorttidsplass(judged.row) && (judged.ledig ?? 0) > 0);
  const kommuner = kommunerOf(rows);
  const doubtful = kommunerOf(rows.filter(({ status }) => status !== 'confirmed'));
  return {
    ledig: total(free),
    freeKommuner: kommunerOf(free).size,
    later: laterPlaces(free, today),
    notForOthers: total(free.filter(({ row }) => row.tarImot === 'nei')),
    confirmedKommuner: kommuner.size - doubtful.size,
    kommuner: kommuner.size,
    ohd: ohd.length === 0 ? null : total(ohd.filter(({ ledig }) => (ledig ?? 0) > 0)),
  };
}

function laterPlaces(free: readonly JudgedRow[], today: Day): LaterPlaces | null {
  const later = free.filter(({ row }) => row.ledigFra !== null && row.ledigFra > today);
  const [from, ...others] = [...new Set(later.flatMap(({ row }) => row.ledigFra ?? []))].sort();
  return from === undefined ? null : { ledig: total(later), from, several: others.length > 0 };
}

/** Counts among the korttidsplasser: not øhd, not of a kategori nobody knows, not the same row again. */
export function isKorttidsplass({ kategori, kategoriText, duplicate }: KapasitetRow): boolean {
  return kategori !== 'øhd' && (kategori !== null || kategoriText === '') && !duplicate;
}

function judgeRow(row: KapasitetRow, now: Moment, rule: FreshnessRule): JudgedRow {
  const ledig = ledigePlasser(row);
  const doubt = doubtAbout(row, now, rule);
  const age = row.oppdatert === null ? -1 : now.ms - row.oppdatert.ms;
  return {
    row,
    ledig,
    status: ledig === null ? 'not-reported' : doubt ? 'stale' : 'confirmed',
    doubt,
    ageHours: age < 0 ? null : Math.round((age / MS_PER_HOUR) * 10) / 10,
    unlikely: ledig !== null && isUnlikely(row),
  };
}

function isUnlikely({ plasser, bemannet, belagt }: KapasitetRow): boolean {
  const places = plasser ?? bemannet ?? 0;
  return belagt !== null && belagt > UNLIKELY_TIMES * places && belagt > places + UNLIKELY_EXTRA;
}

function doubtAbout(row: KapasitetRow, now: Moment, { freshHours, weekendsCount }: FreshnessRule): Doubt | null {
  const { oppdatert: stamp, unreadableStamp, unreadableFrom } = row;
  if (stamp === null) return unreadableStamp === null ? 'no-stamp' : 'unreadable-stamp';
  if (stamp.ms > now.ms) return 'future-stamp';
  const age = weekendsCount ? now.ms - stamp.ms : (weekdayMinutes(now) - weekdayMinutes(stamp)) * 60_000;
  if (age > freshHours * MS_PER_HOUR) return 'old';
  return unreadableFrom === null ? null : 'unreadable-from';
}

/**
 * Minutes of Mondays to Fridays since the first Monday. Clock time will do: in Oslo the clocks change in the night
 * to a Sunday, which is not counted.
 */
function weekdayMinutes({ day, minutes }: Moment): number {
  const weekday = weekdayOf(day);
  const weeks = (daysBetween(FIRST_MONDAY, day) - (weekday - 1)) / 7;
  const days = weeks * 5 + Math.min(weekday - 1, 5);
  return days * MINUTES_PER_DAY + (weekday <= 5 ? minutes : 0);
}

function kommunerOf(rows: readonly JudgedRow[]): ReadonlySet<string> {
  return new Set(rows.map(({ row }) => nameKey(row.kommune)));
}

function total(rows: readonly JudgedRow[]): number {
  return rows.reduce((sum, { ledig }) => sum + (ledig ?? 0), 0);
}
