import type { RealTime } from '#src/real-time.ts';
import type { OutboxRow, PlannedMessage } from '#src/store/outbox.ts';
import type { Trouble, Troubles } from '#src/store/store.ts';
import type { SpeakerEvents } from './speaker.ts';

/** The job that alerts are planned under. It has no timetable: trouble speaks when it begins and ends. */
export const ALERTS = 'varsel';

/** Those who hear of trouble, by the name their row has. */
const SECRETARIAT = 'sekretariatet';

/** The bot itself is refused, or may not do what it must: it stops everybody, or all that need it. */
const ABOUT_THE_BOT = new Set([
  'invalid_auth',
  'not_authed',
  'token_expired',
  'token_revoked',
  'account_inactive',
  'missing_scope',
  'unknown_method',
]);

/** An alert that nobody could be told for a week is no news. */
const WORTH_TELLING_MS = 7 * 86_400_000;

export interface TroubleDesk {
  /** Looks up what is wrong already. */
  load(): Promise<void>;
  /** Notes that it has begun, and plans what is told of it; nothing when it is known. */
  begin(key: string, facts: Trouble['facts']): Promise<void>;
  /** Notes that it is over. Costs nothing when nothing was wrong, as far as was known when it was last looked up. */
  end(key: string, how?: 'told' | 'in silence'): Promise<void>;
  /** What is known to be wrong. */
  open(): readonly OpenTrouble[];
  /** What an alert is about; null when that is no longer known. */
  told(row: OutboxRow): Promise<ToldTrouble | null>;
}

export type OpenTrouble = Pick<Trouble, 'key' | 'beganAt' | 'facts'>;

export interface ToldTrouble {
  readonly trouble: Trouble;
  /** Null where it is told that it began. */
  readonly endedAt: number | null;
}

export interface TroubleDeskParts {
  readonly helsefellesskap: string;
  readonly troubles: Troubles;
  readonly admin: string | null;
  readonly time: RealTime;
  readonly events: SpeakerEvents;
}

export function createTroubleDesk(parts: TroubleDeskParts): TroubleDesk {
  const { helsefellesskap, troubles, admin, time, events } = parts;
  let known = new Map<string, OpenTrouble>();

  return {
    async load() {
      const open = await troubles.open(helsefellesskap);
      known = new Map(open.map((trouble) => [trouble.key, trouble]));
    },
    async begin(key, facts) {
      if (known.has(key)) return;
      const beganAt = time.now();
      const began = await troubles.begin(
        { helsefellesskap, key, beganAt, facts },
        alert(`${key}@${beganAt}:begynt`, beganAt),
      );
      // Somebody else's is ended by its own time, which is looked up then.
      if (!began) return;
      known.set(key, { key, beganAt, facts });
      events.trouble(key, 'began');
    },
    async end(key, how = 'told') {
      const trouble = known.get(key);
      if (!trouble) return;
      const now = time.now();
      const ending = how === 'told' ? alert(`${key}@${trouble.beganAt}:over`, now) : null;
      const ended = await troubles.end(helsefellesskap, key, now, ending);
      known.delete(key);
      if (ended) events.trouble(key, 'ended');
    },
    open: () => [...known.values()],
    async told({ period }) {
      const match = /^(?<key>.+)@(?<beganAt>\d+):(?<what>begynt|over)$/s.exec(period)?.groups;
      if (match?.key === undefined) return null;
      const trouble = await troubles.find(helsefellesskap, match.key, Number(match.beganAt));
      if (!trouble) return null;
      if (match.what === 'begynt') return { trouble, endedAt: null };
      return trouble.endedAt === null ? null : { trouble, endedAt: trouble.endedAt };
    },
  };

  function alert(period: string, at: number): PlannedMessage | null {
    if (admin === null) return null;
    const expiresAt = at + WORTH_TELLING_MS;
    return { helsefellesskap, job: ALERTS, period, recipient: SECRETARIAT, expiresAt, lookFirst: false };
  }
}

/** Nobody is reached with what is for that recipient; or, where Slack refuses the bot itself, with anything of that kind. */
export function unreached(recipient: string, code: string): string {
  return ABOUT_THE_BOT.has(code) ? `slack:${code}` : `mottaker:${recipient}`;
}

/** Whether it is mended by something having come through to that recipient. */
export function isMendedBy(recipient: string, { key, facts }: OpenTrouble): boolean {
  return key === `mottaker:${recipient}` || (key.startsWith('slack:') && facts.name === recipient);
}

/** Slack knows nobody with the unit's e-mail address. */
export function unknownEmail(unit: string): string {
  return `epost:${unit}`;
}

/** The workbooks a job speaks from cannot be read. */
export function unreadable(job: string): string {
  return `ark:${job}`;
}

/** Something was not said while it was worth saying. */
export function toldTooLate({ job, period }: Pick<OutboxRow, 'job' | 'period'>): string {
  return `utgaatt:${job}:${period}`;
}

/** Whether it is about an earlier period of a job that now speaks again. */
export function isPast(job: string, period: string, { key }: OpenTrouble): boolean {
  return [`glemt:${job}:`, `utgaatt:${job}:`].some((kind) => key.startsWith(kind) && key !== kind + period);
}
