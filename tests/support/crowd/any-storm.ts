import { expect, test } from 'vitest';
import { aStorm, CHANGES } from './storm.ts';

/** @param seeds a storm for each; the same seed gives the same storm */
export function itIsRightInAnyStorm(seeds: readonly number[]): void {
  test.each(seeds)(
    'fifty people edit while the bot makes 200 changes: no row is left as nobody meant it, and nothing is lost unheard (%i)',
    async (seed) => {
      const { crowd, log, count } = await aStorm(seed, 0.35, 0);

      expect(crowd.found()).toEqual(crowd.meant());
      expect(count('unsettled')).toBe(0);
      expect(count('written')).toBeGreaterThan(CHANGES / 2);
      // Whoever was not served was told: by what stands there now, or that it could not be done.
      expect(count('written') + count('missed') + count('refused')).toBe(CHANGES);
      expect(count('missed')).toBeGreaterThan(CHANGES / 50);
      expect(log.length - 1).toBeGreaterThanOrEqual(count('written'));
    },
  );

  test.each(seeds)(
    'the same while Google fails every tenth request, before or after it has done its work (%i)',
    async (seed) => {
      const { crowd, count } = await aStorm(seed, 0.35, 0.1);

      expect(crowd.found()).toEqual(crowd.meant());
      expect(count('unsettled')).toBe(0);
      expect(count('written')).toBeGreaterThan(CHANGES / 2);
    },
  );
}
