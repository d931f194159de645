import type { Day, Moment } from '#src/domain/day.ts';
import type { Judged } from '#src/domain/judgement.ts';
import { nameKey } from '#src/domain/names.ts';
import type { Model } from '#src/sheets/model.ts';
import { judgeModel } from '../judge-model.ts';
import { openUnitsOf, unitSpelling } from '../unit.ts';
import { isQuiet, isReminded } from './reminder-days.ts';

/** One unit's digest: everything it is to hear about today, the longest overdue first. */
export interface Digest {
  readonly unit: string;
  /** Null when Kontakter has no Slack id for it. */
  readonly slack: string | null;
  readonly tiltak: readonly Judged[];
}

export interface ReminderSummary {
  readonly today: Day;
  readonly digests: readonly Digest[];
  /** Units with open tiltak that cannot be reached in Slack. */
  readonly unmapped: readonly string[];
  /** Open tiltak that nobody answers for. */
  readonly unowned: readonly Judged[];
  /** Why nobody is reminded today, or null. */
  readonly silent: 'outdated' | 'quiet' | null;
}

/** Decides who hears what today. Units come in the order the plan names them. */
export function summariseReminders(model: Model, now: Moment): ReminderSummary {
  const judgement = judgeModel(model, now);
  const open = judgement.tiltak.filter(({ timing }) => timing !== 'done' && timing !== 'cancelled');
  const silent = judgement.outdated ? 'outdated' : isQuiet(now.day, model.innstillinger.quiet) ? 'quiet' : null;
  const named = new Map(open.map((j) => [j, openUnitsOf(j, model)]));
  const spelt = unitSpelling([...named.values()].flat(), model);
  const owners = new Map([...named].map(([j, units]) => [j, [...new Set(units.map(spelt))]]));
  const units = [...new Set([...owners.values()].flat())];
  const slackIds = new Map(model.kontakter.map(({ navn, slack }) => [nameKey(navn), slack]));
  const slackOf = (unit: string) => slackIds.get(nameKey(unit)) ?? null;

  const reminded = silent === null ? open.filter((j) => isReminded(j, now.day)) : [];
  const byUnit = Map.groupBy(
    reminded.flatMap((j) => (owners.get(j) ?? []).map((unit) => ({ unit, j }))),
    ({ unit }) => unit,
  );
  const digests = units.flatMap((unit) => {
    const tiltak = (byUnit.get(unit) ?? []).map(({ j }) => j).toSorted(byDeadline);
    return tiltak.length === 0 ? [] : [{ unit, slack: slackOf(unit), tiltak }];
  });

  return {
    today: now.day,
    digests,
    unmapped: units.filter((unit) => slackOf(unit) === null),
    unowned: open.filter(({ tiltak }) => tiltak.ansvarlig.length === 0),
    silent,
  };
}

function byDeadline(a: Judged, b: Judged): number {
  const end = (j: Judged) => j.tiltak.frist.end ?? '9999';
  return end(a) < end(b) ? -1 : Number(end(a) > end(b));
}
