import { dayOfMonth, fromSerial, monthOf, yearOf } from '#src/domain/day.ts';

/** A calendar cell as people in Norway write it: «03.06.2024 08:12», and only the date when it has no time of day. */
export function serialText(serial: number): string | null {
  const moment = fromSerial(serial);
  if (moment === null) return null;
  const date = `${two(dayOfMonth(moment.day))}.${two(monthOf(moment.day))}.${yearOf(moment.day)}`;
  return moment.minutes === 0 ? date : `${date} ${two(Math.floor(moment.minutes / 60))}:${two(moment.minutes % 60)}`;
}

const two = (number: number): string => String(number).padStart(2, '0');
