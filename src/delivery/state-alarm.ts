import { escapeMrkdwn, type Message, section } from '#src/message/message.ts';
import type { RealTime } from '#src/real-time.ts';
import type { StoreError } from '#src/store/store.ts';
import { NotPosted, type Place, type Poster } from './poster.ts';

export interface StateAlarmParts {
  readonly helsefellesskap: string;
  readonly poster: Pick<Poster, 'post' | 'find'>;
  /** Where trouble is told; null when there is no such channel. */
  readonly admin: string | null;
  readonly time: RealTime;
  /** From 0 up to 1, so that instances do not all tell of it at the same time; `Math.random` when left out. */
  readonly random?: () => number;
}

/** Tells of trouble with the state itself, which cannot go through it: straight to Slack, once when it begins and ends. */
export interface StateAlarm {
  /** Does nothing when it has been told. Never rejects: what could not be told is tried at the next call. */
  broken(error: StoreError): Promise<void>;
  /** Does nothing when nothing was wrong. Never rejects. */
  works(): Promise<void>;
}

/** What the channel was told last. */
type Told = 'broken' | 'works';

/** Instances meet the trouble as the minute turns. Each waits its part of this, and looks before it tells. */
const SPREAD_MS = 20_000;

/** A trouble that has lasted longer is told again by a bot that was started anew. */
const LOOK_BACK_MS = 24 * 3_600_000;

/**
 * The channel itself tells what has been said, also to another instance and to a bot that was started anew meanwhile:
 * there is nothing else to remember it in.
 */
export function stateAlarm(parts: StateAlarmParts): StateAlarm {
  const { helsefellesskap, poster, admin, time, random = Math.random } = parts;
  let wrong: StoreError | null = null;
  /** Null when it is not known, and must be looked for. */
  let told: Told | null = null;
  /** What to go by where the bot may not look. */
  let presumed: Told = 'works';
  let passed = new AbortController();
  let queue: Promise<void> = Promise.resolve();

  return {
    broken(error) {
      if (wrong === null) passed = new AbortController();
      wrong = error;
      return inTurn(tell);
    },
    works() {
      wrong = null;
      passed.abort();
      return inTurn(tell);
    },
  };

  /** One at a time, or the same process would not see what it is saying. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    queue = queue.then(work);
    return queue;
  }

  async function tell(): Promise<void> {
    if (admin === null || told === now()) return;
    if (wrong) await time.sleep(random() * SPREAD_MS, passed.signal);
    try {
      // Another instance may have told of it meanwhile.
      told = await lastTold(admin);
      if (told !== now()) await say(admin, now(), wrong ? brokenMessage(wrong) : WORKS_AGAIN);
    } catch {
      // Tried at the next call, which looks first.
      told = null;
    }
  }

  async function say(channel: string, what: Told, message: Message): Promise<void> {
    try {
      await poster.post(at(channel), message, keyOf(what));
      told = what;
      presumed = what;
    } catch (error) {
      if (error instanceof NotPosted && error.certainty === 'uncertain') presumed = what;
      throw error;
    }
  }

  function now(): Told {
    return wrong ? 'broken' : 'works';
  }

  /** Throws NotPosted when it cannot be known now. */
  async function lastTold(channel: string): Promise<Told> {
    const since = time.now() - LOOK_BACK_MS;
    try {
      const broken = await poster.find(at(channel), keyOf('broken'), since);
      if (!broken) return 'works';
      const works = await poster.find(at(channel), keyOf('works'), since);
      return works && Number(works.ts) > Number(broken.ts) ? 'works' : 'broken';
    } catch (error) {
      if (error instanceof NotPosted && error.certainty === 'final') return presumed;
      throw error;
    }
  }

  function keyOf(what: Told): string {
    return `${helsefellesskap}:varsel:tilstand:${what === 'broken' ? 'begynt' : 'over'}`;
  }
}

function at(channel: string): Place {
  return { channel, threadTs: null, greet: null };
}

function brokenMessage(error: StoreError): Message {
  const text = [
    `Jeg får ikke lagret hva som er sendt. ${escapeMrkdwn(error.message)}`,
    'Til det er i orden, sender jeg ingen påminnelser og ingen ukesstatus. Kommandoer som `/kapasitet` virker som før.',
  ].join('\n');
  return { text, blocks: [section(text)] };
}

const WORKS_AGAIN: Message = (() => {
  const text = 'Lagringen virker igjen. Det som skulle vært sendt i mellomtiden, sendes nå, og ikke mer enn én gang.';
  return { text, blocks: [section(text)] };
})();
