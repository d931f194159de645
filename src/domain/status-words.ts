import { byFolding, foldLetters } from './misspelt.ts';
import { nameKey } from './names.ts';
import type { Status } from './status.ts';

/** The colours of the plan's traffic light (seed plan 001, «Leseveiledning»). */
export type Light = 'green' | 'yellow' | 'red';

export const LIGHT_SYMBOLS: ReadonlyMap<string, Light> = new Map([
  ['🟢', 'green'],
  ['🟩', 'green'],
  ['🟡', 'yellow'],
  ['🟨', 'yellow'],
  ['🔴', 'red'],
  ['🟥', 'red'],
]);

export const TICKS: ReadonlySet<string> = new Set(['✅', '✓', '✔', '☑']);

/** Lights whose colour was lost on the way to us; three of them in a row are the untouched template. */
export const COLOURLESS: ReadonlySet<string> = new Set(['●', '○', '•', '◯', '⚪', '⚫']);

const COLOUR_WORDS: Record<Light, readonly string[]> = {
  green: ['grønn', 'grøn', 'grønt'],
  yellow: ['gul', 'gult'],
  // No «g»: it is as much gul as grønn.
  red: ['rød', 'rødt', 'raud', 'raudt', 'r'],
};

/**
 * Bokmål and nynorsk, apart by commas. Only whole phrases count, so «nesten ferdig» and «ikke ferdig» are not «ferdig».
 * «Kritiske avvik, når ikke målsetning» and the other two sentences are the plan's own (seed plan 001).
 */
const PHRASES: Record<Exclude<Status, 'unknown'>, string> = {
  done: `
    ferdig, er ferdig, helt ferdig, heilt ferdig, ferdigstilt, fullført, er fullført, fullførd, er fullførd, sluttført,
    utført, er utført, utførd, er utførd, gjennomført, er gjennomført, gjennomførd, er gjennomførd, avsluttet, er avsluttet, avslutta, er avslutta, gjort, levert, i mål`,
  'on-track': `
    pågår, pågående, pågåande, under arbeid, i arbeid, i gang, er i gang, i rute, er i rute, startet, starta,
    påbegynt, påbyrja, igangsatt, satt i gang, igangsett, sett i gang, under gjennomføring, i prosess, på vei, på veg,
    etter planen, følger planen, følgjer planen, ingen avvik, uten avvik, utan avvik`,
  'minor-deviation': `
    forsinket, er forsinket, noe forsinket, litt forsinket, forsinka, forseinka, er forseinka, noko forseinka,
    litt forseinka, mindre avvik, mindre avvik men håndteres, mindre avvik som håndteres,
    mindre avvik men handterast, mindre avvik men blir handtert, mindre avvik som blir handtert`,
  'critical-deviation': `
    vesentlig forsinket, vesentlig forsinka, vesentleg forsinka, vesentleg forseinka, kritisk avvik, kritiske avvik,
    kritiske avvik når ikke målsetning, kritiske avvik når ikke målsetningen, kritiske avvik når ikke målsetting,
    kritiske avvik når ikke målsettingen, kritiske avvik når ikke målet, kritiske avvik når ikkje målsetjing,
    kritiske avvik når ikkje målsetjinga, kritiske avvik når ikkje målet`,
  'not-started': `
    ikke startet, ikke startet ennå, ikke startet enda, ikke startet opp, ikke begynt, ikke påbegynt, ikke igangsatt,
    ikke satt i gang, ikke i gang, planlagt, ikkje starta, ikkje starta enno, ikkje starta opp, ikkje byrja,
    ikkje påbyrja, ikkje påbegynt, ikkje igangsett, ikkje sett i gang, ikkje i gang, planlagd`,
  'on-hold': `
    blokkert, er blokkert, på vent, satt på vent, sett på vent, utsatt, er utsatt, utsett, venter, ventar,
    avventer, avventar, i bero, stilt i bero, på pause`,
  cancelled: `
    utgår, utgått, har utgått, avlyst, er avlyst, kansellert, skrinlagt, droppet, droppa, faller bort, fell bort,
    bortfalt`,
  'not-reported': `
    ikke rapportert, ikkje rapportert, status, velg status, vel status, status mangler, mangler status,
    status manglar, manglar status, grønn gul rød, grøn gul raud`,
};

const LIGHT_OF_WORD = new Map(
  (Object.keys(COLOUR_WORDS) as Light[]).flatMap((light) =>
    COLOUR_WORDS[light].flatMap((word) => [[word, light] as const, [`${word}lys`, light] as const]),
  ),
);

const STATUS_OF_PHRASE = new Map(
  (Object.keys(PHRASES) as (keyof typeof PHRASES)[]).flatMap((status) =>
    PHRASES[status].split(',').map((phrase) => [nameKey(phrase), status] as const),
  ),
);

const LIGHT_OF_FOLDED = byFolding(LIGHT_OF_WORD);
const STATUS_OF_FOLDED = byFolding(STATUS_OF_PHRASE);

/** The light a colour word stands for; `key` is in lower case without spaces («rødtlys», «r0d»). */
export function lightOfWord(key: string): Light | undefined {
  return LIGHT_OF_WORD.get(key) ?? LIGHT_OF_FOLDED.get(foldLetters(key));
}

/**
 * The status a whole phrase stands for; spaces do not count, since scanned plans split words («fer dig»), nor do
 * strokes and rings that were lost («fullf0rt», «pagar»).
 */
export function statusOfPhrase(key: string): Status | undefined {
  return STATUS_OF_PHRASE.get(key) ?? STATUS_OF_FOLDED.get(foldLetters(key));
}
