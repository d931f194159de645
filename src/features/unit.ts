import { isFanOutPhrase, unitKey, unitOf } from '#src/domain/ansvarlig.ts';
import type { Judged } from '#src/domain/judgement.ts';
import { nameKey, sameName } from '#src/domain/names.ts';
import type { Model } from '#src/sheets/model.ts';
import { kommunegrupperOf, kommunerOf } from './judge-model.ts';

/**
 * Everyone a tiltak is for: named units by their own names, and every kommune or group that a phrase fans out to. When
 * Kontakter names none of those, the phrase itself stands for them, so that somebody hears that nobody can be reached.
 */
export function unitsOf(judged: Judged, model: Model): readonly string[] {
  const { ansvarlig, fanOut } = judged.tiltak;
  const everyone =
    fanOut === 'kommuner' ? kommunerOf(model) : fanOut === 'kommunegrupper' ? kommunegrupperOf(model) : [];
  const named = ansvarlig
    .filter((party) => everyone.length === 0 || !isFanOutPhrase(party))
    .map((party) => unitOf(model.register, party));
  return [...new Set([...named, ...everyone])];
}

/** Those of a tiltak's units that still have something to do: a kommune that has done its part is left in peace. */
export function openUnitsOf(judged: Judged, model: Model): readonly string[] {
  const finished = new Set(
    judged.perKommune
      .filter(({ status }) => status === 'done' || status === 'cancelled' || status === 'on-hold')
      .map(({ kommune }) => nameKey(kommune)),
  );
  return unitsOf(judged, model).filter((unit) => !finished.has(nameKey(unit)));
}

/** One spelling for each unit: «Trondheim kommune» and «trondheim» are one also when Kontakter knows neither. */
export function unitSpelling(units: readonly string[], { register }: Model): (unit: string) => string {
  const spelling = new Map<string, string>();
  const strangers = new Map<string, string>();
  for (const unit of new Set(units)) {
    if (register.resolve(unit) !== null) continue;
    const key = unitKey(register, unit);
    const same = strangers.get(key);
    if (same === undefined) strangers.set(key, unit);
    else spelling.set(unit, same);
  }
  return (unit) => spelling.get(unit) ?? unit;
}

/** The unit a person means, as Kontakter spells it, or null. */
export function findUnit(text: string, model: Model): string | null {
  const known = unitOf(model.register, text);
  if (model.register.resolve(known) !== null) return known;
  const parties = (model.plan?.tiltak ?? []).flatMap(({ ansvarlig }) => ansvarlig);
  const groups = kommunegrupperOf(model);
  return [...parties, ...groups].find((name) => sameName(name, text)) ?? null;
}
