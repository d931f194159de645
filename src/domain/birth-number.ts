import { idnr } from '@navikt/fnrvalidator';

/** What people see in place of a birth number. */
export const HIDDEN_BIRTH_NUMBER = '[fødselsnummer fjernet]';

/** One dash, dot, slash or invisible mark at most, with one space of any kind before and after it. */
const GAP = '[^\\S\\n\\r\\t]?[-.·/_−‐‑‒–—\\u00ad\\u200b\\u2060]?[^\\S\\n\\r\\t]?';
/** Day, month, year, number and check digits. */
const PARTED = `\\d{2}${GAP}\\d{2}${GAP}\\d{2}${GAP}\\d{3}${GAP}\\d{2}`;
/** A tab, the end of a line in the cell, or a slip of the finger. In «15.03.24: 17670» it stands between two figures. */
const BROKEN = "\\d{6}[^\\S\\n\\r\\t]?(?:\\r?\\n|[\\r\\t:,'’*\\\\])[^\\S\\n\\r\\t]?\\d{5}";
/** Not part of a longer run of digits, and not the decimals of a share. */
const CANDIDATE = new RegExp(`(?<!\\d|(?<!\\d)0[.,])(?:${PARTED}|${BROKEN})(?!\\d)`, 'g');
/** A whole cell of ten digits is a number that lost its leading zero on the way through a spreadsheet. */
const LOST_ZERO = /^\s*\d{10}\s*$/;
const FEWEST_DIGITS = 10;

/**
 * Whether a text or a numeric cell holds a valid birth number, D number or help number (skatteetaten.no: date and mod
 * 11, synthetic ones included), also written with a space, dot or dash between its parts, or with
 * a line break, a tab or another mark after the date.
 * Personopplysningsloven § 12 allows such numbers only where they are needed, and here they never are.
 */
export function containsBirthNumber(value: string | number): boolean {
  const text = textOf(value);
  if (!hasEnoughDigits(text)) return false;
  return isLostZero(text) || spans(text).next().done === false;
}

/** The text with every birth number replaced by {@link HIDDEN_BIRTH_NUMBER}. */
export function hideBirthNumbers(text: string): string {
  if (!hasEnoughDigits(text)) return text;
  if (isLostZero(text)) return HIDDEN_BIRTH_NUMBER;
  let [hidden, from] = ['', 0];
  for (const [start, end] of spans(text)) {
    hidden += text.slice(from, start) + HIDDEN_BIRTH_NUMBER;
    from = end;
  }
  return hidden + text.slice(from);
}

/**
 * A copy of a JSON-like value (no cycles) with every birth number hidden, in strings, object keys and numbers. A number
 * becomes the replacing text, so the copy has the type of the original only for those who show it or store it as JSON.
 */
export function hideBirthNumbersDeep<T>(value: T): T {
  return hideDeep(value) as T;
}

function hideDeep(value: unknown): unknown {
  if (typeof value === 'string') return hideBirthNumbers(value);
  if (typeof value === 'number') return containsBirthNumber(value) ? HIDDEN_BIRTH_NUMBER : value;
  if (Array.isArray(value)) return value.map(hideDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [hideBirthNumbers(key), hideDeep(inner)]));
}

function textOf(value: string | number): string {
  if (typeof value === 'string') return value;
  return Number.isSafeInteger(value) && value > 0 ? String(value) : '';
}

/** Nearly every cell stops here, so that a whole workbook is scanned in a few milliseconds. */
function hasEnoughDigits(text: string): boolean {
  if (text.length < FEWEST_DIGITS) return false;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57 && ++digits === FEWEST_DIGITS) return true;
  }
  return false;
}

function isLostZero(text: string): boolean {
  return LOST_ZERO.test(text) && isValid(`0${text.trim()}`);
}

/** Tries again one step on after a run of digits that is not valid, since the next one may begin inside it. */
function* spans(text: string): Generator<readonly [start: number, end: number], undefined> {
  const candidates = new RegExp(CANDIDATE);
  for (let match = candidates.exec(text); match; match = candidates.exec(text)) {
    if (isValid(match[0].replace(/\D/g, ''))) yield [match.index, candidates.lastIndex];
    else candidates.lastIndex = match.index + 1;
  }
}

function isValid(digits: string): boolean {
  return idnr(digits).status === 'valid';
}
