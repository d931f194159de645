import { type AnsvarligReading, parseAnsvarlig, type Register } from '#src/domain/ansvarlig.ts';
import { type CellValue, cellText } from '#src/domain/cell-value.ts';
import { remembered } from '#src/domain/remembered.ts';
import { explicitYears } from '#src/domain/tidsrom.ts';
import type { Plan, Tiltak } from '#src/domain/tiltak.ts';
import { AktivitetList } from './aktivitet-list.ts';
import { FaultList, type TabResult } from './fault-list.ts';
import { readFrist } from './frist-cells.ts';
import type { HandlingsplanColumn } from './handlingsplan.ts';
import { readNr } from './nr-cell.ts';
import { addDuplicateFaults, addMissingNrFaults, addStrayFault } from './plan-faults.ts';
import { aktivitetCell, isExample, numberedTitle, type PlanRow, planRowKind, subdividedNrs } from './plan-row.ts';
import type { Table, TabRead } from './read-tab.ts';
import { joinStatusRows } from './status-table.ts';
import { readFullfort, readOmfang, readPrioritet, readStatus } from './tiltak-cells.ts';
import { splitTiltak } from './tiltak-text.ts';

type PlanTable = Table<HandlingsplanColumn>;

export interface PlanContext {
  readonly register: Register;
  /** The year of deadlines written without one, when the sheet's owners have said it. */
  readonly planYear: number | null;
}

/**
 * Makes a plan of the tab Handlingsplan: carries aktivitet down, takes nr from the text, skips template rows, joins a
 * status table to the plan, and names everything that a person must mend (seed plan 001 has every one of these).
 */
export function readHandlingsplan(
  read: TabRead<HandlingsplanColumn>,
  { register, planYear }: PlanContext,
): TabResult<Plan> {
  const faults = new FaultList(read.sheet);
  const isStatusTable = isStatusTableOf(read.tables);
  const year = planYear ?? commonYear(read.rows);
  const ansvarlig = remembered((cell: CellValue) => parseAnsvarlig(cell, register));
  const subdivided = subdividedNrs(read.rows);
  const aktiviteter = new AktivitetList();
  const tiltak: Tiltak[] = [];
  const statusRows: PlanRow[] = [];
  let skipped = 0;

  for (const row of read.rows) {
    const kind = planRowKind(row);
    if (kind === 'template') skipped++;
    if (isExample(row)) continue;
    const title = numberedTitle(row, subdivided);
    aktiviteter.enter(title ?? aktivitetCell(row, kind));
    if (title !== null) continue;
    if (kind === 'stray') addStrayFault(row, faults);
    if (kind !== 'tiltak') continue;

    if (isStatusTable(row.table)) statusRows.push(row);
    else tiltak.push(readTiltak(row, { ansvarlig, year, aktiviteter, faults, sheet: read.sheet }));
  }

  addMissingNrFaults(tiltak, faults);
  addDuplicateFaults(tiltak, faults);
  const joined = joinStatusRows(tiltak, statusRows, { year, faults });
  const plan = { aktiviteter: aktiviteter.used(joined), tiltak: joined, skipped };
  return { value: plan, faults: faults.faults, rows: joined.length, skipped };
}

interface TiltakContext {
  readonly ansvarlig: (cell: CellValue) => AnsvarligReading;
  readonly year: number | null;
  readonly aktiviteter: AktivitetList;
  readonly faults: FaultList;
  readonly sheet: string;
}

function readTiltak(row: PlanRow, { ansvarlig, year, aktiviteter, faults, sheet }: TiltakContext): Tiltak {
  const inText = splitTiltak(row.cell('tiltak'));
  const nr = tiltakNr(row, inText.nr, faults);
  const { frist, cell: fristCell, addFaults } = readFrist(row, year);
  addFaults(faults);
  const { parties, fanOut } = ansvarlig(row.cell('ansvarlig'));
  if (inText.text === '') {
    faults.add(row.at('tiltak'), '', 'hva som skal gjøres', `Tiltak ${nr ?? 'uten nummer'} har ingen tekst.`);
  }

  return {
    nr,
    aktivitet: aktiviteter.current(nr),
    text: inText.text,
    kortnavn: cellText(row.cell('kortnavn')) || null,
    frist,
    prioritet: readPrioritet(row, faults),
    omfang: readOmfang(row, faults),
    ansvarlig: parties,
    fanOut,
    ...readStatus(row, faults),
    kommentar: cellText(row.cell('kommentar')),
    fullfort: readFullfort(row, year, faults),
    cell: `${sheet}!${row.at('tiltak')}`,
    fristCell: `${sheet}!${fristCell}`,
  };
}

/** The nr column decides; a number inside the text serves where the column is missing, blank or unreadable. */
function tiltakNr(row: PlanRow, nrInText: string | null, faults: FaultList): string | null {
  const reading = readNr(row.cell('nr'));
  const expected = 'et nummer som 1.1';
  switch (reading.kind) {
    case 'nr':
      if (nrInText !== null && nrInText !== reading.nr) addDisagreement(row, reading.nr, nrInText, faults);
      return reading.nr;
    case 'blank':
      return nrInText;
    case 'date':
      faults.add(
        row.at('nr'),
        cellText(row.cell('nr')),
        expected,
        'Nummeret er blitt en dato. Sett kolonnen til ren tekst og skriv nummeret på nytt.',
      );
      return nrInText;
    case 'other':
      faults.add(
        row.at('nr'),
        reading.text,
        expected,
        `«${reading.text}» er ikke et tiltaksnummer. Skriv for eksempel 1.1.`,
      );
      return nrInText;
  }
}

/** Others refer to one of the two numbers, and nobody but the owners knows which. */
function addDisagreement(row: PlanRow, nr: string, nrInText: string, faults: FaultList): void {
  faults.add(
    row.at('nr'),
    nr,
    `${nrInText}, som i teksten`,
    `Nummeret er ${nr}, men teksten begynner med ${nrInText}. Jeg bruker ${nr}. Rett det som er galt.`,
  );
}

/** A table with Status but no Ansvarlig reports on a plan that stands in the other tables (seed plan 001, last page). */
export function isStatusTableOf(tables: readonly PlanTable[]): (table: PlanTable) => boolean {
  const planStandsElsewhere = tables.some((table) => table.columns.has('ansvarlig'));
  return ({ columns }) => planStandsElsewhere && columns.has('status') && !columns.has('ansvarlig');
}

const YEAR_COLUMNS = ['tidsrom', 'start', 'slutt'] as const;

/** The year most deadlines in the sheet have; null when none has any. */
function commonYear(rows: readonly PlanRow[]): number | null {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const written = YEAR_COLUMNS.map((key) => row.cell(key)).filter((cell) => cell !== null);
    for (const year of new Set(written.flatMap((cell) => explicitYears(cellText(cell))))) {
      counts.set(year, (counts.get(year) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort(([yearA, a], [yearB, b]) => b - a || yearB - yearA);
  return most?.[0] ?? null;
}
