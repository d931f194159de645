import type { Moment } from './day.ts';

/** When a job speaks. A listed weekday that is a day off moves to the next working day. */
export interface Timetable {
  /** What is said once: one day's, or one ISO week's. */
  readonly period: 'day' | 'week';
  /** ISO weekdays (Monday is 1), ascending; one for a week's job. */
  readonly weekdays: readonly number[];
  /** Minutes after midnight in Oslo. */
  readonly minutes: number;
}

/** One time a job is to speak. */
export interface Occurrence {
  /** `2024-06-03` for a day's job, `2024-W23` for a week's. */
  readonly period: string;
  readonly due: Moment;
  /** From then on it is too late. */
  readonly until: Moment;
}
