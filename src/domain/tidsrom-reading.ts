import type { Period } from './tidsrom-period.ts';

/** Periods that were written together: one; from the first to the last; or side by side, as «uke 34 og 35». */
export interface Span {
  readonly join: 'single' | 'range' | 'list';
  readonly first: Period;
  /** Those after the first, in the order they were written. */
  readonly rest: readonly Period[];
}

/** What the words of a cell say, before any calendar or plan year has been asked. */
export type Reading = Timing | DependsOn | Placeholder;

export type Timing = Bare | By | From | Ongoing;

interface Bare {
  readonly says: 'bare';
  readonly span: Span;
}

/** `before`: the day before it begins. `soft`: «innen», which for summer is before the holidays. */
export interface By {
  readonly says: 'by';
  readonly span: Span;
  readonly edge: 'before' | 'soft' | 'last';
}

/** An open end. */
interface From {
  readonly says: 'from';
  readonly first: Period;
}

interface Ongoing {
  readonly says: 'ongoing';
  readonly first: Period | null;
}

interface DependsOn {
  readonly says: 'depends-on';
  readonly nr: readonly string[];
  readonly timing: Timing | null;
}

interface Placeholder {
  readonly says: 'placeholder';
}

/** Every period a timing names. */
export function periodsOf(timing: Timing): readonly Period[] {
  if (timing.says === 'from') return [timing.first];
  if (timing.says === 'ongoing') return timing.first === null ? [] : [timing.first];
  return [timing.span.first, ...timing.span.rest];
}

/** The years a reading itself names. */
export function yearsOf(reading: Reading): readonly number[] {
  if (reading.says === 'placeholder') return [];
  if (reading.says === 'depends-on') return reading.timing === null ? [] : yearsOf(reading.timing);
  return periodsOf(reading).flatMap(({ year }) => (year === null ? [] : [year]));
}
