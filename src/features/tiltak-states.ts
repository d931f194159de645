import { cutText } from '#src/cut-text.ts';
import { hideBirthNumbers } from '#src/domain/birth-number.ts';
import type { Moment } from '#src/domain/day.ts';
import type { Judged } from '#src/domain/judgement.ts';
import { nameKey } from '#src/domain/names.ts';
import type { TiltakState } from '#src/domain/plan-past.ts';
import type { Tiltak } from '#src/domain/tiltak.ts';
import type { Model } from '#src/sheets/model.ts';
import { judgeModel } from './judge-model.ts';

const TITLE_LENGTH = 60;
/** Of a text that stands in for a number: enough to tell tiltak apart. */
const KEY_LENGTH = 80;

/** What is worth remembering of every tiltak, in the order of the plan. */
export function tiltakStates(model: Model, now: Moment): readonly TiltakState[] {
  return statedTiltak(model, now).map(({ state }) => state);
}

/** Every tiltak as judged now, with what is remembered of it. */
export function statedTiltak(
  model: Model,
  now: Moment,
): readonly { readonly judged: Judged; readonly state: TiltakState }[] {
  const seen = new Map<string, number>();
  return judgeModel(model, now).tiltak.map((judged) => {
    const name = keyOf(judged.tiltak);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    // Two rows with one number are a fault in the sheet; both are remembered all the same.
    return { judged, state: stateOf(judged, times === 1 ? name : `${name}#${times}`) };
  });
}

function stateOf({ tiltak, status, perKommune }: Judged, key: string): TiltakState {
  const fansOut = perKommune.length > 0;
  return {
    key,
    nr: tiltak.nr,
    title: cutText(hideBirthNumbers(tiltak.kortnavn ?? tiltak.text), TITLE_LENGTH),
    status,
    fristKind: tiltak.frist.kind,
    fristEnd: tiltak.frist.end,
    reported: fansOut ? perKommune.filter((part) => part.status !== 'not-reported').length : null,
    kommuner: fansOut ? perKommune.length : null,
  };
}

function keyOf({ nr, aktivitet, text }: Tiltak): string {
  return nr ?? `${aktivitet}/${nameKey(hideBirthNumbers(text)).slice(0, KEY_LENGTH)}`;
}
