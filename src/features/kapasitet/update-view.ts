import type { Day } from '#src/domain/day.ts';
import { dayOfMonth, monthOf, yearOf } from '#src/domain/day.ts';
import { cellLink } from '#src/message/cell-link.ts';
import { escapeMrkdwn, header, type Message, section } from '#src/message/message.ts';
import { klokkeslett, oppramsing } from '#src/message/norsk.ts';
import { kapasitetContract } from '#src/sheets/kapasitet-columns.ts';
import { shown } from './phrases.ts';
import type { KapasitetSummary } from './summary.ts';

const MOST_CELLS = 10;

/** How to report new figures: people do it in the sheet themselves. */
export function updateMessage(kommune: string | null, { rows, urls, now, faults }: KapasitetSummary): Message {
  const sheet = rows[0]?.row.cell.split('!')[0] ?? faults[0]?.sheet ?? kapasitetContract.name;
  const url = urls[sheet];
  const tab = url ? `<${url}|${escapeMrkdwn(sheet)}>` : escapeMrkdwn(sheet);
  const stamp = `${norwegianDate(now.day)} ${klokkeslett(now)}`;
  const steps = [
    `1. Åpne fanen ${tab} i kapasitetsarket.`,
    `2. ${findRow(kommune, rows, urls)}`,
    '3. Rett tallene under Plasser, Bemannet, Belagt, Reservert og Stengt.',
    '   Skriv 0 når det er null. Tom celle i Belagt betyr ikke rapportert.',
    `4. Skriv dato og klokkeslett under Oppdatert: ${stamp}.`,
    '   Er ingenting endret, holder det med nytt tidspunkt.',
  ];
  const note = 'Plassene fører dere selv; jeg skriver ikke i det arket. Skriv aldri noe om enkeltpasienter der.';
  return {
    text: `Slik oppdaterer du kapasiteten. ${steps.map((step) => step.trim()).join(' ')} ${note}`,
    blocks: [header('Slik oppdaterer du kapasiteten'), section(steps.join('\n')), section(note)],
  };
}

function findRow(kommune: string | null, rows: KapasitetSummary['rows'], urls: KapasitetSummary['urls']): string {
  if (kommune === null) return 'Finn raden til kommunen din.';
  if (rows.length === 0) return `${shown(kommune, 40)} står ikke i arket ennå. Legg til en ny rad under de andre.`;
  const cells = rows.slice(0, MOST_CELLS).map(({ row }) => `rad ${rowNumber(row.cell)} (${cellLink(row.cell, urls)})`);
  return `Finn ${rows.length === 1 ? 'raden' : 'radene'} til ${shown(kommune, 40)}: ${oppramsing(cells)}${rows.length > MOST_CELLS ? ' med flere' : ''}.`;
}

/** `Kapasitet!A5` stands in row 5. */
function rowNumber(cell: string): string {
  return /\d+$/.exec(cell)?.[0] ?? '';
}

/** As the column Oppdatert is written: «03.06.2024». */
function norwegianDate(day: Day): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(dayOfMonth(day))}.${two(monthOf(day))}.${yearOf(day)}`;
}
