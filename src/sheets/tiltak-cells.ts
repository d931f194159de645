import { cellText } from '#src/domain/cell-value.ts';
import type { Day } from '#src/domain/day.ts';
import { type Omfang, type Prioritet, parseOmfang, parsePrioritet } from '#src/domain/prioritet.ts';
import { parseStatus, type Status } from '#src/domain/status.ts';
import { parseTidsrom } from '#src/domain/tidsrom.ts';
import type { FaultList } from './fault-list.ts';
import type { RowCells } from './read-tab.ts';

/** Reads Prioritet; a word nobody knows is a fault and counts as not set. */
export function readPrioritet(row: RowCells<'prioritet'>, faults: FaultList): Prioritet | null {
  const { text, value, understood } = parsePrioritet(row.cell('prioritet'));
  if (!understood) {
    const expected = 'Høy, Middels eller Lav';
    faults.add(row.at('prioritet'), text, expected, `«${text}» er ingen prioritet. Skriv ${expected}.`);
  }
  return value;
}

/** Reads Omfang; a word nobody knows is a fault and counts as not set. */
export function readOmfang(row: RowCells<'omfang'>, faults: FaultList): Omfang | null {
  const { text, value, understood } = parseOmfang(row.cell('omfang'));
  if (!understood) {
    const expected = 'Stort, Middels eller Lite';
    faults.add(row.at('omfang'), text, expected, `«${text}» er ikke noe omfang. Skriv ${expected}.`);
  }
  return value;
}

/** Reads Status; one that cannot be read is a fault, and is shown to people as written. */
export function readStatus(
  row: RowCells<'status'>,
  faults: FaultList,
): { readonly status: Status; readonly statusText: string } {
  const { text, status } = parseStatus(row.cell('status'));
  if (status === 'unknown') {
    faults.add(
      row.at('status'),
      text,
      'en status fra listen, for eksempel «Ingen avvik» eller «Ferdig»',
      text.startsWith('#')
        ? `«${text}» er en feil i arket. Rett formelen, eller velg en status fra listen.`
        : `Jeg forstår ikke «${text}» som status. Skriv for eksempel «Ingen avvik», «Mindre avvik, men håndteres» eller «Ferdig».`,
    );
  }
  return { status, statusText: text };
}

/** Words that make a date a plan: «innen 1.5.24» says when it should be done, not that it was. */
const PLAN_WORD =
  /innen|innan|senest|seinast|før|planlagt|forvente|utsatt|flyttet|løpende|\bn[åy]|\bfra\b|\btil\b|ca\b/i;

/** Reads «Fullført dato»: a day, or a month that counts by its last day. A plan, a longer period or a word is a fault. */
export function readFullfort(row: RowCells<'fullfort'>, planYear: number | null, faults: FaultList): Day | null {
  const cell = row.cell('fullfort');
  const { kind, end, precision, text } = parseTidsrom(cell, planYear);
  if (cellText(cell) === '' || kind === 'placeholder') return null;
  const isDate = (kind === 'by' && precision === 'day') || (kind === 'range' && precision === 'month');
  if (isDate && end !== null && !PLAN_WORD.test(text)) return end;
  faults.add(
    row.at('fullfort'),
    text,
    'en dato som 1.5.2024',
    `«${text}» er ikke en dato for når det ble ferdig. Skriv for eksempel 1.5.2024.`,
  );
  return null;
}
