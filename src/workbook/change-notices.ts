import { timingSafeEqual } from 'node:crypto';
import type { RealTime } from '#src/real-time.ts';
import type { ChangeNotices, Workbook } from './workbook.ts';

/** What Google calls when a file has changed, below the bot's public address. */
export const NOTICE_PATH = '/google/endringer';

/** A new channel is there before the old one has run out. Milliseconds, as is the next. */
const RENEW_BEFORE_MS = 3_600_000;
const TRY_AGAIN_MS = 10 * 60_000;

export interface NoticeOptions {
  /** Where Google reaches the bot, without a path. */
  readonly publicUrl: string;
  readonly time: RealTime;
  /** Told when a channel could not be opened. The workbook is looked at as often as before. */
  readonly onTrouble: (error: unknown) => void;
}

/** Has the bot told of changes at once, where the workbook can do that. Looking by itself goes on all the same. */
export interface NoticeBoard {
  /** Begins to be told of this workbook. */
  follow(workbook: Workbook, onNews: () => void): void;
  /** Takes a call; false when it is not from a channel of ours. */
  take(channel: string, secret: string, state: string): boolean;
  /** Lets the channels go. */
  stop(): Promise<void>;
}

export function noticeBoard({ publicUrl, time, onTrouble }: NoticeOptions): NoticeBoard {
  const address = new URL(NOTICE_PATH, publicUrl).href;
  const channels = new Map<string, { readonly notices: ChangeNotices; readonly onNews: () => void }>();
  const stopped = new AbortController();

  async function keepChannel(openChannel: (to: string) => Promise<ChangeNotices>, onNews: () => void): Promise<void> {
    let old: ChangeNotices | null = null;
    while (!stopped.signal.aborted) {
      try {
        const notices = await openChannel(address);
        channels.set(notices.id, { notices, onNews });
        if (stopped.signal.aborted) return await end(notices);
        if (old) await end(old);
        old = notices;
        await time.sleep(Math.max(TRY_AGAIN_MS, notices.expiresAt - time.now() - RENEW_BEFORE_MS), stopped.signal);
      } catch (error) {
        onTrouble(error);
        await time.sleep(TRY_AGAIN_MS, stopped.signal);
      }
    }
  }

  async function end(notices: ChangeNotices): Promise<void> {
    channels.delete(notices.id);
    // One that is not let go of runs out by itself.
    await notices.end().catch(() => undefined);
  }

  return {
    follow(workbook, onNews) {
      if (workbook.notices) void keepChannel(workbook.notices, onNews);
    },
    take(channel, secret, state) {
      const found = channels.get(channel);
      if (!found || !isEqual(found.notices.secret, secret)) return false;
      // The first call only says that the channel is open.
      if (state !== 'sync') found.onNews();
      return true;
    },
    async stop() {
      stopped.abort();
      await Promise.all([...channels.values()].map(({ notices }) => end(notices)));
    },
  };
}

function isEqual(secret: string, given: string): boolean {
  const [one, other] = [Buffer.from(secret), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}
