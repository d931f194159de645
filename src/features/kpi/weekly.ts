import type { Moment } from '#src/domain/day.ts';
import type { KpiResult } from '#src/domain/kpi-result.ts';
import { escapeMrkdwn } from '#src/message/message.ts';
import type { Model } from '#src/sheets/model.ts';
import { kpiTitle, monthText, targetText, valueText, verdictText, whyNoValue } from './figures.ts';
import { namesText } from './overview-view.ts';
import { kpiResults } from './results.ts';
import { isBehind } from './summary.ts';

const MOST_ITEMS = 5;

/**
 * The KPI part of the weekly status, as markup: what is off target or not yet decided, what is met, and what has not
 * been reported. At most three lines, none when there are no KPIs.
 */
export function kpiWeekly(model: Model, now: Moment): readonly string[] {
  const results = kpiResults(model, now);
  const shown = results.filter((result) => whyNoValue(result, now) === null && result.target !== null);
  const lines = [
    shown.filter(({ meetsTarget }) => meetsTarget !== true).map((result) => openItem(result, now)),
    shown.filter(({ meetsTarget }) => meetsTarget === true).map((result) => metItem(result, now)),
    missingItems(results, now),
  ];
  return lines.filter((items) => items.length > 0).map((items) => escapeMrkdwn(itemsText(items)));
}

function openItem(result: KpiResult, now: Moment): string {
  const verdict = verdictText(result);
  const target = targetText(result) ?? '';
  const figure = `${kpiTitle(result)} ${valueText(result, now)}`;
  return verdict === null ? `${figure} (mål: ${target})` : `${figure}, ${verdict} (${target})`;
}

function metItem(result: KpiResult, now: Moment): string {
  const figure = `${kpiTitle(result)} ${valueText(result, now)} ${verdictText(result)}`;
  return result.direction === 'hold' ? figure : `${figure} (${targetText(result)})`;
}

function missingItems(results: readonly KpiResult[], now: Moment): readonly string[] {
  const silent = results.filter((result) => result.unreadable || result.lastMonth === null || isBehind(result));
  const others = results.filter((result) => !silent.includes(result));
  const month = results[0]?.dueMonth ?? null;
  const kommuner = [...new Set(others.flatMap(({ notReported }) => notReported))];
  return [
    ...silent.map((result) => `${kpiTitle(result)} ${whyNoValue(result, now)}`),
    ...(month !== null && kommuner.length > 0
      ? [`Mangler tall for ${monthText(month, now)}: ${namesText(kommuner, 6)}`]
      : []),
  ];
}

function itemsText(items: readonly string[]): string {
  const left = items.length - MOST_ITEMS;
  return left > 0 ? `${items.slice(0, MOST_ITEMS).join(' · ')} · … og ${left} til` : items.join(' · ');
}
