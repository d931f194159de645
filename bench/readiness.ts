import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Asker } from './asker.ts';
import { compare, inTurns, type Measure } from './measure.ts';
import type { Program, Starter } from './program.ts';

const EXAMPLE = fileURLToPath(import.meta.resolve('../sheets-templates/eksempel'));
/** Long enough after the first answer for the program to be idle. */
const IDLE_MS = 500;
const RUNS = 11;

/** How soon the bot is ready on HTTP, and what it weighs after its first answer, beside a bare Bolt app. */
export async function measureReadiness(start: Starter, asker: Asker): Promise<readonly Measure[]> {
  const memory = { bot: [] as number[], bare: [] as number[] };
  const ready = await inTurns(
    {
      bot: async () => lifeOf(await start.bot({ handlingsplan: EXAMPLE, kapasitet: EXAMPLE }), asker, memory.bot),
      bare: async () => lifeOf(await start.bareBolt(), asker, memory.bare),
    },
    { runs: RUNS, warmUp: 2 },
  );
  return [
    compare({ name: 'ready on HTTP', target: 2, unit: 'ms', bot: ready.bot, baseline: ready.bare }),
    compare({
      name: 'memory when idle',
      target: 1.3,
      unit: 'MB',
      bot: memory.bot.slice(-RUNS),
      baseline: memory.bare.slice(-RUNS),
    }),
  ];
}

/** Asks a program once, weighs it, and stops it. Resolves with the time it took to be ready. */
async function lifeOf(program: Program, asker: Asker, memory: number[]): Promise<number> {
  try {
    await asker.ask(program.to, '/kapasitet');
    await sleep(IDLE_MS);
    memory.push(program.memory());
    return program.readyMs;
  } finally {
    await program.stop();
  }
}
