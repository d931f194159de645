import type { JudgedRow } from '#src/domain/kapasitet-judgement.ts';
import { cellLink } from '#src/message/cell-link.ts';
import { cutLines } from '#src/message/cut-lines.ts';
import { context, escapeMrkdwn, header, type Message, section } from '#src/message/message.ts';
import { faultLine } from '../fault-line.ts';
import type { Asked } from './asked.ts';
import { lineSections } from './line-sections.ts';
import { names, plassnavn, shown } from './phrases.ts';
import { detailLines, rowLine, rowName } from './row-line.ts';
import { sumLine } from './sum-line.ts';
import type { KapasitetSummary } from './summary.ts';

type RowsAsked = Extract<Asked, { kind: 'overview' | 'rows' }>;

/** One screen: with heading, sum and small print, at most 30 lines. */
const ONE_SCREEN = { maxLines: 22, maxChars: 6000 };
/** As much as one Slack message takes, with room for what stands around the rows. */
const ALL = { maxLines: 80, maxChars: 6000 };
/** Kommuner that have not reported, in one line. */
const MOST_NAMES = 12;
/** So few rows are shown with how each figure came about. */
const MOST_DETAILED = 6;
const MOST_FAULTS = 5;

/** Free places by row: the overview, or the rows of a kommune, a kategori or those that take patients from others. */
export function rowsMessage(summary: KapasitetSummary, asked: RowsAsked): Message {
  const title = titleOf(asked);
  if (summary.rows.length === 0) return noRowsMessage(title);

  const detailed = asked.kind === 'rows' && isAboutPlace(asked) && summary.rows.length <= MOST_DETAILED;
  const sum = sumLine(summary);
  return {
    text: `${escapeMrkdwn(title)}. ${sum}`,
    blocks: [
      header(title),
      context(summary.source),
      ...lineSections(detailed ? detailedLines(summary) : listLines(summary, asked)),
      section(sum),
      ...[detailed ? rowFaults(summary) : faultCells(summary), hint(summary, asked)].flatMap((text) =>
        text === '' ? [] : [context(text)],
      ),
    ],
  };
}

function titleOf(asked: RowsAsked): string {
  if (asked.kind === 'overview') return 'Ledige korttidsplasser';
  const { kommuner, enheter, kategorier, receiving } = asked.filter;
  const where = [...enheter, ...kommuner];
  const andre = receiving ? ' for pasienter fra andre kommuner' : '';
  return `Ledige ${plassnavn(kategorier, 2)}${where.length > 0 ? ` i ${names(where, 3)}` : ''}${andre}`;
}

function noRowsMessage(title: string): Message {
  const text = `${escapeMrkdwn(title)}: arket har ingen slike rader.`;
  return { text, blocks: [section(text)] };
}

/** One line a row, grouped by what it means and never by how many: nobody is ranked. */
function listLines(summary: KapasitetSummary, asked: RowsAsked): readonly string[] {
  const isOverview = asked.kind === 'overview' && !asked.all;
  const silent = isOverview ? summary.rows.filter(isSilent) : [];
  const listed = isOverview ? summary.rows.filter((judged) => !isSilent(judged)) : summary.rows;
  const limits = isOverview ? ONE_SCREEN : ALL;
  // One more than there is room for is enough to know that some are left out.
  const built = listed.toSorted((a, b) => groupOf(a) - groupOf(b)).slice(0, limits.maxLines + 1);
  const lines = built.map((judged) => rowLine(judged, summary));
  const notBuilt = listed.length - lines.length;
  const cut = cutLines(lines, limits, (left) => moreLine(left + notBuilt, listed, isOverview));
  return [...cut, ...silentLine(silent, summary)];
}

function detailedLines(summary: KapasitetSummary): readonly string[] {
  const lines = summary.rows.flatMap((judged) => [rowLine(judged, summary), ...detailLines(judged, summary.urls)]);
  return cutLines(lines, ALL, (left) => `… og ${left} linjer til i arket.`);
}

/** Nobody has reported, and there is nothing wrong to mend: the names are enough. */
function isSilent({ status, row }: JudgedRow): boolean {
  return status === 'not-reported' && !row.unreadable;
}

function groupOf({ row, status, ledig }: JudgedRow): number {
  if (status === 'not-reported') return row.unreadable ? 4 : 5;
  if (status === 'stale') return 3;
  return (ledig ?? 0) > 0 ? 0 : ledig === 0 ? 1 : 2;
}

function silentLine(silent: readonly JudgedRow[], { withSeveralRows }: KapasitetSummary): readonly string[] {
  if (silent.length === 0) return [];
  const rows = silent.map(({ row }) => rowName(row, withSeveralRows));
  return [`▫ Ikke rapportert (${silent.length}): ${names(rows, MOST_NAMES)}`];
}

function moreLine(left: number, rows: readonly JudgedRow[], isOverview: boolean): string {
  if (isOverview && rows.length <= ALL.maxLines) return `… og ${left} til. Skriv \`/kapasitet alle\`.`;
  return `… og ${left} til. Skriv \`/kapasitet\` og en kommune, for eksempel ${exampleOf(rows)}.`;
}

/** Where the sheet needs mending; the reasons are in `sjekk`, and under the row when few are shown. */
function faultCells({ faults, urls }: KapasitetSummary): string {
  if (faults.length === 0) return '';
  const cells = faults.slice(0, MOST_FAULTS).map(({ sheet, cell }) => cellLink(`${sheet}!${cell}`, urls));
  const more = faults.length > MOST_FAULTS ? ` og ${faults.length - MOST_FAULTS} til` : '';
  return `Å rette i arket (${faults.length}): ${cells.join(', ')}${more}`;
}

function rowFaults({ faults, rows, urls }: KapasitetSummary): string {
  const places = new Set(rows.map(({ row }) => rowOf(row.cell)));
  return faults
    .filter(({ sheet, cell }) => places.has(rowOf(`${sheet}!${cell}`)))
    .slice(0, MOST_FAULTS)
    .map((fault) => faultLine(fault, urls))
    .join('\n');
}

/** `Kapasitet!F9` stands in row `Kapasitet!9`. */
function rowOf(cell: string): string {
  return cell.replace(/![A-Z]+/, '!');
}

function hint({ rows, sum }: KapasitetSummary, asked: RowsAsked): string {
  if (asked.kind === 'overview') {
    return `Mer: ${asked.all ? '' : '`/kapasitet alle` · '}${exampleOf(rows)} · \`/kapasitet rehab\` · \`/kapasitet tar imot\``;
  }
  const [kommune, ...others] = asked.filter.kommuner;
  if (kommune === undefined || others.length > 0 || sum.ledig > 0) return '';
  const kategori = asked.filter.kategorier[0]?.replace(/ .*/, ' ') ?? '';
  return `Finn en plass i nærheten: \`/kapasitet 1 ${[kategori.trim(), 'nær', shown(kommune, 40)].filter((w) => w !== '').join(' ')}\``;
}

function exampleOf(rows: readonly JudgedRow[]): string {
  return `\`/kapasitet ${shown(rows[0]?.row.kommune ?? '', 40)}\``;
}

function isAboutPlace({ filter }: Extract<Asked, { kind: 'rows' }>): boolean {
  return filter.kommuner.length + filter.enheter.length > 0;
}
