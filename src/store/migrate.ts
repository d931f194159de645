import { sql } from 'kysely';
import type { Database } from './database.ts';
import { MIGRATIONS } from './migrations.ts';
import { RECREATED_AT, setNote } from './note-store.ts';
import type { Queries } from './schema.ts';
import { StoreError } from './store.ts';

/**
 * Brings the tables up to date in one transaction under a lock, so that of several processes that start at once one does
 * it and the others wait. Throws {@link StoreError} `newer` when a later release has been there.
 * @param lost notes, if there were no tables, that there should have been
 * @returns whether there were no tables
 */
export function migrate(database: Database, at: number, lost: boolean): Promise<boolean> {
  return database.transaction(async (trx) => {
    await database.lockMigrations(trx);
    await sql`create table if not exists schema_version (version integer primary key, applied_at bigint not null)`.execute(
      trx,
    );
    const have = await version(trx);
    if (have > MIGRATIONS.length) throw new StoreError('newer', NEWER);
    for (const [index, statements] of MIGRATIONS.entries()) {
      if (index < have) continue;
      for (const statement of statements) await sql.raw(statement).execute(trx);
      await trx
        .insertInto('schema_version')
        .values({ version: index + 1, applied_at: at })
        .execute();
    }
    if (have === 0 && lost) await setNote(trx, RECREATED_AT, String(at));
    return have === 0;
  });
}

async function version(db: Queries): Promise<number> {
  const row = await db
    .selectFrom('schema_version')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** What whoever runs an older release is told. */
export const NEWER =
  'Lagringen er tatt i bruk av en nyere utgave av boten. Oppdater boten, eller legg tilbake en eldre sikkerhetskopi.';
