import type { Moment } from '#src/domain/day.ts';
import type { KapasitetRow, TarImot } from '#src/domain/kapasitet.ts';
import type { JudgedRow } from '#src/domain/kapasitet-judgement.ts';
import { formatTall } from '#src/domain/tall.ts';
import { cellLink } from '#src/message/cell-link.ts';
import { alder, dato, klokkeslett } from '#src/message/norsk.ts';
import { ledige, shown, since } from './phrases.ts';
import { rowName } from './row-name.ts';
import type { KapasitetSummary } from './summary.ts';

const TAR_IMOT: Readonly<Record<TarImot, string>> = {
  ja: 'tar imot',
  avtale: 'tar imot etter avtale',
  nei: 'tar ikke imot',
};

/** One row as one line: symbol and words, then what makes a difference to someone looking for a place. */
export function rowLine(judged: JudgedRow, { now, withSeveralRows, urls }: KapasitetSummary): string {
  const { row, status } = judged;
  const head = `${symbolOf(judged)} *${rowName(row, withSeveralRows)}*`;
  if (status === 'not-reported') return `${head}  ${notReported(judged)}`;
  const ask = judged.unlikely ? 'Stemmer det?' : '';
  const age = row.oppdatert ? alder(row.oppdatert, now) : '';
  const more = hasFree(judged) ? conditions(row) : [];
  const parts =
    status === 'stale'
      ? [`${figure(judged, now)}, ${doubt(judged, now, urls)}`, ask]
      : [figure(judged, now), ask, age, ...problems(row), ...more];
  return `${head}  ${parts.filter((part) => part !== '').join(' · ')}`;
}

/** How the figure came about and where it stands, so that what the bot computed can be traced, and the rest of the row. */
export function detailLines(judged: JudgedRow, urls: KapasitetSummary['urls']): readonly string[] {
  const { row, status } = judged;
  const said = status === 'confirmed' && hasFree(judged);
  const more = [...(said ? [] : conditions(row)), row.merknad === '' ? '' : `merknad: ${shown(row.merknad, 200)}`];
  return [`${calculation(judged)} · ${cellLink(row.cell, urls)}`, more.filter((part) => part !== '').join(' · ')]
    .filter((line) => line !== '')
    .map((line) => `      ${line}`);
}

/** Who can use the places, and whom to call. */
export function conditions(row: KapasitetRow): readonly string[] {
  return [row.tarImot === null ? '' : TAR_IMOT[row.tarImot], shown(row.forbehold), shown(row.kontakt, 40)].filter(
    (part) => part !== '',
  );
}

/** Why a confirmed figure is still not in the sum. */
function problems(row: KapasitetRow): readonly string[] {
  const unknown = row.kategori === null && row.kategoriText !== '';
  return [
    unknown ? 'ukjent kategori (teller ikke med)' : '',
    row.duplicate ? 'står dobbelt i arket (teller ikke med)' : '',
  ];
}

function hasFree({ ledig }: JudgedRow): boolean {
  return (ledig ?? 0) > 0;
}

function symbolOf({ status, ledig }: JudgedRow): string {
  if (status === 'not-reported') return '▫';
  if (status === 'stale') return '⚠';
  return ledig === 0 ? '○' : (ledig ?? 0) < 0 ? '▲' : '✓';
}

function notReported({ row }: JudgedRow): string {
  return row.unreadable ? 'ikke rapportert: et tall i raden kan ikke leses' : 'ikke rapportert';
}

/** «6 ledige av 92 (88 bemannet)», «overbelegg 1 (18 plasser)». */
function figure({ row, ledig }: JudgedRow, now: Moment): string {
  const free = ledig ?? 0;
  const { plasser, bemannet } = row;
  if (free < 0) return `overbelegg ${-free} (${plasser === null ? `${bemannet} bemannet` : `${plasser} plasser`})`;

  const short = plasser !== null && bemannet !== null && bemannet < plasser;
  const later = free > 0 && row.ledigFra !== null && row.ledigFra > now.day;
  return [
    `${ledige(free)} av ${plasser ?? `${bemannet} bemannede`}`,
    short ? ` (${bemannet} bemannet)` : '',
    later && row.ledigFra ? `, først fra ${dato(row.ledigFra, now.day)}` : '',
  ].join('');
}

function doubt({ row, doubt }: JudgedRow, now: Moment, urls: KapasitetSummary['urls']): string {
  const { oppdatert, unreadableStamp } = row;
  if (unreadableStamp !== null) {
    return `men ikke bekreftet: tidspunktet kan ikke leses, se ${cellLink(unreadableStamp, urls)} (teller ikke med)`;
  }
  if (oppdatert === null) return 'men ikke bekreftet: tidspunktet mangler (teller ikke med)';
  if (doubt === 'old') return `men ikke bekreftet siden ${since(oppdatert, now)} (teller ikke med)`;
  if (doubt === 'unreadable-from' && row.unreadableFrom !== null) {
    return `men ikke bekreftet: «Ledig fra dato» kan ikke leses, se ${cellLink(row.unreadableFrom, urls)} (teller ikke med)`;
  }
  const stamp = `${dato(oppdatert.day, now.day)} ${klokkeslett(oppdatert)}`;
  return `men ikke bekreftet: tidspunktet ${stamp} er ikke kommet ennå (teller ikke med)`;
}

/** «Slik regner jeg: det minste av 12 bemannet og 14 plasser − 1 stengt, minus 10 belagt og 1 reservert = 1». */
function calculation({ row, ledig }: JudgedRow): string {
  if (row.unreadable) return 'Jeg regner ikke ut noe før alle tallene i raden kan leses';
  if (ledig === null) {
    return `Jeg regner ikke ut noe når ${row.belagt === null ? 'Belagt er tom' : 'både Plasser og Bemannet er tomme'}`;
  }
  const available = [
    row.bemannet === null ? '' : `${row.bemannet} bemannet`,
    row.plasser === null ? '' : `${row.plasser} plasser${row.stengt ? ` − ${row.stengt} stengt` : ''}`,
  ].filter((part) => part !== '');
  const most = available.length > 1 ? `det minste av ${available.join(' og ')}` : available.join('');
  const taken = `${row.belagt} belagt${row.reservert ? ` og ${row.reservert} reservert` : ''}`;
  return `Slik regner jeg: ${most}, minus ${taken} = ${formatTall(ledig)}`;
}
