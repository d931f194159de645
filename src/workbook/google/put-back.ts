import type { Aim, NewCell, Target } from '#src/workbook/edit.ts';
import type { Cell, Tab } from '#src/workbook/workbook.ts';
import type { Met } from './edit-requests.ts';
import type { RawValue } from './values.ts';

/** Whether the row and the cells that were written in are those that were read. */
export function hasMet({ before, key }: Met, target: Target, tabs: readonly Tab[]): boolean {
  const row = tabs.find(({ name }) => name === target.tab)?.rows[target.row] ?? [];
  return (
    target.key.every(({ value }, index) => raw(value) === asRead(key[index])) &&
    target.changes.every(({ column }, index) => raw(row[column] ?? null) === asRead(before[index]))
  );
}

/** The row that was met by mistake, and how to make it what it was. */
export function asItWas({ before, key }: Met, target: Target): Target {
  return {
    ...target,
    name: `${key.find((part) => asCell(part) !== null) ?? 'tom rad'} (satt tilbake)`,
    key: target.key.map(({ column }, index) => ({ column, value: asCell(asRead(key[index])) })),
    changes: target.changes.map(({ column, to }, index) => ({ column, from: to, to: asCell(before[index]) })),
  };
}

/**
 * The row in which still stands what was written by mistake, and that has most of the key it had: somebody may have changed
 * a part of it since. Of several, the one nearest to where it was.
 */
export function aimToPutBack(wrong: Target, tabs: readonly Tab[]): Aim {
  const rows = tabs.find(({ name }) => name === wrong.tab)?.rows ?? [];
  const holds = (row: number, column: number, value: Cell) => raw(rows[row]?.[column] ?? null) === raw(value);
  const [best] = [...rows.keys()]
    .filter((row) => wrong.changes.every(({ column, from }) => holds(row, column, from)))
    .map((row) => ({ row, alike: likeness(wrong, row, holds), distance: Math.abs(row - wrong.row) }))
    .filter(({ alike }) => alike > 0)
    .toSorted((a, b) => b.alike - a.alike || a.distance - b.distance);
  return best === undefined
    ? { kind: 'miss', miss: { why: 'no-row', cell: null, now: null } }
    : { kind: 'target', target: { ...wrong, row: best.row, key: keyAt(rows[best.row] ?? [], wrong) } };
}

/** How many cells of the key are alike. A row that had none may have got one since, and is then known by its place. */
function likeness(
  { key, row: was }: Target,
  row: number,
  holds: (row: number, column: number, value: Cell) => boolean,
) {
  const said = key.filter(({ value }) => value !== null);
  const isBlank = key.every(({ column }) => holds(row, column, null));
  if (said.length === 0) return isBlank ? 2 : Number(row === was);
  return said.filter(({ column, value }) => holds(row, column, value)).length;
}

function keyAt(cells: readonly Cell[], { key }: Target): Target['key'] {
  return key.map(({ column }) => ({ column, value: cells[column] ?? null }));
}

function asCell(value: RawValue): string | number | boolean | null {
  return value === undefined || value === '' ? null : value;
}

/** As it reads: nothing is to be seen in a cell with spaces alone. */
function asRead(value: RawValue): Exclude<RawValue, null | undefined> {
  return typeof value === 'string' && value.trim() === '' ? '' : (value ?? '');
}

/** As Google gives it among plain values. */
function raw(cell: Cell | NewCell): Exclude<RawValue, null | undefined> {
  if (cell === null) return '';
  if (typeof cell !== 'object') return cell;
  return 'serial' in cell ? cell.serial : cell.error;
}
