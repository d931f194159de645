import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { database } from '#src/store/database.ts';
import { lookAtState, type StateCondition } from '#src/store/look-at-state.ts';
import { openPostgres } from '#src/store/postgres.ts';
import { openSqlite } from '#src/store/sqlite.ts';
import { stateAddress } from '#src/store/state-address.ts';
import { STORE_KINDS, useStores } from '../support/store.ts';

const look = (url: string): Promise<StateCondition> => lookAtState(stateAddress(url));

describe.each(STORE_KINDS)('the state in %s', (_, start) => {
  const stores = useStores(start);

  /** As if another release of the bot had been there. */
  async function lastMigratedBy(url: string, version: number): Promise<void> {
    const address = stateAddress(url);
    const engine =
      address.kind === 'sqlite' ? openSqlite(address.file, { now: () => 0 }).engine : openPostgres(address.url);
    const db = database(engine, () => undefined);
    await db.write((queries) => sql`update schema_version set version = ${version}`.execute(queries));
    await db.close();
  }

  it('is absent until the bot has been started, and is not made by being looked at', async () => {
    const url = await stores.fresh();

    expect([await look(url), await look(url)]).toEqual(['absent', 'absent']);
  });

  it('is current when this release has been there', async () => {
    const url = await stores.fresh();
    await stores.open({ url });

    expect(await look(url)).toBe('current');
  });

  it('is behind when an earlier release was there last, and stays so', async () => {
    const url = await stores.fresh();
    await (await stores.open({ url })).close();
    await lastMigratedBy(url, 0);

    expect([await look(url), await look(url)]).toEqual(['behind', 'behind']);
  });

  it('is not for a release that is older than the last one there', async () => {
    const url = await stores.fresh();
    await (await stores.open({ url })).close();
    await lastMigratedBy(url, 999);

    await expect(look(url)).rejects.toMatchObject({
      trouble: 'newer',
      message: expect.stringContaining('nyere utgave'),
    });
  });
});

describe('DATABASE_URL', () => {
  it.each([
    [null, { kind: 'sqlite', file: 'data/samhandlingsbot.sqlite' }],
    ['file:husk.sqlite', { kind: 'sqlite', file: 'husk.sqlite' }],
    ['file:/var/lib/bot/husk.sqlite', { kind: 'sqlite', file: '/var/lib/bot/husk.sqlite' }],
    ['file:///var/lib/bot/husk.sqlite', { kind: 'sqlite', file: '/var/lib/bot/husk.sqlite' }],
    ['postgres://bot@db/bot', { kind: 'postgres', url: 'postgres://bot@db/bot' }],
    ['postgresql://bot@db/bot', { kind: 'postgres', url: 'postgresql://bot@db/bot' }],
  ])('%j', (url, address) => {
    expect(stateAddress(url)).toEqual(address);
  });

  it('is refused when it is neither', () => {
    expect(() => stateAddress('mysql://bot@db/bot')).toThrow('«file:» eller «postgres://»');
  });
});

it('a file that is not there is not made', async () => {
  expect(await look('file:/tmp/finnes-ikke-samhandlingsbot/husk.sqlite')).toBe('absent');
  expect(existsSync('/tmp/finnes-ikke-samhandlingsbot')).toBe(false);
});
