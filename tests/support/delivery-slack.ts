import { NotPosted, type Poster } from '#src/delivery/poster.ts';
import type { RealTime } from '#src/real-time.ts';

/** What stands in a channel. */
interface Standing {
  readonly channel: string;
  readonly threadTs: string | null;
  readonly greet: string | null;
  readonly text: string;
  readonly key: string;
  readonly ts: string;
  readonly at: number;
}

/**
 * How Slack takes a post: `fine`; `unheard`, it stands there, but the answer was lost; `lost`, it does not, and the answer
 * was lost too; a refusal; or so many milliseconds late.
 */
export type Turn = 'fine' | 'unheard' | 'lost' | NotPosted | number;

/** A Slack of channels and people that does as the test says, and keeps what was said. */
export interface ScriptedSlack extends Poster {
  readonly standing: readonly Standing[];
  /** Every call, such as `post C1`, `find C1`, `open U1` and `email a@b.no`, with the time it came. */
  readonly calls: readonly { readonly what: string; readonly at: number }[];
  /** What becomes of the next posts in a channel, in order. */
  next(channel: string, ...turns: readonly Turn[]): void;
  /** What becomes of every post in a channel that nothing else is said of. */
  always(channel: string, turn: Turn): void;
  /** Every call is refused until then, as when nobody answers. */
  goneUntil(ms: number): void;
  /** Every look is refused that way; null for none. */
  looksFail(error: NotPosted | null): void;
  /** Every question of where and who somebody is, is refused that way; null for none. */
  questionsFail(error: NotPosted | null): void;
  /** Who has an e-mail address. */
  readonly people: Map<string, string>;
  /** Called as each post arrives. */
  onPost: (channel: string) => void;
  /** `C1: hei` or `C1 > svar` for each, in order. */
  said(): readonly string[];
}

export function scriptedSlack(time: RealTime): ScriptedSlack {
  const standing: Standing[] = [];
  const calls: { readonly what: string; readonly at: number }[] = [];
  const queued = new Map<string, Turn[]>();
  const usual = new Map<string, Turn>();
  let goneUntil = 0;
  let lookError: NotPosted | null = null;
  let questionError: NotPosted | null = null;

  function arrives(what: string): void {
    calls.push({ what, at: time.now() });
    if (time.now() < goneUntil) throw new NotPosted('refused', 'ECONNREFUSED', 'Jeg fikk ikke kontakt med Slack.');
  }

  const slack: ScriptedSlack = {
    standing,
    calls,
    people: new Map(),
    onPost: () => {},
    next: (channel, ...turns) => void queued.set(channel, [...(queued.get(channel) ?? []), ...turns]),
    always: (channel, turn) => void usual.set(channel, turn),
    goneUntil(ms) {
      goneUntil = ms;
    },
    looksFail(error) {
      lookError = error;
    },
    questionsFail(error) {
      questionError = error;
    },
    said: () => standing.map(({ channel, threadTs, text }) => `${channel}${threadTs === null ? ':' : ' >'} ${text}`),

    async post({ channel, threadTs, greet }, { text }, key) {
      arrives(`post ${channel}`);
      slack.onPost(channel);
      const turn = queued.get(channel)?.shift() ?? usual.get(channel) ?? 'fine';
      if (turn instanceof NotPosted) throw turn;
      const ts = `${standing.length + 1}.0`;
      if (turn !== 'lost') standing.push({ channel, threadTs, greet, text, key, ts, at: time.now() });
      if (typeof turn === 'number') await time.sleep(turn);
      if (turn === 'unheard' || turn === 'lost') throw new NotPosted('uncertain', 'ECONNRESET', 'Forbindelsen brast.');
      return { channel, ts };
    },
    async find({ channel, threadTs }, key, since) {
      arrives(`find ${channel}`);
      if (lookError) throw lookError;
      const shown = standing.filter(({ at }) => at >= since);
      const found = shown.findLast((one) => one.channel === channel && one.threadTs === threadTs && one.key === key);
      return found ? { channel, ts: found.ts } : null;
    },
    async openConversation(slackId) {
      arrives(`open ${slackId}`);
      if (questionError) throw questionError;
      return `D${slackId}`;
    },
    async userByEmail(email) {
      arrives(`email ${email}`);
      if (questionError) throw questionError;
      return slack.people.get(email) ?? null;
    },
  };
  return slack;
}

export function refused(code: string, retryAfterMs?: number): NotPosted {
  return new NotPosted('refused', code, 'Slack er opptatt.', retryAfterMs === undefined ? {} : { retryAfterMs });
}

export function final(code: string): NotPosted {
  return new NotPosted('final', code, 'Jeg er ikke invitert i kanalen.');
}
