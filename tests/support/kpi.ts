import type { Day, Moment } from '#src/domain/day.ts';
import { momentInOslo } from '#src/domain/day.ts';
import { DEFAULT_INNSTILLINGER } from '#src/domain/innstillinger.ts';
import type { KpiDefinition, KpiRow } from '#src/domain/kpi.ts';
import type { KpiResult } from '#src/domain/kpi-result.ts';
import { computeKpis } from '#src/domain/kpi-values.ts';
import { unitRegister } from '#src/domain/unit-register.ts';
import type { TabResult } from '#src/sheets/fault-list.ts';
import { kommuneLookup } from '#src/sheets/kommune-lookup.ts';
import { kpiContract } from '#src/sheets/kpi.ts';
import { kpiDataContract, readKpiData } from '#src/sheets/kpi-data.ts';
import type { Model } from '#src/sheets/model.ts';
import { readKpi } from '#src/sheets/read-kpi.ts';
import { readTab } from '#src/sheets/read-tab.ts';
import type { Cell, Tab } from '#src/workbook/workbook.ts';

/** Rows as people see them: one line a row, `|` between the cells, nothing between two of them is a blank cell. */
export function rowsOf(text: string): (string | null)[][] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => line.split('|').map((cell) => cell.trim() || null));
}

function tabOf(name: string, rows: readonly (readonly Cell[])[]): Tab {
  return { name, rows, merges: [], url: null };
}

const KPI_HEADINGS = [
  'Nr',
  'Navn',
  'Teller',
  'Nevner',
  'Enhet',
  'Mål',
  'Retning',
  'Periode',
  'Gyldig fra',
  'Gyldig til',
  'Filter',
];

/** Reads rows of the tab KPI; the headings stand above them, in row 1. */
export function kpiTab(
  rows: readonly (readonly Cell[])[],
  headings: readonly Cell[] = KPI_HEADINGS,
): TabResult<readonly KpiDefinition[]> {
  return readKpi(readTab(tabOf('KPI', [headings, ...rows]), kpiContract));
}

/** Reads the tab KPI-data, headings and all. The kommuner known are those of St. Olavs' and Vestre Viken's areas. */
export function kpiDataTab(
  rows: readonly (readonly Cell[])[],
  definitions: readonly KpiDefinition[] = [],
): TabResult<readonly KpiRow[]> {
  const read = readTab(tabOf('KPI-data', rows), kpiDataContract);
  return readKpiData(read, { definitions, kommuner: kommuneLookup([], true) });
}

export function definitionsOf(text: string): readonly KpiDefinition[] {
  return kpiTab(rowsOf(text)).value;
}

/** The clock at 08:00 in Oslo. */
export function morning(day: string): Moment {
  return momentInOslo(day as Day, 480);
}

interface Question {
  readonly kpi: string;
  readonly data: string;
  readonly now?: string;
  readonly kommuner?: readonly string[];
}

/** Types two tabs and computes them, as of the morning of 3 June 2024 unless told otherwise. */
export function compute({ kpi, data, now = '2024-06-03', kommuner = [] }: Question): readonly KpiResult[] {
  const definitions = definitionsOf(kpi);
  return computeKpis({
    definitions,
    rows: kpiDataTab(rowsOf(data), definitions).value,
    kommuner,
    tiltakByKpi: new Map(),
    now: morning(now),
  });
}

/** As {@link compute}, for a tab with one KPI. */
export function computeOne(question: Question): KpiResult {
  const [result] = compute(question);
  if (!result) throw new Error('The tab has no KPI');
  return result;
}

/** Five KPI-er with targets, of which Øya's has not been reported since January. */
export const KPI = `1 | UKP-døgn per år | UKP-døgn | | døgn | 1767 | ≤ | år | | 31.12.2025
  2 | Andel 0 døgn | UKP-opphold uten liggedøgn | UKP-opphold | % | 90 % | ≥ | år
  3 | Snitt liggetid | UKP-døgn | UKP-opphold − UKP-opphold uten liggedøgn | døgn | 2 | ≤ | år
  5 | Re-innleggelser | Re-innleggelser 30 d | Utskrivninger | % | 16 % | holdes | år
  6 | Øya helsehus | Korttidsdøgn | Korttidsopphold | døgn | 20 | ≤ | år | | | Enhet = Øya helsehus`;
/** Figures for {@link KPI} up to May 2024. */
export const DATA = `Måned | Kommune | Enhet | UKP-opphold | UKP-opphold uten liggedøgn | UKP-døgn | Utskrivninger | Re-innleggelser 30 d | Korttidsopphold | Korttidsdøgn
  2024-01 | Trondheim | Øya helsehus | | | | | | 50 | 1100
  2024-04 | Malvik | | 90 | 80 | 20 | 100 | 16 | |
  2024-04 | Melhus | | 90 | 80 | 30 | 100 | 16 | |
  2024-05 | Malvik | | 110 | 90 | 1200 | 100 | 17 | |`;

/** A model with these two tabs and nothing else in it. */
export function kpiModel({ kpi, data, kommuner = [] }: Omit<Question, 'now'>, more: Partial<Model> = {}): Model {
  const kpiResult = kpiTab(rowsOf(kpi));
  const dataResult = kpiDataTab(rowsOf(data), kpiResult.value);
  return {
    plan: null,
    kommuneStatuses: [],
    kontakter: kommuner.map((navn) => ({
      navn,
      aliases: [],
      type: 'kommune',
      gruppe: null,
      slack: null,
      epost: null,
      rolle: 'leser',
    })),
    register: unitRegister([]),
    innstillinger: DEFAULT_INNSTILLINGER,
    kpi: kpiResult.value,
    kpiRows: dataResult.value,
    kapasitet: null,
    tabs: [],
    missingTabs: [],
    unusedTabs: [],
    planFaults: [],
    kapasitetFaults: [],
    faults: [...kpiResult.faults, ...dataResult.faults],
    readAt: morning('2024-06-03'),
    examples: [],
    restored: [],
    urls: {},
    ...more,
  };
}
