import { type CellValue, cellText } from './cell-value.ts';

/** «8», «08:00», «8.00», «0830», «kl. 08:30», «08:00:00» as a spreadsheet exports it. */
const CLOCK = /^(?:kl(?:okk[ae]n?)?\.? ?)?(?:(?<hour>\d{1,2})(?:[.:](?<minute>\d{2})(?:[.:]00)?)?|(?<four>\d{4}))$/i;

/** Less than this is a part of a day, as a spreadsheet holds a time of day that lost its format. */
const ONE_DAY = 1;

/** Reads a time of day as minutes after midnight; null when it is none. A date is no time of day, also with an hour. */
export function parseKlokkeslett(cell: CellValue): number | null {
  const isFraction = typeof cell === 'number' && cell > 0 && cell < ONE_DAY;
  const found = CLOCK.exec(cellText(isFraction ? { serial: cell } : cell))?.groups;
  if (!found) return null;
  const { hour = found.four?.slice(0, 2), minute = found.four?.slice(2) } = found;
  const [hours, minutes] = [Number(hour), Number(minute ?? 0)];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}
