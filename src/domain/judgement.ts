import { type Contradiction, contradictionsOf } from './contradictions.ts';
import { addDays, type Day, daysBetween } from './day.ts';
import { type DependencyFault, findDependencyFaults } from './dependencies.ts';
import { isOutdated } from './outdated.ts';
import type { Status } from './status.ts';
import type { KommuneStatus, Plan, Tiltak } from './tiltak.ts';

export type Timing =
  | 'overdue'
  | 'due-soon'
  | 'on-track'
  | 'not-begun'
  | 'waiting'
  | 'ongoing'
  | 'no-deadline'
  | 'unclear'
  | 'done'
  | 'cancelled';

/** One of the many that answer for a tiltak together, and what it has reported. */
interface PartStatus {
  readonly kommune: string;
  readonly status: Status;
}

/** A tiltak seen from one day. */
export interface Judged {
  readonly tiltak: Tiltak;
  /** The tiltak's own status, or «done» when every kommune has done it. */
  readonly status: Status;
  readonly timing: Timing;
  /** Days past the last day; null unless overdue. */
  readonly daysOverdue: number | null;
  /** Days left until the last day (0 = today); null unless the deadline counts and has not passed. */
  readonly daysLeft: number | null;
  /** Open tiltak it waits for, by nr. */
  readonly waitsFor: readonly string[];
  /** Open tiltak that wait for it, by nr. */
  readonly blocks: readonly string[];
  /** Empty unless the tiltak fans out. */
  readonly perKommune: readonly PartStatus[];
}

export interface PlanJudgement {
  readonly tiltak: readonly Judged[];
  readonly contradictions: readonly Contradiction[];
  readonly dependencyFaults: readonly DependencyFault[];
  /** Nearly everything is more than half a year late: the plan is old, the work need not be. */
  readonly outdated: boolean;
}

export interface JudgementContext {
  readonly today: Day;
  readonly dueSoonDays: number;
  readonly kommuner: readonly string[];
  readonly kommunegrupper: readonly string[];
  readonly kommuneStatuses: readonly KommuneStatus[];
}

/**
 * Judges every tiltak of a plan on one day. The last day of a deadline counts in full: «innen 1.5.24» is not overdue
 * on 1 May and one day overdue on 2 May (seed plan 001, as its secretariat reads it).
 */
export function judgePlan(plan: Plan, context: JudgementContext): PlanJudgement {
  const everyone = partiesReader(context);
  const partsOf = partStatusReader(everyone, context.kommuneStatuses);
  const states = new Map(plan.tiltak.map((t) => [t, stateOf(t, partsOf(t), everyone(t).length > 0)]));
  const awaited = new Set(plan.tiltak.flatMap(({ frist }) => frist.dependsOn));
  const byNr = new Map(plan.tiltak.flatMap((t) => (t.nr !== null && awaited.has(t.nr) ? [[t.nr, t] as const] : [])));
  const dependencyFaults = findDependencyFaults(plan.tiltak);
  const faulty = new Set(dependencyFaults.map(({ tiltak }) => tiltak));
  const isOpen = (t: Tiltak) => states.get(t)?.phase === 'open';

  const waitsFor = (t: Tiltak): readonly string[] =>
    t.frist.dependsOn.filter((nr) => {
      const other = byNr.get(nr);
      return other !== undefined && other !== t && isOpen(other);
    });
  const days = { today: context.today, soon: addDays(context.today, context.dueSoonDays) };
  const blocks = blockedBy(plan.tiltak.filter(isOpen), waitsFor);

  const judged = plan.tiltak.map((t): Judged => {
    const { status, phase, parts } = states.get(t) ?? stateOf(t, partsOf(t), everyone(t).length > 0);
    const waiting = waitsFor(t);
    const timing = phase === 'open' ? timingOf(t, waiting.length > 0, faulty.has(t), days) : phase;
    const left = t.frist.end === null || !COUNTS_DAYS.has(timing) ? null : daysBetween(context.today, t.frist.end);
    return {
      tiltak: t,
      status,
      timing,
      daysOverdue: timing === 'overdue' && left !== null ? -left : null,
      daysLeft: timing === 'overdue' ? null : left,
      waitsFor: timing === 'waiting' ? waiting : [],
      blocks: t.nr === null ? [] : (blocks.get(t.nr) ?? []),
      perKommune: parts,
    };
  });

  return {
    tiltak: judged,
    contradictions: contradictionsOf(judged, context.today),
    dependencyFaults,
    outdated: isOutdated(judged, context.today),
  };
}

const COUNTS_DAYS: ReadonlySet<Timing> = new Set(['overdue', 'due-soon', 'on-track', 'not-begun']);

interface Days {
  readonly today: Day;
  /** The last day that counts as soon. */
  readonly soon: Day;
}

/** The order of these lines is the rule: what comes first decides. */
function timingOf({ frist }: Tiltak, waiting: boolean, faulty: boolean, { today, soon }: Days): Timing {
  const begun = frist.start === null || frist.start <= today;

  if (frist.kind === 'unknown' || frist.kind === 'fault' || faulty) return 'unclear';
  if (waiting) return 'waiting';
  if (frist.kind === 'ongoing') return begun ? 'ongoing' : 'not-begun';
  // A range without an end has nothing to be late for, once it has begun.
  if (frist.end === null && frist.start !== null) return begun ? 'ongoing' : 'not-begun';
  if (frist.end === null) return 'no-deadline';
  if (frist.end < today) return 'overdue';
  if (frist.end <= soon) return 'due-soon';
  return begun ? 'on-track' : 'not-begun';
}

interface TiltakState {
  readonly status: Status;
  readonly phase: 'open' | 'done' | 'cancelled';
  readonly parts: readonly PartStatus[];
}

/**
 * What many do is done when all of them have done it, or when the plan's own row says so and none of them has reported.
 * @param knowsAll whether it is known who «all» are: a plan without Kontakter is not done when the first has reported
 */
function stateOf(tiltak: Tiltak, parts: readonly PartStatus[], knowsAll: boolean): TiltakState {
  if (tiltak.status === 'cancelled') return { status: 'cancelled', phase: 'cancelled', parts };

  const counting = parts.filter(({ status }) => status !== 'cancelled');
  if (knowsAll && parts.length > 0 && counting.length === 0) return { status: 'cancelled', phase: 'cancelled', parts };
  const anyReported = counting.some(({ status }) => status !== 'not-reported');
  const allDone = anyReported && counting.every(({ status }) => status === 'done');
  const rowSaysDone = tiltak.status === 'done' || tiltak.fullfort !== null;
  const isDone = anyReported ? allDone && (knowsAll || rowSaysDone) : rowSaysDone;
  if (isDone) return { status: 'done', phase: 'done', parts };
  return { status: tiltak.status, phase: 'open', parts };
}

type PartiesOf = (tiltak: Tiltak) => readonly string[];

/** Those a fan-out phrase speaks of, as far as anybody has said who they are. */
function partiesReader({ kommuner, kommunegrupper }: JudgementContext): PartiesOf {
  const parties = { none: [], kommuner, kommunegrupper };
  return ({ fanOut }) => parties[fanOut];
}

/** One status for each of them; whoever has said nothing has not reported. */
function partStatusReader(
  everyone: PartiesOf,
  statuses: readonly KommuneStatus[],
): (t: Tiltak) => readonly PartStatus[] {
  const byNr = Map.groupBy(statuses, ({ nr }) => nr);
  return (tiltak) => {
    if (tiltak.fanOut === 'none') return [];
    const reported = new Map((byNr.get(tiltak.nr ?? '') ?? []).map((s) => [s.kommune, reportedStatus(s)]));
    return [...new Set([...everyone(tiltak), ...reported.keys()])].map((kommune) => ({
      kommune,
      status: reported.get(kommune) ?? 'not-reported',
    }));
  };
}

function reportedStatus({ status, fullfort }: KommuneStatus): Status {
  return fullfort !== null && status === 'not-reported' ? 'done' : status;
}

function blockedBy(
  tiltak: readonly Tiltak[],
  waitsFor: (t: Tiltak) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const blocks = new Map<string, string[]>();
  for (const t of tiltak) {
    for (const nr of waitsFor(t)) {
      if (t.nr === null) continue;
      const others = blocks.get(nr);
      if (others) others.push(t.nr);
      else blocks.set(nr, [t.nr]);
    }
  }
  return blocks;
}
