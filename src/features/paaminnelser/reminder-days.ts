import { addDays, type Day } from '#src/domain/day.ts';
import type { Judged } from '#src/domain/judgement.ts';
import { firstWorkingDayOfWeek, isWorkingDay, previousWorkingDay } from '#src/domain/working-days.ts';

/** Days before a deadline on which its owner hears of it between the weekly digests. */
const MARKS = [14, 7, 1, 0] as const;

/** Whether a tiltak belongs in today's digest. On a day off nothing does. */
export function isReminded(judged: Judged, today: Day): boolean {
  if (!isWorkingDay(today) || !isNaggable(judged)) return false;
  const wholeWeek = today === firstWorkingDayOfWeek(today);
  return hasMark(judged, today) || (wholeWeek && isPressing(judged));
}

/** What is on hold is shown in the status, but nobody is asked about it. */
function isNaggable({ status }: Judged): boolean {
  return status !== 'on-hold' && status !== 'done' && status !== 'cancelled';
}

function isPressing({ timing }: Judged): boolean {
  return timing === 'overdue' || timing === 'due-soon';
}

/** A mark that falls on a day off is kept on the working day before it. */
function hasMark({ tiltak, daysLeft }: Judged, today: Day): boolean {
  const { end } = tiltak.frist;
  if (end === null || daysLeft === null) return false;
  return MARKS.some((days) => previousWorkingDay(addDays(end, -days)) === today);
}

/** Whether the owners of the sheet have asked for quiet today. */
export function isQuiet(today: Day, quiet: readonly { readonly from: Day; readonly to: Day }[]): boolean {
  return quiet.some(({ from, to }) => from <= today && today <= to);
}
