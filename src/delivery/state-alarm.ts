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
}

/** Tells of trouble with the state itself, which cannot go through it: straight to Slack, once when it begins and ends. */
export interface StateAlarm {
  /** Does nothing when it has been told. Never rejects: what could not be told is tried at the next call. */
  broken(error: StoreError): Promise<void>;
  /** Does nothing when nothing was wrong. */
  works(): Promise<void>;
}

const HOUR_MS = 3_600_000;

export function stateAlarm({ helsefellesskap, poster, admin, time }: StateAlarmParts): StateAlarm {
  /** The hour names the trouble, so that a second instance which meets it too finds that it has been told. */
  let told: { readonly hour: number } | null = null;

  return {
    async broken(error) {
      if (told) return;
      const hour = Math.floor(time.now() / HOUR_MS);
      if (await tell(`${error.trouble}:${hour}:begynt`, brokenMessage(error))) told = { hour };
    },
    async works() {
      if (told && (await tell(`${told.hour}:over`, WORKS_AGAIN))) told = null;
    },
  };

  /** Whether it stands in the channel, or nobody is to be told. */
  async function tell(what: string, message: Message): Promise<boolean> {
    if (admin === null) return true;
    const key = `${helsefellesskap}:varsel:tilstand:${what}`;
    const place: Place = { channel: admin, threadTs: null, greet: null };
    try {
      const standing = await poster.find(place, key, time.now() - 2 * HOUR_MS).catch(() => null);
      if (!standing) await poster.post(place, message, key);
      return true;
    } catch (error) {
      // A message that may have come through is not said again.
      return error instanceof NotPosted && error.certainty === 'uncertain';
    }
  }
}

function brokenMessage(error: StoreError): Message {
  const text = [
    `Jeg får ikke brukt lageret der jeg husker hva som er sendt. ${escapeMrkdwn(error.message)}`,
    'Til det er i orden, sender jeg ingen påminnelser og ingen ukesstatus. Kommandoer som `/kapasitet` virker som før.',
  ].join('\n');
  return { text, blocks: [section(text)] };
}

const WORKS_AGAIN: Message = (() => {
  const text =
    'Lageret mitt virker igjen. Det som skulle vært sendt i mellomtiden, sendes nå, og ikke mer enn én gang.';
  return { text, blocks: [section(text)] };
})();
