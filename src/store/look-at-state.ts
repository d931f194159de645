import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { database } from './database.ts';
import { NEWER } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import type { StateAddress } from './state-address.ts';
import { StoreError } from './store.ts';

/**
 * What the state is like. absent: there is none yet, and the bot makes it when it starts. behind: an earlier release has
 * been there, and the bot brings it up to date when it starts.
 */
export type StateCondition = 'absent' | 'behind' | 'current';

/**
 * Looks at the state without making, mending or bringing anything up to date: a running bot must not notice. Throws
 * {@link StoreError} when it cannot be reached, is damaged, or has been brought up to date by a later release.
 */
export async function lookAtState(address: StateAddress): Promise<StateCondition> {
  const version = address.kind === 'sqlite' ? await versionOfFile(address.file) : await versionOnServer(address.url);
  if (version === null) return 'absent';
  if (version > MIGRATIONS.length) throw new StoreError('newer', NEWER);
  return version === MIGRATIONS.length ? 'current' : 'behind';
}

async function versionOfFile(file: string): Promise<number | null> {
  if (!existsSync(file)) return null;
  const { openSqliteFile } = await import('./sqlite-file.ts');
  const { db } = openSqliteFile(file);
  try {
    const [table] = db.prepare("select 1 from sqlite_master where type = 'table' and name = 'schema_version'").all();
    if (!table) return null;
    const [row] = db.prepare('select max(version) as version from schema_version').all();
    return typeof row?.version === 'number' ? row.version : null;
  } finally {
    db.close();
  }
}

async function versionOnServer(url: string): Promise<number | null> {
  const { openPostgres } = await import('./postgres.ts');
  const db = database(openPostgres(url), () => undefined);
  try {
    return await db.read(async (queries) => {
      const { rows } = await sql<{ there: boolean }>`select to_regclass('schema_version') is not null as there`.execute(
        queries,
      );
      if (!rows[0]?.there) return null;
      const last = await queries
        .selectFrom('schema_version')
        .select(({ fn }) => fn.max('version').as('version'))
        .executeTakeFirst();
      return last?.version ?? null;
    });
  } finally {
    await db.close();
  }
}
