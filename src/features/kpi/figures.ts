import { cutText } from '#src/cut-text.ts';
import type { Moment } from '#src/domain/day.ts';
import type { KpiFigure, KpiResult } from '#src/domain/kpi-result.ts';
import { formatProsent, formatTall } from '#src/domain/tall.ts';
import { maaned } from '#src/message/norsk.ts';
import { isBehind } from './summary.ts';

const NBSP = '\u00a0';
const LONGEST_NAME = 60;

/** «3 Snitt liggetid UKP». */
export function kpiTitle({ nr, name }: KpiResult): string {
  return `${nr} ${cutText(name, LONGEST_NAME)}`;
}

/** «mai», with the year only when it is another than today's. */
export function monthText(month: string, now: Moment): string {
  const name = maaned(Number(month.slice(5)));
  return now.day.startsWith(month.slice(0, 4)) ? name : `${name} ${month.slice(0, 4)}`;
}

/** The value with its period where that is not plain, or why there is none. */
export function valueText(result: KpiResult, now: Moment): string {
  const why = whyNoValue(result, now);
  if (why !== null || result.value === null) return why ?? '';

  const amount = amountText(result.value, result);
  const { cumulative, period } = result;
  if (period !== null && period.length > 4) return `${amount} i ${monthText(period, now)}`;
  if (!cumulative || period === null) return amount;
  return now.day.startsWith(period) ? `${amount} hittil i år` : `${amount} i ${period}`;
}

/** «ikke rapportert siden januar» and the like; null when there is a value to show. */
export function whyNoValue(result: KpiResult, now: Moment): string | null {
  if (result.unreadable) return `▫ kan ikke regnes ut, se ${result.cell}`;
  if (result.lastMonth === null) return '▫ ikke rapportert';
  if (isBehind(result)) return `▫ ikke rapportert siden ${monthText(result.lastMonth, now)}`;
  return result.value === null ? noFigure(result) : null;
}

/** «høyst 1 767 i året», «minst 90 %», «skal holdes på 16 %»; null without a target. */
export function targetText(result: KpiResult): string | null {
  const { target, direction, cumulative } = result;
  if (target === null) return null;
  const words =
    direction === null ? 'mål' : { 'at-most': 'høyst', 'at-least': 'minst', hold: 'skal holdes på' }[direction];
  return `${words} ${plainAmount(target, result)}${cumulative ? ' i året' : ''}`;
}

/** «✓ nådd», «over målet»; null when it cannot be said. */
export function verdictText({ meetsTarget, direction, cumulative }: KpiResult): string | null {
  if (meetsTarget === null) return null;
  if (meetsTarget) return direction === 'hold' ? '✓ holdes' : '✓ nådd';
  if (direction === 'at-least') return 'under målet';
  return cumulative ? 'over taket' : 'over målet';
}

/** One amount in the KPI's own unit. A value that misses its target is never rounded to look like it. */
function amountText(value: number, result: KpiResult): string {
  const { target, meetsTarget } = result;
  const decimals = meetsTarget === false && target !== null ? decimalsApart(value, target, result) : undefined;
  return plainAmount(value, result, decimals);
}

/** One month: the amount, or why there is none. */
export function monthAmount(figure: KpiFigure, result: KpiResult): string {
  if (figure.value === null) return noFigure(figure);
  return result.share ? formatProsent(figure.value) : formatTall(figure.value);
}

/** A mean stay of all stays, those without days too, is another measure; which one it is stands in its own formula. */
export function basisNote({ nevner }: KpiResult): string | null {
  return nevner !== null && /−[^+−]*uten (?:ligge)?døgn/i.test(nevner) ? 'opphold med minst ett døgn' : null;
}

function noFigure({ hidden, denominator }: KpiFigure): string {
  if (hidden) return 'skjult (så små tall kan peke på enkeltpersoner)';
  return denominator === null ? 'ikke rapportert' : 'ingenting å regne av';
}

function plainAmount(value: number, { share, unit, name, cumulative }: KpiResult, decimals?: number): string {
  if (share) return formatProsent(value, decimals);
  const silent =
    unit === '' || /^antall$/i.test(unit) || (cumulative && name.toLowerCase().includes(unit.toLowerCase()));
  return `${formatTall(value, decimals)}${silent ? '' : `${NBSP}${cutText(unit, 20)}`}`;
}

function decimalsApart(value: number, target: number, { share }: KpiResult): number | undefined {
  const format = share ? formatProsent : formatTall;
  if (format(value) !== format(target)) return undefined;
  return [1, 2, 3, 4].find((decimals) => format(value, decimals) !== format(target, decimals));
}
