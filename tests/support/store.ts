import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { type OpenedStore, openStore, type StoreOptions } from '#src/store/open-store.ts';
import type { OutboxRow, PlannedMessage, Sent } from '#src/store/outbox.ts';
import type { Store } from '#src/store/store.ts';
import { startPostgres } from './postgres.ts';

/** Somewhere to keep stores: a folder, or a server. */
interface Databases {
  /** The address of a store nobody has opened. */
  fresh(): Promise<string>;
  /** Does something to a store behind its back. */
  execute(url: string, sql: string): Promise<void>;
  remove(): Promise<void>;
}

/** The databases the bot can remember in. */
export const STORE_KINDS: readonly (readonly [name: string, start: () => Promise<Databases>])[] = [
  ['SQLite', startFiles],
  ['PostgreSQL', startServer],
];

export interface Stores extends Omit<Databases, 'remove'> {
  /** Opens a store, a fresh one unless an address is given, until the test is over. */
  open(options?: Partial<StoreOptions>): Promise<OpenedStore>;
}

/** Stores for the tests of this file; to be called where tests are declared. */
export function useStores(start: () => Promise<Databases>): Stores {
  let databases: Databases | null = null;
  beforeAll(async () => {
    databases = await start();
  });
  afterAll(async () => {
    await databases?.remove();
  });

  function there(): Databases {
    if (!databases) throw new Error('stores are there once the tests have begun');
    return databases;
  }

  return {
    fresh: () => there().fresh(),
    execute: (url, sql) => there().execute(url, sql),
    async open(options = {}) {
      const store = await openStore({ ...options, url: options.url ?? (await there().fresh()) });
      onTestFinished(() => store.close());
      return store;
    },
  };
}

export async function startFiles(): Promise<Databases> {
  const folder = await mkdtemp(path.join(tmpdir(), 'samhandlingsbot-store-'));
  let made = 0;
  return {
    async fresh() {
      made += 1;
      return `file:${path.join(folder, `${made}`, 'bot.sqlite')}`;
    },
    async execute(url, sql) {
      const db = new DatabaseSync(url.replace('file:', ''));
      db.exec(sql);
      db.close();
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function startServer(): Promise<Databases> {
  const server = await startPostgres();
  return { fresh: server.database, execute: server.execute, remove: server.remove };
}

export const HELSEFELLESSKAP = 'Fjordvik';

/** A reminder with nothing remarkable about it. */
export function aMessage(recipient: string, over: Partial<PlannedMessage> = {}): PlannedMessage {
  return {
    helsefellesskap: HELSEFELLESSKAP,
    job: 'paaminnelser',
    period: '2024-06-03',
    recipient,
    expiresAt: 1000 * HOUR,
    lookFirst: false,
    ...over,
  };
}

export const HOUR = 3_600_000;

export function aSent(over: Partial<Sent> = {}): Sent {
  return { at: 20, channel: 'C0000000001', ts: '1717394400.000100', saidAt: 15, threadParts: 0, ...over };
}

/** Says everything that can be said at that time, and tells to whom and in which order. */
export async function sayAll(store: Store, at: number, threadParts: (row: OutboxRow) => number): Promise<string[]> {
  const said: string[] = [];
  for (;;) {
    const [row] = await store.outbox.due({ helsefellesskap: HELSEFELLESSKAP }, at, 1);
    if (!row) return said;
    if (!(await store.outbox.begin(row, at, 'C0000000001', at + HOUR))) throw new Error(`${row.id} was not as seen`);
    await store.outbox.sent(row, aSent({ at, ts: `${row.job}-${row.recipient}`, threadParts: threadParts(row) }));
    said.push(`${row.job}:${row.recipient}:${row.part}`);
  }
}
