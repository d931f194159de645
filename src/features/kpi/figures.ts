import { cutText } from '#src/cut-text.ts';
import type { Moment } from '#src/domain/day.ts';
import type { KpiFigure, KpiResult } from '#src/domain/kpi-result.ts';
import { isImpossible } from '#src/domain/kpi-target.ts';
import { formatProsent, formatTall } from '#src/domain/tall.ts';
import { monthText, periodText } from './period-text.ts';
import { isBehind } from './summary.ts';

const NBSP = '\u00a0';
const LONGEST_NAME = 60;
const LONGEST_COLUMN = 40;

/** «3 Snitt liggetid UKP». */
export function kpiTitle(result: KpiResult): string {
  return shortTitle(result, LONGEST_NAME);
}

/** The same with less room for the name. */
export function shortTitle({ nr, name }: KpiResult, longestName: number): string {
  return `${nr} ${cutText(name, Math.min(longestName, LONGEST_NAME))}`;
}

/** The value with its period where that is not plain, or why there is none. */
export function valueText(result: KpiResult, now: Moment): string {
  const why = whyNoValue(result, now);
  if (why !== null || result.value === null) return why ?? '';

  const amount = periodAmount(result.value, result, now);
  return isImpossible(result.value, result.share) ? `${amount}, kan ikke stemme` : amount;
}

/** «ikke rapportert siden januar» and the like; null when there is a value to show. */
export function whyNoValue(result: KpiResult, now: Moment): string | null {
  const { unreadable, missingColumn } = result;
  if (unreadable || missingColumn === null) {
    const why = whyNoValueInShort(result, now);
    return why === null ? null : `▫ ${why}`;
  }
  const column = `«${cutText(missingColumn.title, LONGEST_COLUMN)}»`;
  return `▫ kan ikke regnes ut: ${missingColumn.sheet} har ingen kolonne ${column} (${missingColumn.cell})`;
}

/** The same in few words and without a mark, where several share a line. */
export function whyNoValueInShort(result: KpiResult, now: Moment): string | null {
  const { unreadable, missingColumn, lastMonth, cell } = result;
  if (unreadable) return `kan ikke regnes ut, se ${cell}`;
  if (missingColumn !== null) return `kan ikke regnes ut, se ${missingColumn.cell}`;
  if (lastMonth === null) return 'ikke rapportert';
  if (isBehind(result)) return `ikke rapportert siden ${monthText(lastMonth, now)}`;
  return result.value === null ? noFigure(result) : null;
}

/** «da 22,5 døgn»: the last value of a KPI that is not reported any more; null for the others. */
export function lastValueText(result: KpiResult, now: Moment): string | null {
  if (result.value === null || !isBehind(result)) return null;
  return `da ${periodAmount(result.value, result, now)}`;
}

/** «høyst 1 767 i året», «minst 90 %», «skal holdes på 16 %»; null without a target. */
export function targetText(result: KpiResult): string | null {
  const { target, cumulative } = result;
  if (target === null) return null;
  return `${directionText(result)} ${plainAmount(target, result)}${cumulative ? ' i året' : ''}`;
}

/** «høyst 20», where the unit has just been said; null without a target. */
export function shortTargetText(result: KpiResult): string | null {
  return result.target === null ? null : `${directionText(result)} ${bareAmount(result.target, result)}`;
}

/** «mål kan ikke leses (KPI!F2)»; null when it can, and when there is none. */
export function unreadableTargetText({ unreadableTarget }: KpiResult): string | null {
  return unreadableTarget === null ? null : `mål kan ikke leses (${unreadableTarget})`;
}

/** «✓ nådd», «over målet»; null when it cannot be said. */
export function verdictText({ meetsTarget, direction, cumulative }: KpiResult): string | null {
  if (meetsTarget === null) return null;
  if (meetsTarget) return direction === 'hold' ? '✓ holdes' : '✓ nådd';
  if (direction === 'at-least') return 'under målet';
  return cumulative ? 'over taket' : 'over målet';
}

/** One month: the amount, or why there is none. */
export function monthAmount(figure: KpiFigure, result: KpiResult): string {
  return figure.value === null ? noFigure(figure) : bareAmount(figure.value, result);
}

/** A mean stay of all stays, those without days too, is another measure; which one it is stands in its own formula. */
export function basisNote({ nevner }: KpiResult): string | null {
  return nevner !== null && /−[^+−]*uten (?:ligge)?døgn/i.test(nevner) ? 'opphold med minst ett døgn' : null;
}

/** A share or a mean is understood to be the year's; a count is not. */
function periodAmount(value: number, result: KpiResult, now: Moment): string {
  const amount = amountText(value, result);
  const isByMonth = result.period !== null && result.period.length > 4;
  return result.cumulative || isByMonth ? `${amount} ${periodText(result, now)}`.trim() : amount;
}

/** One amount in the KPI's own unit. A value that misses its target is never rounded to look like it. */
function amountText(value: number, result: KpiResult): string {
  const { target, meetsTarget } = result;
  const decimals = meetsTarget === false && target !== null ? decimalsApart(value, target, result) : undefined;
  return plainAmount(value, result, decimals);
}

function directionText({ direction }: KpiResult): string {
  return direction === null ? 'mål' : { 'at-most': 'høyst', 'at-least': 'minst', hold: 'skal holdes på' }[direction];
}

function noFigure({ hidden, denominator }: KpiFigure): string {
  if (hidden) return 'skjult (så små tall kan peke på enkeltpersoner)';
  return denominator === null ? 'ikke rapportert' : 'ingenting å regne av';
}

function plainAmount(value: number, result: KpiResult, decimals?: number): string {
  const { share, unit, name, cumulative } = result;
  const silent =
    share || unit === '' || /^antall$/i.test(unit) || (cumulative && name.toLowerCase().includes(unit.toLowerCase()));
  return `${bareAmount(value, result, decimals)}${silent ? '' : `${NBSP}${cutText(unit, 20)}`}`;
}

/** Without the unit; a share keeps its «%». */
function bareAmount(value: number, { share }: KpiResult, decimals?: number): string {
  return share ? formatProsent(value, decimals) : formatTall(value, decimals);
}

function decimalsApart(value: number, target: number, { share }: KpiResult): number | undefined {
  const format = share ? formatProsent : formatTall;
  if (format(value) !== format(target)) return undefined;
  return [1, 2, 3, 4].find((decimals) => format(value, decimals) !== format(target, decimals));
}
