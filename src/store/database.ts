import { type Dialect, Kysely, type RawBuilder } from 'kysely';
import { jointCommit } from './joint-commit.ts';
import type { Queries, Tables } from './schema.ts';
import { StoreError } from './store.ts';

/** What the two databases do differently. */
export interface Engine {
  readonly dialect: Dialect;
  /** Everything goes through one connection, so that one commit waits for another. */
  readonly isOneConnection: boolean;
  /** The database's own clock, in milliseconds. */
  now(): RawBuilder<number>;
  /** Holds off everybody else who would migrate, until the transaction is over. */
  lockMigrations(trx: Queries): Promise<void>;
  /** Throws {@link StoreError} when it must not be used, such as after damage. */
  assertUsable(): void;
  /** What an error of the database means. */
  explain(error: unknown): StoreError;
}

/** How the parts of the store reach the database. Every method throws {@link StoreError}, and nothing else. */
export interface Database extends Pick<Engine, 'now' | 'lockMigrations'> {
  read<T>(run: (db: Queries) => Promise<T>): Promise<T>;
  /** For a single statement that writes, which is a commit of its own. */
  write<T>(run: (db: Queries) => Promise<T>): Promise<T>;
  /** The same, for what is written about every message: it may share a commit. It is safe when this resolves. */
  writeJointly<T>(run: (db: Queries) => Promise<T>): Promise<T>;
  /** All of it or nothing, in one commit. Nothing but the transaction may be used meanwhile. */
  transaction<T>(run: (trx: Queries) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** @param onCommit is called once for each commit that may have written something */
export function database(engine: Engine, onCommit: () => void): Database {
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  let closed = false;

  async function guarded<T>(run: () => Promise<T>): Promise<T> {
    if (closed) throw new StoreError('other', 'Lagringen er lukket.');
    try {
      engine.assertUsable();
      return await run();
    } catch (error) {
      throw error instanceof StoreError ? error : engine.explain(error);
    }
  }

  async function single<T>(run: (db: Queries) => Promise<T>): Promise<T> {
    const result = await guarded(() => run(db));
    onCommit();
    return result;
  }

  async function transaction<T>(run: (trx: Queries) => Promise<T>): Promise<T> {
    const result = await guarded(() => db.transaction().execute(run));
    onCommit();
    return result;
  }

  const joint = jointCommit(single, transaction);

  return {
    now: () => engine.now(),
    lockMigrations: (trx) => engine.lockMigrations(trx),
    read: (run) => guarded(() => run(db)),
    write: single,
    writeJointly: engine.isOneConnection ? joint.write : single,
    transaction,
    async close() {
      await joint.idle();
      if (closed) return;
      closed = true;
      await db.destroy();
    },
  };
}
