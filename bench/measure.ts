/** One figure of the report: how the bot does beside something everybody knows the cost of. */
export interface Measure {
  readonly name: string;
  /** Median of the bot over median of the baseline. */
  readonly ratio: number;
  /** The ratio must not be higher than this; null for what is told for comparison only. */
  readonly target: number | null;
  readonly ok: boolean;
  readonly median: number;
  readonly p99?: number;
  readonly baseline: number;
  readonly unit: 'ms' | 's' | 'MB' | 'commits';
  /** How many times the bot was measured. */
  readonly runs: number;
  /** How it went on, when it was measured on the way. */
  readonly points?: readonly number[];
}

interface Comparison {
  readonly name: string;
  readonly target: Measure['target'];
  readonly unit: Measure['unit'];
  readonly bot: readonly number[];
  readonly baseline: readonly number[];
  /** Worth telling only of what is measured thousands of times. */
  readonly withP99?: true;
}

export function compare({ name, target, unit, bot, baseline, withP99 }: Comparison): Measure {
  const [median, base] = [percentile(bot, 50), percentile(baseline, 50)];
  const ratio = median / base;
  return {
    name,
    ratio: rounded(ratio),
    target,
    ok: target === null || ratio <= target,
    median: rounded(median),
    ...(withP99 ? { p99: rounded(percentile(bot, 99)) } : {}),
    baseline: rounded(base),
    unit,
    runs: bot.length,
  };
}

/** One thing to measure. Resolves with its cost, in the measure's unit. */
export type Subject = () => number | Promise<number>;

interface Repeats {
  readonly runs: number;
  /** Rounds that are carried out and not counted. */
  readonly warmUp: number;
}

/**
 * Measures the subjects in turns, so that a machine that is slow for a while is slow for all of them, and begins every
 * round with another one, so that none is always first after the others' garbage.
 */
export async function inTurns<K extends string>(
  subjects: Readonly<Record<K, Subject>>,
  { runs, warmUp }: Repeats,
): Promise<Readonly<Record<K, readonly number[]>>> {
  const names = Object.keys(subjects) as K[];
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<K, number[]>;
  for (let round = 0; round < warmUp + runs; round++) {
    const first = round % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const cost = await subjects[name]();
      if (round >= warmUp) samples[name].push(cost);
    }
  }
  return samples;
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The nearest rank; the median is the 50th. Throws when there is nothing to choose from. */
function percentile(samples: readonly number[], percent: number): number {
  const rank = Math.max(1, Math.ceil((samples.length * percent) / 100));
  const value = samples.toSorted((a, b) => a - b)[rank - 1];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
