import { parseAnsvarlig } from '#src/domain/ansvarlig.ts';
import { type CellValue, cellText, isBlankCell } from '#src/domain/cell-value.ts';
import { parseStatus } from '#src/domain/status.ts';
import { readFrist } from './frist-cells.ts';
import type { HandlingsplanColumn } from './handlingsplan.ts';
import { readNr } from './nr-cell.ts';
import type { TableRow } from './read-tab.ts';
import { isExampleRow, isPlaceholderText } from './template-row.ts';
import { isAktivitetTitle, splitTiltak } from './tiltak-text.ts';

export type PlanRow = TableRow<HandlingsplanColumn>;

/** What a row below the headings is. Only «stray» is somebody's mistake. */
export type PlanRowKind = 'blank' | 'aktivitet' | 'template' | 'tiltak' | 'stray';

export function planRowKind(row: PlanRow): PlanRowKind {
  const filled = [...row.table.columns.keys()].filter((key) => !isBlank(row, key));
  if (row.isBlank || filled.length === 0) return 'blank';
  if (filled.length === 1 && filled[0] === 'aktivitet') return 'aktivitet';
  if (isExample(row)) return 'template';

  if (isSectionRow(row, filled)) return 'aktivitet';
  if (filled.every((key) => isLegend(row.cell(key)))) return 'blank';
  const hasTiltak = !isPlaceholderText(splitTiltak(row.cell('tiltak')).text);
  if (hasTiltak) return 'tiltak';

  const promises = saysWhen(row) || saysWho(row);
  const numbered = readNr(row.cell('nr')).kind === 'nr' || splitTiltak(row.cell('tiltak')).nr !== null;
  if (numbered && promises) return 'tiltak';
  return promises || saysHow(row) ? 'stray' : 'template';
}

/** «2. Møter» alone in a table that has no column for aktivitet. */
function isSectionRow(row: PlanRow, filled: readonly HandlingsplanColumn[]): boolean {
  const [key] = filled;
  if (key === undefined || filled.length > 1 || row.table.columns.has('aktivitet')) return false;
  const isFirst = row.table.columns.get(key) === Math.min(...row.table.columns.values());
  return (isFirst || key === 'nr' || key === 'tiltak') && isAktivitetTitle(row.cell(key));
}

/** The first parts of the numbers in a sheet: those with «2.1» under them. */
export function subdividedNrs(rows: readonly PlanRow[]): ReadonlySet<string> {
  const nrs = rows.flatMap((row) => nrOf(row) ?? []).filter((nr) => nr.includes('.'));
  return new Set(nrs.map((nr) => nr.slice(0, nr.indexOf('.'))));
}

/** «2» and «Møter» in two cells and nothing else, where 2.1 stands too: the title «2. Møter», else null. */
export function numberedTitle(row: PlanRow, subdivided: ReadonlySet<string>): string | null {
  const nr = nrOf(row);
  if (nr === null || !subdivided.has(nr) || row.table.columns.has('aktivitet')) return null;
  const others = [...row.table.columns.keys()].filter((key) => key !== 'nr' && key !== 'tiltak');
  return others.every((key) => isBlank(row, key)) ? `${nr}. ${cellText(row.cell('tiltak'))}` : null;
}

function nrOf(row: PlanRow): string | null {
  const reading = readNr(row.cell('nr'));
  return reading.kind === 'nr' ? reading.nr : null;
}

/** The cell that names the aktivitet a row belongs to; a section row may have it in another column. */
export function aktivitetCell(row: PlanRow, kind: PlanRowKind): CellValue {
  if (kind !== 'aktivitet' || !isBlank(row, 'aktivitet')) return row.cell('aktivitet');
  const key = [...row.table.columns.keys()].find((k) => !isBlank(row, k));
  return key ? row.cell(key) : null;
}

export function isExample(row: PlanRow): boolean {
  return isExampleRow([row.cell('tiltak'), row.cell('aktivitet'), row.cell('kommentar')]);
}

/** The seed plan explains its lights below the tables. */
function isLegend(cell: CellValue): boolean {
  // A tiltak's own «5.7 …», as nearly every row has: no use in trying to read it as a status.
  if (typeof cell === 'string' && /^\d/.test(cell)) return false;
  const text = cellText(cell);
  return /^leseveiledning/i.test(text) || (text !== '' && parseStatus(text).status !== 'unknown');
}

function saysWhen(row: PlanRow): boolean {
  if (!isBlank(row, 'start') || !isBlank(row, 'slutt')) return true;
  const { kind } = readFrist(row, 2000).frist;
  return kind !== 'missing' && kind !== 'placeholder';
}

function saysWho(row: PlanRow): boolean {
  return parseAnsvarlig(row.cell('ansvarlig')).parties.length > 0;
}

/** A status, a comment or a date of completion in a row without a tiltak has lost its place. */
function saysHow(row: PlanRow): boolean {
  const kommentar = cellText(row.cell('kommentar'));
  const isComment = kommentar !== '' && !isPlaceholderText(kommentar) && !/^\[?\s*kommentar\s*\]?$/i.test(kommentar);
  return isComment || !isBlank(row, 'fullfort') || parseStatus(row.cell('status')).status !== 'not-reported';
}

function isBlank(row: PlanRow, key: HandlingsplanColumn): boolean {
  return isBlankCell(row.cell(key));
}
