import { expect, test } from 'vitest';
import { tellOfWorkbooks } from '#src/cli/watch-troubles.ts';
import type { WatchedWorkbook, WatchTrouble } from '#src/workbook/watched-workbook.ts';

const MINUTE = 60_000;

/** What is told of a plan that is followed like this. */
async function toldOf(watch: { readonly hasLooked?: boolean; readonly trouble?: Partial<WatchTrouble> }) {
  const told: string[] = [];
  const trouble = watch.trouble
    ? {
        kind: 'unavailable' as const,
        message: 'Det gikk ikke.',
        mayPass: true,
        lastedMs: 0,
        hasFigures: true,
        ...watch.trouble,
      }
    : null;
  const plan: WatchedWorkbook = {
    reading: () => Promise.reject(new Error('Nobody reads.')),
    trouble: () => trouble,
    hasLooked: () => watch.hasLooked ?? true,
    lookNow: () => undefined,
    stop: () => undefined,
  };
  await tellOfWorkbooks(
    { handlingsplan: plan, kapasitet: null },
    {
      troubleIs: async (alike, now) => void told.push(now ? `begins ${now.key}` : `ends ${alike}`),
    },
  );
  return told.filter((what) => what.includes('handlingsplan'));
}

test.each<[string, Parameters<typeof toldOf>[0], readonly string[]]>([
  ['all is well: whatever was wrong is over', {}, ['ends kilde:handlingsplan:']],
  ['nobody has looked yet: nothing is over, and nothing has begun', { hasLooked: false }, []],
  ['Google has been away for a moment', { trouble: { lastedMs: 4 * MINUTE } }, []],
  ['Google has been away for long', { trouble: { lastedMs: 6 * MINUTE } }, ['begins kilde:handlingsplan:unavailable']],
  [
    'something must be mended, and has been wrong for more than a moment',
    { trouble: { kind: 'no-access', mayPass: false, lastedMs: 2 * MINUTE } },
    ['begins kilde:handlingsplan:no-access'],
  ],
  [
    'there are no figures at all, which the jobs tell of',
    { trouble: { hasFigures: false, lastedMs: 60 * MINUTE } },
    [],
  ],
])('%s', async (_what, watch, expected) => {
  expect(await toldOf(watch)).toEqual(expected);
});
