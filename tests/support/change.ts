import type { Aim, Edit, Miss, NewCell } from '#src/workbook/edit.ts';
import type { Cell, Tab } from '#src/workbook/workbook.ts';

/** A change as somebody asks for it: in the row whose first cell is `key`. */
interface Asked {
  readonly tab?: string;
  readonly key: Cell;
  /** What each column holds, and what it is to hold. */
  readonly cells: Readonly<Record<number, readonly [from: Cell, to: NewCell]>>;
  readonly by?: string;
  readonly at?: string;
  /** Called each time the editor asks, before it is answered. */
  readonly onAim?: () => void;
}

/** An edit with a real aim: the row is found by its key, and what stands there must be what the person saw. */
export function change({ tab = 'Plan', key, cells, by = 'U01', at = '2024-06-03 08:12', onAim }: Asked): Edit {
  return {
    by,
    at,
    aim(tabs) {
      const seen = structuredClone(tabs.find(({ name }) => name === tab));
      onAim?.();
      return seen ? aimIn(seen, key, cells) : missing('no-tab');
    },
  };
}

const missing = (why: Miss['why'], now: Cell = null): Aim => ({ kind: 'miss', miss: { why, cell: null, now } });

function aimIn({ name, rows }: Tab, key: Cell, cells: Asked['cells']): Aim {
  const [row, another] = [...rows.keys()].filter((index) => same(rows[index]?.[0] ?? null, key));
  if (row === undefined) return missing('no-row');
  if (another !== undefined) return missing('several-rows');
  const changes = Object.entries(cells).map(([column, [from, to]]) => ({ column: Number(column), from, to }));
  const moved = changes.find(({ column, from }) => !same(rows[row]?.[column] ?? null, from));
  if (moved) return missing('changed', rows[row]?.[moved.column] ?? null);
  return { kind: 'target', target: { tab: name, row, key: [{ column: 0, value: key }], name: String(key), changes } };
}

const same = (a: Cell, b: Cell): boolean => JSON.stringify(a) === JSON.stringify(b);
