import type { Day } from '#src/domain/day.ts';
import type { KapasitetSum } from '#src/domain/kapasitet-judgement.ts';
import { antall, dato } from '#src/message/norsk.ts';
import { freshPeriod, ledige } from './phrases.ts';
import type { KapasitetSummary } from './summary.ts';

/** «Bekreftet: 7 ledige i 2 kommuner (3 av 5 har bekreftet siste døgn). ØHD for seg: 2 ledige.» */
export function sumLine({ rows, sum, rule, now }: KapasitetSummary): string {
  const hasOhd = rows.some(({ row }) => row.kategori === 'øhd');
  const onlyOhd = rows.every(({ row }) => row.kategori === 'øhd');
  const shared =
    sum.kommuner > 1 ? ` (${sum.confirmedKommuner} av ${sum.kommuner} har bekreftet ${freshPeriod(rule)})` : '';
  const ohd = sum.ohd === null ? 'ikke bekreftet' : ledige(sum.ohd);
  if (onlyOhd) return `ØHD: ${ohd}${shared}.`;

  const places =
    sum.confirmedKommuner === 0 && sum.ledig === 0 ? 'ingen tall' : `${freeText(sum)}${laterText(sum, now.day)}`;
  return `Bekreftet: ${places}${shared}.${hasOhd ? ` ØHD for seg: ${ohd}.` : ''}`;
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
