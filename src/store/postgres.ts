import { PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Engine } from './database.ts';
import { postgresTrouble } from './postgres-trouble.ts';
import { sturdyPool } from './sturdy-pool.ts';

/** One instance speaks at a time, and asks for little: few connections leave room for many instances. */
const CONNECTIONS = 4;
const CONNECT_MS = 5000;
/** The server gives up first, so that we know how it went. */
const STATEMENT_MS = 6000;
const ANSWER_MS = 8000;

/** Any number, as long as nobody else in the database uses it for a lock. */
const MIGRATION_LOCK = 5_150_623;

const INT8: number = pg.types.builtins.INT8;

/** PostgreSQL, which several instances may share. Nothing is connected before the first query. */
export function openPostgres(url: string): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'samhandlingsbot',
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    idle_in_transaction_session_timeout: STATEMENT_MS,
    query_timeout: ANSWER_MS,
    keepAlive: true,
    types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) },
  });
  return {
    isOneConnection: false,
    dialect: new PostgresDialect({ pool: sturdyPool(pool) }),
    // Not now(), which stands still through a transaction.
    now: () => sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`,
    async lockMigrations(trx) {
      await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(trx);
    },
    assertUsable() {},
    explain: postgresTrouble,
  };
}
