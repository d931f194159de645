import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Order, Standing } from './standing-in.ts';

/** A stand-in for Google in a process of its own. */
export interface GoogleProcess extends Standing {
  /** Somebody edits the spreadsheet. Resolves with the addresses asked for since the edit before. */
  edit(): Promise<readonly string[]>;
  /** From now on every answer takes so long. */
  slow(ms: number): Promise<void>;
  stop(): Promise<void>;
}

const STANDING_IN = fileURLToPath(import.meta.resolve('./standing-in.ts'));

export async function startGoogleProcess(): Promise<GoogleProcess> {
  const child = fork(STANDING_IN);
  const exited = once(child, 'exit');
  async function said<T>(): Promise<T> {
    const [message] = await Promise.race([
      once(child, 'message') as Promise<[T]>,
      exited.then(([status]) => Promise.reject(new Error(`the stand-in for Google ended with ${status}`))),
    ]);
    return message;
  }
  async function tell(order: Order): Promise<readonly string[]> {
    child.send(order);
    return said();
  }
  return {
    ...(await said<Standing>()),
    edit: () => tell({ kind: 'edit' }),
    slow: async (ms) => void (await tell({ kind: 'slow', ms })),
    async stop() {
      child.disconnect();
      await exited;
    },
  };
}
