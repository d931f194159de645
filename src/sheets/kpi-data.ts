import { type CellValue, cellText } from '#src/domain/cell-value.ts';
import type { KpiDefinition, KpiRow } from '#src/domain/kpi.ts';
import { parseMonth } from '#src/domain/kpi-month.ts';
import { nameKey } from '#src/domain/names.ts';
import type { TabContract } from './contract.ts';
import { FaultList, type TabResult } from './fault-list.ts';
import type { KommuneLookup } from './kommune-lookup.ts';
import { COUNT_COLUMNS, type CountColumn } from './kpi-columns.ts';
import { countSources, isBlankCell, readCounts } from './kpi-counts.ts';
import { filterFaults, formulaFaults, namedColumns } from './kpi-join.ts';
import { addContradictionFaults, contradictionsIn, withoutContradicted } from './kpi-plausible.ts';
import type { TableRow, TabRead } from './read-tab.ts';
import { isExampleRow } from './template-row.ts';

export type KpiDataColumn = 'maaned' | 'kommune' | 'enhet' | CountColumn | 'merknad';

/** The counts behind the KPIs: one row for each month and kommune (and place, where a KPI concerns only that place). */
export const kpiDataContract: TabContract<KpiDataColumn> = {
  workbook: 'handlingsplan',
  name: 'KPI-data',
  compulsory: false,
  purpose: 'Tallene bak KPI-ene: én rad per måned og kommune.',
  recognisedBy: [['maaned'], ['kommune']],
  columns: [
    {
      key: 'maaned',
      title: 'Måned',
      aliases: ['Mnd', 'Månad', 'Måned/år', 'Måned og år', 'Periode', 'Dato', 'Tid'],
      format: 'month',
      note: 'Måneden tallene gjelder, for eksempel 2024-05 eller mai 2024.',
      width: 10,
      example: '2024-05',
      expected: true,
    },
    {
      key: 'kommune',
      title: 'Kommune',
      aliases: ['Kommunenavn', 'Kommunenamn', 'Bostedskommune'],
      format: 'text',
      note: 'Én kommune per rad.',
      width: 18,
      example: 'Eksempel: Lillevik',
      expected: true,
    },
    {
      key: 'enhet',
      title: 'Enhet',
      aliases: ['Institusjon', 'Avdeling', 'Helsehus', 'Sykehjem', 'Eining'],
      format: 'text',
      note: 'Bare når tallene gjelder ett sted, for eksempel Øya helsehus. Ellers tom.',
      width: 18,
      example: '',
    },
    ...COUNT_COLUMNS,
    {
      key: 'merknad',
      title: 'Merknad',
      aliases: ['Kommentar', 'Notat'],
      format: 'text',
      note: 'Fritt felt. Skriv aldri noe om enkeltpasienter her.',
      width: 30,
      example: 'Eksempelrad: skriv over den eller slett den',
      extra: true,
    },
  ],
};

type Row = TableRow<KpiDataColumn>;

/** «Sum» and «Totalt» repeat what the rows above say, and must not be counted again. */
const TOTAL_ROW = /^(?:sum|totalt?|samlet|til sammen|i alt|alle|alle kommuner)\b[\s.:]*$/i;

export interface KpiDataContext {
  /** A column that one of their formulas names is read, whatever it is called. */
  readonly definitions: readonly KpiDefinition[];
  readonly kommuner: KommuneLookup;
}

/**
 * Reads the tab KPI-data, and checks that it has what the formulas of the tab KPI ask for (those faults have that tab's
 * addresses). A row without a readable month or kommune is not counted; one with unreadable counts, or counts that
 * contradict each other, keeps the others.
 */
export function readKpiData(
  read: TabRead<KpiDataColumn>,
  { definitions, kommuner }: KpiDataContext,
): TabResult<readonly KpiRow[]> {
  const faults = new FaultList(read.sheet);
  const named = namedColumns(definitions);
  const sources = new Map(read.tables.map((table) => [table, countSources(table, named)]));
  const rows = new RowList(read.sheet, kommuner, faults);
  let skipped = 0;

  for (const row of read.rows) {
    const columns = sources.get(row.table) ?? [];
    if (columns.every((source) => isBlankCell(source.cellOf(row)))) continue;
    if (isExampleRow([row.cell('kommune'), row.cell('maaned')]) || rows.isTotal(row)) {
      skipped++;
      continue;
    }
    const counts = readCounts(row, columns, faults);
    const contradictions = contradictionsIn(counts);
    const kept = rows.add(row, withoutContradicted(counts, contradictions));
    if (kept) addContradictionFaults(row, contradictions, faults);
  }

  const joined = [
    ...formulaFaults(definitions, [...sources.values()].flat(), read.sheet),
    ...filterFaults(definitions, rows.rows, read.sheet),
  ];
  return { value: rows.rows, faults: [...faults.faults, ...joined], rows: rows.rows.length, skipped };
}

/** The rows so far; months and names repeat through the whole tab, so each spelling is read once. */
class RowList {
  readonly rows: KpiRow[] = [];
  readonly #sheet: string;
  readonly #kommuner: KommuneLookup;
  readonly #faults: FaultList;
  readonly #months = new Map<CellValue, string | null>();
  readonly #names = new Map<CellValue, Name>();
  readonly #known = new Map<string, string>();
  readonly #firstAt = new Map<string, string>();

  constructor(sheet: string, kommuner: KommuneLookup, faults: FaultList) {
    this.#sheet = sheet;
    this.#kommuner = kommuner;
    this.#faults = faults;
  }

  isTotal(row: Row): boolean {
    return TOTAL_ROW.test(this.#name(row.cell('kommune')).text);
  }

  /** False when the row cannot be counted, which is then a fault. */
  add(row: Row, counts: KpiRow['counts']): boolean {
    const month = this.#month(row);
    const kommune = this.#kommune(row);
    if (month === null || kommune === null) return false;

    const { text: enhet, key: enhetKey } = this.#name(row.cell('enhet'));
    const key = `${month} ${this.#name(kommune).key} ${enhetKey}`;
    const first = this.#firstAt.get(key);
    if (first !== undefined) {
      const who = enhet === '' ? kommune : `${kommune}, ${enhet},`;
      const message = `${who} står to ganger for ${month}, også i ${first}. Bare den øverste raden er regnet med. Slett en av dem.`;
      this.#faults.add(row.at('maaned'), month, 'én rad per måned, kommune og enhet', message);
      return false;
    }
    this.#firstAt.set(key, row.at('maaned'));
    this.rows.push({ month, kommune, enhet, counts, cell: `${this.#sheet}!${row.at('maaned')}` });
    return true;
  }

  #month(row: Row): string | null {
    const cell = row.cell('maaned');
    const known = this.#months.get(cell);
    const month = known === undefined ? parseMonth(cell) : known;
    this.#months.set(cell, month);
    if (month !== null) return month;

    const text = cellText(cell);
    const problem = text === '' ? 'Raden mangler måned, så tallene er ikke regnet med.' : `«${text}» er ikke en måned.`;
    const expected = 'en måned, for eksempel 2024-05';
    this.#faults.add(row.at('maaned'), text, expected, `${problem} Skriv for eksempel 2024-05 eller mai 2024.`);
    return null;
  }

  /** A kommune that nobody knows is a fault where it first stands; its counts are used, since the totals need them. */
  #kommune(row: Row): string | null {
    const { text, key } = this.#name(row.cell('kommune'));
    if (key === '') {
      const message = 'Raden mangler kommune, så tallene er ikke regnet med. Skriv hvilken kommune de gjelder.';
      this.#faults.add(row.at('kommune'), text, 'navnet på en kommune', message);
      return null;
    }
    const known = this.#known.get(text) ?? this.#kommuner.check(text, row.at('kommune'), this.#faults);
    this.#known.set(text, known);
    return known;
  }

  #name(cell: CellValue): Name {
    const earlier = this.#names.get(cell);
    if (earlier) return earlier;
    const text = cellText(cell);
    const name = { text, key: nameKey(text) };
    this.#names.set(cell, name);
    return name;
  }
}

interface Name {
  readonly text: string;
  readonly key: string;
}
