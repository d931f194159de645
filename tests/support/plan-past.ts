import type { Day } from '#src/domain/day.ts';
import type { PlanPast, TiltakRecord, TiltakState } from '#src/domain/plan-past.ts';
import { oslo } from './kapasitet.ts';

/** A tiltak on its way, with a deadline at the end of the year; a test names only what it is about. */
export function aState(fields: Partial<TiltakState> & { readonly end?: string | null } = {}): TiltakState {
  const { end = '2024-12-31', nr = '1.1', ...rest } = fields;
  return {
    key: nr ?? 'uten',
    nr,
    title: 'Lage mal',
    status: 'not-reported',
    fristKind: end === null ? 'missing' : 'by',
    fristEnd: end as Day | null,
    reported: null,
    kommuner: null,
    ...rest,
  };
}

/** How tiltak were from a day on (08:00, or `2024-06-03 09:00`). */
export function read(when: string, ...states: readonly TiltakState[]): readonly TiltakRecord[] {
  return states.map((state) => ({ ...state, at: at(when), gone: false }));
}

/** Tiltak that were taken out of the plan that day. */
export function takenOut(when: string, ...states: readonly TiltakState[]): readonly TiltakRecord[] {
  return states.map((state) => ({ ...state, at: at(when), gone: true }));
}

/** A past in which the group was last told on a day. */
export function aPast(told: string | null, ...readings: readonly (readonly TiltakRecord[])[]): PlanPast {
  return { lastTold: told === null ? null : oslo(withClock(told)), records: readings.flat() };
}

function at(when: string): number {
  return oslo(withClock(when)).ms;
}

function withClock(when: string): string {
  return when.includes(' ') ? when : `${when} 08:00`;
}
