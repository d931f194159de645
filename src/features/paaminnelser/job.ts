import type { Moment } from '#src/domain/day.ts';
import { firstWorkingDayOfWeek, isWorkingDay } from '#src/domain/working-days.ts';
import type { Model } from '#src/sheets/model.ts';
import type { Channels, Job, Outgoing } from '../feature.ts';
import { summariseReminders } from './summary.ts';
import { reminderMessage, reminderThread, secretariatMessage } from './view.ts';

/** 08:00 on every working day: one digest per unit, and once a week the secretariat's own list. */
export const paaminnelserJob: Job = {
  name: 'paaminnelser',
  needs: ['handlingsplan'],
  uses: [],
  outgoing(model, now, channels) {
    if (!isWorkingDay(now.day)) return [];
    const weekly = now.day === firstWorkingDayOfWeek(now.day);
    return [...reminders(model, now), ...(weekly ? secretariat(model, now, channels) : [])];
  },
};

/** The reminders of a day to the units that can be reached. */
export function reminders(model: Model, now: Moment): readonly Outgoing[] {
  return summariseReminders(model, now)
    .digests.filter(({ slack }) => slack !== null)
    .map((digest) => ({
      key: `paaminnelser:${now.day}:${digest.unit}`,
      to: { name: digest.unit, slack: digest.slack },
      message: reminderMessage(digest, model, now),
      thread: reminderThread(digest, model, now),
    }));
}

/** What the secretariat has to settle, for the admin channel. */
export function secretariat(model: Model, now: Moment, { admin }: Channels): readonly Outgoing[] {
  const message = secretariatMessage(summariseReminders(model, now), model, now);
  if (!message) return [];
  return [{ key: `sekretariatet:${now.day}`, to: { name: 'sekretariatet', slack: admin }, message, thread: [] }];
}
