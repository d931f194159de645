import type { Day } from './day.ts';

/** What the owners of the sheet have decided, in the tab Innstillinger. */
export interface Innstillinger {
  /** The year of deadlines written without one; null = the year most deadlines in the plan have. */
  readonly planYear: number | null;
  /** How many days ahead a deadline counts as soon. */
  readonly dueSoonDays: number;
  /** How many hours a capacity figure is fresh. */
  readonly freshHours: number;
  /** Whether Saturdays and Sundays count towards those hours. */
  readonly weekendsCount: boolean;
  /** Days without reminders, such as fellesferien; both ends included. */
  readonly quiet: readonly { readonly from: Day; readonly to: Day }[];
  /** When the weekly status is posted: an ISO weekday (Monday is 1) and minutes after midnight in Oslo. */
  readonly ukesstatus: { readonly weekday: number; readonly minutes: number };
  /** When reminders are sent: ISO weekdays, ascending, and minutes after midnight in Oslo. */
  readonly paaminnelser: { readonly weekdays: readonly number[]; readonly minutes: number };
  /** How many months the bot remembers how things were. */
  readonly historyMonths: number;
}

export const DEFAULT_INNSTILLINGER: Innstillinger = {
  planYear: null,
  dueSoonDays: 14,
  freshHours: 24,
  weekendsCount: true,
  quiet: [],
  ukesstatus: { weekday: 1, minutes: 480 },
  paaminnelser: { weekdays: [1, 2, 3, 4, 5], minutes: 480 },
  historyMonths: 36,
};
