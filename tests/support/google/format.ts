import type { sheets_v4 } from '@googleapis/sheets';
import { dayOf } from './serial.ts';

type Value = sheets_v4.Schema$ExtendedValue;
type NumberFormat = sheets_v4.Schema$NumberFormat;

/** What a Norwegian sheet shows of a value. */
export function formatted(value: Value, format: NumberFormat | null | undefined): string {
  if (typeof value.stringValue === 'string') return value.stringValue;
  if (typeof value.boolValue === 'boolean') return value.boolValue ? 'SANN' : 'USANN';
  if (value.errorValue) return ERROR_SPELLINGS[value.errorValue.type ?? ''] ?? '#ERROR!';
  return formatNumber(value.numberValue ?? 0, format ?? {});
}

export const ERROR_SPELLINGS: Readonly<Record<string, string>> = {
  ERROR: '#ERROR!',
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
  LOADING: 'Loading...',
};

const PATTERNS: Readonly<Record<string, string>> = {
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  CURRENCY: '#,##0.00 kr',
  DATE: 'dd.mm.yyyy',
  TIME: 'hh:mm:ss',
  DATE_TIME: 'dd.mm.yyyy hh:mm:ss',
  SCIENTIFIC: '0.00E+00',
  TEXT: '@',
};

const CALENDAR: ReadonlySet<string> = new Set(['DATE', 'TIME', 'DATE_TIME']);

/** The pattern a type is shown with when none was given. */
export function withPattern({ type, pattern }: NumberFormat): NumberFormat {
  const shown = pattern || PATTERNS[type ?? ''];
  return { ...(type ? { type } : {}), ...(shown ? { pattern: shown } : {}) };
}

function formatNumber(number: number, format: NumberFormat): string {
  const { type, pattern } = withPattern(format);
  if (type === 'TEXT' || !pattern || pattern === '@') return plain(number);
  if (CALENDAR.has(type ?? '')) return calendar(number, pattern);

  const [, before = '', digits = '0', after = ''] = /^([^#0]*)([#0,.]+)(.*)$/s.exec(pattern) ?? [];
  const scaled = after.includes('%') ? number * 100 : number;
  const decimals = digits.includes('.') ? digits.slice(digits.indexOf('.') + 1).length : 0;
  const [whole = '', fraction] = Math.abs(scaled).toFixed(decimals).split('.');
  const grouped = digits.includes(',') ? whole.replaceAll(/\B(?=(\d{3})+$)/g, '\u00a0') : whole;
  const sign = scaled < 0 ? '-' : '';
  return `${before}${sign}${grouped}${fraction ? `,${fraction}` : ''}${after}`.replaceAll('"', '');
}

/** As Sheets shows a number nobody has formatted: at most about ten digits. */
function plain(number: number): string {
  const rounded = Number.isInteger(number) ? number : Number(number.toPrecision(10));
  return String(rounded).replace('.', ',').replace('e+', 'E+').replace('e-', 'E-');
}

const MONTHS = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
];
const two = (number: number): string => String(number).padStart(2, '0');

function calendar(serial: number, pattern: string): string {
  const { year, month, day } = dayOf(serial);
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const hour = Math.floor(seconds / 3600);
  const minute = two(Math.floor(seconds / 60) % 60);
  const name = MONTHS[month - 1] ?? '';
  let afterHour = false;
  return pattern.replaceAll(/y+|m+|d+|h+|s+|"[^"]*"/gi, (part) => {
    const kind = part.slice(0, 1).toLowerCase();
    // `mm` is minutes after hours, and a month elsewhere.
    const minutes = kind === 'm' && afterHour;
    afterHour = kind === 'h';
    if (minutes) return minute;
    if (kind === 'y') return part.length > 2 ? String(year) : two(year % 100);
    if (kind === 'm') return [String(month), two(month), name.slice(0, 3), name][Math.min(part.length, 4) - 1] ?? name;
    if (kind === 'd') return part.length > 1 ? two(day) : String(day);
    if (kind === 'h') return part.length > 1 ? two(hour) : String(hour);
    return kind === 's' ? two(seconds % 60) : part.slice(1, -1);
  });
}
