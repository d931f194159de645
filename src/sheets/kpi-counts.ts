import { cellText } from '#src/domain/cell-value.ts';
import { parseTall } from '#src/domain/tall.ts';
import type { Cell } from '#src/workbook/workbook.ts';
import { a1 } from './address.ts';
import type { FaultList } from './fault-list.ts';
import { COUNT_COLUMNS, countForm, formOf } from './kpi-columns.ts';
import type { KpiDataColumn } from './kpi-data.ts';
import type { Table, TableRow } from './read-tab.ts';

type Row = TableRow<KpiDataColumn>;

/** A column of one table that holds counts. */
export interface CountSource {
  readonly form: string;
  readonly title: string;
  readonly column: number;
  readonly cellOf: (row: Row) => Cell;
}

/** The count columns of a table: those we know, and those that a formula in the tab KPI names. */
export function countSources(table: Table<KpiDataColumn>, named: ReadonlySet<string>): readonly CountSource[] {
  const known = COUNT_COLUMNS.flatMap(({ key, title }): CountSource[] => {
    const column = table.columns.get(key);
    return column === undefined ? [] : [{ form: formOf(key), title, column, cellOf: (row) => row.cell(key) }];
  });
  const forms = new Set(known.map(({ form }) => form));
  const own = table.headings.flatMap(({ text, column, key }): CountSource[] => {
    const form = countForm(text);
    if (key !== null || !named.has(form) || forms.has(form)) return [];
    forms.add(form);
    return [{ form, title: text, column, cellOf: (row) => row.cellIn(column) }];
  });
  return [...known, ...own];
}

/** Reads every count of a row; what is no count is a fault, and counts as missing. */
export function readCounts(
  row: Row,
  sources: readonly CountSource[],
  faults: FaultList,
): ReadonlyMap<string, number | null> {
  const counts = new Map<string, number | null>();
  for (const source of sources) {
    const { value, problem } = readCount(source.cellOf(row), source.title);
    if (problem !== null) {
      const found = cellText(source.cellOf(row));
      faults.add(a1(row.index, source.column), found, 'et helt tall, eller en tom celle', problem);
    }
    counts.set(source.form, value);
  }
  return counts;
}

export function isBlankCell(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && cellText(cell) === '');
}

interface CountReading {
  readonly value: number | null;
  /** Norwegian sentences for the one who mends it, or null. */
  readonly problem: string | null;
}

function readCount(cell: Cell, title: string): CountReading {
  if (typeof cell === 'string' && /^\d{1,9}$/.test(cell)) return { value: Number(cell), problem: null };
  if (isBlankCell(cell)) return { value: null, problem: null };

  const { text, value } = parseTall(cell);
  // «100 %» is the number 1, and nobody counts in per cent.
  if (value === null || text.endsWith('%'))
    return notACount(`«${text}» er ikke et tall. Skriv antall ${title}, eller la cellen stå tom.`);
  if (value < 0)
    return notACount(`${title} kan ikke være negativt (${text}). Skriv antallet, eller la cellen stå tom.`);
  if (!Number.isInteger(value))
    return notACount(`«${text}» er ikke et helt tall. Skriv antall ${title}, eller la cellen stå tom.`);
  return { value, problem: null };
}

function notACount(problem: string): CountReading {
  return { value: null, problem };
}
