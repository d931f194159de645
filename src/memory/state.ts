import { type Store, StoreError } from '../store/store.ts';

/** The state, opened when it is first asked for. */
export interface State {
  /**
   * Opens it the first time. Throws StoreError when it cannot be opened, and then the next one who asks tries again; and
   * when it is closed.
   */
  get(): Promise<Store>;
  /** Lets go of a state that cannot be trusted any more: the next one who asks opens it anew. */
  discard(): Promise<void>;
  /** Closes it for good, if it was ever opened. */
  close(): Promise<void>;
}

/** @param open is told whether there was a state a moment ago: one that is not there any more has been lost */
export function stateOf(open: (hadState: boolean) => Promise<Store>): State {
  let opening: Promise<Store> | null = null;
  let hadState = false;
  let closed = false;

  async function openNow(): Promise<Store> {
    const store = await open(hadState);
    hadState = true;
    return store;
  }

  async function letGo(): Promise<void> {
    const last = opening;
    opening = null;
    await (await last?.catch(() => null))?.close();
  }

  return {
    async get() {
      // What is still at hand while the bot stops must not make a new one.
      if (closed) throw new StoreError('other', 'Lagringen er lukket.');
      if (opening) return opening;
      const mine = openNow().catch((error: unknown) => {
        // It may have been let go of meanwhile, and another one opened.
        if (opening === mine) opening = null;
        throw error;
      });
      opening = mine;
      return mine;
    },
    discard: letGo,
    async close() {
      closed = true;
      await letGo();
    },
  };
}
