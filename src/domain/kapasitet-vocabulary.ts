import type { KapasitetRow, Kategori } from './kapasitet.ts';
import { FORMER_KOMMUNER } from './kapasitet-former-kommuner.ts';
import { KATEGORI_WORDS, parseKategori } from './kapasitet-kategori.ts';
import type { Kontakt } from './kontakter.ts';
import { nameKey, nearest } from './names.ts';

/** What a word or phrase of the question stands for. */
export type Meaning =
  /** `former` is the name it had before, when that is what was typed. */
  | { readonly kind: 'kommuner'; readonly names: readonly string[]; readonly former: string | null }
  | { readonly kind: 'enhet'; readonly name: string; readonly kommune: string }
  | { readonly kind: 'kategori'; readonly kategori: Kategori }
  /** What a unit may make a forbehold of (seed plan 001, tiltak 7.1). */
  | { readonly kind: 'forbehold'; readonly word: string }
  | { readonly kind: 'all' | 'receiving' | 'update' };

/** The names and words the sheet, Kontakter and the bot itself know. */
export interface Vocabulary {
  meaningOf(phrase: string): Meaning | null;
  /** The known name or word a misspelt one most likely is. */
  suggestionFor(phrase: string): string | null;
  /** No known phrase has more words. */
  readonly longestPhrase: number;
}

const COMMANDS: ReadonlyMap<string, Meaning> = new Map([
  ...keyed('all', ['alle', 'alt', 'alle kommuner', 'alle kommunene', 'hele lista', 'hele listen']),
  ...keyed('receiving', ['tar imot', 'tar i mot', 'ta imot', 'ta i mot', 'mottak']),
  ...keyed('receiving', ['tar imot fra andre', 'tar i mot fra andre', 'tar imot fra andre kommuner']),
  ...keyed('update', ['oppdater', 'oppdatere', 'oppdatering', 'rapporter', 'rapportere', 'registrer']),
  ...keyed('update', ['ingen endring', 'ingen endringer', 'uendret', 'bekreft', 'bekrefte']),
]);
const COMMAND_WORDS = ['alle', 'tar imot', 'oppdater'] as const;

const FORBEHOLD: ReadonlyMap<string, Meaning> = new Map([
  ...['delir', 'delirium', 'deliriøs'].map((form) => forbehold(form, 'delir')),
  ...['terminal', 'terminale', 'terminalt', 'terminalpasient'].map((form) => forbehold(form, 'terminal')),
]);

/** «Øyeblikkelig hjelp døgn» and «tar i mot fra andre» are the longest phrases of the bot's own. */
const OWN_LONGEST_PHRASE = 5;
/** A pasted sentence in an Enhet cell is no name anyone types. */
const LONGEST_NAME = 8;

/** Collects the words once per question. Of two meanings of one word, kommune comes first and enhet last. */
export function vocabularyOf(rows: readonly KapasitetRow[], kontakter: readonly Kontakt[]): Vocabulary {
  const meanings = new Map<string, Meaning>();
  const names = new Set<string>();
  let longestPhrase = OWN_LONGEST_PHRASE;

  const know = (name: string, meaning: Meaning) => {
    const key = typedKey(name);
    // A unit that goes by a number only would make every number of places a unit.
    if (key === '' || /^\d+$/.test(key) || meanings.has(key)) return;
    meanings.set(key, meaning);
    names.add(name);
    longestPhrase = Math.max(longestPhrase, Math.min(name.split(/\s+/).length, LONGEST_NAME));
  };

  for (const { kommune } of rows) know(kommune, { kind: 'kommuner', names: [kommune], former: null });
  for (const { navn, aliases, type } of kontakter) {
    if (type !== 'kommune') continue;
    const known = meanings.get(typedKey(navn)) ?? { kind: 'kommuner', names: [navn], former: null };
    for (const name of [navn, ...aliases]) know(name, known);
  }
  for (const [gruppe, kommuner] of kommunegrupper(kontakter))
    know(gruppe, { kind: 'kommuner', names: kommuner, former: null });
  for (const { enhet, kommune } of rows) {
    const taken = enhet === '' || COMMANDS.has(typedKey(enhet)) || parseKategori(enhet) !== null;
    if (!taken) know(enhet, { kind: 'enhet', name: enhet, kommune });
  }

  const candidates = [...names, ...KATEGORI_WORDS, ...COMMAND_WORDS];
  return {
    longestPhrase,
    meaningOf(phrase) {
      const key = typedKey(phrase);
      const own = meanings.get(key) ?? COMMANDS.get(key) ?? FORBEHOLD.get(key) ?? formerKommune(key);
      return own ?? kategoriMeaning(phrase);
    },
    suggestionFor: (phrase) => onlyOneBeginningWith(phrase, candidates) ?? nearest(phrase, candidates),
  };
}

function keyed(
  kind: 'all' | 'receiving' | 'update',
  phrases: readonly string[],
): readonly (readonly [string, Meaning])[] {
  return phrases.map((phrase) => [typedKey(phrase), { kind }]);
}

function forbehold(form: string, word: string): readonly [string, Meaning] {
  return [typedKey(form), { kind: 'forbehold', word }];
}

/** A former kommune is what it became, unless the sheet or Kontakter still knows the name. */
function formerKommune(key: string): Meaning | null {
  const former = FORMER_KOMMUNER.find(({ name }) => typedKey(name) === key);
  return former ? { kind: 'kommuner', names: former.now, former: former.name } : null;
}

function kategoriMeaning(phrase: string): Meaning | null {
  const kategori = parseKategori(phrase);
  return kategori && { kind: 'kategori', kategori };
}

/** «midtre» is more than a third away from «Midtre Gauldal», but can be nothing else. */
function onlyOneBeginningWith(phrase: string, candidates: readonly string[]): string | null {
  const key = typedKey(phrase);
  if (key.length < 3) return null;
  const [only, ...others] = candidates.filter((candidate) => typedKey(candidate).startsWith(key));
  return others.length === 0 ? (only ?? null) : null;
}

function kommunegrupper(kontakter: readonly Kontakt[]): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const { navn, type, gruppe } of kontakter) {
    if (type !== 'kommune' || gruppe === null) continue;
    const group = members.get(gruppe);
    if (group) group.push(navn);
    else members.set(gruppe, [navn]);
  }
  return members;
}

/** One key for every way a name is typed: «Frøya», «FROEYA», «froya»; «Trondheim kommune» is Trondheim. */
function typedKey(name: string): string {
  return nameKey(name.replace(/\s+kommune$/i, ''))
    .replace(/æ|ae/g, 'a')
    .replace(/ø|oe/g, 'o')
    .replace(/å|aa/g, 'a');
}
