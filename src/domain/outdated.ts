import { addMonths, type Day } from './day.ts';
import type { Judged } from './judgement.ts';

const OLD_MONTHS = 6;
const OLD_SHARE = 0.9;

/** At least 90 % of the open tiltak with a date are more than six months past it. */
export function isOutdated(judged: readonly Judged[], today: Day): boolean {
  const dated = judged.filter(
    ({ tiltak, timing }) => tiltak.frist.end !== null && timing !== 'done' && timing !== 'cancelled',
  );
  const border = addMonths(today, -OLD_MONTHS);
  const old = dated.filter(({ tiltak }) => tiltak.frist.end !== null && tiltak.frist.end < border);
  return dated.length > 0 && old.length >= dated.length * OLD_SHARE;
}
