/** Throws dice that fall the same way for the same seed (mulberry32). */
export interface Dice {
  /** 0 ≤ n < 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `n`. */
  below(n: number): number;
  /** One of them. Throws when there is none. */
  pick<T>(from: readonly T[]): T;
}

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    next,
    below,
    pick<T>(from: readonly T[]) {
      const [picked] = from.slice(below(from.length));
      if (picked === undefined) throw new Error('Nothing to pick from');
      return picked;
    },
  };
}
