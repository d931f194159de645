import { cutText } from '#src/cut-text.ts';
import type { Moment } from '#src/domain/day.ts';
import { alphabetically, distinct } from '#src/domain/kpi-reporting.ts';
import type { KpiResult } from '#src/domain/kpi-result.ts';
import { cutLines } from '#src/message/cut-lines.ts';
import { escapeMrkdwn } from '#src/message/message.ts';
import type { Model } from '#src/sheets/model.ts';
import {
  shortTitle,
  targetText,
  unreadableTargetText,
  valueText,
  verdictText,
  whyNoValue,
  whyNoValueInShort,
} from './figures.ts';
import { namesText } from './overview-view.ts';
import { monthText } from './period-text.ts';
import { NO_DATA_TAB } from './plain-view.ts';
import { kpiResults } from './results.ts';
import { type KpiOverview, summariseKpis } from './summary.ts';

const MOST_LINES = 7;
/** A hundred columns, less the two that the terminal sets in. */
const LINE = 98;
const LONGEST_MET_NAME = 40;
const SHORTEST_NAME = 12;
const MOST_NAMES = 12;

/**
 * The KPI part of the weekly status, as markup: how new the figures are, what is off target or not yet decided, what is
 * met, and what has not been reported. At most seven lines of at most a hundred columns, none when there are no KPIs.
 */
export function kpiWeekly(model: Model, now: Moment): readonly string[] {
  const results = kpiResults(model, now);
  if (results.length === 0) return [];
  const overview = summariseKpis(results, model, now);
  return weeklyLines(overview, now).map((line) => escapeMrkdwn(cutText(line, LINE)));
}

function weeklyLines(overview: KpiOverview, now: Moment): readonly string[] {
  const { results, month, dataMissing } = overview;
  if (dataMissing) return [NO_DATA_TAB];
  if (month === null) return ['▫ Ingen har rapportert tall til KPI-ene ennå.'];

  const silent = results.filter((result) => whyNoValue(result, now) !== null);
  const judged = results.filter(
    (result) => !silent.includes(result) && (result.target !== null || result.unreadableTarget !== null),
  );
  const open = judged.filter(({ meetsTarget }) => meetsTarget !== true);
  const met = metLines(
    judged.filter(({ meetsTarget }) => meetsTarget === true),
    now,
  );
  const missing = missingLines(overview, month, now);

  const room = MOST_LINES - 1 - met.length - missing.length;
  const withoutFigures = silentLines(silent, Math.max(1, room - open.length), now);
  const openLines = cutLines(
    open.map((result) => openLine(result, now)),
    { maxLines: room - withoutFigures.length, maxChars: MOST_LINES * LINE },
    (left) => `… og ${left} til`,
  );
  return [newestLine(overview, month, now), ...openLines, ...met, ...withoutFigures, ...missing];
}

/** Old figures must not look like this week's. */
function newestLine({ old, preliminary }: KpiOverview, month: string, now: Moment): string {
  const newest = `Tall til og med ${monthText(month, now)}`;
  if (old) return `⚠ ${newest} · ingen tall etter det`;
  return preliminary ? `${newest} (foreløpig)` : newest;
}

function openLine(result: KpiResult, now: Moment): string {
  const [verdict, target] = [verdictText(result), targetText(result)];
  const value = valueText(result, now);
  if (target === null) return titled(result, `${value} · ${unreadableTargetText(result) ?? 'uten mål'}`);
  return titled(result, verdict === null ? `${value} (mål: ${target})` : `${value}, ${verdict} (${target})`);
}

/** All on one line: good news needs no more room than that. */
function metLines(met: readonly KpiResult[], now: Moment): readonly string[] {
  const items = met.map((result) => {
    const mark = result.direction === 'hold' ? verdictText(result) : '✓';
    return `${shortTitle(result, LONGEST_MET_NAME)} ${valueText(result, now)} ${mark}`;
  });
  return items.length === 0 ? [] : [onOneLine(items, (left) => `… og ${left} til ✓`)];
}

/** One line each, or where there is no room for that, all on one. */
function silentLines(silent: readonly KpiResult[], room: number, now: Moment): readonly string[] {
  if (silent.length <= room) return silent.map((result) => titled(result, whyNoValue(result, now) ?? ''));
  const items = silent.map((result) => `KPI ${result.nr} ${whyNoValueInShort(result, now)}`);
  return [`▫ ${onOneLine(items, (left) => `… og ${left} til`)}`];
}

/** As many as there is room for, and how many were left out. */
function onOneLine(items: readonly string[], more: (left: number) => string): string {
  for (let shown = items.length; shown > 1; shown--) {
    const line = listed(items, shown, more);
    if (line.length <= LINE - 2) return line;
  }
  return listed(items, 1, more);
}

function listed(items: readonly string[], shown: number, more: (left: number) => string): string {
  const left = items.length - shown;
  return [...items.slice(0, shown), ...(left > 0 ? [more(left)] : [])].join(' · ');
}

function missingLines({ missing }: KpiOverview, month: string, now: Moment): readonly string[] {
  const kommuner = distinct(missing.flatMap((group) => group.kommuner)).toSorted(alphabetically);
  if (kommuner.length === 0) return [];
  const line = (most: number) => `Mangler tall for ${monthText(month, now)}: ${namesText(kommuner, most)}`;
  for (let most = MOST_NAMES; most > 1; most--) {
    if (line(most).length <= LINE) return [line(most)];
  }
  return [line(1)];
}

/** The name gives way, so that what is said about the KPI fits on the line. */
function titled(result: KpiResult, rest: string): string {
  const room = LINE - rest.length - result.nr.length - 2;
  return `${shortTitle(result, Math.max(SHORTEST_NAME, room))} ${rest}`;
}
