import { cellLink } from '#src/message/cell-link.ts';
import { cutLines } from '#src/message/cut-lines.ts';
import { context, escapeMrkdwn, header, type Message, section } from '#src/message/message.ts';
import { faultLine } from '../fault-line.ts';
import type { Asked } from './asked.ts';
import { lineSections } from './line-sections.ts';
import { names, plassnavn, shown } from './phrases.ts';
import { detailLines, rowLine } from './row-line.ts';
import { ALL_LINES, exampleOf, listLines } from './row-list.ts';
import { sumSentences } from './sum-line.ts';
import type { KapasitetSummary } from './summary.ts';

type RowsAsked = Extract<Asked, { kind: 'overview' | 'rows' }>;

/** So few rows are shown with how each figure came about. */
const MOST_DETAILED = 6;
const MOST_FAULTS = 5;

/** Free places by row: the overview, or the rows of a kommune, a kategori or those that take patients from others. */
export function rowsMessage(summary: KapasitetSummary, asked: RowsAsked): Message {
  const title = titleOf(asked);
  if (summary.rows.length === 0) return noRowsMessage(title);

  const detailed = asked.kind === 'rows' && isAboutPlace(asked) && summary.rows.length <= MOST_DETAILED;
  const [sum = '', ...more] = sumSentences(summary);
  return {
    text: [`${escapeMrkdwn(title)}.`, sum, ...more].join(' '),
    blocks: [
      header(title),
      context(summary.source),
      ...lineSections(detailed ? detailedLines(summary) : listLines(summary, asked)),
      section([sum, ...(more.length > 0 ? [more.join(' ')] : [])].join('\n')),
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

function detailedLines(summary: KapasitetSummary): readonly string[] {
  const lines = summary.rows.flatMap((judged) => [rowLine(judged, summary), ...detailLines(judged, summary.urls)]);
  return cutLines(lines, ALL_LINES, (left) => `… og ${left} linjer til i arket.`);
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
  return `Finn en plass hos andre: \`/kapasitet 1 ${[kategori.trim(), 'nær', shown(kommune, 40)].filter((w) => w !== '').join(' ')}\``;
}

function isAboutPlace({ filter }: Extract<Asked, { kind: 'rows' }>): boolean {
  return filter.kommuner.length + filter.enheter.length > 0;
}
