import type { Day, Moment } from './day.ts';
import type { TiltakLife } from './plan-lives.ts';
import type { TiltakRecord, TiltakState } from './plan-past.ts';

/** How often a deadline has been moved later, and where it stood first. */
export interface Slips {
  readonly times: number;
  readonly first: Day;
}

/** One thing that is not as it was when the group was last told. `state` is how the tiltak is now, or was at last. */
export type PlanChange = { readonly state: TiltakState } & (
  | { readonly kind: 'status' | 'reported' | 'new' | 'removed' | 'deadline-set' }
  | { readonly kind: 'moved-later'; readonly slips: Slips }
  | { readonly kind: 'moved-earlier' | 'deadline-gone'; readonly before: Day }
);

/**
 * What is new since a moment, status first, in the order of the plan. Only what differs between then and now is news:
 * a slip of the pen that has been put right is none. Null when nothing is remembered from then.
 */
export function changesSince(lives: readonly TiltakLife[], told: Moment): readonly PlanChange[] | null {
  if (!lives.some(({ records }) => records.some(({ at }) => at <= told.ms))) return null;
  const changes = lives.flatMap((life) => changesOf(life, told));
  return KINDS.flatMap((kind) => changes.filter((change) => kind.includes(change.kind)));
}

/** What people most want to hear comes first. */
const KINDS: readonly (readonly PlanChange['kind'][])[] = [
  ['status'],
  ['moved-later', 'moved-earlier', 'deadline-set', 'deadline-gone'],
  ['reported'],
  ['new'],
  ['removed'],
];

/**
 * How often the deadline has slipped; null when it never has. A slip is a deadline moved later. One that was moved back is
 * forgotten, whether it was a typing error or a change of mind, and so are readings nobody could understand.
 */
export function slipsOf({ records, current }: TiltakLife): Slips | null {
  const later: Day[] = [];
  for (const { fristEnd } of [...records.filter(({ gone }) => !gone), ...(current ? [current] : [])]) {
    if (fristEnd === null) continue;
    while ((later.at(-1) ?? '') >= fristEnd) later.pop();
    later.push(fristEnd);
  }
  const [first] = later;
  return first === undefined || later.length === 1 ? null : { times: later.length - 1, first };
}

function changesOf(life: TiltakLife, told: Moment): readonly PlanChange[] {
  const { current } = life;
  const then = life.records.filter(({ at }) => at <= told.ms);
  const last = then.at(-1);
  if (!last || last.gone) return current ? [{ kind: 'new', state: current }] : [];
  if (!current) return [{ kind: 'removed', state: last }];
  const isOver = current.status === 'done' || current.status === 'cancelled';
  return [
    ...statusChange(then, current),
    ...(isOver ? [] : [...deadlineChange(life, then, current), ...reportedChange(last, current)]),
  ];
}

/** A status nobody could read is a fault, told elsewhere; the one before it stands. */
function statusChange(then: readonly TiltakRecord[], state: TiltakState): readonly PlanChange[] {
  const before = then.findLast(({ status }) => status !== 'unknown');
  const isNews = before !== undefined && state.status !== 'unknown' && before.status !== state.status;
  return isNews ? [{ kind: 'status', state }] : [];
}

/** The same day written in another way is no news. */
function deadlineChange(life: TiltakLife, then: readonly TiltakRecord[], state: TiltakState): readonly PlanChange[] {
  const readable = ({ fristKind }: TiltakState) => fristKind !== 'unknown' && fristKind !== 'fault';
  const known = then.findLast(readable);
  if (!known || !readable(state)) return [];
  const [before, after] = [known.fristEnd, state.fristEnd];
  if (before === after) return [];
  if (before === null) return [{ kind: 'deadline-set', state }];
  if (after === null) return [{ kind: 'deadline-gone', state, before }];
  const slips = after > before ? slipsOf(life) : null;
  return [slips ? { kind: 'moved-later', state, slips } : { kind: 'moved-earlier', state, before }];
}

/** More or fewer have reported; that there are more or fewer of them is another matter. */
function reportedChange({ reported: before }: TiltakState, state: TiltakState): readonly PlanChange[] {
  const { reported } = state;
  const isNews = before !== null && reported !== null && before !== reported;
  return isNews ? [{ kind: 'reported', state }] : [];
}
