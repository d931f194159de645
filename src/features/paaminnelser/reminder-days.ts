import { addDays, type Day } from '#src/domain/day.ts';
import type { Innstillinger } from '#src/domain/innstillinger.ts';
import type { Judged } from '#src/domain/judgement.ts';
import { firstSpeakingDayOfWeek, isSpeakingDay, previousSpeakingDay } from '#src/domain/speaking-days.ts';

/** Days before a deadline on which its owner hears of it between the weekly digests. */
const MARKS = [14, 7, 1, 0] as const;

/** Whether reminders are sent on a day, quiet periods aside. */
export function isReminderDay(today: Day, { paaminnelser }: Innstillinger): boolean {
  return isSpeakingDay(paaminnelser.weekdays, today);
}

/** Whether it is the day of the week on which everything pressing is told, not only what has a mark that day. */
export function isWholeWeekDay(today: Day, { paaminnelser }: Innstillinger): boolean {
  return firstSpeakingDayOfWeek(paaminnelser.weekdays, today) === today;
}

/** What belongs in a day's digests; nothing on a day without reminders. */
export function remindedOn(today: Day, open: readonly Judged[], innstillinger: Innstillinger): readonly Judged[] {
  if (!isReminderDay(today, innstillinger)) return [];
  const wholeWeek = isWholeWeekDay(today, innstillinger);
  const { weekdays } = innstillinger.paaminnelser;
  return open.filter(
    (judged) => isNaggable(judged) && (hasMark(judged, today, weekdays) || (wholeWeek && isPressing(judged))),
  );
}

/** What is on hold is shown in the status, but nobody is asked about it. */
function isNaggable({ status }: Judged): boolean {
  return status !== 'on-hold' && status !== 'done' && status !== 'cancelled';
}

function isPressing({ timing }: Judged): boolean {
  return timing === 'overdue' || timing === 'due-soon';
}

/** A mark that falls on a day without reminders is kept on the reminder day before it. */
function hasMark({ tiltak, daysLeft }: Judged, today: Day, weekdays: readonly number[]): boolean {
  const { end } = tiltak.frist;
  if (end === null || daysLeft === null) return false;
  return MARKS.some((days) => previousSpeakingDay(weekdays, addDays(end, -days)) === today);
}

/** Whether the owners of the sheet have asked for quiet today. */
export function isQuiet(today: Day, quiet: readonly { readonly from: Day; readonly to: Day }[]): boolean {
  return quiet.some(({ from, to }) => from <= today && today <= to);
}
