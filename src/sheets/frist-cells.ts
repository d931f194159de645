import { cellText } from '#src/domain/cell-value.ts';
import { coarser, type Frist, parseTidsrom } from '#src/domain/tidsrom.ts';
import type { FaultList } from './fault-list.ts';
import type { PlanRow } from './plan-row.ts';

const EXPECTED = 'en frist, for eksempel «Innen 1.5.24» eller «Løpende»';

export interface FristReading {
  readonly frist: Frist;
  /** A1 address of the cell the deadline was read from. */
  readonly cell: string;
  addFaults(faults: FaultList): void;
}

/** Reads a row's deadline: from Tidsrom, or, where nobody has filled that in, from Start and Slutt together. */
export function readFrist(row: PlanRow, planYear: number | null): FristReading {
  const tidsrom = parseTidsrom(row.cell('tidsrom'), planYear);
  const hasTwoColumns = row.table.columns.has('start') || row.table.columns.has('slutt');
  if (!isEmpty(tidsrom) || !hasTwoColumns || isBlankSpan(row)) return single(tidsrom, row.at('tidsrom'));

  const start = parseTidsrom(row.cell('start'), planYear);
  const slutt = parseTidsrom(row.cell('slutt'), planYear);
  return {
    frist: joinStartAndSlutt(start, slutt),
    cell: row.at(row.table.columns.has('slutt') ? 'slutt' : 'start'),
    addFaults(faults) {
      addFristFault(start, row.at('start'), faults);
      addFristFault(slutt, row.at('slutt'), faults);
      if (isReversed(start, slutt)) {
        faults.add(
          row.at('slutt'),
          slutt.text,
          'en sluttdato etter startdatoen',
          `Sluttdatoen «${slutt.text}» er før startdatoen «${start.text}».`,
        );
      }
    },
  };
}

/** An untouched «Dato - dato» beside two blank columns is still the template's. */
function isBlankSpan(row: PlanRow): boolean {
  return row.table.columns.has('tidsrom') && cellText(row.cell('start')) === '' && cellText(row.cell('slutt')) === '';
}

function single(frist: Frist, cell: string): FristReading {
  return { frist, cell, addFaults: (faults) => addFristFault(frist, cell, faults) };
}

function addFristFault(frist: Frist, cell: string, faults: FaultList): void {
  if (frist.kind === 'fault') faults.add(cell, frist.text, EXPECTED, impossible(frist));
  if (frist.kind === 'unknown' && isErrorCode(frist.text)) {
    faults.add(cell, frist.text, EXPECTED, `«${frist.text}» er en feil i arket. Rett formelen, eller skriv fristen.`);
  } else if (frist.kind === 'unknown') {
    faults.add(
      cell,
      frist.text,
      EXPECTED,
      `Jeg forstår ikke «${frist.text}» som frist. Skriv for eksempel «Innen 1.5.24» eller «Løpende».`,
    );
  }
}

/** What a formula that has failed leaves in the cell. */
function isErrorCode(text: string): boolean {
  return /^#[A-ZÆØÅ0-9/ ]+[!?]?$/.test(text);
}

function impossible({ text }: Frist): string {
  return `«${text}» finnes ikke i kalenderen. Skriv for eksempel «Innen 29.2.24».`;
}

/** A deadline in two columns is the range they span; one that cannot be read makes the whole unclear, never a guess. */
function joinStartAndSlutt(start: Frist, slutt: Frist): Frist {
  const text = [start.text, slutt.text].filter((t) => t !== '').join(' – ');
  if (isEmpty(start) && isEmpty(slutt)) return { ...slutt, text };
  if (isUnread(slutt) || slutt.kind === 'depends-on') return { ...slutt, text };
  if (isUnread(start)) return { ...start, text };
  // «Løpende» or «Avhengig av 1.1» in the first column says all there is to say when the second is blank.
  if (isEmpty(slutt) && start.end === null && !isEmpty(start)) return { ...start, text };

  const first = start.start ?? start.end;
  if (first === null) return { ...slutt, text };
  if (slutt.kind === 'ongoing') return { ...slutt, text, start: first, precision: start.precision };
  if (isEmpty(slutt)) return { ...start, text, kind: 'range', start: first, end: null };
  if (isReversed(start, slutt)) return { ...slutt, text, kind: 'fault', start: null, end: null, precision: null };
  return { ...slutt, text, kind: 'range', start: first, precision: coarser(start.precision, slutt.precision) };
}

function isReversed(start: Frist, slutt: Frist): boolean {
  const first = start.start ?? start.end;
  return first !== null && slutt.end !== null && slutt.end < first;
}

function isEmpty({ kind }: Frist): boolean {
  return kind === 'missing' || kind === 'placeholder';
}

function isUnread({ kind }: Frist): boolean {
  return kind === 'unknown' || kind === 'fault';
}
