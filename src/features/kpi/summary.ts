import type { Moment } from '#src/domain/day.ts';
import type { Fault } from '#src/domain/fault.ts';
import { isOutdated, monthOfDay } from '#src/domain/kpi-month.ts';
import type { KpiResult } from '#src/domain/kpi-result.ts';
import { kpiContract } from '#src/sheets/kpi.ts';
import { kpiDataContract } from '#src/sheets/kpi-data.ts';
import type { Model } from '#src/sheets/model.ts';

/** Kommuner that lack the newest month, and the KPIs they lack it for. */
interface MissingGroup {
  /** Empty when it is all of those that anyone has reported. */
  readonly nrs: readonly string[];
  readonly kommuner: readonly string[];
}

/** What an overview says, decided; nothing about how it is shown. */
export interface KpiOverview {
  readonly results: readonly KpiResult[];
  /** The newest month with figures, `2024-05`; null when there are none. */
  readonly month: string | null;
  readonly preliminary: boolean;
  readonly missing: readonly MissingGroup[];
  /** Nobody has reported the last whole month before today. */
  readonly old: boolean;
  /** There is no tab with figures, so nothing can be computed. */
  readonly dataMissing: boolean;
  /** The first month with figures that has not begun, which is not counted. */
  readonly futureMonth: string | null;
  readonly faults: readonly Fault[];
}

export function summariseKpis(results: readonly KpiResult[], model: Model, now: Moment): KpiOverview {
  const month = results[0]?.dueMonth ?? null;
  const newest = results.flatMap(({ months }) => months.slice(-1)).filter((last) => last.month === month);
  return {
    results,
    month,
    preliminary: newest.some(({ preliminary }) => preliminary),
    missing: missingGroups(results),
    old: month !== null && isOutdated(month, now.day),
    dataMissing: isDataMissing(model),
    futureMonth: futureMonth(model, now),
    faults: kpiFaults(model),
  };
}

/** Whether a KPI has figures, but none for the newest month that others have. */
export function isBehind({ lastMonth, dueMonth }: KpiResult): boolean {
  return lastMonth !== null && lastMonth !== dueMonth;
}

export function isDataMissing({ missingTabs }: Model): boolean {
  return missingTabs.includes(kpiDataContract.name);
}

/** Faults in the tabs KPI and KPI-data, whatever those are called in this workbook. */
export function kpiFaults(model: Model): readonly Fault[] {
  const cells = [...model.kpi.slice(0, 1), ...model.kpiRows.slice(0, 1)].map(({ cell }) => cell);
  const sheets = new Set([
    kpiContract.name,
    kpiDataContract.name,
    ...cells.map((cell) => cell.slice(0, cell.lastIndexOf('!'))),
  ]);
  return model.faults.filter(({ sheet }) => sheets.has(sheet));
}

/** A KPI that nobody has reported for the month says so itself; here are those where some have and some have not. */
function missingGroups(results: readonly KpiResult[]): readonly MissingGroup[] {
  const reported = results.filter((result) => result.lastMonth !== null && !isBehind(result));
  const groups = Map.groupBy(
    reported.filter(({ notReported }) => notReported.length > 0),
    ({ notReported }) => notReported.join('\n'),
  );
  return [...groups.values()].map((group) => ({
    nrs: group.length === reported.length ? [] : group.map(({ nr }) => nr),
    kommuner: group[0]?.notReported ?? [],
  }));
}

function futureMonth(model: Model, now: Moment): string | null {
  const thisMonth = monthOfDay(now.day);
  const later = model.kpiRows.map(({ month }) => month).filter((month) => month > thisMonth);
  return later.reduce<string | null>((first, month) => (first === null || month < first ? month : first), null);
}
