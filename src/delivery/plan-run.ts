import type { Occurrence } from '#src/domain/timetable.ts';
import type { Job, Outgoing } from '#src/features/feature.ts';
import { RECREATED_AT } from '#src/store/note-store.ts';
import type { PlannedMessage } from '#src/store/outbox.ts';
import type { AddressBook } from './addresses.ts';
import type { Contents } from './contents.ts';
import { LOOK_BACK_MS } from './say-row.ts';
import type { RunOptions, SpeakerParts } from './speaker.ts';
import { isPast, type TroubleDesk } from './troubles.ts';

export interface RunPlannerParts extends SpeakerParts {
  readonly contents: Contents;
  readonly book: AddressBook;
  readonly troubles: TroubleDesk;
}

/** What there was no need, or no place, to say. */
export interface PlannedRun {
  readonly saidBefore: number;
  readonly nowhere: number;
}

/**
 * Decides what a job is to say for an occurrence, and writes it down. The run counts as done from then on: a crash before
 * it leaves a run to be caught up, and one after it rows to be sent. Throws WorkbookError.
 */
export async function planRun(
  parts: RunPlannerParts,
  job: Job,
  { period, until }: Occurrence,
  { asked, late }: Pick<RunOptions, 'asked' | 'late'>,
): Promise<PlannedRun> {
  const { helsefellesskap, store, time, contents, book, troubles } = parts;
  const run = { helsefellesskap, job: job.name, period };

  if (asked) {
    // A run that cannot read what it is to say lets nothing go: the next one would be sent without anybody's word.
    await contents.talk(job, period);
    await contents.release(job);
  }
  const { outgoing, preview, released } = await contents.talk(job, period);
  const due = released ? outgoing : [preview].filter((one) => one !== null);
  const reachable = await inReach(due, book);
  const { sent = 0 } = await store.outbox.count({ helsefellesskap, jobs: [job.name], period });

  const lookFirst = late || (await isUnsure());
  const messages = reachable.map(
    ({ recipient }): PlannedMessage => ({ ...run, recipient, expiresAt: until.ms, lookFirst }),
  );
  await store.outbox.plan(messages, time.now());
  await store.runs.note(run, released ? 'done' : 'preview', time.now());
  for (const trouble of troubles.open()) {
    if (isPast(job.name, period, trouble)) await troubles.end(trouble.key, 'in silence');
  }
  return { saidBefore: sent, nowhere: due.length - reachable.length };

  /** A state that was made anew does not know what was said before. */
  async function isUnsure(): Promise<boolean> {
    const recreatedAt = await store.notes.get(RECREATED_AT);
    return recreatedAt !== null && time.now() - Number(recreatedAt) < LOOK_BACK_MS;
  }
}

async function inReach(outgoing: readonly Outgoing[], book: AddressBook): Promise<readonly Outgoing[]> {
  const reachable: Outgoing[] = [];
  for (const one of outgoing) if (await book.reaches(one.recipient, one.to)) reachable.push(one);
  return reachable;
}
