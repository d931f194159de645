import type { Logger } from 'pino';
import { errorFacts } from '../error-facts.ts';
import { noticeRoute } from '../health/notice-route.ts';
import type { Route } from '../health/route.ts';
import { systemTime } from '../real-time.ts';
import { WORKBOOK_NAMES } from '../sheets/contract.ts';
import { NOTICE_PATH, noticeBoard } from '../workbook/change-notices.ts';
import type { Figures } from './figures.ts';

/** Follows the workbooks that are far away for as long as the bot runs. */
export interface Follower {
  /** Where Google calls when a sheet changes; none without a public address. */
  readonly routes: readonly Route[];
  /** Begins, before anybody has asked for anything. */
  start(): void;
  stop(): Promise<void>;
}

/** @param publicUrl where Google reaches the bot; null when it does not */
export function createFollower({ books, watched, clockFor }: Figures, publicUrl: string | null, log: Logger): Follower {
  const onTrouble = (error: unknown) => log.warn({ error: errorFacts(error) }, 'no calls when a sheet changes');
  const board = publicUrl === null ? null : noticeBoard({ publicUrl, time: systemTime, onTrouble });

  return {
    routes: board ? [noticeRoute(NOTICE_PATH, board.take)] : [],
    start() {
      for (const name of WORKBOOK_NAMES) {
        const [workbook, watch] = [books[name], watched[name]];
        if (!workbook?.isRemote || !watch) continue;
        // Whoever asks is told what is wrong.
        void watch.reading(clockFor({ needs: [name], uses: [] })).catch(() => undefined);
        board?.follow(workbook, watch.lookNow);
      }
    },
    async stop() {
      for (const name of WORKBOOK_NAMES) watched[name]?.stop();
      await board?.stop();
    },
  };
}
