import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startGoogleProcess } from './google-process.ts';
import { compare, inTurns, type Measure, timed } from './measure.ts';
import type { Place } from './place.ts';

const FIRST_LOOK = fileURLToPath(import.meta.resolve('./first-look.ts'));
/** Milliseconds. */
const AT_MOST = 250;

/**
 * What the Google part costs a process that has just started: its modules and the client libraries, a token, and the
 * first version of a spreadsheet. What a Node that does nothing takes is not counted.
 */
export async function measureGoogleLoading({ folder, env }: Place): Promise<readonly Measure[]> {
  const google = await startGoogleProcess();
  const run = (...args: readonly string[]) =>
    timed(async () => {
      const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
      const [status] = await once(child, 'exit');
      if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
    });
  try {
    const { bare, look } = await inTurns(
      { bare: () => run('-e', '0'), look: () => run(FIRST_LOOK, google.root, google.keyFile) },
      { runs: 25, warmUp: 4 },
    );
    const beyond = look.map((ms, index) => ms - (bare[index] ?? 0));
    const name = 'first look at Google, beyond a bare Node';
    return [compare({ name, target: 1, unit: 'ms', bot: beyond, baseline: [AT_MOST] })];
  } finally {
    await google.stop();
  }
}
