import type { Moment } from '#src/domain/day.ts';
import type { KapasitetRow, TarImot } from '#src/domain/kapasitet.ts';
import type { JudgedRow } from '#src/domain/kapasitet-judgement.ts';
import { nameKey } from '#src/domain/names.ts';
import { cellLink } from '#src/message/cell-link.ts';
import { alder, dato, klokkeslett } from '#src/message/norsk.ts';
import { kategoriName, ledige, shown, since } from './phrases.ts';
import type { KapasitetSummary } from './summary.ts';

const TAR_IMOT: Readonly<Record<TarImot, string>> = {
  ja: 'tar imot fra andre',
  avtale: 'tar imot fra andre etter avtale',
  nei: 'tar ikke imot fra andre',
};

/** One row as one line: symbol and words, then what makes a difference to someone looking for a place. */
export function rowLine(judged: JudgedRow, { now, withSeveralRows }: KapasitetSummary): string {
  const head = `${symbolOf(judged)} *${rowName(judged.row, withSeveralRows)}*`;
  if (judged.status === 'not-reported') return `${head}  ${notReported(judged)}`;
  if (judged.status === 'stale') return `${head}  ${figure(judged, now)}, ${doubt(judged, now)}`;
  const age = judged.row.oppdatert ? alder(judged.row.oppdatert, now) : '';
  return [`${head}  ${figure(judged, now)}`, age, ...conditions(judged.row)].filter((part) => part !== '').join(' · ');
}

/** How the figure came about and where it stands: what the bot computed can be traced. */
export function detailLines(judged: JudgedRow, urls: KapasitetSummary['urls']): readonly string[] {
  const { row, status } = judged;
  const where = cellLink(row.cell, urls);
  // A confirmed row has said its conditions already.
  const more = [
    ...(status === 'confirmed' ? [] : conditions(row)),
    row.merknad && `merknad: ${shown(row.merknad, 200)}`,
  ];
  return [`Slik regner jeg: ${sumText(judged)} · ${where}`, more.filter((part) => part !== '').join(' · ')]
    .filter((line) => line !== '')
    .map((line) => `      ${line}`);
}

/** Who can use the places, and whom to call. */
export function conditions(row: KapasitetRow): readonly string[] {
  return [
    row.tarImot === null ? '' : TAR_IMOT[row.tarImot],
    row.forbehold === '' ? '' : `forbehold: ${shown(row.forbehold)}`,
    row.kategori === null && row.kategoriText !== ''
      ? `ukjent kategori «${shown(row.kategoriText, 30)}» (teller ikke med)`
      : '',
    row.duplicate ? 'står dobbelt i arket (teller ikke med)' : '',
    shown(row.kontakt, 40),
  ].filter((part) => part !== '');
}

/** The kommune; of several rows also which one: «Trondheim, Øya helsehus (ØHD)». */
export function rowName(row: KapasitetRow, withSeveralRows: ReadonlySet<string>): string {
  const several = withSeveralRows.has(nameKey(row.kommune));
  const enhet = several && row.enhet !== '' ? `, ${shown(row.enhet, 40)}` : '';
  const kategori = row.kategori ? kategoriName(row.kategori) : row.kategoriText;
  const inParenthesis = (several || row.kategori === 'øhd') && kategori !== '' ? ` (${shown(kategori, 30)})` : '';
  return `${shown(row.kommune, 40)}${enhet}${inParenthesis}`;
}

function symbolOf({ status, ledig }: JudgedRow): string {
  if (status === 'not-reported') return '▫';
  if (status === 'stale') return '⚠';
  return (ledig ?? 0) < 0 ? '▲' : '✓';
}

function notReported({ row }: JudgedRow): string {
  return row.unreadable ? 'ikke rapportert: et tall i raden kan ikke leses' : 'ikke rapportert';
}

/** «6 ledige av 92 (88 bemannet)», «overbelegg 1 (18 plasser)». */
function figure({ row, ledig }: JudgedRow, now: Moment): string {
  const free = ledig ?? 0;
  const { plasser, bemannet } = row;
  if (free < 0) return `overbelegg ${-free} (${plasser === null ? `${bemannet} bemannet` : `${plasser} plasser`})`;

  const aside = [
    plasser !== null && bemannet !== null && bemannet !== plasser ? `${bemannet} bemannet` : '',
    row.stengt ? `${row.stengt} stengt` : '',
    row.reservert ? `${row.reservert} reservert` : '',
  ].filter((part) => part !== '');
  const later = free > 0 && row.ledigFra !== null && row.ledigFra > now.day;
  return [
    `${ledige(free)} av ${plasser ?? `${bemannet} bemannede`}`,
    aside.length > 0 ? ` (${aside.join(', ')})` : '',
    later && row.ledigFra ? `, først fra ${dato(row.ledigFra, now.day)}` : '',
  ].join('');
}

function doubt({ row: { oppdatert }, doubt }: JudgedRow, now: Moment): string {
  if (oppdatert === null) return 'men ikke bekreftet: tidspunktet mangler (teller ikke med)';
  if (doubt === 'old') return `men ikke bekreftet siden ${since(oppdatert, now)} (teller ikke med)`;
  const stamp = `${dato(oppdatert.day, now.day)} ${klokkeslett(oppdatert)}`;
  return `men ikke bekreftet: tidspunktet ${stamp} er ikke kommet ennå (teller ikke med)`;
}

/** «det minste av 12 bemannet og 14 plasser − 1 stengt, minus 10 belagt og 1 reservert = 1». */
function sumText({ row, ledig }: JudgedRow): string {
  if (row.unreadable) return 'ikke noe, før alle tallene i raden kan leses';
  if (ledig === null)
    return row.belagt === null ? 'ikke noe, når belagt er tom' : 'ikke noe, når plasser og bemannet er tomme';
  const staffed = row.bemannet === null ? [] : [`${row.bemannet} bemannet`];
  const open = row.plasser === null ? [] : [`${row.plasser} plasser − ${row.stengt ?? 0} stengt`];
  const available = [...staffed, ...open];
  const most = available.length > 1 ? `det minste av ${available.join(' og ')}` : available.join('');
  return `${most}, minus ${row.belagt ?? 0} belagt og ${row.reservert ?? 0} reservert = ${ledig}`;
}
