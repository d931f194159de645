import { sql } from 'kysely';
import type { RealTime } from '#src/real-time.ts';
import type { Engine } from './database.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { hasDamagedBeside, identityOf, openSqliteFile, putAside, type SqliteFile, wasDatabase } from './sqlite-file.ts';
import { damagedFile, notTheBots, sqliteTrouble } from './sqlite-trouble.ts';
import { StoreError } from './store.ts';

export interface OpenedFile {
  readonly engine: Engine;
  /** There is a damaged file beside it, which this one has taken the place of. */
  readonly damagedBeside: boolean;
}

/**
 * SQLite in one file, which several processes on the same machine may have open. One that is damaged is put aside for a
 * new one. Throws {@link StoreError}; `forbidden` when it is something else than a database.
 * @param time the machine's clock, which is the database's own as well
 */
export function openSqlite(file: string, time: Pick<RealTime, 'now'>): OpenedFile {
  try {
    const opened = openWholeFile(file, time.now());
    return { engine: engineOn(opened, time), damagedBeside: hasDamagedBeside(file) };
  } catch (error) {
    throw error instanceof StoreError ? error : sqliteTrouble(error);
  }
}

function openWholeFile(file: string, at: number): SqliteFile {
  const before = identityOf(file);
  try {
    return openSqliteFile(file);
  } catch (error) {
    if (!(error instanceof StoreError) || error.trouble !== 'damaged') throw error;
    if (before !== null && !wasDatabase(file)) throw notTheBots(error);
    putAside(file, before, at);
    return openSqliteFile(file);
  }
}

function engineOn({ db, assertThere }: SqliteFile, time: Pick<RealTime, 'now'>): Engine {
  let damage: StoreError | null = null;

  /** What is damaged stays so: an answer that happens to come through is not to be trusted either. */
  function remember(trouble: StoreError): StoreError {
    if (trouble.trouble === 'damaged') damage = trouble;
    return trouble;
  }

  return {
    isOneConnection: true,
    dialect: sqliteDialect(db),
    now: () => sql<number>`${time.now()}`,
    // Its transactions hold off everybody else already.
    lockMigrations: async () => {},
    assertUsable() {
      if (damage) throw damagedFile(damage);
      try {
        assertThere();
      } catch (error) {
        throw remember(error instanceof StoreError ? error : sqliteTrouble(error));
      }
    },
    explain: (error) => remember(sqliteTrouble(error)),
  };
}
