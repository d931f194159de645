import { type Moment, momentAt } from '#src/domain/day.ts';
import type { Content, Job, Outgoing, Recipient } from '#src/features/feature.ts';
import { once } from '#src/once.ts';
import type { OutboxRow } from '#src/store/outbox.ts';
import { NotPosted } from './poster.ts';
import { isReleased, releaseNote } from './release-note.ts';
import type { SpeakerParts } from './speaker.ts';
import { ALERTS, type TroubleDesk, unreadable } from './troubles.ts';

/** What a row is to say now; or why there is nothing more to say. */
export type Saying =
  | { readonly kind: 'say'; readonly asOf: Moment; readonly to: Recipient; content(): Content }
  | { readonly kind: 'over'; readonly asOf: Moment; readonly why: 'withdrawn' | 'expired' };

/** What a job has to say on one occasion. */
interface JobTalk {
  readonly outgoing: readonly Outgoing[];
  /** What is shown in its place, since nobody has let it be sent yet; null when there is nothing to show. */
  readonly preview: Outgoing | null;
  /** Whether it may be sent. */
  readonly released: boolean;
}

export interface Contents {
  /** What the job has to say as things are now. Throws WorkbookError. */
  talk(job: Job, period: string): Promise<JobTalk>;
  /** Throws WorkbookError, and NotPosted when its job is unknown. */
  of(row: OutboxRow): Promise<Saying>;
  /** Lets a job that is shown first be sent from now on. */
  release(job: Job): Promise<void>;
  /** The round is over: the next one reads anew, and in between nothing is held. */
  forget(): void;
}

/** So long, what a job speaks from is taken to be how things are now. */
const FRESH_MS = 30_000;

interface Reading {
  readonly at: number;
  readonly talk: Promise<Talk>;
}

interface Talk extends JobTalk {
  readonly now: Moment;
  readonly byRecipient: ReadonlyMap<string, Outgoing>;
}

export function createContents(parts: SpeakerParts, troubles: TroubleDesk): Contents {
  const { helsefellesskap, store, time } = parts;
  const readings = new Map<string, Reading>();

  return {
    talk: read,
    of: (row) => (row.job === ALERTS ? alert(row) : message(row)),
    async release(job) {
      if (await isReleased(store.notes, helsefellesskap, job)) return;
      await store.notes.set(releaseNote(helsefellesskap, job), String(time.now()));
      // What was read before it was let go knows of a preview, and is not to be sent by.
      readings.clear();
    },
    forget: () => readings.clear(),
  };

  async function message(row: OutboxRow): Promise<Saying> {
    const job = await parts.job(row.job);
    if (!job) {
      if (time.now() > row.expiresAt) return over('expired', momentAt(time.now()));
      throw new NotPosted('refused', 'unknown_job', `Jeg kjenner ikke jobben «${row.job}».`);
    }
    const { now, byRecipient } = await read(job, row.period);
    if (now.ms > row.expiresAt) return over('expired', now);
    const outgoing = byRecipient.get(row.recipient);
    return outgoing ? sayingOf(row, outgoing.to, now, () => outgoing.content()) : over('withdrawn', now);
  }

  async function alert(row: OutboxRow): Promise<Saying> {
    // Alerts tell of the bot itself, and follow the machine's clock.
    const now = momentAt(time.now());
    if (now.ms > row.expiresAt) return over('expired', now);
    const told = await troubles.told(row);
    if (!told || parts.admin === null) return over('withdrawn', now);
    const to = { name: row.recipient, slack: parts.admin, email: null, fallback: null };
    return sayingOf(row, to, now, () => parts.alert(told.troubles, told.endedAt, now));
  }

  /** Everything that waits for the same reading shares it. One that fails is not kept. */
  function read(job: Job, period: string): Promise<Talk> {
    const name = `${job.name}:${period}`;
    const known = readings.get(name);
    if (known && time.now() - known.at <= FRESH_MS) return known.talk;
    const reading = { at: time.now(), talk: readTalk(job, period) };
    readings.set(name, reading);
    reading.talk.catch(() => {
      if (readings.get(name) === reading) readings.delete(name);
    });
    return reading.talk;
  }

  async function readTalk(job: Job, period: string): Promise<Talk> {
    const [occasion, released] = await Promise.all([
      parts.occasion(job, period),
      isReleased(store.notes, helsefellesskap, job),
    ]);
    const outgoing = job.outgoing(occasion);
    const preview = released ? null : (job.preview?.(occasion) ?? null);
    const all = preview ? [...outgoing, preview] : outgoing;
    // Of two for one recipient, the first is the one that is planned.
    const byRecipient = new Map(all.toReversed().map((one) => [one.recipient, one]));
    await troubles.end(unreadable(job));
    return { now: occasion.now, outgoing, preview, released, byRecipient };
  }
}

function over(why: 'withdrawn' | 'expired', asOf: Moment): Saying {
  return { kind: 'over', asOf, why };
}

/** A part of a thread that has become shorter has nothing more to say. */
function sayingOf({ part }: OutboxRow, to: Recipient, asOf: Moment, make: () => Content): Saying {
  const content = once(make);
  if (part > 0 && content().thread.length < part) return over('withdrawn', asOf);
  return { kind: 'say', to, asOf, content };
}
