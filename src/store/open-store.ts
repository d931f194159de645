import type { RealTime } from '#src/real-time.ts';
import { addressStore } from './address-store.ts';
import { type Database, database, type Engine } from './database.ts';
import { historyStore } from './history-store.ts';
import { leaseStore } from './lease-store.ts';
import { migrate } from './migrate.ts';
import { noteStore } from './note-store.ts';
import { outboxStore } from './outbox-store.ts';
import { purge } from './purge.ts';
import { runStore } from './run-store.ts';
import { snapshotStore } from './snapshot-store.ts';
import { stateAddress } from './state-address.ts';
import type { Store } from './store.ts';
import { troubleStore } from './trouble-store.ts';

export interface StoreOptions {
  /** `file:PATH` for SQLite, or `postgres://…`; null for the usual file. */
  readonly url: string | null;
  /** The machine's clock, unless another one is handed in. PostgreSQL judges leases by its own whatever this says. */
  readonly time?: Pick<RealTime, 'now'>;
  /**
   * The state was in use a moment ago. If there is none now, it has been lost, and what was said cannot be known: that
   * counts as recreated, too.
   */
  readonly hadState?: boolean;
  /** Called for each commit that may have written something, so that they can be counted. */
  readonly onCommit?: () => void;
}

export interface OpenedStore extends Store {
  /**
   * What was remembered is lost, such as when the file was damaged and has been put aside. The note `recreatedAt` tells
   * when (real milliseconds) to whoever opens it later.
   */
  readonly recovered: boolean;
}

/**
 * Opens the state, makes it when it is not there, and brings its tables up to date. Only the database that is used is
 * loaded. Throws {@link StoreError} when it cannot be used; `newer` when a later release has been there.
 */
export async function openStore(options: StoreOptions): Promise<OpenedStore> {
  const time = options.time ?? { now: () => Date.now() };
  const { engine, lost } = await openEngine(options, time);
  const db = database(engine, options.onCommit ?? (() => {}));
  try {
    const made = await migrate(db, time.now(), lost);
    return { ...storeOn(db, time), recovered: made && lost };
  } catch (error) {
    await db.close();
    throw error;
  }
}

async function openEngine(
  { url, hadState = false }: StoreOptions,
  time: Pick<RealTime, 'now'>,
): Promise<{ readonly engine: Engine; readonly lost: boolean }> {
  const address = stateAddress(url);
  if (address.kind === 'postgres') {
    const { openPostgres } = await import('./postgres.ts');
    return { engine: openPostgres(address.url), lost: hadState };
  }
  const { openSqlite } = await import('./sqlite.ts');
  const { engine, damagedBeside } = openSqlite(address.file, time);
  return { engine, lost: hadState || damagedBeside };
}

function storeOn(db: Database, time: Pick<RealTime, 'now'>): Store {
  const notes = noteStore(db);
  return {
    outbox: outboxStore(db),
    leases: leaseStore(db),
    runs: runStore(db),
    troubles: troubleStore(db),
    addresses: addressStore(db),
    snapshots: snapshotStore(db),
    history: historyStore(db),
    notes,
    purge: (before) => purge(db, before),
    check: () => notes.set('kontroll', String(time.now())),
    close: () => db.close(),
  };
}
