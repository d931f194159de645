import type { Judged } from '#src/domain/judgement.ts';
import type { Aktivitet } from '#src/domain/tiltak.ts';

/** One aktivitet and its tiltak, in the order of the plan. */
export interface AktivitetGroup {
  readonly aktivitet: Aktivitet;
  readonly tiltak: readonly Judged[];
}

/** Every tiltak once, under its aktivitet; those without one come last, or alone as «Tiltak». */
export function groupByAktivitet(
  aktiviteter: readonly Aktivitet[],
  tiltak: readonly Judged[],
): readonly AktivitetGroup[] {
  const byNr = Map.groupBy(tiltak, (judged) => judged.tiltak.aktivitet);
  const listed = new Set(aktiviteter.map(({ nr }) => nr));
  const name = aktiviteter.length === 0 ? 'Tiltak' : 'Uten aktivitet';
  const rest = [...byNr.keys()].filter((nr) => !listed.has(nr)).map((nr) => ({ nr, name }));
  return [...aktiviteter, ...rest].map((aktivitet) => ({ aktivitet, tiltak: byNr.get(aktivitet.nr) ?? [] }));
}
