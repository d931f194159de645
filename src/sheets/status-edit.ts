import type { Aim } from '#src/workbook/edit.ts';
import type { Tab } from '#src/workbook/workbook.ts';
import { type HandlingsplanColumn, handlingsplanContract } from './handlingsplan.ts';
import { kpiContract } from './kpi.ts';
import { kpiDataContract } from './kpi-data.ts';
import { readNr } from './nr-cell.ts';
import { isExample, planRowKind } from './plan-row.ts';
import { PLAN_TABS } from './plan-tabs.ts';
import { isStatusTableOf } from './read-handlingsplan.ts';
import type { TableRow, TabRead } from './read-tab.ts';
import { aimAt } from './row-edit.ts';
import { splitTiltak } from './tiltak-text.ts';

/** A new status for a tiltak of the plan. */
export interface StatusEdit {
  /** `5.7`. */
  readonly nr: string;
  /** The status that the person saw, as written in the sheet; blank is ''. */
  readonly from: string;
  /** A word from the list, which the reader understands. */
  readonly to: string;
}

type Row = TableRow<HandlingsplanColumn>;

/** Finds where a tiltak's status stands: in its own row of the plan, or in the status table beside it (seed plan 001). */
export function aimAtStatus(tabs: readonly Tab[], { nr, from, to }: StatusEdit): Aim {
  return aimAt(tabs, {
    contract: handlingsplanContract,
    contracts: [...PLAN_TABS, kpiContract, kpiDataContract],
    rows: (read) => statusRows(read, nr),
    key: ['nr', 'tiltak'],
    name: nr,
    changes: [{ column: 'status', from, to }],
  });
}

/** The row that reports, of those that the tiltak has: the plan's own unless it is blank and the status table's is not. */
function statusRows(read: TabRead<HandlingsplanColumn>, nr: string): readonly Row[] {
  const rows = read.rows.filter((row) => planRowKind(row) === 'tiltak' && !isExample(row) && nrOf(row) === nr);
  const isStatusTable = isStatusTableOf(read.tables);
  const [ofPlan, reports] = [
    rows.filter((row) => !isStatusTable(row.table)),
    rows.filter((row) => isStatusTable(row.table)),
  ];
  // Two rows with one number in the plan: nobody can tell which is meant.
  if (ofPlan.length > 1) return ofPlan;
  const [own] = ofPlan;
  const saysNothing = own === undefined || !own.table.columns.has('status') || own.cell('status') === null;
  return saysNothing && reports.length > 0 ? reports : ofPlan;
}

function nrOf(row: Row): string | null {
  const reading = readNr(row.cell('nr'));
  return reading.kind === 'nr' ? reading.nr : splitTiltak(row.cell('tiltak')).nr;
}
