import type { Job } from '#src/features/feature.ts';
import type { RealTime } from '#src/real-time.ts';
import type { OutboxRow, PlannedMessage } from '#src/store/outbox.ts';
import type { Trouble, Troubles } from '#src/store/store.ts';
import type { WorkbookError } from '#src/workbook/workbook.ts';
import { createGathering, isToldTogether } from './gathering.ts';
import type { SpeakerEvents } from './speaker.ts';

/** The job that alerts are planned under. It has no timetable: trouble speaks when it begins and ends. */
export const ALERTS = 'varsel';

/** Those who hear of trouble, by the name their row has. */
const SECRETARIAT = 'sekretariatet';

/** Names troubles that are told of together, in the period of their alert. */
const TOGETHER = 'mottakere';

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
  /** Those who are not to be told anything yet, since what they are to hear is still being gathered. */
  waiting(): readonly string[];
  /** What has been gathered may be told; the next to come is told of by itself. False when nothing was. */
  letTell(): boolean;
  /** What an alert is about; null when that is no longer known. */
  told(row: OutboxRow): Promise<ToldTrouble | null>;
}

export type OpenTrouble = Pick<Trouble, 'key' | 'beganAt' | 'facts'>;

interface ToldTrouble {
  readonly troubles: readonly Trouble[];
  /** Null where it is told that they began. */
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
  const gathering = createGathering();

  return {
    async load() {
      const open = await troubles.open(helsefellesskap);
      known = new Map(open.map((trouble) => [trouble.key, trouble]));
    },
    async begin(key, facts) {
      if (known.has(key)) return;
      const beganAt = timeOf(key);
      const alert = isToldTogether(key) ? `${TOGETHER}@${beganAt}:begynt` : `${key}@${beganAt}:begynt`;
      const began = await troubles.begin({ helsefellesskap, key, beganAt, facts }, planned(alert, beganAt));
      // Somebody else's is ended by its own time, which is looked up then.
      if (!began) return;
      known.set(key, { key, beganAt, facts });
      events.trouble(key, 'began');
    },
    async end(key, how = 'told') {
      const trouble = known.get(key);
      if (!trouble) return;
      const endedAt = timeOf(key);
      const alert = isToldTogether(key) ? `${TOGETHER}@${endedAt}:over` : `${key}@${trouble.beganAt}:over`;
      const ending = how === 'told' ? planned(alert, endedAt) : null;
      const ended = await troubles.end(helsefellesskap, key, endedAt, ending);
      known.delete(key);
      if (ended) events.trouble(key, 'ended');
    },
    open: () => [...known.values()],
    waiting: () => (gathering.isGoing() ? [SECRETARIAT] : []),
    letTell: gathering.close,
    async told({ period }) {
      const { key, at, what } = /^(?<key>.+)@(?<at>\d+):(?<what>begynt|over)$/s.exec(period)?.groups ?? {};
      if (key === undefined) return null;
      if (key === TOGETHER) return gathered(Number(at), what === 'over');
      const trouble = await troubles.find(helsefellesskap, key, Number(at));
      if (!trouble) return null;
      if (what === 'begynt') return { troubles: [trouble], endedAt: null };
      return trouble.endedAt === null ? null : { troubles: [trouble], endedAt: trouble.endedAt };
    },
  };

  async function gathered(at: number, over: boolean): Promise<ToldTrouble | null> {
    const all = await troubles.together(helsefellesskap, over ? { endedAt: at } : { beganAt: at });
    const told = new Map(all.filter(({ key }) => isToldTogether(key)).map((trouble) => [trouble.key, trouble]));
    return told.size === 0 ? null : { troubles: [...told.values()], endedAt: over ? at : null };
  }

  function timeOf(key: string): number {
    return isToldTogether(key) ? gathering.at(time.now()) : time.now();
  }

  function planned(period: string, at: number): PlannedMessage | null {
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

/** The workbooks that a job needs cannot be read: one trouble, however many jobs wait for the same. */
export function unreadable({ needs }: Pick<Job, 'needs'>): string {
  return `ark:${needs.join('+')}`;
}

export function unreadableFacts({ needs }: Pick<Job, 'needs'>, { message }: WorkbookError): Trouble['facts'] {
  return { title: needs.map((name) => CALLED[name]).join(' og '), message };
}

/** What all troubles have in common that keep a workbook from being followed; it is gone by as it last was. */
export function unfollowed(name: keyof typeof CALLED): string {
  return `kilde:${name}:`;
}

/** @param trouble `kind` tells one reason from another */
export function unfollowedNow(
  name: keyof typeof CALLED,
  { kind, message }: { readonly kind: string; readonly message: string },
): Pick<Trouble, 'key' | 'facts'> {
  return { key: unfollowed(name) + kind, facts: { title: CALLED[name], message } };
}

const CALLED = { handlingsplan: 'handlingsplanen', kapasitet: 'arket med ledige plasser' } as const;

/** Something was not said while it was worth saying. */
export function toldTooLate({ job, period }: Pick<OutboxRow, 'job' | 'period'>): string {
  return `utgaatt:${job}:${period}`;
}

/** What was remembered is gone, and a new state has been made. */
export const STATE_LOST = 'tilstand:tapt';

/** Whether it is of no interest once a job speaks again: an earlier period of it, or a state that was lost. */
export function isPast(job: string, period: string, { key }: OpenTrouble): boolean {
  if (key === STATE_LOST) return true;
  return [`glemt:${job}:`, `utgaatt:${job}:`].some((kind) => key.startsWith(kind) && key !== kind + period);
}
