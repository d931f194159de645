import type { Fault } from '../slack/faults.ts';
import { SEED } from '../survival/seed.ts';
import type { Speaking } from './speaking.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const CUT: Fault = { kind: 'cut' };

/** Numbers from 0 up to 1, the same for the same seed. In which order calls come is not up to it. */
export function seeded(seed = SEED): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Lets every third of so many calls go wrong, each in its own way, and Slack go away as a whole so many times. */
export function storm({ slack, time }: Speaking, random: () => number, calls: number, outages: number): Promise<void> {
  const faults: readonly (() => Fault)[] = [
    () => ({ kind: 'slow', until: time.heldUp(20 * SECOND), done: random() < 0.5 }),
    () => ({ kind: 'status', status: 503, done: random() < 0.5 }),
    () => ({ kind: 'status', status: 429, headers: { 'retry-after': `${Math.ceil(60 * random())}` } }),
    () => ({ kind: 'status', status: 429 }),
    () => ({ kind: 'refusal', error: 'internal_error', done: random() < 0.5 }),
    () => ({ kind: 'reset', done: random() < 0.5 }),
    () => CUT,
  ];
  let left = calls;
  slack.fail({
    when() {
      left -= 1;
      return left >= 0 && random() < 1 / 3;
    },
    get fault() {
      const fault = faults[Math.floor(random() * faults.length)];
      return fault?.() ?? CUT;
    },
  });
  return comeAndGo();

  async function comeAndGo(): Promise<void> {
    for (let outage = 0; outage < outages; outage += 1) {
      await time.sleep(2 * MINUTE * random());
      await slack.gone(random() < 0.5 ? 'refused' : 'unavailable');
      await time.sleep(10 * MINUTE * random());
      await slack.back();
    }
  }
}

/** Lets so many units be told something: people and channels, each a message and up to two replies. */
export function tellMany({ tell }: Speaking, units: number): void {
  for (let unit = 1; unit <= units; unit += 1) {
    const to = unit % 2 === 0 ? `C0UTVALG${unit}` : `U0PERSON${unit}`;
    tell(`Enhet ${unit}`, to, 1 + (unit % 3));
  }
}
