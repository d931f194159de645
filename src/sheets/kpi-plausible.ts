import type { FaultList } from './fault-list.ts';
import { type CountColumn, formOf, titleOf } from './kpi-columns.ts';
import type { KpiDataColumn } from './kpi-data.ts';
import type { RowCells } from './read-tab.ts';

type Counts = ReadonlyMap<string, number | null>;

/** Pairs where the first is some of the second, and so can never be more. */
const PARTS: readonly (readonly [part: CountColumn, whole: CountColumn])[] = [
  ['ukp-opphold-uten-dogn', 'ukp-opphold'],
  ['ukp-rett-hjem', 'ukp-opphold'],
  ['re-innleggelser', 'utskrivninger'],
];

const STAYS = formOf('ukp-opphold');
const WITHOUT_DAYS = formOf('ukp-opphold-uten-dogn');
const DAYS = formOf('ukp-dogn');

/**
 * Asks about typed counts that contradict each other. KPI 1–3 of seed plan 001 are one equation: the days are the stays
 * with days times their mean, and no such stay has less than one. The counts are used as they stand, never corrected.
 */
export function addImplausibleFaults(row: RowCells<KpiDataColumn>, counts: Counts, faults: FaultList): void {
  for (const [part, whole] of PARTS) {
    const [some, all] = [counts.get(formOf(part)), counts.get(formOf(whole))];
    if (!isNumber(some) || !isNumber(all) || some <= all) continue;
    faults.add(
      row.at(part),
      String(some),
      `høyst ${all}`,
      `${titleOf(part)} (${some}) kan ikke være flere enn ${titleOf(whole)} (${all}). Rett det tallet som er feil.`,
    );
  }
  addDaysFault(row, counts, faults);
}

function addDaysFault(row: RowCells<KpiDataColumn>, counts: Counts, faults: FaultList): void {
  const [stays, withoutDays, days] = [counts.get(STAYS), counts.get(WITHOUT_DAYS), counts.get(DAYS)];
  if (!isNumber(stays) || !isNumber(withoutDays) || !isNumber(days) || withoutDays > stays) return;
  const withDays = stays - withoutDays;

  if (days < withDays) {
    faults.add(
      row.at('ukp-dogn'),
      String(days),
      `minst ${withDays}`,
      `${withDays} opphold har minst ett døgn hver, men UKP-døgn er bare ${days}. Rett det tallet som er feil.`,
    );
  }
  if (withDays === 0 && days > 0) {
    faults.add(
      row.at('ukp-dogn'),
      String(days),
      '0',
      `Alle ${stays} opphold er uten liggedøgn, men UKP-døgn er ${days}. Rett det tallet som er feil.`,
    );
  }
}

function isNumber(count: number | null | undefined): count is number {
  return typeof count === 'number';
}
