import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compare, inTurns, type Measure, timed } from './measure.ts';
import type { Place } from './place.ts';

const MAIN = fileURLToPath(import.meta.resolve('#src/main.ts'));

/** A terminal command from its start to its exit, beside a Node that does nothing. */
export async function measureColdStart({ folder, env }: Place): Promise<readonly Measure[]> {
  const run = (...args: readonly string[]) =>
    timed(() => {
      const { status, stderr } = spawnSync(process.execPath, args, {
        cwd: folder,
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
    });
  const { bare, tolk, tiltak } = await inTurns(
    {
      bare: () => run('-e', '0'),
      tolk: () => run(MAIN, 'tolk', 'Innen 1.5.24', '--json'),
      tiltak: () => run(MAIN, 'tiltak', '--json'),
    },
    { runs: 25, warmUp: 4 },
  );
  const beside = { target: 6, unit: 'ms', baseline: bare } as const;
  return [
    compare({ ...beside, name: 'cold start: tolk', bot: tolk }),
    compare({ ...beside, name: 'cold start: tiltak', bot: tiltak }),
  ];
}
