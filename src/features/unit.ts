import { isFanOutPhrase, unitOf } from '#src/domain/ansvarlig.ts';
import type { Judged } from '#src/domain/judgement.ts';
import { sameName } from '#src/domain/names.ts';
import type { Model } from '#src/sheets/model.ts';
import { kommunegrupperOf, kommunerOf } from './judge-model.ts';

/** Everyone a tiltak is for: named units by their own names, and every kommune or group that a phrase fans out to. */
export function unitsOf(judged: Judged, model: Model): readonly string[] {
  const { ansvarlig, fanOut } = judged.tiltak;
  const everyone =
    fanOut === 'kommuner' ? kommunerOf(model) : fanOut === 'kommunegrupper' ? kommunegrupperOf(model) : [];
  const named = ansvarlig.filter((party) => !isFanOutPhrase(party)).map((party) => unitOf(model.register, party));
  return [...new Set([...named, ...everyone])];
}

/** Those of a tiltak's units that still have something to do: a kommune that has done its part is left in peace. */
export function openUnitsOf(judged: Judged, model: Model): readonly string[] {
  const finished = judged.perKommune
    .filter(({ status }) => status === 'done' || status === 'cancelled' || status === 'on-hold')
    .map(({ kommune }) => kommune);
  return unitsOf(judged, model).filter((unit) => !finished.some((kommune) => sameName(kommune, unit)));
}

/** The unit a person means, as Kontakter spells it, or null. */
export function findUnit(text: string, model: Model): string | null {
  const known = unitOf(model.register, text);
  if (model.register.resolve(known) !== null) return known;
  const parties = (model.plan?.tiltak ?? []).flatMap(({ ansvarlig }) => ansvarlig);
  const groups = kommunegrupperOf(model);
  return [...parties, ...groups].find((name) => sameName(name, text)) ?? null;
}
