import { describe, expect, it } from 'vitest';
import { readiness } from '#src/health/readiness.ts';
import { never, timeThatIsUp, timeThatNeverComes } from './time.ts';

describe('readiness', () => {
  it('is nothing left to wait for when every check says so', async () => {
    const notReady = readiness({ slack: async () => true, tilstand: async () => true }, 2000, timeThatNeverComes);

    expect(await notReady()).toEqual([]);
  });

  it('names what is not there, in the order given, whether it says no, fails or throws at once', async () => {
    const checks = {
      slack: async () => false,
      ark: async () => true,
      tilstand: () => Promise.reject(new Error('/hemmelig/sti')),
      kapasitet: () => {
        throw new Error('en feil hos oss');
      },
    };

    expect(await readiness(checks, 2000, timeThatNeverComes)()).toEqual(['slack', 'tilstand', 'kapasitet']);
  });

  it('takes a check that does not answer in time for a no', async () => {
    const checks = { tilstand: () => never };

    expect(await readiness(checks, 2000, timeThatIsUp)()).toEqual(['tilstand']);
  });

  it('does not ask a check that hangs once more, and asks it anew when it has answered', async () => {
    const answers = [Promise.withResolvers<boolean>(), Promise.withResolvers<boolean>()];
    let asked = 0;
    const tilstand = () => answers[asked++]?.promise ?? never;
    const notReady = readiness({ tilstand }, 2000, timeThatIsUp);
    await notReady();
    await notReady();
    expect(asked).toBe(1);

    answers[0]?.resolve(true);
    await answers[0]?.promise;
    await notReady();
    await notReady();

    expect(asked).toBe(2);
  });
});
