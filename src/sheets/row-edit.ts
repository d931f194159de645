import { hideBirthNumbers } from '#src/domain/birth-number.ts';
import { cellText } from '#src/domain/cell-value.ts';
import type { Aim, Miss, NewCell } from '#src/workbook/edit.ts';
import type { Cell, Tab } from '#src/workbook/workbook.ts';
import type { TabContract } from './contract.ts';
import { TabFinder } from './find-tabs.ts';
import { readTab, type TableRow, type TabRead } from './read-tab.ts';

/** A change of one row, in the terms of its tab's contract and of no place in the sheet. */
export interface RowEdit<K extends string> {
  readonly contract: TabContract<K>;
  /** All the contracts of the workbook, so that the tab is found as it is when it is read. */
  readonly contracts: readonly TabContract[];
  /** The rows that could be the one that is meant, as the tab stands now. */
  readonly rows: (read: TabRead<K>) => readonly TableRow<K>[];
  /** Columns whose cells tell which row it is; those that the table has, and at least one of them. */
  readonly key: readonly K[];
  /** What people call the row: «5.7». */
  readonly name: string;
  readonly changes: readonly RowChange<K>[];
}

interface RowChange<K extends string> {
  readonly column: K;
  /** What the person saw there, as text on one line; blank is ''. */
  readonly from: string;
  readonly to: NewCell;
}

/** Finds the row in the tabs as they stand now, and compares what stands there with what the person saw. */
export function aimAt<K extends string>(tabs: readonly Tab[], edit: RowEdit<K>): Aim {
  const tab = new TabFinder(tabs, edit.contracts).tabFor(edit.contract);
  if (tab === null) return missed('no-tab');
  const [row, ...others] = edit.rows(readTab(tab, edit.contract));
  if (row === undefined) return missed('no-row');
  if (others.length > 0) return missed('several-rows');

  const own = (column: number): Cell => tab.rows[row.index]?.[column] ?? null;
  const changes = edit.changes.map(({ column, from, to }) => {
    const at = row.table.columns.get(column);
    return at === undefined
      ? null
      : { column: at, from: own(at), seen: from, to, cell: `${tab.name}!${row.at(column)}` };
  });
  const found = changes.filter((change) => change !== null);
  if (found.length < changes.length) return missed('no-column');
  const covered = found.find(({ column }) => isCovered(tab, row.index, column));
  if (covered) return missed('several-rows', covered.cell);
  const changed = found.find(({ from, seen }) => cellText(from) !== seen);
  if (changed) {
    const isDone = found.every(({ from, to }) => cellText(from) === cellText(to));
    return missed(isDone ? 'same' : 'changed', changed.cell, changed.from);
  }

  const key = edit.key.flatMap((column) => row.table.columns.get(column) ?? []);
  const target = {
    tab: tab.name,
    row: row.index,
    key: key.map((column) => ({ column, value: own(column) })),
    name: edit.name,
    changes: found.map(({ column, from, to }) => ({ column, from, to })),
  };
  return { kind: 'target', target };
}

/** A cell that a merge covers holds nothing that anybody sees. */
function isCovered({ merges }: Tab, row: number, column: number): boolean {
  return merges.some(
    ({ top, left, bottom, right }) =>
      row >= top && row <= bottom && column >= left && column <= right && (row > top || column > left),
  );
}

function missed(why: Miss['why'], cell: string | null = null, now: Cell = null): Aim {
  // It is shown to whoever asked.
  return { kind: 'miss', miss: { why, cell, now: typeof now === 'string' ? hideBirthNumbers(now) : now } };
}
