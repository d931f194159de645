import { isEmailAddress, maskedAddress } from '#src/domain/email-address.ts';
import { once } from '#src/once.ts';
import { type Job, type Occasion, type Outgoing, PREVIEW_RECIPIENT, type Recipient } from '../feature.ts';
import { reminderPreview } from './preview.ts';
import { isReminderDay, isWholeWeekDay } from './reminder-days.ts';
import { secretariatMessage } from './secretariat-view.ts';
import { type Digest, isUnmapped, type ReminderSummary, summariseReminders } from './summary.ts';
import { reminderContent } from './view.ts';

/** On the days the owners of the sheet have chosen: one digest per unit, and once a week the secretariat's own list. */
export const paaminnelserJob: Job = {
  name: 'paaminnelser',
  title: 'påminnelser',
  needs: ['handlingsplan'],
  uses: [],
  timetable: ({ paaminnelser: { weekdays, minutes } }) => ({ period: 'day', weekdays, minutes }),
  outgoing(occasion) {
    const { model, now } = occasion;
    if (!isReminderDay(now.day, model.innstillinger)) return [];
    const summary = summariseReminders(model, now);
    const weekly = isWholeWeekDay(now.day, model.innstillinger);
    return [...reminders(summary, occasion), ...(weekly ? secretariat(summary, occasion) : [])];
  },
  preview: (occasion) => {
    const { model, now } = occasion;
    if (!isReminderDay(now.day, model.innstillinger)) return null;
    const summary = summariseReminders(model, now);
    if (summary.digests.length > 0) return reminderPreview(summary, occasion);
    // What the secretariat hears of its own work needs nobody's word.
    const [own = null] = isWholeWeekDay(now.day, model.innstillinger) ? secretariat(summary, occasion) : [];
    return own;
  },
};

/** The reminders of a day. A unit that nobody can be reached for is reminded in the channel, where there is one. */
export function reminders(summary: ReminderSummary, occasion: Occasion): readonly Outgoing[] {
  const { summary: channel } = occasion.channels;
  const withheld = occasion.model.restored.includes('handlingsplan');
  return summary.digests
    .filter((digest) => !isUnmapped(digest) || channel !== null || withheld)
    .map((digest) => ({
      recipient: recipientKey(digest.unit),
      to: addressOf(digest, channel, withheld),
      content: once(() => reminderContent(digest, occasion)),
    }));
}

/** What the secretariat has to settle, for the admin channel. */
export function secretariat(summary: ReminderSummary, { model, now, channels }: Occasion): readonly Outgoing[] {
  const message = secretariatMessage(summary, model, now);
  if (!message) return [];
  const to = { name: SECRETARIAT, slack: channels.admin, email: null, fallback: null };
  return [{ recipient: SECRETARIAT, to, content: () => ({ message, thread: [] }) }];
}

const SECRETARIAT = 'sekretariatet';

function addressOf(digest: Digest, channel: string | null, withheld: boolean): Recipient {
  const { unit, slack, epost } = digest;
  const to = { name: unit, slack, email: slack === null ? epost : null, fallback: channel };
  return withheld && isUnmapped(digest) ? { ...to, addressWithheld: true } : to;
}

/** A whole paragraph in the cell «Ansvarlig» is somebody too, but no key can be that long. */
const LONGEST_KEY = 200;
const RESERVED: readonly string[] = [SECRETARIAT, PREVIEW_RECIPIENT];

/** A unit that goes by the name of the secretariat's own list, or of a preview, must not be taken for it. */
function recipientKey(unit: string): string {
  // The key is kept, and a person's address is not.
  if (isEmailAddress(unit)) return maskedAddress(unit);
  if (unit.length > LONGEST_KEY) return `${unit.slice(0, LONGEST_KEY)} (${unit.length} tegn)`;
  return RESERVED.includes(unit) ? `enheten ${unit}` : unit;
}
