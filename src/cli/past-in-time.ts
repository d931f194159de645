import type { PlanPast } from '../domain/plan-past.ts';
import { inTime } from '../health/in-time.ts';
import { pastAlreadyKept } from '../memory/past-already-kept.ts';
import { systemTime } from '../real-time.ts';
import { HELSEFELLESSKAP } from './helsefellesskap.ts';

/** So long, in milliseconds, somebody who asks for figures waits for a database that may be away. */
const WITHIN_MS = 5000;

/**
 * The plan's past for somebody who asks in the terminal; null when it cannot be had soon.
 * @param url as DATABASE_URL has it
 * @param source what the plan's workbook is called in the state
 */
export async function pastInTime(url: string | null, source: string): Promise<PlanPast | null> {
  const plan = { helsefellesskap: HELSEFELLESSKAP, source, period: undefined };
  const past = await inTime(() => pastAlreadyKept(url, plan), WITHIN_MS, systemTime);
  return past?.value ?? null;
}
