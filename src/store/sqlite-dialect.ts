import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely';
import { isBusy } from './sqlite-trouble.ts';

/** Enough for every query the store has, in the sizes that come again. */
const STATEMENTS_KEPT = 100;

/** Others write for some milliseconds at a time. */
const LOOK_AGAIN_MS = 4;
const PATIENCE_MS = 5000;

/** Kysely on Node's own SQLite. */
export function sqliteDialect(db: DatabaseSync): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new NodeSqliteDriver(db),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class NodeSqliteDriver extends SqliteDriver {
  readonly #db: DatabaseSync;
  #connection: DatabaseConnection | null = null;

  constructor(db: DatabaseSync) {
    super({ database: withStatementsKept(db) });
    this.#db = db;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#connection ??= patient(await super.acquireConnection(), this.#db);
    return this.#connection;
  }

  /** At once for writing: one that reads first and then writes is refused when another process has written meanwhile. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** A full disk ends the transaction by itself; its error must not be hidden by a complaint of that. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#db.isTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }
}

/**
 * Waits while another connection writes, without keeping the rest of the process waiting, as SQLite's own way of waiting
 * does. What is refused because of that has not been done, and may be tried again; but not in a transaction, which has
 * the right to write already.
 */
function patient(connection: DatabaseConnection, db: DatabaseSync): DatabaseConnection {
  return {
    async executeQuery(query) {
      const until = performance.now() + PATIENCE_MS;
      for (;;) {
        try {
          return await connection.executeQuery(query);
        } catch (error) {
          if (db.isTransaction || !isBusy(error) || performance.now() > until) throw error;
          await setTimeout(LOOK_AGAIN_MS * (0.5 + Math.random()));
        }
      }
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  };
}

function withStatementsKept(db: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => db.close(),
    prepare(sql) {
      const known = kept.get(sql);
      if (known) return known;
      const statement = forKysely(db.prepare(sql));
      if (kept.size >= STATEMENTS_KEPT) kept.clear();
      kept.set(sql, statement);
      return statement;
    },
  };
}

function forKysely(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...bindable(parameters)),
    run: (parameters) => statement.run(...bindable(parameters)),
    iterate: (parameters) => statement.iterate(...bindable(parameters)),
  };
}

function bindable(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((value) => {
    if (value === null || typeof value === 'string' || typeof value === 'number') return value;
    throw new TypeError(`cannot keep a ${typeof value}`);
  });
}
