import { cellText } from '#src/domain/cell-value.ts';
import type { Cell, Tab } from '#src/workbook/workbook.ts';
import { a1 } from './address.ts';
import type { TabContract } from './contract.ts';
import { headingForm, headingFormWithoutParenthesis } from './heading.ts';

/** One heading as written; `key` is null when no column of the contract goes by that name. */
interface Heading<K extends string> {
  readonly text: string;
  readonly column: number;
  readonly key: K | null;
}

/** One heading row and what stands below it, down to the next heading row. */
export interface Table<K extends string> {
  /** 0-based row of the headings. */
  readonly headingRow: number;
  readonly headings: readonly Heading<K>[];
  readonly columns: ReadonlyMap<K, number>;
}

/** The cells of one row by column key. */
export interface RowCells<K extends string> {
  /** Blank when the table has no such column. */
  cell(key: K): Cell;
  /** A1 address; of the first column when the table has no such column. */
  at(key: K): string;
}

/** A row below a heading row. */
export interface TableRow<K extends string> extends RowCells<K> {
  readonly table: Table<K>;
  /** 0-based. */
  readonly index: number;
  /** By position, for columns that only the user knows. */
  cellIn(column: number): Cell;
}

/** A tab as read, before anything is made of its cells. */
export interface TabRead<K extends string> {
  readonly sheet: string;
  readonly tables: readonly Table<K>[];
  readonly rows: readonly TableRow<K>[];
}

/** Longer cells are never headings; this keeps the search for repeated headings cheap in a plan of 10 000 rows. */
const LONGEST_HEADING = 60;
/** Template texts stand in rows that otherwise look like headings («Tiltak | Dato - dato | … | Ansvarlig»). */
const NO_HEADING = /dato\s*[-–—]\s*dato|^[●•⚫○\s]+$|\S\s*\/\s*\S+\s*\/|\d[./]\d|^(?:høy|middels|lav)$/iu;

/** Finds the heading rows of a tab, wherever they stand, and pairs every row below with them. */
export function readTab<K extends string>(tab: Tab, contract: TabContract<K>): TabRead<K> {
  const lookup = headingFinder(contract);
  const tables: Table<K>[] = [];
  const rows: TableRow<K>[] = [];
  const merged = mergedCells(tab);
  const ownPerRow = new Set(contract.columns.filter((c) => c.ownPerRow).map((c) => c.key));
  let table: Table<K> | null = null;

  for (const [index, cells] of tab.rows.entries()) {
    const found = headingTable(cells, index, contract, lookup);
    if (found && !(table && isPartOf(found, table))) {
      table = found;
      tables.push(found);
    } else if (table) {
      rows.push(new SheetRow(table, index, cells, merged, ownPerRow));
    }
  }
  return { sheet: tab.name, tables, rows };
}

/** Whether any row of the tab has this contract's headings. */
export function fits<K extends string>(tab: Tab, contract: TabContract<K>): boolean {
  const lookup = headingFinder(contract);
  return tab.rows.some((cells, index) => headingTable(cells, index, contract, lookup) !== null);
}

class SheetRow<K extends string> implements TableRow<K> {
  readonly table: Table<K>;
  readonly index: number;
  readonly #cells: readonly Cell[];
  readonly #merged: ReadonlyMap<string, Cell>;
  readonly #ownPerRow: ReadonlySet<K>;

  constructor(
    table: Table<K>,
    index: number,
    cells: readonly Cell[],
    merged: ReadonlyMap<string, Cell>,
    ownPerRow: ReadonlySet<K>,
  ) {
    this.table = table;
    this.index = index;
    this.#cells = cells;
    this.#merged = merged;
    this.#ownPerRow = ownPerRow;
  }

  cell(key: K): Cell {
    const column = this.table.columns.get(key);
    if (column === undefined) return null;
    return this.#ownPerRow.has(key) ? (this.#cells[column] ?? null) : this.cellIn(column);
  }

  cellIn(column: number): Cell {
    return this.#cells[column] ?? this.#merged.get(`${this.index},${column}`) ?? null;
  }

  at(key: K): string {
    return a1(this.index, this.table.columns.get(key) ?? Math.min(...this.table.columns.values()));
  }
}

interface Candidate<K> {
  readonly key: K;
  /** 0 for the title, then the aliases in their order. */
  readonly rank: number;
}

/** Which column a cell is the heading of, if any. */
type HeadingFinder<K> = (cell: Cell) => Candidate<K> | undefined;

/** Looks each text up once: the same few words («Høy», «Lite») fill most of a plan's cells. */
function headingFinder<K extends string>(contract: TabContract<K>): HeadingFinder<K> {
  const byForm = formsOf(contract);
  const byText = new Map<string, Candidate<K> | undefined>();
  return (cell) => {
    if (typeof cell !== 'string' || cell.length > LONGEST_HEADING) return undefined;
    if (byText.has(cell)) return byText.get(cell);
    const found =
      byForm.get(headingForm(cell)) ??
      (cell.includes('(') ? byForm.get(headingFormWithoutParenthesis(cell)) : undefined);
    byText.set(cell, found);
    return found;
  };
}

function formsOf<K extends string>(contract: TabContract<K>): ReadonlyMap<string, Candidate<K>> {
  const byForm = new Map<string, Candidate<K>>();
  for (const { key, title, aliases = [] } of contract.columns) {
    for (const [rank, name] of [title, ...aliases].entries()) {
      const form = headingForm(name);
      if (!byForm.has(form)) byForm.set(form, { key, rank });
    }
  }
  return byForm;
}

function headingTable<K extends string>(
  cells: readonly Cell[],
  headingRow: number,
  contract: TabContract<K>,
  lookup: HeadingFinder<K>,
): Table<K> | null {
  const best = new Map<K, { column: number; rank: number }>();
  for (const [column, cell] of cells.entries()) {
    const candidate = lookup(cell);
    if (!candidate) continue;
    const earlier = best.get(candidate.key);
    if (!earlier || candidate.rank < earlier.rank) best.set(candidate.key, { column, rank: candidate.rank });
  }
  if (best.size < 2 || !contract.recognisedBy.every((group) => group.some((key) => best.has(key)))) return null;
  const strangers = cells.filter((cell) => lookup(cell) === undefined);
  if (strangers.some((cell) => typeof cell === 'number' || isNoHeading(cell))) return null;

  const columns = new Map([...best].map(([key, { column }]) => [key, column]));
  const keyOf = new Map([...columns].map(([key, column]) => [column, key]));
  const headings = cells.flatMap((cell, column) => {
    const text = cellText(cell);
    return text === '' ? [] : [{ text, column, key: keyOf.get(column) ?? null }];
  });
  return { headingRow, headings, columns };
}

/** A row that repeats only some of the headings above it, in their places, is a template row («Tiltak | | | Ansvarlig»). */
function isPartOf<K extends string>(found: Table<K>, table: Table<K>): boolean {
  return (
    found.columns.size < table.columns.size &&
    [...found.columns].every(([key, column]) => table.columns.get(key) === column)
  );
}

function isNoHeading(cell: Cell): boolean {
  return typeof cell === 'string' && NO_HEADING.test(cell.trim());
}

/** The cells that a vertical merge leaves blank, with the value of its first cell. */
function mergedCells(tab: Tab): ReadonlyMap<string, Cell> {
  const values = new Map<string, Cell>();
  for (const { top, left, bottom } of tab.merges) {
    const value = tab.rows[top]?.[left] ?? null;
    // A merge over thousands of rows is formatting, not meaning; rows past the sheet's end hold nothing.
    for (let row = top + 1; value !== null && row <= bottom && row < tab.rows.length; row++) {
      values.set(`${row},${left}`, value);
    }
  }
  return values;
}
