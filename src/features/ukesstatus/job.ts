import { isoWeek, type Moment } from '#src/domain/day.ts';
import { firstWorkingDayOfWeek } from '#src/domain/working-days.ts';
import type { Model } from '#src/sheets/model.ts';
import type { Channels, Job, Outgoing } from '../feature.ts';
import { summariseWeek } from './summary.ts';
import { ukesstatusThread } from './thread.ts';
import { ukesstatusMessage } from './view.ts';

/** Monday 08:00, or the first working day of a week whose Monday is a holiday. */
export const ukesstatusJob: Job = {
  name: 'ukesstatus',
  needs: ['handlingsplan'],
  uses: ['kapasitet'],
  withKpi: true,
  outgoing: (model, now, channels) => (isWeeklyDay(now) ? [weeklyStatus(model, now, channels)] : []),
};

/** The weekly status as of now, whatever day it is. */
export function weeklyStatus(model: Model, now: Moment, { summary: channel }: Channels): Outgoing {
  const { year, week } = isoWeek(now.day);
  const summary = summariseWeek(model, now);
  return {
    key: `ukesstatus:${year}-W${String(week).padStart(2, '0')}:kanalen`,
    to: { name: channel ?? 'kanalen', slack: channel },
    message: ukesstatusMessage(summary),
    thread: ukesstatusThread(summary),
  };
}

function isWeeklyDay({ day }: Moment): boolean {
  return day === firstWorkingDayOfWeek(day);
}
