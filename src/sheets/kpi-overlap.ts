import type { KpiDefinition } from '#src/domain/kpi.ts';
import type { FaultList } from './fault-list.ts';

/** One nr may have several targets, each with its own time; on any day only one of them can count. */
export function addOverlapFaults(definitions: readonly KpiDefinition[], faults: FaultList): void {
  for (const [i, later] of definitions.entries()) {
    const earlier = definitions.slice(0, i).find((d) => d.nr === later.nr && overlap(d, later));
    if (!earlier) continue;
    faults.add(
      addressOf(later),
      later.nr,
      'et nummer som ingen andre KPI-er har samtidig',
      `KPI ${later.nr} står to ganger for samme tid, også i ${addressOf(earlier)}. Den øverste gjelder. Endre nummeret eller gyldighetstiden.`,
    );
  }
}

function overlap(a: KpiDefinition, b: KpiDefinition): boolean {
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

function startsBeforeEnd({ validFrom }: KpiDefinition, { validTo }: KpiDefinition): boolean {
  return validFrom === null || validTo === null || validFrom <= validTo;
}

function addressOf({ cell }: KpiDefinition): string {
  return cell.slice(cell.lastIndexOf('!') + 1);
}
