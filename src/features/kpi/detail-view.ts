import { cutText } from '#src/cut-text.ts';
import type { Moment } from '#src/domain/day.ts';
import type { KpiResult } from '#src/domain/kpi-result.ts';
import { formatTall } from '#src/domain/tall.ts';
import { cellLink } from '#src/message/cell-link.ts';
import { context, escapeMrkdwn, header, type Message, section } from '#src/message/message.ts';
import { dato, oppramsing } from '#src/message/norsk.ts';
import type { Model } from '#src/sheets/model.ts';
import { sourceLine } from '../plan-view.ts';
import {
  basisNote,
  kpiTitle,
  monthAmount,
  monthText,
  targetText,
  valueText,
  verdictText,
  whyNoValue,
} from './figures.ts';
import { namesText } from './overview-view.ts';

const MONTHS_SHOWN = 6;
const MOST_NAMES = 30;

/** One KPI: the figure, what it means, how it was computed and who is missing from it. */
export function detailMessage(result: KpiResult, model: Model, now: Moment): Message {
  const judged = [valueText(result, now), targetText(result), verdictText(result)].filter((part) => part !== null);
  return {
    text: escapeMrkdwn(`KPI ${kpiTitle(result)}: ${judged.join(' · ')}`),
    blocks: [
      header(`KPI ${kpiTitle(result)}`),
      section(factLines(result, now).join('\n')),
      context(`${cellLink(result.cell, model.urls)} · ${sourceLine(model, now)}`),
    ],
  };
}

function factLines(result: KpiResult, now: Moment): readonly string[] {
  const lines: readonly (readonly [label: string, text: string | null])[] = [
    ['Tall', numberText(result, now)],
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
  const value = valueText(result, now);
  const { period, cumulative } = result;
  if (whyNoValue(result, now) !== null || period === null || period.length > 4) return value;
  const months = spanText(result, now);
  return cumulative
    ? `${value} (${months})`
    : `${value} ${now.day.startsWith(period) ? 'hittil i år' : `i ${period}`} (${months})`;
}

/** «januar–mai»: the months of the period that have figures. */
function spanText({ months, period }: KpiResult, now: Moment): string {
  const reported = months.filter(
    ({ month, value, hidden }) => month.startsWith(period ?? '') && (value !== null || hidden),
  );
  const [first, last] = [reported[0], reported.at(-1)];
  if (!first || !last) return '';
  const end = monthText(last.month, now) + (last.preliminary ? `, ${monthText(last.month, now)} er foreløpig` : '');
  return first === last ? end : `${monthText(first.month, now).split(' ')[0]}–${end}`;
}

function goalText(result: KpiResult, now: Moment): string {
  const target = targetText(result);
  if (target === null) {
    const { validTo } = result;
    const expired = validTo !== null && validTo < now.day;
    return expired ? `ikke noe mål nå (det forrige gjaldt til ${dato(validTo, now.day)})` : 'ikke satt';
  }
  const verdict =
    verdictText(result) ?? (result.cumulative ? 'kan ikke avgjøres før året er slutt og alle har rapportert' : null);
  const until = result.validTo === null ? null : `gjelder til ${dato(result.validTo, now.day)}`;
  return [target, verdict, until].filter((part) => part !== null).join(' · ');
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
    const counts =
      month.denominator === null || month.numerator === null
        ? ''
        : ` (${formatTall(month.numerator)}/${formatTall(month.denominator)})`;
    const preliminary = month.preliminary ? ', foreløpig' : '';
    return `${monthText(month.month, now)}: ${monthAmount(month, result)}${counts}${preliminary}`;
  });
  return shown.length > 0 ? shown.join(' · ') : null;
}

function missingLabel({ dueMonth }: KpiResult, now: Moment): string {
  return dueMonth === null ? 'Mangler tall' : `Mangler tall for ${monthText(dueMonth, now)}`;
}
