import type { Day } from '#src/domain/day.ts';
import { isKorttidsplass, type JudgedRow, type KapasitetSum } from '#src/domain/kapasitet-judgement.ts';
import { alder, antall, dato } from '#src/message/norsk.ts';
import { freshPeriod, ledige, shown } from './phrases.ts';
import { rowName } from './row-name.ts';
import type { KapasitetSummary } from './summary.ts';

/**
 * What the rows add up to, as sentences: «Bekreftet: 7 ledige i 2 kommuner (3 av 5 har bekreftet siste døgn).» «2 av
 * dem er i kommuner som ikke tar imot fra andre.» «ØHD for seg: 2 ledige.»
 */
export function sumSentences(summary: KapasitetSummary): readonly string[] {
  const { rows, sum, rule, now, withSeveralRows } = summary;
  const confirmed = rows.filter(({ status }) => status === 'confirmed');
  if (confirmed.length === 0) return [nothingConfirmed(summary)];

  const [only, ...others] = rows;
  if (only && others.length === 0) return [oneRow(only, rowName(only.row, withSeveralRows), summary)];

  const ohd = sum.ohd === null ? 'ikke bekreftet' : ledige(sum.ohd);
  const shared = sharedText(summary, confirmed.length);
  const ohdRows = rows.filter(({ row }) => row.kategori === 'øhd').length;
  if (ohdRows === rows.length) return [`ØHD: ${ohd}${shared}.`];

  const separately = ohdRows > 0 ? [`ØHD for seg: ${ohd}.`] : [];
  if (confirmed.every(({ row }) => row.kategori === 'øhd')) {
    return [`Ingen korttidsplasser er bekreftet ${freshPeriod(rule)}.`, ...separately];
  }
  const whose = wholeKommune(summary) ?? 'Bekreftet';
  const total = `${whose}: ${freeText(sum)}${laterText(sum, now.day)}${shared}.`;
  return [total, ...notForOthersText(sum), ...separately];
}

/** «, herav 3 først fra 10. juni»: places the sheet promises from a later day are in the sum, so the sum says so. */
export function laterText({ ledig, later }: KapasitetSum, today: Day): string {
  if (later === null) return '';
  const some = later.ledig === ledig ? '' : `herav ${later.ledig} `;
  return `, ${some}først fra ${dato(later.from, today)}${later.several ? ' eller senere' : ''}`;
}

function nothingConfirmed(summary: KapasitetSummary): string {
  const { rows, rule, withSeveralRows } = summary;
  const [only, ...others] = rows;
  const name = only && others.length === 0 ? rowName(only.row, withSeveralRows) : wholeKommune(summary);
  if (name === null) return `Ingen tall er bekreftet ${freshPeriod(rule)}.`;
  const silent = rows.every(({ status }) => status === 'not-reported');
  return silent ? `${name} har ikke rapportert.` : `${name} har ikke bekreftet tall ${freshPeriod(rule)}.`;
}

/** «Malvik: 0 ledige, bekreftet for 1 t siden.» */
function oneRow({ row, ledig }: JudgedRow, name: string, { sum, now }: KapasitetSummary): string {
  if (row.kategori !== 'øhd' && !isKorttidsplass(row)) return 'Raden teller ikke med i noen sum.';
  const age = row.oppdatert ? `, bekreftet ${alder(row.oppdatert, now)}` : '';
  return `${name}: ${ledige(Math.max(0, ledig ?? 0))}${laterText(sum, now.day)}${age}.`;
}

/** The kommune all the rows are of, when they are all it has: a sum of some of its rows is not the kommune's. */
function wholeKommune({ rows, sum, asked }: KapasitetSummary): string | null {
  const some =
    asked.kind === 'rows' &&
    (asked.filter.enheter.length + asked.filter.kategorier.length > 0 || asked.filter.receiving);
  const kommune = rows[0]?.row.kommune;
  return some || sum.kommuner !== 1 || kommune === undefined ? null : shown(kommune, 40);
}

function sharedText({ rows, sum, rule }: KapasitetSummary, confirmedRows: number): string {
  if (sum.kommuner > 1) {
    return ` (${sum.confirmedKommuner} av ${sum.kommuner} har bekreftet ${freshPeriod(rule)})`;
  }
  if (confirmedRows === rows.length) return '';
  return ` (${confirmedRows} av ${rows.length} rader er bekreftet ${freshPeriod(rule)})`;
}

function freeText({ ledig, freeKommuner, kommuner }: KapasitetSum): string {
  const where = kommuner > 1 && freeKommuner > 0 ? ` i ${antall(freeKommuner, 'kommune', 'kommuner')}` : '';
  return `${ledige(ledig)}${where}`;
}

function notForOthersText({ ledig, notForOthers, kommuner }: KapasitetSum): readonly string[] {
  if (notForOthers === 0) return [];
  const which = notForOthers === ledig ? 'Alle' : `${notForOthers} av dem`;
  return [
    kommuner === 1
      ? `${which} er for kommunens egne pasienter.`
      : `${which} er i kommuner som ikke tar imot fra andre.`,
  ];
}
