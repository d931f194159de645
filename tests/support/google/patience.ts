import { PATIENCE, type Patience } from '#src/workbook/google/patience.ts';

/** The bot's own patience on a clock that keeps nobody waiting: only its waits and `takes` move it. */
export interface HurriedPatience extends Patience {
  /** How long each wait was, in milliseconds. */
  readonly waits: readonly number[];
  takes(ms: number): void;
}

export function hurriedPatience(changes: Partial<Patience> = {}): HurriedPatience {
  const waits: number[] = [];
  let clock = 0;
  return {
    ...PATIENCE,
    random: () => 0,
    ...changes,
    waits,
    now: () => clock,
    async sleep(ms) {
      waits.push(ms);
      clock += ms;
    },
    takes(ms) {
      clock += ms;
    },
  };
}
