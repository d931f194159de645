import type { Plan } from '#src/domain/tiltak.ts';

const MENTION = /\bKPI(?:-?er)?\s*((?:\d+)(?:\s*(?:,|og|[-–—])\s*\d+)*)/gi;
const MOST_KPIS = 50;

/** The KPI-er a tiltak's own text names, by nr: «KPI 1-5», «KPI 1,2,3», «KPI 6». */
export function kpiMentions(text: string): readonly string[] {
  const nrs = [...text.matchAll(MENTION)].flatMap(([, list = '']) =>
    list.split(/,|og/).flatMap((part) => {
      const [from = 0, to = from] = part.split(/[-–—]/).map((n) => Number(n.trim()));
      return to - from >= 0 && to - from < MOST_KPIS
        ? Array.from({ length: to - from + 1 }, (_, i) => String(from + i))
        : [];
    }),
  );
  return [...new Set(nrs)];
}

/** KPI nr → the nr of the tiltak whose texts name it. */
export function tiltakByKpi(plan: Plan | null): ReadonlyMap<string, readonly string[]> {
  const byKpi = new Map<string, string[]>();
  for (const { nr, text } of plan?.tiltak ?? []) {
    if (nr === null) continue;
    for (const kpi of kpiMentions(text)) byKpi.set(kpi, [...(byKpi.get(kpi) ?? []), nr]);
  }
  return byKpi;
}
