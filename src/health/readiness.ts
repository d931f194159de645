import type { RealTime } from '#src/real-time.ts';
import { inTime } from './in-time.ts';

/** Whether something the bot cannot do without is there. False, an error and silence all mean that it is not. */
export type ReadyCheck = () => Promise<boolean>;

/**
 * Asks every check at once, and gives the names of those that are not ready, in the order given. A check that hangs is
 * not asked anew until it has answered, however often somebody wants to know.
 */
export function readiness(
  checks: Readonly<Record<string, ReadyCheck>>,
  withinMs: number,
  time: RealTime,
): () => Promise<readonly string[]> {
  const asked = Object.entries(checks).map(([name, check]) => ({ name, check: oneAtATime(check) }));
  return async () => {
    const answers = await Promise.all(
      asked.map(async ({ name, check }) => ({ name, answer: await inTime(check, withinMs, time) })),
    );
    return answers.filter(({ answer }) => answer?.value !== true).map(({ name }) => name);
  };
}

function oneAtATime(check: ReadyCheck): ReadyCheck {
  let running: Promise<boolean> | null = null;
  return () => {
    running ??= Promise.resolve()
      .then(check)
      .finally(() => {
        running = null;
      });
    return running;
  };
}
