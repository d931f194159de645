import type { Moment } from '#src/domain/day.ts';
import { isOutdated } from '#src/domain/kpi-month.ts';
import type { KpiMonth, KpiResult } from '#src/domain/kpi-result.ts';
import { maaned } from '#src/message/norsk.ts';
import { isBehind } from './summary.ts';

/** «mai», with the year only when it is another than today's. */
export function monthText(month: string, now: Moment): string {
  const name = maaned(Number(month.slice(5)));
  return now.day.startsWith(month.slice(0, 4)) ? name : `${name} ${month.slice(0, 4)}`;
}

/** What a value covers: «i mai», «hittil i år», «i 2023», or «januar–mai» when nobody has reported the months after. */
export function periodText(result: KpiResult, now: Moment): string {
  const { period, lastMonth } = result;
  if (period === null || lastMonth === null) return '';
  if (period.length > 4) return `i ${monthText(period, now)}`;
  if ((isBehind(result) || isOutdated(lastMonth, now.day)) && !isWholeYear(result)) return spanText(result, now);
  return now.day.startsWith(period) ? 'hittil i år' : `i ${period}`;
}

/** «januar–mai»: the months of the period that have figures. */
export function spanText(result: KpiResult, now: Moment): string {
  const reported = reportedMonths(result);
  const [first, last] = [reported[0], reported.at(-1)];
  if (!first || !last) return '';
  const end = monthText(last.month, now);
  return first === last ? end : `${maaned(Number(first.month.slice(5)))}–${end}`;
}

/** The months of the period that have figures, shown or hidden. */
export function reportedMonths({ months, period }: KpiResult): readonly KpiMonth[] {
  return months.filter(
    ({ month, numerator, hidden }) => month.startsWith(period ?? '') && (numerator !== null || hidden),
  );
}

function isWholeYear(result: KpiResult): boolean {
  const reported = reportedMonths(result);
  return reported[0]?.month.endsWith('-01') === true && reported.at(-1)?.month.endsWith('-12') === true;
}
