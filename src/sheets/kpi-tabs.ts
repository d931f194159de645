import type { KpiDefinition, KpiRow } from '#src/domain/kpi.ts';
import type { BookReader, TabPart } from './book-reader.ts';
import type { TabContract } from './contract.ts';
import type { KommuneLookup } from './kommune-lookup.ts';
import { kpiContract, readKpi } from './kpi.ts';
import { kpiDataContract, readKpiData } from './kpi-data.ts';

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
    return { definitions, data };
  },
};
