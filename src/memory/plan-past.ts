import { momentAt } from '../domain/day.ts';
import type { PlanPast } from '../domain/plan-past.ts';
import type { Store } from '../store/store.ts';

/** Whose plan it is, and what its workbook is called in the state. */
export interface PlanSource {
  readonly helsefellesskap: string;
  readonly source: string;
  /** What is being spoken for, which does not count as told; undefined for nothing. */
  readonly period: string | undefined;
}

/** What the group hears every week, which «siden sist» counts from. */
const TOLD = { job: 'ukesstatus', recipient: 'kanalen' } as const;

/** The plan's past, as the state has it. Throws StoreError. */
export async function planPast(
  { outbox, history }: Pick<Store, 'outbox' | 'history'>,
  { helsefellesskap, source, period }: PlanSource,
): Promise<PlanPast> {
  const told = await outbox.lastSaid(helsefellesskap, TOLD.job, TOLD.recipient, period);
  return { lastTold: told === null ? null : momentAt(told), records: await history.plan(source) };
}
