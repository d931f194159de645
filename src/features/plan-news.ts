import type { Moment } from '#src/domain/day.ts';
import type { Judged } from '#src/domain/judgement.ts';
import { changesSince, type PlanChange, type Slips, slipsOf } from '#src/domain/plan-changes.ts';
import { followTiltak } from '#src/domain/plan-lives.ts';
import type { PlanPast } from '#src/domain/plan-past.ts';
import type { Model } from '#src/sheets/model.ts';
import { statedTiltak } from './tiltak-states.ts';

/** The plan seen against its past. */
export interface PlanNews {
  /** When the group was last told; null when it never was, or nothing is remembered from then. */
  readonly told: Moment | null;
  readonly changes: readonly News[];
  /** How often a tiltak's deadline has slipped; null when it never has. */
  slipsOf(judged: Judged): Slips | null;
}

export interface News {
  readonly change: PlanChange;
  /** Null for what is no longer in the plan. */
  readonly judged: Judged | null;
}

/** What the past adds to the plan as it is now; nothing where there is no past. */
export function planNews(model: Model, now: Moment, past: PlanPast | null): PlanNews {
  if (past === null || model.plan === null) return NO_NEWS;
  const stated = statedTiltak(model, now);
  const judgedByKey = new Map(stated.map(({ judged, state }) => [state.key, judged]));
  const lives = followTiltak(
    past.records,
    stated.map(({ state }) => state),
  );
  const slips = new Map(lives.map((life) => [judgedByKey.get(life.current?.key ?? ''), slipsOf(life)]));
  const changes = past.lastTold && changesSince(lives, past.lastTold);
  return {
    told: changes && past.lastTold,
    changes: (changes ?? []).map((change) => ({
      change,
      judged: change.kind === 'removed' ? null : (judgedByKey.get(change.state.key) ?? null),
    })),
    slipsOf: (judged) => slips.get(judged) ?? null,
  };
}

const NO_NEWS: PlanNews = { told: null, changes: [], slipsOf: () => null };
