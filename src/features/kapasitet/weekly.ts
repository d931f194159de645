import type { Moment } from '#src/domain/day.ts';
import type { JudgedKapasitet, JudgedRow } from '#src/domain/kapasitet-judgement.ts';
import { antall, dato } from '#src/message/norsk.ts';
import { EMPTY_SHEET, freshPeriod, ledige } from './phrases.ts';
import { laterText } from './sum-line.ts';

/**
 * What the weekly status says of capacity, without its heading: «7 ledige i 3 av 22 kommuner · bekreftet av 15 av 22 ·
 * ØHD 2 ledige». Figures nobody has confirmed are not 0: that would read as full everywhere.
 */
export function kapasitetWeeklyLine(judged: JudgedKapasitet, now: Moment): string {
  const { rows, sum } = judged;
  if (rows.length === 0) return EMPTY_SHEET;

  const hasOhd = rows.some(({ row }) => row.kategori === 'øhd');
  const isConfirmed = rows.some(({ status, row }) => status === 'confirmed' && row.kategori !== 'øhd');
  const korttid = isConfirmed
    ? [
        `${ledige(sum.ledig)} i ${sum.freeKommuner} av ${antall(sum.kommuner, 'kommune', 'kommuner')}${laterText(sum, now.day)}`,
        sum.notForOthers > 0 && `${sum.notForOthers} av dem ikke for andre kommuner`,
        `bekreftet av ${sum.confirmedKommuner} av ${sum.kommuner}`,
      ]
    : [notConfirmed(judged, now)];
  const ohd =
    hasOhd && (isConfirmed || sum.ohd !== null) && `ØHD ${sum.ohd === null ? 'ikke bekreftet' : ledige(sum.ohd)}`;
  return [...korttid, ohd].filter((part) => part).join(' · ');
}

function notConfirmed({ rows, sum, rule }: JudgedKapasitet, now: Moment): string {
  const whom = sum.kommuner === 1 ? 'ikke bekreftet' : `ikke bekreftet av noen av ${sum.kommuner} kommuner`;
  const newest = newestStamp(rows, now);
  const from = newest === null ? '' : ` (nyeste tall er fra ${dato(newest.day, now.day)})`;
  return `${whom} ${freshPeriod(rule)}${from}`;
}

/** Of figures that can be true: a stamp in the future tells nothing of when they were. */
function newestStamp(rows: readonly JudgedRow[], now: Moment): Moment | null {
  const stamps = rows.flatMap(({ row, ledig }) => (ledig === null || row.oppdatert === null ? [] : [row.oppdatert]));
  return stamps
    .filter(({ ms }) => ms <= now.ms)
    .reduce<Moment | null>((newest, stamp) => (newest === null || stamp.ms > newest.ms ? stamp : newest), null);
}
