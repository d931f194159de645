import { cutText } from '#src/cut-text.ts';
import type { Moment } from '#src/domain/day.ts';
import type { KpiResult } from '#src/domain/kpi-result.ts';
import { cutLines } from '#src/message/cut-lines.ts';
import { context, escapeMrkdwn, header, type Message, section } from '#src/message/message.ts';
import { antall, maaned, oppramsing } from '#src/message/norsk.ts';
import type { Model } from '#src/sheets/model.ts';
import { sourceLine } from '../plan-view.ts';
import {
  basisNote,
  kpiTitle,
  lastValueText,
  shortTargetText,
  targetText,
  unreadableTargetText,
  valueText,
  verdictText,
  whyNoValue,
} from './figures.ts';
import { monthText } from './period-text.ts';
import { NO_DATA_TAB } from './plain-view.ts';
import type { KpiOverview } from './summary.ts';

const MOST_LINES = 15;
const MOST_CHARS = 2500;
const MOST_NAMES = 12;
const MOST_GROUPS = 3;

/** All KPIs on one screen. */
export function overviewMessage(overview: KpiOverview, model: Model, now: Moment): Message {
  const { results, month } = overview;
  const title = month === null ? 'KPI' : `KPI per ${maaned(Number(month.slice(5)))} ${month.slice(0, 4)}`;
  const top = [header(title), context(sourceLine(model, now))];
  const notes = noteLines(overview, now);
  if (overview.dataMissing) {
    const what = [`${NO_DATA_TAB} Kopier den fra malen, og skriv én rad per måned og kommune.`, ...notes].join('\n');
    return { text: `KPI: ${NO_DATA_TAB}`, blocks: [...top, section(what)] };
  }

  const old = oldText(overview, now);
  const lines = cutLines(
    results.map((result) => overviewLine(result, now)),
    { maxLines: MOST_LINES, maxChars: MOST_CHARS },
    (left) => `… og ${left} til. Skriv \`/kpi <nr>\` for å se én.`,
  );
  return {
    text: escapeMrkdwn([`${title}:`, ...(old === null ? [] : [old]), countText(results, now)].join(' ')),
    blocks: [
      ...top,
      ...(old === null ? [] : [section(old)]),
      section(lines.join('\n')),
      ...(notes.length > 0 ? [section(notes.join('\n'))] : []),
      context(`\`/kpi ${escapeMrkdwn(results[0]?.nr ?? '')}\` viser én KPI og hvordan den er regnet ut`),
    ],
  };
}

/** «⚠ Ingen har rapportert tall etter mai.», which must stand before figures that look like today's; else null. */
export function oldText({ month, old }: Pick<KpiOverview, 'month' | 'old'>, now: Moment): string | null {
  return month !== null && old ? `⚠ Ingen har rapportert tall etter ${monthText(month, now)}.` : null;
}

/** «Mangler tall for mai: Frøya, Oppdal, Rindal», one line for each group of KPIs that lack the same. */
function missingLines({ missing, month }: KpiOverview, now: Moment): readonly string[] {
  if (month === null) return [];
  const lines = missing.map(({ nrs, kommuner }) => {
    const which = nrs.length > 0 ? ` (KPI ${oppramsing(nrs)})` : '';
    return `Mangler tall for ${monthText(month, now)}${which}: ${namesText(kommuner)}`;
  });
  return cutLines(
    lines.map(escapeMrkdwn),
    { maxLines: MOST_GROUPS, maxChars: 1500 },
    (left) => `… og ${left} linjer til`,
  );
}

/** Names as far as there is room, and how many were left out. */
export function namesText(names: readonly string[], most = MOST_NAMES): string {
  const shown = names.slice(0, names.length === most + 1 ? most + 1 : most).map((name) => cutText(name, 40));
  const left = names.length - shown.length;
  return left > 0 ? `${shown.join(', ')} … og ${left} til` : shown.join(', ');
}

function overviewLine(result: KpiResult, now: Moment): string {
  const note = basisNote(result);
  const title = `${kpiTitle(result)}${note === null ? '' : ` (${note})`}`;
  const parts = [title, `${valueText(result, now)}${lastReported(result, now)}`];
  const goal = goalText(result);
  if (goal !== null && whyNoValue(result, now) === null) parts.push(goal);
  const line = escapeMrkdwn(parts.join(' · '));
  const nr = escapeMrkdwn(result.nr);
  return `*${nr}*${line.slice(nr.length)}`;
}

/** « (da 22,5 døgn, mål høyst 20)» after a KPI that is not reported any more. */
function lastReported(result: KpiResult, now: Moment): string {
  const [last, target] = [lastValueText(result, now), shortTargetText(result)];
  if (last === null) return '';
  const goal = target === null ? unreadableTargetText(result) : `mål ${target}`;
  return ` (${[last, ...(goal === null ? [] : [goal])].join(', ')})`;
}

function goalText(result: KpiResult): string | null {
  const target = targetText(result);
  return target === null ? unreadableTargetText(result) : joinVerdict(target, verdictText(result));
}

function joinVerdict(target: string, verdict: string | null): string {
  if (verdict === null) return target;
  return verdict.startsWith('✓') ? `${target} ${verdict}` : `${target}, ${verdict}`;
}

function noteLines(overview: KpiOverview, now: Moment): readonly string[] {
  const { month, preliminary, futureMonth, faults } = overview;
  const [fault] = faults;
  return [
    ...missingLines(overview, now),
    ...(month !== null && preliminary ? [`${capitalised(monthText(month, now))} er foreløpig.`] : []),
    ...(futureMonth === null
      ? []
      : [`KPI-data har tall for ${monthText(futureMonth, now)}. Måneder som ikke har begynt, er ikke regnet med.`]),
    ...(fault
      ? [
          escapeMrkdwn(
            `⚠ ${antall(faults.length, 'feil', 'feil')} å rette, først ${fault.sheet}!${fault.cell}: ${cutText(fault.message, 160)}`,
          ),
        ]
      : []),
  ];
}

function countText(results: readonly KpiResult[], now: Moment): string {
  const shown = results.filter((result) => whyNoValue(result, now) === null);
  const missed = shown.filter(({ meetsTarget }) => meetsTarget === false);
  const met = shown.filter(({ meetsTarget }) => meetsTarget === true);
  const without = results.filter((result) => whyNoValue(result, now) !== null);
  const names = missed.length > 0 ? ` (${oppramsing(missed.slice(0, 6).map(kpiTitle))})` : '';
  return `${missed.length} av ${results.length} utenfor målet${names}, ${met.length} i mål, ${without.length} uten tall.`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
