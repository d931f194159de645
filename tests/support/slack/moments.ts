import { EventEmitter } from 'node:events';
import type { ApiCall } from './faults.ts';

/**
 * Where a call has come. arrived: Slack has read it and done nothing. committed: it is done, and nothing is answered.
 * answered: every byte of the answer is handed to the network.
 */
export type Moment = 'arrived' | 'committed' | 'answered';

type Counts = Readonly<Record<Moment, number>>;

/** Lets a test act at the very moment something happens to a call, and counts. */
export function callMoments() {
  const emitter = new EventEmitter().setMaxListeners(0);
  const counts = new Map<string, Record<Moment, number>>();

  /** Calls at once, before anything more is done, so that what it does is done at that moment and not a little later. */
  function on(moment: Moment, method: string, hear: (call: ApiCall) => void): () => void {
    const name = `${moment} ${method}`;
    emitter.on(name, hear);
    return () => emitter.off(name, hear);
  }

  return {
    on,
    /** Resolves with the next call of a method that comes so far; `nth` for a later one, counted from now. */
    when(
      moment: Moment,
      method: string,
      {
        matching = () => true,
        nth = 1,
      }: { readonly matching?: (call: ApiCall) => boolean; readonly nth?: number } = {},
    ): Promise<ApiCall> {
      return new Promise((resolve) => {
        let left = nth;
        const stop = on(moment, method, (call) => {
          if (!matching(call)) return;
          left -= 1;
          if (left > 0) return;
          stop();
          resolve(call);
        });
      });
    },
    /** How many calls of a method have come so far since the start. */
    counted: (method: string): Counts => ({ ...(counts.get(method) ?? NONE) }),
    tell(moment: Moment, call: ApiCall): void {
      const known = counts.get(call.method) ?? { ...NONE };
      known[moment] += 1;
      counts.set(call.method, known);
      emitter.emit(`${moment} ${call.method}`, call);
    },
  };
}

const NONE: Counts = { arrived: 0, committed: 0, answered: 0 };
