/** Time as the pretend Slack sees it: real, but a test can move it on. */
export interface Clock {
  now(): number;
  advance(ms: number): void;
}

/** @param now the time it goes by, in milliseconds since 1970: the machine's own, unless a test hands in another */
export function startClock(now: () => number = Date.now): Clock {
  let ahead = 0;
  return {
    now: () => now() + ahead,
    advance: (ms) => {
      ahead += ms;
    },
  };
}
