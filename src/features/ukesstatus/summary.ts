import type { Contradiction } from '#src/domain/contradictions.ts';
import { isoWeek, type Moment } from '#src/domain/day.ts';
import type { Fault } from '#src/domain/fault.ts';
import type { Judged, PlanJudgement } from '#src/domain/judgement.ts';
import { judgeKapasitet } from '#src/domain/kapasitet-judgement.ts';
import type { Model } from '#src/sheets/model.ts';
import type { Occasion } from '../feature.ts';
import { judgeModel } from '../judge-model.ts';
import { kapasitetWeeklyLine } from '../kapasitet/weekly.ts';
import { kpiWeekly } from '../kpi/weekly.ts';
import { type PlanNews, planNews } from '../plan-news.ts';

/** Everything the weekly status says, decided. */
export interface UkesstatusSummary {
  readonly model: Model;
  readonly now: Moment;
  readonly week: number;
  readonly judgement: PlanJudgement;
  /** What is new since the last status, and how often deadlines have slipped. */
  readonly news: PlanNews;
  /** What blocks others first, then the longest overdue. */
  readonly overdue: readonly Judged[];
  readonly dueSoon: readonly Judged[];
  readonly noDeadline: readonly Judged[];
  readonly unclear: readonly Judged[];
  readonly contradictions: readonly Contradiction[];
  readonly kpiLines: readonly string[];
  readonly kapasitetLine: string | null;
  readonly faults: readonly Fault[];
}

/** Decides what the group should hear this week. */
export function summariseWeek({ model, now, past }: Occasion): UkesstatusSummary {
  const judgement = judgeModel(model, now);
  const withTiming = (timing: Judged['timing']) => judgement.tiltak.filter((j) => j.timing === timing);
  return {
    model,
    now,
    week: isoWeek(now.day).week,
    judgement,
    news: planNews(model, now, past),
    overdue: withTiming('overdue').toSorted(
      (a, b) =>
        Number(b.blocks.length > 0) - Number(a.blocks.length > 0) || (b.daysOverdue ?? 0) - (a.daysOverdue ?? 0),
    ),
    dueSoon: withTiming('due-soon').toSorted((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0)),
    noDeadline: withTiming('no-deadline'),
    unclear: withTiming('unclear'),
    contradictions: judgement.contradictions,
    kpiLines: kpiWeekly(model, now),
    kapasitetLine: weeklyKapasitet(model, now),
    faults: model.faults,
  };
}

/** Null when there is no sheet of places to speak of. */
function weeklyKapasitet({ kapasitet, innstillinger }: Model, now: Moment): string | null {
  return kapasitet === null ? null : kapasitetWeeklyLine(judgeKapasitet(kapasitet, now, innstillinger), now);
}
