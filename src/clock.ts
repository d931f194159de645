import { type Moment, momentAt, momentInOslo, parseIsoDay } from './domain/day.ts';

/** What the domain calls now. Leases, back-off and look-ups use real time instead. */
export type Clock = () => Moment;

export const systemClock: Clock = () => momentAt(Date.now());

/** The hour at which the bot speaks, and what a date without a time means. */
const MORNING = 8 * 60;

/** A Monday in the seed plan's own time: with today's date the example would be nothing but old alarms. */
const EXAMPLE_NOW: Moment = momentInOslo('2024-06-03' as Moment['day'], MORNING);

/** Reads `--dato`: `2024-06-03` (08:00) or `2024-06-03T08:00`, Oslo time; null when it is neither. */
export function parseDato(text: string): Moment | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2})?)?$/.exec(text.trim());
  const day = match?.[1] ? parseIsoDay(match[1]) : null;
  if (!match || day === null) return null;
  const minutes = match[2] === undefined ? MORNING : Number(match[2]) * 60 + Number(match[3]);
  return minutes < 24 * 60 && Number(match[3] ?? 0) < 60 ? momentInOslo(day, minutes) : null;
}

/** The clock of a run: the moment someone has chosen, the example's own when only the example is read, else the real one. */
export function chooseClock(chosen: Moment | null, onlyExample: boolean, real: Clock = systemClock): Clock {
  if (chosen) return () => chosen;
  return onlyExample ? () => EXAMPLE_NOW : real;
}
