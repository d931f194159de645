import { KATEGORIER, type Kategori } from './kapasitet.ts';
import { nameKey } from './names.ts';

/** What people call the kategorier, in sheets and in questions. «-plass», «-opphold» and the like are taken off first. */
const ALIASES: Readonly<Record<Kategori, readonly string[]>> = {
  'korttid utredning/behandling': [
    'korttid',
    'kort tid',
    'korttid utredning',
    'korttid behandling',
    'utredning',
    'behandling',
    'utredning og behandling',
    'korttid utredning og behandling',
    'korttidsplass',
  ],
  rehabilitering: ['rehab', 'korttid rehabilitering', 'korttid rehab', 'opptrening', 'rehabiliteringsenhet'],
  avlastning: ['avlasting', 'avlast', 'rullerende avlastning', 'korttid avlastning', 'avlastningsenhet'],
  lindrende: [
    'lindring',
    'lindrande',
    'lindrende behandling',
    'lindrende enhet',
    'palliativ',
    'palliativt',
    'palliative',
    'palliasjon',
    'palliativ enhet',
    'palliativ behandling',
  ],
  skjermet: ['skjerma', 'skjermede', 'skjerming', 'skjermet enhet', 'demens', 'skjermet demens', 'forsterket skjermet'],
  smitte: ['isolat', 'isolasjon', 'smitteisolat', 'luftsmitte', 'kontaktsmitte', 'mrsa'],
  øhd: [
    'ohd',
    'møhd',
    'kad',
    'ø-hjelp',
    'øyeblikkelig hjelp',
    'ø-hjelp døgn',
    'øyeblikkelig hjelp døgn',
    'øyeblikkelig hjelp døgntilbud',
    'øyeblikkelig hjelp døgnopphold',
    'kommunal akutt',
    'kommunal akutt døgn',
    'akutt',
    'akutt døgn',
  ],
  overgangsplass: ['overgang', 'overgangsbolig', 'mellomplass', 'utskrivning', 'ukp'],
};

const ENDING = /(?:plass|seng|senge|opphold|avdeling|post|døgn)(?:er|ar|en|et|a|ene|ane)?$/;
const SEPARATOR = /[/,()+&;]| og /;

const BY_KEY: ReadonlyMap<string, Kategori> = new Map(
  KATEGORIER.flatMap((kategori) =>
    [kategori, ...ALIASES[kategori]].flatMap((name) => keysOf(name).map((key) => [key, kategori] as const)),
  ),
);

/**
 * The kategori a text means, in any case and with or without «-plass»: «Rehab», «KAD-plasser», «demens/skjermet»,
 * «korttid (2. etasje)». Null when it is none of ours, or two at once («korttid/rehab»).
 */
export function parseKategori(text: string): Kategori | null {
  const parts = text.split(SEPARATOR).filter((part) => nameKey(part) !== '');
  const [first = null, ...rest] = parts.length > 1 ? parts.map(lookUp) : [];
  if (first && !rest.includes(null)) return rest.every((kategori) => kategori === first) ? first : null;
  return lookUp(text) ?? lookUp(text.replace(/\([^)]*\)?/g, ' '));
}

/** Short words people type for a kategori, to suggest when a word is misspelt. */
export const KATEGORI_WORDS: readonly string[] = [
  ...KATEGORIER,
  'korttid',
  'rehab',
  'palliativ',
  'demens',
  'ø-hjelp',
  'KAD',
];

function lookUp(text: string): Kategori | null {
  for (const key of keysOf(text)) {
    const kategori = BY_KEY.get(key);
    if (kategori) return kategori;
  }
  return null;
}

/** The name's key, and what is left without «-plass»; both with o for ø, as on a keyboard without it. */
function keysOf(name: string): readonly string[] {
  const key = nameKey(name).replaceAll('oe', 'ø').replaceAll('ø', 'o');
  const stem = key.replace(ENDING, '');
  // The s of «rehabiliteringsplass» binds the words together; that of «demensplass» is demens' own.
  return [key, stem, ...(stem === key ? [] : [stem.replace(/s$/, '')])].filter((k) => k !== '');
}
