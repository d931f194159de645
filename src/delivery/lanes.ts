import type { RealTime } from '#src/real-time.ts';
import { NotNow, type Patience } from './patience.ts';
import { NotPosted } from './poster.ts';

/** Calls that Slack counts together. */
export interface Lane {
  readonly name: string;
  /** Milliseconds from one call to the next, which then come one at a time; 0 for calls that may overlap. */
  readonly spacingMs: number;
}

export interface Lanes {
  /**
   * Makes a call when its lane is free. When Slack asks for a pause, the lane waits, and the others do not. Throws what
   * the call throws, and {@link NotNow} when it was not made, since the round is over or the pause is longer than its
   * patience.
   */
  inTurn<T>(lane: Lane, patience: Patience, call: () => Promise<T>): Promise<T>;
}

interface LaneState {
  /** The last of those that wait, where they come one at a time. */
  tail: Promise<void>;
  users: number;
  pacedUntil: number;
  heldUntil: number;
}

const FORGET_ABOVE = 500;

/** @param atOnce how many calls may be on their way at the same time, all lanes together */
export function createLanes(time: RealTime, atOnce: number): Lanes {
  const lanes = new Map<string, LaneState>();
  const slots = createSlots(atOnce);
  let forgetAbove = FORGET_ABOVE;

  return {
    async inTurn(lane, patience, call) {
      const state = stateOf(lane.name);
      const before = state.tail;
      const { promise, resolve: letNext } = Promise.withResolvers<void>();
      state.users += 1;
      if (lane.spacingMs > 0) state.tail = promise;
      try {
        if (lane.spacingMs > 0) await before;
        await untilFree(state, patience);
        return await slots.use(() => callNow(state, lane, patience, call));
      } finally {
        state.users -= 1;
        letNext();
      }
    },
  };

  async function callNow<T>(state: LaneState, lane: Lane, patience: Patience, call: () => Promise<T>): Promise<T> {
    if (!patience.going()) throw new NotNow();
    state.pacedUntil = time.now() + lane.spacingMs;
    try {
      return await call();
    } catch (error) {
      const pause = error instanceof NotPosted ? error.retryAfterMs : null;
      if (pause !== null) state.heldUntil = Math.max(state.heldUntil, time.now() + pause);
      throw error;
    }
  }

  async function untilFree(state: LaneState, { going, signal, deadline }: Patience): Promise<void> {
    while (going()) {
      const now = time.now();
      if (now < state.heldUntil && now >= deadline) throw new NotNow();
      if (now < state.heldUntil) await time.sleep(Math.min(state.heldUntil, deadline) - now, signal);
      else if (now < state.pacedUntil) await time.sleep(state.pacedUntil - now, signal);
      else return;
    }
    throw new NotNow();
  }

  function stateOf(name: string): LaneState {
    const known = lanes.get(name);
    if (known) return known;
    if (lanes.size >= forgetAbove) forgetIdle();
    const state = { tail: Promise.resolve(), users: 0, pacedUntil: 0, heldUntil: 0 };
    lanes.set(name, state);
    return state;
  }

  /** A bot that lives for years speaks in more channels than it needs to remember. */
  function forgetIdle(): void {
    const now = time.now();
    for (const [name, { users, pacedUntil, heldUntil }] of lanes) {
      if (users === 0 && Math.max(pacedUntil, heldUntil) <= now) lanes.delete(name);
    }
    forgetAbove = Math.max(FORGET_ABOVE, 2 * lanes.size);
  }
}

/** Lets so many work at the same time, first come, first served. */
function createSlots(count: number) {
  const waiting: (() => void)[] = [];
  let free = count;
  return {
    async use<T>(work: () => Promise<T>): Promise<T> {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else free += 1;
      }
    },
  };
}
