import { type CellValue, cellLines, cellText } from './cell-value.ts';
import { nameKey } from './names.ts';
import { splitNames } from './split-names.ts';
import { type Register, unitRegister } from './unit-register.ts';

export type { Register } from './unit-register.ts';

/** Whether a tiltak is one task, or one for every kommune or every kommunegruppe. */
export type FanOut = 'none' | 'kommuner' | 'kommunegrupper';

/** An «Ansvarlig» cell. */
export interface AnsvarligReading {
  readonly text: string;
  /** Each responsible once, in the order written: a known unit by its own name, anything else as written. */
  readonly parties: readonly string[];
  readonly fanOut: FanOut;
}

/**
 * Reads who is responsible (seed plan 001, «Ansvarlig enhet»): several names are told apart, known units are recognised
 * whole and by their aliases, and a phrase for every kommune or kommunegruppe sets `fanOut`. A placeholder or a blank
 * is nobody; a cell that is not text names nobody either. «Trondheim kommune» stays as written: see {@link unitOf}.
 */
export function parseAnsvarlig(cell: CellValue, register: Register = NO_UNITS): AnsvarligReading {
  const text = cellText(cell);
  if (typeof cell !== 'string' || ERROR_CODE.test(text)) return { text, parties: [], fanOut: 'none' };

  const lines = cellLines(cell);
  const parties = new Map<string, string>();
  const fanOuts = new Set<FanOut>();
  for (const piece of splitNames(lines, register.compounds(lines))) {
    const name = tidy(piece);
    if (isNobody(name)) continue;

    const fanOut = fanOutOf(name);
    fanOuts.add(fanOut);
    const party = fanOut === 'none' ? (register.resolve(name) ?? name) : name;
    const unit = unitKey(register, party);
    if (!parties.has(unit)) parties.set(unit, party);
  }
  return { text, parties: [...parties.values()], fanOut: widest(fanOuts) };
}

/** The unit a party stands for, also with or without «kommune» behind it; a party nobody knows stands for itself. */
export function unitOf(register: Register, party: string): string {
  const bare = party.replace(KOMMUNE, '');
  return register.resolve(party) ?? register.resolve(bare) ?? register.resolve(`${bare} kommune`) ?? party;
}

/** What two parties have in common when they are one unit: «Trondheim kommune» and «trondheim» are. */
export function unitKey(register: Register, party: string): string {
  const unit = unitOf(register, party);
  return nameKey(isFanOutPhrase(unit) ? unit : unit.replace(KOMMUNE, ''));
}

/** Whether a party is no unit but a phrase for every kommune or every kommunegruppe. */
export function isFanOutPhrase(party: string): boolean {
  return fanOutOf(party) !== 'none';
}

const NO_UNITS = unitRegister([]);

const KOMMUNE = /(?<=\S) komm(?:une)?\.?$/i;
const ERROR_CODE = /^#[A-Z0-9/]+[!?]?$/;

const EVERY =
  '(?:(?:den|det|de|dei)?(?:enkelte|einskilde)|(?:hver|kvar)(?:enkelt|einskild|einskilde)?|(?:alle(?:de|dei)?|samtlige|samtlege)\\d*|dei?\\d+)';
const EVERY_KOMMUNE = new RegExp(`^(?:${EVERY}kommune[nr]?|(?:${EVERY})?(?:kommuner|kommunene|kommunar|kommunane))$`);
const EVERY_GROUP = new RegExp(
  `^(?:${EVERY}kommunegruppe[nr]?|(?:${EVERY})?kommunegrupp(?:er|ene|ar|ane)|${EVERY}kommunegruppa)$`,
);

function fanOutOf(name: string): FanOut {
  const key = nameKey(name);
  if (EVERY_KOMMUNE.test(key)) return 'kommuner';
  return EVERY_GROUP.test(key) ? 'kommunegrupper' : 'none';
}

/** Every kommune is in some group, so the kommuner are the finer of the two. */
function widest(fanOuts: ReadonlySet<FanOut>): FanOut {
  if (fanOuts.has('kommuner')) return 'kommuner';
  return fanOuts.has('kommunegrupper') ? 'kommunegrupper' : 'none';
}

/** What templates and doubtful people write where a name should stand. */
const NOBODY: ReadonlySet<string> = new Set(
  `navn, namn, enhet, eining, ansvar, ansvarlig, ansvarlige, ansvarleg, ansvarlege, eier, ansvarlig enhet,
   ansvarlig eining, ansvarleg eining, ansvarleg enhet, ingen, tbd, tba, ikke avklart, ikkje avklart, ikke bestemt,
   ikkje bestemt, avklares, må avklares`
    .split(',')
    .map(nameKey),
);

function isNobody(name: string): boolean {
  const key = nameKey(name);
  return /^(?:x{2,}|\d*)$/.test(key) || NOBODY.has(key);
}

const EDGE = /[\s.,:;!?*•·"'«»“”‘’<>_=|–—‑-]/;

/** On one line, without bullets, quotes and punctuation around it. By hand, since `x+$` takes quadratic time. */
function tidy(piece: string): string {
  let [start, end] = [0, piece.length];
  while (start < end && EDGE.test(piece[start] ?? '')) start++;
  while (end > start && EDGE.test(piece[end - 1] ?? '')) end--;
  return piece.slice(start, end).replace(/\s+/g, ' ');
}
