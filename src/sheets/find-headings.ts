import { cellText } from '#src/domain/cell-value.ts';
import type { Cell } from '#src/workbook/workbook.ts';
import type { TabContract } from './contract.ts';
import { headingForm, headingFormWithoutParenthesis } from './heading.ts';

/** One heading as written; `key` is null when no column of the contract goes by that name. */
export interface Heading<K extends string> {
  readonly text: string;
  readonly column: number;
  readonly key: K | null;
}

/** One heading row and what stands below it, down to the next heading row. */
export interface Table<K extends string> {
  /** 0-based row of the headings. */
  readonly headingRow: number;
  readonly headings: readonly Heading<K>[];
  readonly columns: ReadonlyMap<K, number>;
}

/**
 * The table that a row is the headings of, or null when it is no heading row.
 * @param above the table that the row stands in, if any: its template rows repeat headings («Tiltak | | | Ansvarlig»)
 */
type FindTable<K extends string> = (cells: readonly Cell[], row: number, above: Table<K> | null) => Table<K> | null;

/** Longer cells are never headings; this keeps the search for repeated headings cheap in a plan of 10 000 rows. */
const LONGEST_HEADING = 60;
const TEMPLATE_TEXT = /dato\s*[-–—]\s*dato/i;
/** What no heading says, but the cells beside a template row's «Tiltak» and «Ansvarlig» do. */
const ROW_TEXT = /^[●•⚫○\s]+$|\S\s*\/\s*\S+\s*\/|\d[./]\d|^(?:høy|middels|lav)$/iu;
/** In Kontakter, a unit called «Gruppen» of type «enhet» would pass for headings but for its Slack id or address. */
const SLACK_ID = /^[UWCGDS][A-Z0-9]{5,}$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Recognises the heading rows of a contract. */
export function headingFinder<K extends string>(contract: TabContract<K>): FindTable<K> {
  const lookup = columnFinder(contract);
  return (cells, row, above) => {
    // Asked first, since it settles the matter for nearly every row of a long plan.
    if (cells.filter((cell) => lookup(cell)).length < 2) return null;
    const columns = knownColumns(cells, lookup);
    if (columns.size < 2 || !contract.recognisedBy.every((group) => group.some((key) => columns.has(key)))) return null;
    if (above && isPartOf(columns, above)) return null;
    if (cells.some((cell, column) => lookup(cell) === undefined && isNoHeading(cell, column, above))) return null;

    const keyOf = new Map([...columns].map(([key, column]) => [column, key]));
    const headings = cells.flatMap((cell, column) => {
      const text = cellText(cell);
      return text === '' ? [] : [{ text, column, key: keyOf.get(column) ?? null }];
    });
    return { headingRow: row, headings, columns };
  };
}

interface Candidate<K> {
  readonly key: K;
  /** 0 for the title, then the aliases in their order. */
  readonly rank: number;
}

/** Which column a cell is the heading of, if any. */
type ColumnFinder<K> = (cell: Cell) => Candidate<K> | undefined;

/** Looks each text up once: the same few words («Høy», «Lite») fill most of a plan's cells. */
function columnFinder<K extends string>(contract: TabContract<K>): ColumnFinder<K> {
  const byForm = formsOf(contract);
  const byText = new Map<string, Candidate<K> | undefined>();
  return (cell) => {
    if (typeof cell !== 'string' || cell.length > LONGEST_HEADING || /^\d+\.\d/.test(cell)) return undefined;
    if (byText.has(cell)) return byText.get(cell);
    const found =
      byForm.get(headingForm(cell)) ??
      (cell.includes('(') ? byForm.get(headingFormWithoutParenthesis(cell)) : undefined);
    byText.set(cell, found);
    return found;
  };
}

function formsOf<K extends string>(contract: TabContract<K>): ReadonlyMap<string, Candidate<K>> {
  const byForm = new Map<string, Candidate<K>>();
  for (const { key, title, aliases = [] } of contract.columns) {
    for (const [rank, name] of [title, ...aliases].entries()) {
      const form = headingForm(name);
      if (!byForm.has(form)) byForm.set(form, { key, rank });
    }
  }
  return byForm;
}

/** The best heading for each column; of two that are alike, the first. */
function knownColumns<K extends string>(cells: readonly Cell[], lookup: ColumnFinder<K>): ReadonlyMap<K, number> {
  const best = new Map<K, { readonly column: number; readonly rank: number }>();
  for (const [column, cell] of cells.entries()) {
    const candidate = lookup(cell);
    if (!candidate) continue;
    const earlier = best.get(candidate.key);
    if (!earlier || candidate.rank < earlier.rank) best.set(candidate.key, { column, rank: candidate.rank });
  }
  return new Map([...best].map(([key, { column }]) => [key, column]));
}

/** A row that repeats only some of the headings above it, in their places. */
function isPartOf<K extends string>(columns: ReadonlyMap<K, number>, table: Table<K>): boolean {
  return columns.size < table.columns.size && [...columns].every(([key, column]) => table.columns.get(key) === column);
}

/** People's own headings may hold anything («Møte 3.6.24», the number 2024), but where headings come again they are the same. */
function isNoHeading<K extends string>(cell: Cell, column: number, above: Table<K> | null): boolean {
  const text = cellText(cell);
  if (TEMPLATE_TEXT.test(text)) return true;
  if (above === null || text === '') return false;
  const isRepeated = above.headings.some((heading) => heading.column === column && heading.text === text);
  return !isRepeated && (typeof cell === 'number' || [ROW_TEXT, SLACK_ID, EMAIL].some((form) => form.test(text)));
}
