import type { Moment } from '#src/domain/day.ts';
import type { JudgedKapasitet } from '#src/domain/kapasitet-judgement.ts';
import { antall } from '#src/message/norsk.ts';
import { ledige } from './phrases.ts';
import { laterText } from './sum-line.ts';

/** What the weekly status says of capacity, without its heading: «7 ledige i 3 av 22 kommuner · bekreftet av 15 · ØHD 2 ledige». */
export function kapasitetWeeklyLine({ rows, sum }: JudgedKapasitet, now: Moment): string {
  if (rows.length === 0) return 'Kapasitetsarket er tomt.';
  const hasOhd = rows.some(({ row }) => row.kategori === 'øhd');
  const parts = [
    `${ledige(sum.ledig)} i ${sum.freeKommuner} av ${antall(sum.kommuner, 'kommune', 'kommuner')}${laterText(sum, now.day)}`,
    `bekreftet av ${sum.confirmedKommuner}`,
    hasOhd && `ØHD ${sum.ohd === null ? 'ikke bekreftet' : ledige(sum.ohd)}`,
  ];
  return parts.filter((part) => part).join(' · ');
}
