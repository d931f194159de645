import { once } from '#src/once.ts';
import type { Job, Occasion, Outgoing } from '../feature.ts';
import { summariseWeek } from './summary.ts';
import { ukesstatusThread } from './thread.ts';
import { ukesstatusMessage } from './view.ts';

/** Once a week to the channel: how the plan, the KPI-er and the places stand. Late is better than not that week. */
export const ukesstatusJob: Job = {
  name: 'ukesstatus',
  title: 'ukesstatus',
  needs: ['handlingsplan'],
  uses: ['kapasitet'],
  withKpi: true,
  timetable: ({ ukesstatus: { weekday, minutes } }) => ({ period: 'week', weekdays: [weekday], minutes }),
  outgoing: (occasion) => [weeklyStatus(occasion)],
};

/** The weekly status as of now, whatever day it is. */
export function weeklyStatus(occasion: Occasion): Outgoing {
  const channel = occasion.channels.summary;
  return {
    recipient: 'kanalen',
    to: { name: channel ?? 'kanalen', slack: channel, email: null, fallback: null },
    // Asked for again for each part of the thread.
    content: once(() => {
      const summary = summariseWeek(occasion);
      return { message: ukesstatusMessage(summary), thread: ukesstatusThread(summary) };
    }),
  };
}
