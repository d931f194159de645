import type { Day } from '#src/domain/day.ts';
import type { KapasitetSum } from '#src/domain/kapasitet-judgement.ts';
import { antall, dato } from '#src/message/norsk.ts';
import { freshPeriod, ledige } from './phrases.ts';
import type { KapasitetSummary } from './summary.ts';

/** «Bekreftet: 7 ledige i 2 kommuner (3 av 5 har bekreftet siste døgn). ØHD for seg: 2 ledige.» */
export function sumLine({ rows, sum, rule, now }: KapasitetSummary): string {
  if (rows.every(({ status }) => status !== 'confirmed')) return `Ingen tall er bekreftet ${freshPeriod(rule)}.`;

  const shared =
    sum.kommuner > 1 ? ` (${sum.confirmedKommuner} av ${sum.kommuner} har bekreftet ${freshPeriod(rule)})` : '';
  const ohd = sum.ohd === null ? 'ikke bekreftet' : ledige(sum.ohd);
  const ohdRows = rows.filter(({ row }) => row.kategori === 'øhd').length;
  if (ohdRows === rows.length) return `ØHD: ${ohd}${shared}.`;
  const separately = ohdRows > 0 ? ` ØHD for seg: ${ohd}.` : '';
  return `Bekreftet: ${freeText(sum)}${laterText(sum, now.day)}${shared}.${separately}`;
}

function freeText({ ledig, freeKommuner, kommuner }: KapasitetSum): string {
  const where = kommuner > 1 && freeKommuner > 0 ? ` i ${antall(freeKommuner, 'kommune', 'kommuner')}` : '';
  return `${ledige(ledig)}${where}`;
}

/** «, herav 3 først fra 10. juni»: places the sheet promises from a later day are in the sum, so the sum says so. */
export function laterText({ ledig, later }: KapasitetSum, today: Day): string {
  if (later === null) return '';
  const some = later.ledig === ledig ? '' : `herav ${later.ledig} `;
  return `, ${some}først fra ${dato(later.from, today)}${later.several ? ' eller senere' : ''}`;
}
