/** Google counts what reads cells and what writes them apart; what Drive is asked is counted elsewhere and hardly limited. */
export type Quota = 'read' | 'write';

/** Keeps what one account asks of Sheets below Google's quota, however many workbooks it is for. */
export interface Limiter {
  /** Resolves when it is this workbook's turn to make one request. */
  turn(quota: Quota, workbook: string): Promise<void>;
  /** Google has said that the quota is spent: nobody has a turn for so long, in milliseconds, and for a minute at most. */
  pause(quota: Quota, ms: number): void;
}

/** Google's limit is 60 a minute for each account. The rest is for another instance of the bot, and for `doktor`. */
const PER_MINUTE = 50;
const MINUTE_MS = 60_000;

/**
 * At most {@link PER_MINUTE} requests in any minute, of each quota. When there are more, the workbooks take turns: one that
 * asks a hundred times waits for itself, and not the others for it.
 */
export function createLimiter(time: Time): Limiter {
  const queues = { read: createQueue(time), write: createQueue(time) };
  return {
    turn: (quota, workbook) => queues[quota].turn(workbook),
    pause: (quota, ms) => queues[quota].pause(ms),
  };
}

/** The machine's, in milliseconds, or a test's. */
interface Time {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

function createQueue(time: Time) {
  /** Workbook → those of it that wait, in the order in which the workbooks are to have their turns. */
  const waiting = new Map<string, (() => void)[]>();
  const made: number[] = [];
  let pausedUntil = 0;
  let serving = false;

  /** Milliseconds until one more request may be made. */
  function untilRoom(): number {
    const now = time.now();
    while (made[0] !== undefined && made[0] <= now - MINUTE_MS) made.shift();
    const oldest = made[0];
    const full = made.length >= PER_MINUTE && oldest !== undefined ? oldest + MINUTE_MS - now : 0;
    return Math.max(full, pausedUntil - now);
  }

  function serveOne(): void {
    const [next] = waiting;
    if (!next) return;
    const [workbook, requests] = next;
    const go = requests.shift();
    // To the back of the row.
    waiting.delete(workbook);
    if (requests.length > 0) waiting.set(workbook, requests);
    made.push(time.now());
    go?.();
  }

  async function serve(): Promise<void> {
    if (serving) return;
    serving = true;
    while (waiting.size > 0) {
      const wait = untilRoom();
      if (wait > 0) await time.sleep(wait);
      else serveOne();
    }
    serving = false;
  }

  return {
    turn(workbook: string): Promise<void> {
      if (waiting.size === 0 && untilRoom() <= 0) {
        made.push(time.now());
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        waiting.set(workbook, [...(waiting.get(workbook) ?? []), resolve]);
        void serve();
      });
    },
    pause(ms: number): void {
      // The quota is there again after a minute, and people wait.
      pausedUntil = Math.max(pausedUntil, time.now() + Math.min(ms, MINUTE_MS));
    },
  };
}
