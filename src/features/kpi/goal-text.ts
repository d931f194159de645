import type { Moment } from '#src/domain/day.ts';
import type { KpiResult } from '#src/domain/kpi-result.ts';
import { formatProsent, formatTall } from '#src/domain/tall.ts';
import { antall, dato } from '#src/message/norsk.ts';
import { targetText, verdictText } from './figures.ts';
import { reportedMonths } from './period-text.ts';

/** A count that is near its cap must not be rounded to have reached it. */
const ALMOST_ALL = 0.99;

/** The target, whether it is met or when that will be known, and how long it counts. */
export function goalText(result: KpiResult, now: Moment): string {
  const { unreadableTarget, validTo } = result;
  const target = targetText(result);
  if (unreadableTarget !== null) return `kan ikke leses (${unreadableTarget})`;
  if (target === null) {
    const expired = validTo !== null && validTo < now.day;
    return expired ? `ikke noe mål nå (det forrige gjaldt til ${dato(validTo, now.day)})` : 'ikke satt';
  }
  const until = validTo === null ? null : `gjelder til ${dato(validTo, now.day)}`;
  return [target, verdictText(result) ?? undecidedText(result, now), until].filter((part) => part !== null).join(' · ');
}

/** «avgjøres når året er slutt · 777 er 44 % av taket etter 5 måneder»; null for a KPI that is no count. */
function undecidedText(result: KpiResult, now: Moment): string | null {
  const { cumulative, direction, period, value, target } = result;
  if (direction === null) return 'kan ikke vurderes uten retning';
  if (!cumulative || target === null) return null;

  const isOver = period !== null && period < now.day.slice(0, 4);
  const when = isOver ? 'kan ikke avgjøres før alle har rapportert' : 'avgjøres når året er slutt';
  if (value === null || value < 0 || target <= 0) return when;
  const part = value < target ? Math.min(value / target, ALMOST_ALL) : value / target;
  const whole = direction === 'at-most' ? 'taket' : 'målet';
  const months = antall(reportedMonths(result).length, 'måned', 'måneder');
  return `${when} · ${formatTall(value)} er ${formatProsent(part)} av ${whole} etter ${months}`;
}
