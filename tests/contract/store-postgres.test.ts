import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type OpenedStore, openStore } from '#src/store/open-store.ts';
import { StoreError } from '#src/store/store.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { aMessage, HELSEFELLESSKAP, HOUR } from '../support/store.ts';

const ALL = { helsefellesskap: HELSEFELLESSKAP };

describe('a PostgreSQL that comes and goes', () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());

  async function open(url: string): Promise<OpenedStore> {
    const store = await openStore({ url });
    onTestFinished(() => store.close());
    return store;
  }

  test('is missed while it is gone, and used again when it is back', async () => {
    const url = await server.database();
    const store = await open(url);
    const [row] = await store.outbox.plan([aMessage('A')], 10);
    await server.stop();
    onTestFinished(() => server.start());

    const tries = await Promise.allSettled([
      store.check(),
      store.outbox.due(ALL, 10, 9),
      store.outbox.plan([aMessage('B')], 10),
      store.leases.acquire('levering', 'a', HOUR),
      openStore({ url }),
    ]);
    expect(tries.map(troubleOf)).toEqual(tries.map(() => 'unreachable'));

    await server.start();
    await store.check();
    expect(await store.outbox.due(ALL, 10, 9)).toEqual([row]);
    expect(await store.leases.acquire('levering', 'a', HOUR)).toBe(true);
  });

  test('that goes in the midst of planning has all of it or nothing', async () => {
    const store = await open(await server.database());
    const messages = Array.from({ length: 5000 }, (_, index) => aMessage(`Enhet ${index}`));

    const planning = store.outbox.plan(messages, 10).then(
      () => 5000,
      (error: unknown) => (error instanceof StoreError ? 0 : error),
    );
    await server.stop();
    const known = await planning;
    await server.start();

    const { planned = 0 } = await store.outbox.count(ALL);
    expect([0, 5000]).toContain(planned);
    // It may have all of it without our having heard so, but never the other way round.
    expect(planned).toBeGreaterThanOrEqual(Number(known));
  });

  test('judges leases by its own clock', async () => {
    const url = await server.database();
    const fast = await openStore({ url, time: { now: () => Date.now() + 1000 * HOUR } });
    onTestFinished(() => fast.close());
    const slow = await openStore({ url, time: { now: () => 0 } });
    onTestFinished(() => slow.close());

    expect(await slow.leases.acquire('levering', 'slow', HOUR)).toBe(true);
    expect(await fast.leases.acquire('levering', 'fast', HOUR)).toBe(false);
  });

  test('whose tables are gone is damaged', async () => {
    const url = await server.database();
    const store = await open(url);
    await server.execute(url, 'drop table outbox');

    await expect(store.outbox.count(ALL)).rejects.toMatchObject({ name: 'StoreError', trouble: 'damaged' });
  });

  test.each([
    { what: 'a wrong password', change: (url: URL) => (url.password = 'feil-passord'), trouble: 'forbidden' },
    { what: 'an unknown user', change: (url: URL) => (url.username = 'ukjent'), trouble: 'forbidden' },
    { what: 'an unknown database', change: (url: URL) => (url.pathname = '/ukjent'), trouble: 'unreachable' },
    { what: 'a port nobody answers on', change: (url: URL) => (url.port = '1'), trouble: 'unreachable' },
    {
      what: 'a server that has no name',
      change: (url: URL) => (url.hostname = 'finnes.invalid'),
      trouble: 'unreachable',
    },
  ])('with $what is $trouble, and no secret is told', async ({ change, trouble }) => {
    const url = new URL(await server.database());
    const secrets = [url.password, url.port, url.hostname];
    change(url);

    const failure: unknown = await openStore({ url: url.href }).catch((error: unknown) => error);

    expect(failure).toMatchObject({ name: 'StoreError', trouble });
    for (const secret of [...secrets, 'feil-passord', 'ukjent']) expect(`${failure}`).not.toContain(secret);
  });
});

function troubleOf(result: PromiseSettledResult<unknown>): unknown {
  return result.status === 'rejected' && result.reason instanceof StoreError ? result.reason.trouble : result;
}
