import { parseAnsvarlig, type Register } from '#src/domain/ansvarlig.ts';
import { type CellValue, cellText } from '#src/domain/cell-value.ts';
import { parseStatus } from '#src/domain/status.ts';
import { explicitYears } from '#src/domain/tidsrom.ts';
import type { Aktivitet, Plan, Tiltak } from '#src/domain/tiltak.ts';
import { FaultList, type TabResult } from './fault-list.ts';
import { readFrist } from './frist-cells.ts';
import type { HandlingsplanColumn } from './handlingsplan.ts';
import { readNr } from './nr-cell.ts';
import type { Table, TableRow, TabRead } from './read-tab.ts';
import { joinStatusRows } from './status-table.ts';
import { isExampleRow, isPlaceholderText } from './template-row.ts';
import { readFullfort, readOmfang, readPrioritet, readStatus } from './tiltak-cells.ts';
import { isAktivitetTitle, splitAktivitet, splitTiltak } from './tiltak-text.ts';

export type PlanRow = TableRow<HandlingsplanColumn>;
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
  const isStatusTable = statusTables(read.tables);
  const year = planYear ?? commonYear(read.rows);
  const aktiviteter = new AktivitetList();
  const tiltak: Tiltak[] = [];
  const statusRows: PlanRow[] = [];
  let skipped = 0;

  for (const row of read.rows) {
    const kind = rowKind(row);
    if (kind === 'template') skipped++;
    if (isExample(row)) continue;
    if (kind === 'aktivitet' || !isBlank(row, 'aktivitet')) aktiviteter.enter(aktivitetCell(row, kind));
    if (kind === 'stray') addStrayFault(row, faults);
    if (kind !== 'tiltak') continue;

    if (isStatusTable(row.table)) statusRows.push(row);
    else tiltak.push(readTiltak(row, { register, year, aktiviteter, faults, sheet: read.sheet }));
  }

  addMissingNrFaults(tiltak, faults);
  addDuplicateFaults(tiltak, faults);
  const joined = joinStatusRows(tiltak, statusRows, faults);
  const plan = { aktiviteter: aktiviteter.used(joined), tiltak: joined, skipped };
  return { value: plan, faults: faults.faults, rows: joined.length, skipped };
}

type RowKind = 'blank' | 'aktivitet' | 'template' | 'tiltak' | 'stray';

/** What a row below the headings is. Only «stray» is somebody's mistake. */
function rowKind(row: PlanRow): RowKind {
  const filled = [...row.table.columns.keys()].filter((key) => !isBlank(row, key));
  if (filled.length === 0) return 'blank';
  if (filled.length === 1 && filled[0] === 'aktivitet') return 'aktivitet';
  if (isExample(row)) return 'template';

  const lone = filled.length === 1 && filled[0] !== undefined ? row.cell(filled[0]) : null;
  if (!row.table.columns.has('aktivitet') && isAktivitetTitle(lone)) return 'aktivitet';
  if (filled.length === 1 && isLegend(lone)) return 'blank';
  const hasTiltak = !isPlaceholderText(splitTiltak(row.cell('tiltak')).text);
  if (hasTiltak) return 'tiltak';

  const promises = saysWhen(row) || saysWho(row);
  const numbered = readNr(row.cell('nr')).kind === 'nr' || splitTiltak(row.cell('tiltak')).nr !== null;
  if (numbered && promises) return 'tiltak';
  return promises ? 'stray' : 'template';
}

function isExample(row: PlanRow): boolean {
  return isExampleRow([row.cell('tiltak'), row.cell('aktivitet'), row.cell('kommentar')]);
}

/** The seed plan explains its lights below the tables. */
function isLegend(cell: CellValue): boolean {
  const text = cellText(cell);
  return /^leseveiledning/i.test(text) || (text !== '' && parseStatus(text).status !== 'unknown');
}

function saysWhen(row: PlanRow): boolean {
  if (!isBlank(row, 'start') || !isBlank(row, 'slutt')) return true;
  const { kind } = readFrist(row, 2000).frist;
  return kind !== 'missing' && kind !== 'placeholder';
}

function saysWho(row: PlanRow): boolean {
  return parseAnsvarlig(row.cell('ansvarlig')).parties.length > 0;
}

function isBlank(row: PlanRow, key: HandlingsplanColumn): boolean {
  return cellText(row.cell(key)) === '';
}

function aktivitetCell(row: PlanRow, kind: RowKind): CellValue {
  if (kind !== 'aktivitet' || !isBlank(row, 'aktivitet')) return row.cell('aktivitet');
  const key = [...row.table.columns.keys()].find((k) => !isBlank(row, k));
  return key ? row.cell(key) : null;
}

interface TiltakContext {
  readonly register: Register;
  readonly year: number | null;
  readonly aktiviteter: AktivitetList;
  readonly faults: FaultList;
  readonly sheet: string;
}

function readTiltak(row: PlanRow, { register, year, aktiviteter, faults, sheet }: TiltakContext): Tiltak {
  const inText = splitTiltak(row.cell('tiltak'));
  const nr = tiltakNr(row, inText.nr, faults);
  const { frist, cell: fristCell, addFaults } = readFrist(row, year);
  addFaults(faults);
  const { parties, fanOut } = parseAnsvarlig(row.cell('ansvarlig'), register);
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

function addStrayFault(row: PlanRow, faults: FaultList): void {
  faults.add(
    row.at('tiltak'),
    cellText(row.cell('tiltak')),
    'hva som skal gjøres',
    `Rad ${row.index + 1} har frist eller ansvarlig, men ikke noe tiltak. Skriv tiltaket, eller tøm raden.`,
  );
}

/** A plan without any numbers is fine; one forgotten number means that nobody can refer to that tiltak. */
function addMissingNrFaults(tiltak: readonly Tiltak[], faults: FaultList): void {
  if (tiltak.every((t) => t.nr === null)) return;
  for (const t of tiltak.filter(({ nr }) => nr === null)) {
    faults.add(
      addressOf(t),
      t.text,
      'et nummer som 1.1',
      'Tiltaket har ikke noe nummer. Gi det et, så andre kan vise til det.',
    );
  }
}

/** Both rows are kept and shown: nobody but the owners knows which number is right. */
function addDuplicateFaults(tiltak: readonly Tiltak[], faults: FaultList): void {
  const first = new Map<string, Tiltak>();
  for (const t of tiltak) {
    if (t.nr === null) continue;
    const earlier = first.get(t.nr);
    if (!earlier) {
      first.set(t.nr, t);
      continue;
    }
    const hint = t.nr.endsWith('1') ? ` Skal det være ${t.nr}0, sett kolonnen til ren tekst.` : '';
    faults.add(
      addressOf(t),
      t.nr,
      'et nummer som ingen andre tiltak har',
      `Nummer ${t.nr} er brukt to ganger, også i ${addressOf(earlier)}.${hint}`,
    );
  }
}

function addressOf({ cell }: Tiltak): string {
  return cell.slice(cell.lastIndexOf('!') + 1);
}

/** A table with Status but no Ansvarlig reports on a plan that stands in the other tables (seed plan 001, last page). */
function statusTables(tables: readonly PlanTable[]): (table: PlanTable) => boolean {
  const planStandsElsewhere = tables.some((table) => table.columns.has('ansvarlig'));
  return ({ columns }) => planStandsElsewhere && columns.has('status') && !columns.has('ansvarlig');
}

/** The year most deadlines in the sheet have; null when none has any. */
function commonYear(rows: readonly PlanRow[]): number | null {
  const counts = new Map<number, number>();
  for (const row of rows) {
    for (const year of new Set(explicitYears(cellText(row.cell('tidsrom'))))) {
      counts.set(year, (counts.get(year) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort(([yearA, a], [yearB, b]) => b - a || yearB - yearA);
  return most?.[0] ?? null;
}

/** The aktiviteter met so far, going down the sheet. */
class AktivitetList {
  readonly #names = new Map<string, string>();
  #current: string | null = null;
  #unnumbered = 0;

  enter(cell: CellValue): void {
    const { nr, text } = splitAktivitet(cell);
    if (text === '') return;
    const known = nr ?? [...this.#names].find(([, name]) => name === text)?.[0] ?? `A${++this.#unnumbered}`;
    if (!this.#names.has(known)) this.#names.set(known, text);
    this.#current = known;
  }

  /** The aktivitet of the row at hand; a plan without such a column has it in the first part of nr. */
  current(tiltakNr: string | null): string {
    const fromNr = tiltakNr?.includes('.') ? tiltakNr.split('.')[0] : undefined;
    // A sorted sheet, or a forgotten cell, carries the wrong aktivitet down; the tiltak's own number knows better.
    const numbered = this.#current === null || /^\d+$/.test(this.#current);
    return (numbered ? fromNr : null) ?? this.#current ?? '';
  }

  /** Those that tiltak belong to, in the order of the sheet. */
  used(tiltak: readonly Tiltak[]): readonly Aktivitet[] {
    const order = [...new Set([...this.#names.keys(), ...tiltak.map((t) => t.aktivitet)])];
    const inUse = new Set(tiltak.map((t) => t.aktivitet));
    return order.filter((nr) => nr !== '' && inUse.has(nr)).map((nr) => ({ nr, name: this.#names.get(nr) ?? '' }));
  }
}
