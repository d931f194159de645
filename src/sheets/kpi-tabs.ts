import type { KpiDefinition, KpiRow } from '#src/domain/kpi.ts';
import type { BookReader, TabPart } from './book-reader.ts';
import type { TabContract } from './contract.ts';
import type { KommuneLookup } from './kommune-lookup.ts';
import { kpiContract } from './kpi.ts';
import { countForm } from './kpi-columns.ts';
import { kpiDataContract, readKpiData } from './kpi-data.ts';
import { namedColumns } from './kpi-join.ts';
import type { TabReport } from './model.ts';
import { readKpi } from './read-kpi.ts';

interface KpiParts {
  readonly definitions: TabPart<readonly KpiDefinition[]>;
  readonly data: TabPart<readonly KpiRow[]>;
}

const contracts: readonly TabContract[] = [kpiContract, kpiDataContract];

/** What is measured, and the figures: two tabs that are read together. */
export const kpiTabs = {
  contracts,
  read(book: BookReader, kommuner: KommuneLookup): KpiParts {
    const definitions = book.read(kpiContract, readKpi);
    const data = book.read(kpiDataContract, (read) =>
      readKpiData(read, { definitions: definitions.value ?? [], kommuner }),
    );
    return { definitions, data: { ...data, report: withoutUsed(data.report, definitions.value ?? []) } };
  },
};

/** The workbook's own columns are in use when a formula names them. */
function withoutUsed(report: TabReport | null, definitions: readonly KpiDefinition[]): TabReport | null {
  if (report === null) return null;
  const named = namedColumns(definitions);
  return { ...report, ignored: report.ignored.filter((heading) => !named.has(countForm(heading))) };
}
