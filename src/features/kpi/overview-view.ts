import { cutText } from '#src/cut-text.ts';
import type { Moment } from '#src/domain/day.ts';
import type { KpiResult } from '#src/domain/kpi-result.ts';
import { cutLines } from '#src/message/cut-lines.ts';
import { context, escapeMrkdwn, header, type Message, section } from '#src/message/message.ts';
import { antall, maaned, oppramsing } from '#src/message/norsk.ts';
import type { Model } from '#src/sheets/model.ts';
import { sourceLine } from '../plan-view.ts';
import { basisNote, kpiTitle, monthText, targetText, valueText, verdictText, whyNoValue } from './figures.ts';
import type { KpiOverview } from './summary.ts';

const MOST_LINES = 15;
const MOST_CHARS = 2500;
const MOST_NAMES = 12;
const MOST_GROUPS = 3;

/** All KPIs on one screen. */
export function overviewMessage(overview: KpiOverview, model: Model, now: Moment): Message {
  const { results, month } = overview;
  const title = month === null ? 'KPI' : `KPI per ${maaned(Number(month.slice(5)))} ${month.slice(0, 4)}`;
  const lines = cutLines(
    results.map((result) => overviewLine(result, now)),
    { maxLines: MOST_LINES, maxChars: MOST_CHARS },
    (left) => `… og ${left} til. Skriv \`/kpi <nr>\` for å se én.`,
  );
  const notes = noteLines(overview, now);

  return {
    text: escapeMrkdwn(`${title}: ${countText(results, now)}`),
    blocks: [
      header(title),
      section(lines.join('\n')),
      ...(notes.length > 0 ? [section(notes.join('\n'))] : []),
      context(
        `${sourceLine(model, now)} · \`/kpi ${escapeMrkdwn(results[0]?.nr ?? '')}\` viser én KPI og hvordan den er regnet ut`,
      ),
    ],
  };
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
  const value = valueText(result, now);
  const [target, verdict, note] = [targetText(result), verdictText(result), basisNote(result)];
  const parts = [kpiTitle(result), value];
  if (target !== null && whyNoValue(result, now) === null) parts.push(joinVerdict(target, verdict));
  const [title = '', ...rest] = parts.map(escapeMrkdwn);
  const nr = escapeMrkdwn(result.nr);
  const basis = note !== null && whyNoValue(result, now) === null ? ` (${note})` : '';
  return `*${nr}*${title.slice(nr.length)} · ${rest.join(' · ')}${basis}`;
}

function joinVerdict(target: string, verdict: string | null): string {
  if (verdict === null) return target;
  return verdict.startsWith('✓') ? `${target} ${verdict}` : `${target}, ${verdict}`;
}

function noteLines(overview: KpiOverview, now: Moment): readonly string[] {
  const { month, preliminary, old, futureMonth, faults } = overview;
  const [fault] = faults;
  return [
    ...missingLines(overview, now),
    ...(month !== null && preliminary ? [`${capitalised(monthText(month, now))} er foreløpig.`] : []),
    ...(month !== null && old ? [`Ingen har rapportert tall etter ${monthText(month, now)}.`] : []),
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
  const missed = results.filter(({ meetsTarget }) => meetsTarget === false);
  const met = results.filter(({ meetsTarget }) => meetsTarget === true);
  const without = results.filter((result) => whyNoValue(result, now) !== null);
  const names = missed.length > 0 ? ` (${oppramsing(missed.slice(0, 6).map(kpiTitle))})` : '';
  return `${missed.length} av ${results.length} utenfor målet${names}, ${met.length} i mål, ${without.length} uten tall.`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
