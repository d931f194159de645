import { cellText } from '#src/domain/cell-value.ts';
import { isShare, type KpiDefinition } from '#src/domain/kpi.ts';
import { FaultList, type TabResult } from './fault-list.ts';
import type { KpiColumn } from './kpi.ts';
import {
  readDirection,
  readFilter,
  readFormula,
  readKpiNr,
  readPeriod,
  readTarget,
  readValidity,
} from './kpi-cells.ts';
import { addOverlapFaults } from './kpi-overlap.ts';
import type { TableRow, TabRead } from './read-tab.ts';
import { isExampleRow } from './template-row.ts';

type Row = TableRow<KpiColumn>;

/** Reads the tab KPI. What cannot be read is a fault; the KPI is kept, and says that it cannot be computed. */
export function readKpi(read: TabRead<KpiColumn>): TabResult<readonly KpiDefinition[]> {
  const faults = new FaultList(read.sheet);
  const definitions: KpiDefinition[] = [];
  let skipped = 0;

  for (const row of read.rows) {
    if (isBlank(row)) continue;
    if (isExampleRow([row.cell('nr'), row.cell('navn'), row.cell('teller')])) {
      skipped++;
      continue;
    }
    const nr = readKpiNr(row, faults);
    const definition = nr === null ? null : readDefinition(row, nr, { sheet: read.sheet, faults });
    if (definition) definitions.push(definition);
  }
  addOverlapFaults(definitions, faults);
  return { value: definitions, faults: faults.faults, rows: definitions.length, skipped };
}

function isBlank(row: Row): boolean {
  return (['nr', 'navn', 'teller', 'maal'] as const).every((key) => cellText(row.cell(key)) === '');
}

function readDefinition(
  row: Row,
  nr: string,
  { sheet, faults }: { readonly sheet: string; readonly faults: FaultList },
): KpiDefinition {
  const numerator = readFormula(row, 'teller', faults);
  const denominator = readFormula(row, 'nevner', faults);
  const filter = readFilter(row, faults);
  const maal = cellText(row.cell('maal'));
  const unit = cellText(row.cell('enhet')) || (maal.endsWith('%') ? '%' : '');
  const { target, unreadable: targetUnreadable } = readTarget(row, isShare(unit), faults);
  const at = (key: KpiColumn) => `${sheet}!${row.at(key)}`;

  return {
    nr,
    name: cellText(row.cell('navn')) || `KPI ${nr}`,
    numerator: numerator.sum ?? [],
    denominator: denominator.sum,
    unit,
    target,
    targetUnreadable,
    direction: readDirection(row, target !== null, faults),
    period: readPeriod(row, faults),
    ...readValidity(row, faults),
    filter: filter.filter,
    definition: cellText(row.cell('definisjon')),
    source: cellText(row.cell('kilde')),
    unreadable: numerator.sum === null || denominator.unreadable || filter.unreadable,
    cell: at('nr'),
    cells: { numerator: at('teller'), denominator: at('nevner'), target: at('maal'), filter: at('filter') },
  };
}
