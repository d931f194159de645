import type { Day } from './day.ts';
import type { Judged } from './judgement.ts';

type ContradictionRule =
  | 'green-overdue'
  | 'done-but-red'
  | 'done-in-future'
  | 'done-before-dependency'
  | 'done-but-kommuner-open'
  | 'fullfort-but-open';

/** Two things in the sheet that cannot both be true. The bot asks; it never corrects. */
export interface Contradiction {
  readonly judged: Judged;
  readonly rule: ContradictionRule;
  /** For done-before-dependency: the tiltak it was to wait for. */
  readonly other: string | null;
}

/** What to ask people about, in the order of the plan. */
export function contradictionsOf(judged: readonly Judged[], today: Day): readonly Contradiction[] {
  const awaited = new Set(judged.flatMap(({ tiltak }) => tiltak.frist.dependsOn));
  const byNr = new Map(
    judged.flatMap((j) => (j.tiltak.nr !== null && awaited.has(j.tiltak.nr) ? [[j.tiltak.nr, j] as const] : [])),
  );
  return judged.flatMap((j) => [
    ...ownContradictions(j, today).map((rule) => ({ judged: j, rule, other: null })),
    ...dependenciesDoneLater(j, byNr).map((other) => ({ judged: j, rule: 'done-before-dependency' as const, other })),
  ]);
}

function ownContradictions({ tiltak, timing, perKommune }: Judged, today: Day): readonly ContradictionRule[] {
  const rules: ContradictionRule[] = [];
  const { fullfort } = tiltak;
  const openParts = perKommune.some((part) => part.status !== 'done' && part.status !== 'cancelled');

  if (timing === 'overdue' && tiltak.status === 'on-track') rules.push('green-overdue');
  if (fullfort !== null && tiltak.status === 'critical-deviation') rules.push('done-but-red');
  if (fullfort !== null && fullfort > today) rules.push('done-in-future');
  const rowSaysDone = tiltak.status === 'done' || fullfort !== null;
  if (rowSaysDone && timing !== 'done' && timing !== 'cancelled' && openParts) rules.push('done-but-kommuner-open');
  if (fullfort !== null && fullfort <= today && SAYS_OPEN.has(tiltak.status)) rules.push('fullfort-but-open');
  return rules;
}

const SAYS_OPEN = new Set(['not-started', 'minor-deviation', 'on-hold']);

/** Numbers of the tiltak this one was to wait for, though it was done first. */
function dependenciesDoneLater({ tiltak, timing }: Judged, byNr: ReadonlyMap<string, Judged>): readonly string[] {
  if (timing !== 'done') return [];
  return tiltak.frist.dependsOn.filter((nr) => {
    const other = byNr.get(nr);
    if (!other || other.timing === 'cancelled') return false;
    if (other.timing !== 'done') return true;
    const { fullfort } = other.tiltak;
    return tiltak.fullfort !== null && fullfort !== null && fullfort > tiltak.fullfort;
  });
}
