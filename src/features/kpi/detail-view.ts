import { cutText } from '#src/cut-text.ts';
import type { Moment } from '#src/domain/day.ts';
import { isOutdated } from '#src/domain/kpi-month.ts';
import type { KpiResult } from '#src/domain/kpi-result.ts';
import { formatTall } from '#src/domain/tall.ts';
import { cellLink } from '#src/message/cell-link.ts';
import { context, escapeMrkdwn, header, type Message, section } from '#src/message/message.ts';
import { oppramsing } from '#src/message/norsk.ts';
import type { Model } from '#src/sheets/model.ts';
import { sourceLine } from '../plan-view.ts';
import {
  basisNote,
  kpiTitle,
  lastValueText,
  monthAmount,
  targetText,
  unreadableTargetText,
  valueText,
  verdictText,
  whyNoValue,
} from './figures.ts';
import { goalText } from './goal-text.ts';
import { namesText, oldText } from './overview-view.ts';
import { monthText, periodText, spanText } from './period-text.ts';
import { NO_DATA_TAB } from './plain-view.ts';
import { isDataMissing } from './summary.ts';

const MONTHS_SHOWN = 4;
const MOST_NAMES = 30;

/** One KPI: the figure, what it means, how it was computed and who is missing from it. */
export function detailMessage(result: KpiResult, model: Model, now: Moment): Message {
  const warning = warningText(result, model, now);
  const target = targetText(result) ?? unreadableTargetText(result);
  const judged = [warning, valueText(result, now), target, verdictText(result)].filter((part) => part !== null);
  return {
    text: escapeMrkdwn(`KPI ${kpiTitle(result)}: ${judged.join(' · ')}`),
    blocks: [
      header(`KPI ${kpiTitle(result)}`),
      ...(warning === null ? [] : [section(warning)]),
      section(factLines(result, model, now).join('\n')),
      context(`${cellLink(result.cell, model.urls)} · ${sourceLine(model, now)}`),
    ],
  };
}

function warningText({ dueMonth }: KpiResult, model: Model, now: Moment): string | null {
  if (isDataMissing(model)) return `⚠ ${NO_DATA_TAB}`;
  return oldText({ month: dueMonth, old: dueMonth !== null && isOutdated(dueMonth, now.day) }, now);
}

function factLines(result: KpiResult, model: Model, now: Moment): readonly string[] {
  const lines: readonly (readonly [label: string, text: string | null])[] = [
    ['Tall', isDataMissing(model) ? null : numberText(result, now)],
    ['Mål', goalText(result, now)],
    ['Definisjon', result.definition && cutText(result.definition, 600)],
    ['Slik regner jeg', computation(result)],
    ['Siste måneder', monthsText(result, now)],
    [missingLabel(result, now), result.notReported.length > 0 ? namesText(result.notReported, MOST_NAMES) : null],
    ['Tiltak', result.tiltak.length > 0 ? cutText(oppramsing(result.tiltak), 200) : null],
    ['Kilde', result.source && cutText(result.source, 200)],
  ];
  return lines.flatMap(([label, text]) => (text ? [`*${label}*  ${escapeMrkdwn(text)}`] : []));
}

function numberText(result: KpiResult, now: Moment): string {
  const last = lastValueText(result, now);
  const value = `${valueText(result, now)}${last === null ? '' : ` (${last})`}`;
  const { period, cumulative } = result;
  if (whyNoValue(result, now) !== null || period === null || period.length > 4) return value;

  const [covered, span] = [periodText(result, now), spanText(result, now)];
  const preliminary = preliminaryText(result, now);
  const asides = [...(covered === span ? [] : [span]), ...(preliminary === null ? [] : [preliminary])];
  const whole = cumulative ? value : `${value} ${covered}`;
  return asides.length > 0 ? `${whole} (${asides.join(', ')})` : whole;
}

function preliminaryText({ months }: KpiResult, now: Moment): string | null {
  const last = months.at(-1);
  return last?.preliminary ? `${monthText(last.month, now)} er foreløpig` : null;
}

function computation(result: KpiResult): string | null {
  const { teller, nevner, filter, numerator, denominator, unreadable } = result;
  if (unreadable) return null;
  const over = cutText(teller, 300);
  const formula = nevner === null ? over : `${parenthesised(over)} ÷ ${parenthesised(cutText(nevner, 300))}`;
  const counts = numerator === null ? [] : [numerator, ...(denominator === null ? [] : [denominator])];
  const figures = counts.length > 0 ? ` = ${counts.map((count) => formatTall(count)).join(' ÷ ')}` : '';
  const basis = basisNote(result);
  return [
    `${formula}${figures}${basis ? ` (${basis})` : ''}`,
    ...(filter ? [`bare rader med ${filter}`] : []),
    nevner === null
      ? `summen av ${filter ? 'radenes' : 'alle kommunenes'} tall`
      : 'sum delt på sum, ikke snitt av snitt',
  ].join(' · ');
}

function parenthesised(formula: string): string {
  return / [+−] /.test(formula) ? `(${formula})` : formula;
}

function monthsText(result: KpiResult, now: Moment): string | null {
  const shown = result.months.slice(-MONTHS_SHOWN).map((month) => {
    const preliminary = month.preliminary ? ', foreløpig' : '';
    return `${monthText(month.month, now)}: ${monthAmount(month, result)}${preliminary}`;
  });
  return shown.length > 0 ? shown.join(' · ') : null;
}

function missingLabel({ dueMonth }: KpiResult, now: Moment): string {
  return dueMonth === null ? 'Mangler tall' : `Mangler tall for ${monthText(dueMonth, now)}`;
}
