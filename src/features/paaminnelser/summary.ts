import type { Day, Moment } from '#src/domain/day.ts';
import { isEmailAddress } from '#src/domain/email-address.ts';
import type { Judged } from '#src/domain/judgement.ts';
import type { Kontakt } from '#src/domain/kontakter.ts';
import { nameKey } from '#src/domain/names.ts';
import type { Model } from '#src/sheets/model.ts';
import { judgeModel } from '../judge-model.ts';
import { openUnitsOf, unitSpelling } from '../unit.ts';
import { isQuiet, remindedOn } from './reminder-days.ts';

/** One unit's digest: everything it is to hear about today, the longest overdue first. */
export interface Digest extends Reach {
  readonly unit: string;
  readonly tiltak: readonly Judged[];
}

/** How a unit is reached; both null when Kontakter has neither a Slack id nor an e-mail address for it. */
type Reach = Pick<Kontakt, 'slack' | 'epost'>;

export interface ReminderSummary {
  readonly today: Day;
  readonly digests: readonly Digest[];
  /** Units with open tiltak that cannot be reached. */
  readonly unmapped: readonly string[];
  /** Open tiltak that nobody answers for. */
  readonly unowned: readonly Judged[];
  /** Why nobody is reminded today, or null. */
  readonly silent: 'outdated' | 'quiet' | null;
}

/** Decides who hears what today. Units come in the order the plan names them. */
export function summariseReminders(model: Model, now: Moment): ReminderSummary {
  const { innstillinger } = model;
  const judgement = judgeModel(model, now);
  const open = judgement.tiltak.filter(({ timing }) => timing !== 'done' && timing !== 'cancelled');
  const silent = judgement.outdated ? 'outdated' : isQuiet(now.day, innstillinger.quiet) ? 'quiet' : null;
  const named = new Map(open.map((j) => [j, openUnitsOf(j, model)]));
  const spelt = unitSpelling([...named.values()].flat(), model);
  const owners = new Map([...named].map(([j, units]) => [j, [...new Set(units.map(spelt))]]));
  const units = [...new Set([...owners.values()].flat())];
  const reaches = new Map(model.kontakter.map(({ navn, slack, epost }) => [nameKey(navn), { slack, epost }]));
  const reachOf = (unit: string): Reach => reaches.get(nameKey(unit)) ?? byOwnAddress(unit);

  const reminded = silent === null ? remindedOn(now.day, open, innstillinger) : [];
  const byUnit = Map.groupBy(
    reminded.flatMap((j) => (owners.get(j) ?? []).map((unit) => ({ unit, j }))),
    ({ unit }) => unit,
  );
  const digests = units.flatMap((unit) => {
    const tiltak = (byUnit.get(unit) ?? []).map(({ j }) => j).toSorted(byDeadline);
    return tiltak.length === 0 ? [] : [{ unit, ...reachOf(unit), tiltak }];
  });

  return {
    today: now.day,
    digests,
    unmapped: units.filter((unit) => isUnmapped(reachOf(unit))),
    unowned: open.filter(({ tiltak }) => tiltak.ansvarlig.length === 0),
    silent,
  };
}

/** Whether Kontakter says neither where nor by what address the unit is in Slack. */
export function isUnmapped({ slack, epost }: Reach): boolean {
  return slack === null && epost === null;
}

/** A people chip, or an address as it is written, says itself by what its owner is found. */
function byOwnAddress(unit: string): Reach {
  return { slack: null, epost: isEmailAddress(unit) ? unit : null };
}

function byDeadline(a: Judged, b: Judged): number {
  const end = (j: Judged) => j.tiltak.frist.end ?? '9999';
  return end(a) < end(b) ? -1 : Number(end(a) > end(b));
}
