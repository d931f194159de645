import { describe, expect, it } from 'vitest';
import { DEFAULT_INNSTILLINGER } from '#src/domain/innstillinger.ts';
import { tidyOnceADay } from '#src/memory/tidy.ts';
import { oslo } from '../../support/day.ts';
import { HELSEFELLESSKAP, startFiles, useStores } from '../../support/store.ts';

const stores = useStores(startFiles);
const run = { helsefellesskap: HELSEFELLESSKAP, job: 'ukesstatus', period: '2023-W22' };
const ayear = async () => ({ ...DEFAULT_INNSTILLINGER, historyMonths: 12 });
const now = oslo('2024-06-03T08:00');

async function aStore() {
  const store = await stores.open();
  await store.runs.note(run, 'done', oslo('2023-06-02T08:00').ms);
  return store;
}

describe('what is older than the owners of the sheet want remembered', () => {
  it('is forgotten, once a day', async () => {
    const store = await aStore();

    expect(await tidyOnceADay(store, HELSEFELLESSKAP, now, now.ms, ayear)).toBe(1);
    await store.runs.note(run, 'done', oslo('2023-06-02T08:00').ms);
    expect(await tidyOnceADay(store, HELSEFELLESSKAP, now, now.ms, ayear)).toBe(0);

    expect(await tidyOnceADay(store, HELSEFELLESSKAP, oslo('2024-06-04T08:00'), now.ms, ayear)).toBe(1);
  });

  it('stays when only the bot’s clock has been moved', async () => {
    const store = await aStore();

    expect(
      await tidyOnceADay(store, HELSEFELLESSKAP, oslo('2034-06-03T08:00'), oslo('2024-05-01T08:00').ms, ayear),
    ).toBe(0);
  });

  it('stays until it is known how long that is', async () => {
    const store = await aStore();
    const unreadable = () => Promise.reject(new Error('arket er borte'));

    await expect(tidyOnceADay(store, HELSEFELLESSKAP, now, now.ms, unreadable)).rejects.toThrow('arket er borte');

    expect(await store.runs.outcome(run)).toBe('done');
    expect(await tidyOnceADay(store, HELSEFELLESSKAP, now, now.ms, ayear)).toBe(1);
  });
});
