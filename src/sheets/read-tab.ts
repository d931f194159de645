import { isBlankCell } from '#src/domain/cell-value.ts';
import type { Cell, Tab } from '#src/workbook/workbook.ts';
import { a1 } from './address.ts';
import type { TabContract } from './contract.ts';
import { headingFinder, type Table } from './find-headings.ts';

export type { Table } from './find-headings.ts';

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
  /** Nothing stands in the row itself, whatever a merge above it says. */
  readonly isBlank: boolean;
  /** By position, for columns that only the user knows. */
  cellIn(column: number): Cell;
}

/** A tab as read, before anything is made of its cells. */
export interface TabRead<K extends string> {
  readonly sheet: string;
  readonly tables: readonly Table<K>[];
  readonly rows: readonly TableRow<K>[];
}

/** Finds the heading rows of a tab, wherever they stand, and pairs every row below with them. */
export function readTab<K extends string>(tab: Tab, contract: TabContract<K>): TabRead<K> {
  const findTable = headingFinder(contract);
  const tables: Table<K>[] = [];
  const rows: TableRow<K>[] = [];
  const merged = mergedCells(tab);
  const ownPerRow = new Set(contract.columns.filter((c) => c.ownPerRow).map((c) => c.key));
  let table: Table<K> | null = null;

  for (const [index, cells] of tab.rows.entries()) {
    const found = findTable(cells, index, table);
    if (found) {
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
  const findTable = headingFinder(contract);
  return tab.rows.some((cells, index) => findTable(cells, index, null) !== null);
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

  get isBlank(): boolean {
    return this.#cells.every(isBlankCell);
  }

  cell(key: K): Cell {
    const column = this.table.columns.get(key);
    if (column === undefined) return null;
    return this.#ownPerRow.has(key) ? (this.#cells[column] ?? null) : this.cellIn(column);
  }

  cellIn(column: number): Cell {
    const own = this.#cells[column] ?? null;
    if (own !== null || this.#merged.size === 0) return own;
    return this.#merged.get(`${this.index},${column}`) ?? null;
  }

  at(key: K): string {
    return a1(this.index, this.table.columns.get(key) ?? Math.min(...this.table.columns.values()));
  }
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
