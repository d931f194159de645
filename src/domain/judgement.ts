import { type Contradiction, contradictionsOf } from './contradictions.ts';
import { addMonths, type Day, daysBetween } from './day.ts';
import { type DependencyFault, findDependencyFaults } from './dependencies.ts';
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
  const partsOf = partStatusReader(context);
  const states = new Map(plan.tiltak.map((t) => [t, stateOf(t, partsOf)]));
  const byNr = new Map(plan.tiltak.flatMap((t) => (t.nr === null ? [] : [[t.nr, t] as const])));
  const dependencyFaults = findDependencyFaults(plan.tiltak);
  const faulty = new Set(dependencyFaults.map(({ tiltak }) => tiltak));
  const isOpen = (t: Tiltak) => states.get(t)?.phase === 'open';

  const waitsFor = (t: Tiltak): readonly string[] =>
    t.frist.dependsOn.filter((nr) => {
      const other = byNr.get(nr);
      return other !== undefined && other !== t && isOpen(other);
    });
  const blocks = blockedBy(plan.tiltak.filter(isOpen), waitsFor);

  const judged = plan.tiltak.map((t): Judged => {
    const { status, phase, parts } = states.get(t) ?? stateOf(t, partsOf);
    const waiting = waitsFor(t);
    const timing = phase === 'open' ? timingOf(t, waiting.length > 0, faulty.has(t), context) : phase;
    const left = t.frist.end === null ? null : daysBetween(context.today, t.frist.end);
    return {
      tiltak: t,
      status,
      timing,
      daysOverdue: timing === 'overdue' && left !== null ? -left : null,
      daysLeft:
        left !== null && (timing === 'due-soon' || timing === 'on-track' || timing === 'not-begun') ? left : null,
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

/** The order of these lines is the rule: what comes first decides. */
function timingOf({ frist }: Tiltak, waiting: boolean, faulty: boolean, context: JudgementContext): Timing {
  const { today, dueSoonDays } = context;
  const begun = frist.start === null || frist.start <= today;

  if (frist.kind === 'unknown' || frist.kind === 'fault' || faulty) return 'unclear';
  if (waiting) return 'waiting';
  if (frist.kind === 'ongoing') return begun ? 'ongoing' : 'not-begun';
  // A range without an end has nothing to be late for, once it has begun.
  if (frist.end === null && frist.start !== null) return begun ? 'ongoing' : 'not-begun';
  if (frist.end === null) return 'no-deadline';
  if (frist.end < today) return 'overdue';
  if (daysBetween(today, frist.end) <= dueSoonDays) return 'due-soon';
  return begun ? 'on-track' : 'not-begun';
}

interface TiltakState {
  readonly status: Status;
  readonly phase: 'open' | 'done' | 'cancelled';
  readonly parts: readonly PartStatus[];
}

/** What many do is done when all of them have done it, or when the plan's own row says so and none of them has reported. */
function stateOf(tiltak: Tiltak, partsOf: (t: Tiltak) => readonly PartStatus[]): TiltakState {
  const parts = partsOf(tiltak);
  if (tiltak.status === 'cancelled') return { status: 'cancelled', phase: 'cancelled', parts };

  const counting = parts.filter(({ status }) => status !== 'cancelled');
  const anyReported = counting.some(({ status }) => status !== 'not-reported');
  const allDone = anyReported && counting.every(({ status }) => status === 'done');
  const rowSaysDone = tiltak.status === 'done' || tiltak.fullfort !== null;
  if (allDone || (rowSaysDone && !anyReported)) return { status: 'done', phase: 'done', parts };
  return { status: tiltak.status, phase: 'open', parts };
}

/** One status for each of those a fan-out phrase speaks of; whoever has said nothing has not reported. */
function partStatusReader(context: JudgementContext): (t: Tiltak) => readonly PartStatus[] {
  const byNr = Map.groupBy(context.kommuneStatuses, ({ nr }) => nr);
  return ({ nr, fanOut }) => {
    if (fanOut === 'none') return [];
    const reported = new Map((byNr.get(nr ?? '') ?? []).map((s) => [s.kommune, reportedStatus(s)]));
    const agreed = fanOut === 'kommuner' ? context.kommuner : context.kommunegrupper;
    return [...new Set([...agreed, ...reported.keys()])].map((kommune) => ({
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
      if (t.nr !== null) blocks.set(nr, [...(blocks.get(nr) ?? []), t.nr]);
    }
  }
  return blocks;
}

const OLD_MONTHS = 6;
const OLD_SHARE = 0.9;

/** At least 90 % of the open tiltak with a date are more than six months past it. */
function isOutdated(judged: readonly Judged[], today: Day): boolean {
  const dated = judged.filter(
    ({ tiltak, timing }) => tiltak.frist.end !== null && timing !== 'done' && timing !== 'cancelled',
  );
  const border = addMonths(today, -OLD_MONTHS);
  const old = dated.filter(({ tiltak }) => tiltak.frist.end !== null && tiltak.frist.end < border);
  return dated.length > 0 && old.length >= dated.length * OLD_SHARE;
}
