import type { Moment } from '#src/domain/day.ts';
import type { KpiResult } from '#src/domain/kpi-result.ts';
import { computeKpis } from '#src/domain/kpi-values.ts';
import type { Model } from '#src/sheets/model.ts';
import { kommunerOf } from '../judge-model.ts';
import { tiltakByKpi } from '../kpi-mentions.ts';

interface Computed {
  readonly day: string;
  readonly results: readonly KpiResult[];
}

const computed = new WeakMap<Model, Computed>();

/** Every KPI of the model as it stands on a day; computed once per reading and day. */
export function kpiResults(model: Model, now: Moment): readonly KpiResult[] {
  const known = computed.get(model);
  if (known?.day === now.day) return known.results;
  const results = computeKpis({
    definitions: model.kpi,
    rows: model.kpiRows,
    kommuner: kommunerOf(model),
    tiltakByKpi: tiltakByKpi(model.plan),
    now,
  });
  computed.set(model, { day: now.day, results });
  return results;
}
