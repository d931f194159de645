/** Kinds of trouble that come many at a time, as when a whole column of Kontakter is wrong; the gravest first. */
export const KINDS_TOLD_TOGETHER: readonly string[] = ['mottaker', 'epost'];

/** Whether it is told of together with others that begin, or end, in the same breath. */
export function isToldTogether(key: string): boolean {
  return KINDS_TOLD_TOGETHER.some((kind) => key.startsWith(`${kind}:`));
}

/** Troubles that are to be told of together are noted with one and the same time, by which they are found again. */
export interface Gathering {
  /** That time: when the first of them came. No other gathering has the same. */
  at(now: number): number;
  isGoing(): boolean;
  /** The next to come belongs to another one. False when none was going. */
  close(): boolean;
}

export function createGathering(): Gathering {
  let since: number | null = null;
  let last = 0;
  return {
    at(now) {
      since ??= Math.max(now, last + 1);
      last = since;
      return since;
    },
    isGoing: () => since !== null,
    close() {
      const wasGoing = since !== null;
      since = null;
      return wasGoing;
    },
  };
}
