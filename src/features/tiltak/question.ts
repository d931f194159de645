import type { Judged } from '#src/domain/judgement.ts';
import { nameKey, nearest, sameName } from '#src/domain/names.ts';
import type { Model } from '#src/sheets/model.ts';
import { plainNr } from '#src/sheets/tiltak-text.ts';
import { findUnit, unitsOf } from '../unit.ts';

/** What the words after /tiltak ask for. */
export type TiltakQuestion =
  | { readonly kind: 'all' }
  | { readonly kind: 'list'; readonly list: ListName }
  | { readonly kind: 'nr'; readonly nr: string }
  | { readonly kind: 'aktivitet'; readonly nr: string }
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'mine' }
  | { readonly kind: 'text'; readonly words: string };

type ListName = 'forfalt' | 'snart' | 'uten frist' | 'uten ansvarlig' | 'uklare' | 'ferdige' | 'venter';

const LIST_WORDS: Readonly<Record<string, ListName>> = {
  forfalt: 'forfalt',
  forfalte: 'forfalt',
  'over fristen': 'forfalt',
  'over frist': 'forfalt',
  utløpt: 'forfalt',
  snart: 'snart',
  'frist snart': 'snart',
  'uten frist': 'uten frist',
  'uten ansvarlig': 'uten ansvarlig',
  uklar: 'uklare',
  uklare: 'uklare',
  ferdig: 'ferdige',
  ferdige: 'ferdige',
  venter: 'venter',
};

/** Reads the words. A number comes first, then the lists, then units and kommuner by name, then free text. */
export function parseTiltakQuestion(words: string, model: Model): TiltakQuestion {
  const text = words.replace(/\s+/g, ' ').trim();
  if (text === '' || sameName(text, 'alle')) return { kind: 'all' };
  if (sameName(text, 'mine')) return { kind: 'mine' };

  const list = LIST_WORDS[text.toLowerCase()];
  if (list) return { kind: 'list', list };

  const unnumbered = model.plan?.aktiviteter.find(({ nr }) => nr.startsWith('A') && sameName(nr, text));
  if (unnumbered) return { kind: 'aktivitet', nr: unnumbered.nr };
  const number = /^(?:tiltak|aktivitet|nr\.?)?\s*(\d{1,3}(?:[.,]\d{1,3})*)\.?$/i.exec(text)?.[1];
  if (number) {
    const nr = plainNr(number.replaceAll(',', '.'));
    const isTiltak = model.plan?.tiltak.some((t) => t.nr === nr) ?? false;
    return { kind: nr.includes('.') || isTiltak ? 'nr' : 'aktivitet', nr };
  }
  const unit = findUnit(text, model);
  return unit === null ? { kind: 'text', words: text } : { kind: 'unit', unit };
}

/** The tiltak a question is about, in the order of the plan. */
export function selectTiltak(
  question: Exclude<TiltakQuestion, { kind: 'mine' }>,
  judged: readonly Judged[],
  model: Model,
): readonly Judged[] {
  switch (question.kind) {
    case 'all':
      return judged;
    case 'list':
      return judged.filter(LISTS[question.list]);
    case 'nr':
      return judged.filter(({ tiltak }) => tiltak.nr === question.nr);
    case 'aktivitet':
      return judged.filter(({ tiltak }) => tiltak.aktivitet === question.nr);
    case 'unit':
      // «Kommunene» is nobody's name in Kontakter, but it is what the plan says.
      return judged.filter((j) =>
        [...unitsOf(j, model), ...j.tiltak.ansvarlig].some((unit) => sameName(unit, question.unit)),
      );
    case 'text':
      return judged.filter((j) => mentions(j, question.words, model));
  }
}

const LISTS: Readonly<Record<ListName, (judged: Judged) => boolean>> = {
  forfalt: ({ timing }) => timing === 'overdue',
  snart: ({ timing }) => timing === 'due-soon',
  'uten frist': ({ timing }) => timing === 'no-deadline',
  'uten ansvarlig': ({ tiltak, timing }) =>
    tiltak.ansvarlig.length === 0 && timing !== 'done' && timing !== 'cancelled',
  uklare: ({ timing }) => timing === 'unclear',
  ferdige: ({ timing }) => timing === 'done',
  venter: ({ timing }) => timing === 'waiting',
};

function mentions({ tiltak }: Judged, words: string, model: Model): boolean {
  const aktivitet = model.plan?.aktiviteter.find(({ nr }) => nr === tiltak.aktivitet)?.name ?? '';
  const everything = [tiltak.text, tiltak.kortnavn ?? '', aktivitet, tiltak.kommentar, ...tiltak.ansvarlig]
    .join(' ')
    .toLowerCase();
  return words
    .toLowerCase()
    .split(' ')
    .every((word) => everything.includes(word));
}

/** What somebody who got no answer may have meant: a list, a unit, a kommune or a word of the plan; or null. */
export function suggestion(words: string, model: Model): string | null {
  const units = [...model.register.names, ...(model.plan?.tiltak.flatMap(({ ansvarlig }) => ansvarlig) ?? [])];
  const texts = model.plan?.tiltak.flatMap(({ text }) => text.split(/[^\p{L}-]+/u)) ?? [];
  const candidates = [
    'forfalt',
    'snart',
    'uten frist',
    'ferdige',
    'mine',
    ...units,
    ...texts.filter((t) => t.length > 4),
  ];
  const near = nearest(words, [...new Set(candidates)]);
  return near !== null && nameKey(near) !== nameKey(words) ? near : null;
}
