import type { JudgedRow } from '#src/domain/kapasitet-judgement.ts';
import { cutLines } from '#src/message/cut-lines.ts';
import type { Asked } from './asked.ts';
import { names, shown } from './phrases.ts';
import { rowLine } from './row-line.ts';
import { rowName } from './row-name.ts';
import type { KapasitetSummary } from './summary.ts';

/** One screen: with heading, sum and small print, at most 30 lines. */
const ONE_SCREEN = { maxLines: 21, maxChars: 6000 };
/** As much as one Slack message takes, with room for what stands around the rows. */
export const ALL_LINES = { maxLines: 80, maxChars: 6000 };
/** Kommuner in one line. */
const MOST_NAMES = 12;

/** One line a row, grouped by what it means and never by how many: nobody is ranked. */
export function listLines(
  summary: KapasitetSummary,
  asked: Extract<Asked, { kind: 'overview' | 'rows' }>,
): readonly string[] {
  const isOverview = asked.kind === 'overview' && !asked.all;
  const listed = isOverview ? summary.rows.filter((judged) => !isSilent(judged) && !isFull(judged)) : summary.rows;
  const limits = isOverview ? ONE_SCREEN : ALL_LINES;
  // One more than there is room for is enough to know that some are left out.
  const built = listed.toSorted((a, b) => groupOf(a) - groupOf(b)).slice(0, limits.maxLines + 1);
  const lines = built.map((judged) => rowLine(judged, summary));
  const notBuilt = listed.length - lines.length;
  const cut = cutLines(lines, limits, (left) => moreLine(left + notBuilt, summary.rows, isOverview));
  return isOverview ? [...cut, ...foldedLines(summary)] : cut;
}

/** A kommune people can type, from the rows. */
export function exampleOf(rows: readonly JudgedRow[]): string {
  return `\`/kapasitet ${shown(rows[0]?.row.kommune ?? '', 40)}\``;
}

/** Rows of which the names are enough. */
function foldedLines({ rows, withSeveralRows }: KapasitetSummary): readonly string[] {
  const list = (some: readonly JudgedRow[]) =>
    names(
      some.map(({ row }) => rowName(row, withSeveralRows)),
      MOST_NAMES,
    );
  const full = rows.filter(isFull);
  const silent = rows.filter(isSilent);
  return [
    ...(full.length === 0 ? [] : [`○ 0 ledige: ${list(full)}`]),
    ...(silent.length === 0 ? [] : [`▫ Ikke rapportert (${silent.length}): ${list(silent)}`]),
  ];
}

function isFull({ status, ledig }: JudgedRow): boolean {
  return status === 'confirmed' && ledig === 0;
}

/** Nobody has reported, and there is nothing wrong to mend. */
function isSilent({ status, row }: JudgedRow): boolean {
  return status === 'not-reported' && !row.unreadable;
}

function groupOf({ row, status, ledig }: JudgedRow): number {
  if (status === 'not-reported') return row.unreadable ? 4 : 5;
  if (status === 'stale') return 3;
  return (ledig ?? 0) > 0 ? 0 : ledig === 0 ? 1 : 2;
}

function moreLine(left: number, rows: readonly JudgedRow[], isOverview: boolean): string {
  if (isOverview && rows.length <= ALL_LINES.maxLines) return `… og ${left} til. Skriv \`/kapasitet alle\`.`;
  return `… og ${left} til. Skriv \`/kapasitet\` og en kommune, for eksempel ${exampleOf(rows)}.`;
}
