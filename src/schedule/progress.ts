import { type Moment, momentAt } from '#src/domain/day.ts';
import type { Notes } from '#src/store/store.ts';

/** Where the rounds have come to, by the domain's clock. */
export interface Progress {
  /** The first round there ever was. What was due on a day before it is not caught up, and was not missed. */
  readonly first: Moment;
  /** The last round that was completed; null when none was. */
  readonly last: Moment | null;
}

/**
 * Where the rounds of a helsefellesskap have come to. The very first is noted here and now, so that a first round that
 * breaks off is remembered. Rounds in the future were made with a clock that someone had moved, and do not count.
 */
export async function readProgress(notes: Notes, helsefellesskap: string, now: Moment): Promise<Progress> {
  const first = await readMoment(notes, firstNote(helsefellesskap), now);
  if (first === null) {
    await notes.set(firstNote(helsefellesskap), String(now.ms));
    return { first: now, last: null };
  }
  return { first, last: await readMoment(notes, heartbeatNote(helsefellesskap), now) };
}

/** The heartbeat: up to now, everything has been seen to or noted as missed. */
export async function noteProgress(notes: Notes, helsefellesskap: string, now: Moment): Promise<void> {
  await notes.set(heartbeatNote(helsefellesskap), String(now.ms));
}

async function readMoment(notes: Notes, name: string, now: Moment): Promise<Moment | null> {
  const ms = Number((await notes.get(name)) ?? Number.NaN);
  return ms <= now.ms ? momentAt(ms) : null;
}

function firstNote(helsefellesskap: string): string {
  return `forste-runde:${helsefellesskap}`;
}

function heartbeatNote(helsefellesskap: string): string {
  return `hjerteslag:${helsefellesskap}`;
}
