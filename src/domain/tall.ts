import { type CellValue, cellText } from './cell-value.ts';

/** A cell that should hold a number; `value` is null when it is blank or does not. */
export interface TallReading {
  readonly text: string;
  readonly value: number | null;
}

const NBSP = '\u00a0';
const MINUS = '\u2212';

/** Thousands in groups of three with one and the same sign between them; a number never begins with a zero group. */
const GROUPED = /^(?<whole>[1-9]\d{0,2}(?:(?<sign>[ .'’])\d{3})(?:\k<sign>\d{3})*)(?:(?<point>[.,])(?<decimals>\d+))?$/;
const PLAIN = /^(?<whole>\d+)(?:[.,](?<decimals>\d+))?$/;
const SIGNED = /^(?<sign>[-−–+]?) ?(?<digits>\d(?:.*\d)?) ?(?<percent>%?)$/;

/**
 * Reads a number as Norwegians write it: «1,8», «1 767» with any kind of space, «1.767» and «1.767,5» with dots between
 * thousands, «0.9» with a decimal point. «90 %» is the fraction 0.9. A number with a word beside it («ca. 20») is no
 * number. Never guesses: what breaks the groups of three («1 76») is null.
 */
export function parseTall(cell: CellValue): TallReading {
  const text = cellText(cell);
  if (typeof cell === 'number') return { text, value: Number.isFinite(cell) ? cell : null };
  return { text, value: typeof cell === 'string' ? readNumber(text) : null };
}

function readNumber(text: string): number | null {
  const { sign, digits, percent } = SIGNED.exec(text)?.groups ?? {};
  const amount = digits === undefined ? null : readDigits(digits);
  if (amount === null) return null;

  // Moving the point in the text, not by division, makes «16,7 %» exactly 0.167.
  const value = Number(percent ? `${amount}e-2` : amount);
  if (!Number.isFinite(value)) return null;
  return value !== 0 && sign && sign !== '+' ? -value : value;
}

/** The digits with a decimal point and nothing else, or null. */
function readDigits(digits: string): string | null {
  const grouped = GROUPED.exec(digits)?.groups;
  if (grouped && !(grouped.point && grouped.point === grouped.sign)) {
    return `${(grouped.whole ?? '').replace(/\D/g, '')}.${grouped.decimals ?? '0'}`;
  }
  const plain = PLAIN.exec(digits)?.groups;
  return plain ? `${plain.whole}.${plain.decimals ?? '0'}` : null;
}

/**
 * «1 767», «1,8», «−5»: no-break spaces between thousands, decimal comma, a half rounded away from zero, no idle zeros.
 * What it prints, {@link parseTall} reads. A value that is no finite number is shown as «–».
 */
export function formatTall(value: number, maxDecimals = 1): string {
  if (!Number.isFinite(value)) return '–';
  const { whole, decimals } = roundedDigits(Math.abs(value), maxDecimals);
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, NBSP);
  const amount = decimals ? `${grouped},${decimals}` : grouped;
  return value < 0 && /[1-9]/.test(amount) ? `${MINUS}${amount}` : amount;
}

/** A fraction as per cent: 0.9 is «90 %». Whole per cent unless told otherwise, as the plan's own targets are. */
export function formatProsent(fraction: number, maxDecimals = 0): string {
  return `${formatTall(movePoint(fraction, 2), maxDecimals)}${NBSP}%`;
}

function roundedDigits(value: number, maxDecimals: number): { readonly whole: string; readonly decimals: string } {
  // A number as large as this has no such decimals to show, and moving the point could overflow.
  const places = movePoint(value, maxDecimals) > Number.MAX_SAFE_INTEGER ? 0 : maxDecimals;
  const digits = BigInt(Math.round(movePoint(value, places)))
    .toString()
    .padStart(places + 1, '0');
  const point = digits.length - places;
  return { whole: digits.slice(0, point), decimals: digits.slice(point).replace(/0+$/, '') };
}

/** Multiplies by a power of ten in decimal: 1.005 × 100 is 100.5, which binary multiplication gets wrong. */
function movePoint(value: number, places: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
