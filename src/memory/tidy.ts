import { addMonths, type Moment, momentAt, momentInOslo } from '../domain/day.ts';
import type { Innstillinger } from '../domain/innstillinger.ts';
import type { Store } from '../store/store.ts';

/**
 * Once a day: what is older than the owners of the sheet want remembered, is forgotten. A clock that somebody has moved
 * forward makes nothing old.
 * @param realMs the machine's time, in milliseconds since 1970
 * @returns how many rows were deleted
 */
export async function tidyOnceADay(
  store: Pick<Store, 'notes' | 'purge'>,
  helsefellesskap: string,
  now: Moment,
  realMs: number,
  innstillinger: () => Promise<Innstillinger>,
): Promise<number> {
  const note = `ryddet:${helsefellesskap}`;
  if ((await store.notes.get(note)) === now.day) return 0;
  const { historyMonths } = await innstillinger();
  const { day } = momentAt(Math.min(now.ms, realMs));
  const deleted = await store.purge(momentInOslo(addMonths(day, -historyMonths)).ms);
  await store.notes.set(note, now.day);
  return deleted;
}
