import { hideBirthNumbers } from '../domain/birth-number.ts';
import type { Day } from '../domain/day.ts';
import type { Status } from '../domain/status.ts';
import { formatTall } from '../domain/tall.ts';
import { statusText } from '../features/tiltak-line.ts';
import { dato, oppramsing } from '../message/norsk.ts';
import { plainText } from '../terminal/plain-text.ts';

type Reading = Readonly<Record<string, unknown>>;

/** One reading as a line: «Innen 1.5.24» → innen 1. mai 2024 (by, day). */
export function readingText(kolonne: string, reading: Reading): string {
  const meaning = kolonne === 'tidsrom' ? tidsromText(reading) : otherText(kolonne, reading);
  const line = `«${String(reading.text)}» → ${meaning}`;
  return hideBirthNumbers(plainText(line.replaceAll('&', '&amp;'), { colour: false }));
}

function tidsromText({ kind, start, end, precision, dependsOn }: Reading): string {
  const day = (value: unknown) => (typeof value === 'string' ? dato(value as Day, '0000-01-01' as Day) : '…');
  const waits = Array.isArray(dependsOn) && dependsOn.length > 0 ? `venter på ${dependsOn.join(' og ')}` : '';
  const unit = typeof precision === 'string' ? ` (${PRECISION[precision] ?? precision})` : '';
  switch (kind) {
    case 'by':
      return `innen ${day(end)}${unit}`;
    case 'range':
      return end === null ? `fra ${day(start)}, uten sluttdato${unit}` : `fra ${day(start)} til ${day(end)}${unit}`;
    case 'ongoing':
      return start ? `løpende fra ${day(start)}` : 'løpende';
    case 'depends-on':
      return end ? `${waits}, innen ${day(end)}` : waits;
    case 'placeholder':
      return 'ingen frist satt (malens egen tekst)';
    case 'missing':
      return 'tom celle: ingen frist satt';
    case 'fault':
      return 'umulig dato: dette finnes ikke i kalenderen';
    default:
      return 'forstås ikke: en person må se på den. Mangler året, skriv det, eller bruk --aar 2024';
  }
}

const PRECISION: Readonly<Record<string, string>> = {
  day: 'dag',
  week: 'uke',
  month: 'måned',
  season: 'årstid',
  quarter: 'kvartal',
  tertial: 'tertial',
  'half-year': 'halvår',
  year: 'år',
};

function otherText(kolonne: string, reading: Reading): string {
  const blank = reading.text === '';
  if (kolonne === 'status')
    return reading.status === 'unknown' ? 'forstås ikke' : statusText(reading.status as Status, '');
  if (kolonne === 'ansvarlig') {
    const parties = Array.isArray(reading.parties) ? reading.parties : [];
    const fanOut = reading.fanOut === 'none' ? '' : ` (gjelder alle ${String(reading.fanOut)})`;
    return parties.length === 0 ? 'ingen ansvarlig' : `${oppramsing(parties.map(String))}${fanOut}`;
  }
  if (reading.value === null) return blank ? 'tom celle' : 'forstås ikke';
  return typeof reading.value === 'number' ? formatTall(reading.value, 6) : (LEVELS[String(reading.value)] ?? '');
}

const LEVELS: Readonly<Record<string, string>> = {
  hoy: 'høy',
  middels: 'middels',
  lav: 'lav',
  stort: 'stort',
  lite: 'lite',
};
