import type { Moment } from '#src/domain/day.ts';
import { judgePlan, type PlanJudgement } from '#src/domain/judgement.ts';
import type { Plan } from '#src/domain/tiltak.ts';
import type { Model } from '#src/sheets/model.ts';

const judgements = new WeakMap<Plan, Map<string, PlanJudgement>>();

/** The judgement of the model's plan on a day, made once per reading and day; of an empty plan when there is none. */
export function judgeModel(model: Model, now: Moment): PlanJudgement {
  const plan = model.plan ?? NO_PLAN;
  const byDay = judgements.get(plan) ?? new Map<string, PlanJudgement>();
  judgements.set(plan, byDay);
  const judgement = byDay.get(now.day) ?? judgePlan(plan, contextOf(model, now));
  // A bot that runs for months judges many days; only the last one is asked about again.
  if (!byDay.has(now.day)) byDay.clear();
  byDay.set(now.day, judgement);
  return judgement;
}

/** Names of the kommuner in Kontakter. */
export function kommunerOf(model: Model): readonly string[] {
  return model.kontakter.filter(({ type }) => type === 'kommune').map(({ navn }) => navn);
}

/** Kommunegrupper: those with a row of their own, and those that kommuner say they belong to. */
export function kommunegrupperOf(model: Model): readonly string[] {
  const named = model.kontakter.filter(({ type }) => type === 'gruppe').map(({ navn }) => navn);
  const mentioned = model.kontakter.flatMap(({ type, gruppe }) => (type === 'kommune' && gruppe ? [gruppe] : []));
  return [...new Set([...named, ...mentioned])];
}

const NO_PLAN: Plan = { aktiviteter: [], tiltak: [], skipped: 0 };

function contextOf(model: Model, now: Moment) {
  return {
    today: now.day,
    dueSoonDays: model.innstillinger.dueSoonDays,
    kommuner: kommunerOf(model),
    kommunegrupper: kommunegrupperOf(model),
    kommuneStatuses: model.kommuneStatuses,
  };
}
