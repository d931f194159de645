import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { missingFile, sqliteTrouble } from './sqlite-trouble.ts';
import { StoreError } from './store.ts';

/** How long opening waits for others, longer than any of them holds the file. Later waits are the dialect's. */
const BUSY_MS = 2000;

const ASIDE = '.skadet-';

/** What a database begins with (https://sqlite.org/fileformat.html), and what people call one. */
const MAGIC = 'SQLite format 3';
const DATABASE_NAME = /\.(?:sqlite3?|db3?)$/i;

/** An open file that was whole when it was opened. */
export interface SqliteFile {
  readonly db: DatabaseSync;
  /** Throws {@link StoreError} when the path no longer leads to the file that is open. */
  assertThere(): void;
}

/**
 * Opens the file, and makes it and its folder when they are not there: for nobody else's eyes. Throws
 * {@link StoreError}; `damaged` when it is no database, or not a whole one.
 */
export function openSqliteFile(file: string): SqliteFile {
  let db: DatabaseSync | null = null;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    // SQLite gives its -wal and -shm the same rights as the file.
    closeSync(openSync(file, 'a', 0o600));
    const identity = identityOf(file);
    db = new DatabaseSync(file, { timeout: BUSY_MS, enableForeignKeyConstraints: true });
    db.exec('pragma journal_mode = wal');
    db.exec('pragma synchronous = full');
    assertWhole(db);
    db.exec('pragma busy_timeout = 0');
    return { db, assertThere: () => assertSame(file, identity) };
  } catch (error) {
    if (db?.isOpen) db.close();
    throw error instanceof StoreError ? error : sqliteTrouble(error);
  }
}

/**
 * Puts a damaged file and what belongs to it out of the way, beside where it was. Does nothing when another process has
 * done it already.
 * @param damaged the file that was found to be damaged, as {@link identityOf} told then
 */
export function putAside(file: string, damaged: string | null, at: number): void {
  if (damaged === null || identityOf(file) !== damaged) return;
  const aside = `${file}${ASIDE}${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}`;
  for (const suffix of ['-wal', '-shm', '']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  }
}

/**
 * Whether a file that is no whole database is likely to have been one. Anything else, such as a plan that DATABASE_URL
 * points to by mistake, is somebody's, and stays where it is.
 */
export function wasDatabase(file: string): boolean {
  return (
    DATABASE_NAME.test(file) ||
    beginningOf(file) === MAGIC ||
    ['-wal', '-shm'].some((suffix) => existsSync(file + suffix)) ||
    hasDamagedBeside(file)
  );
}

function beginningOf(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(MAGIC.length);
    readSync(handle, bytes);
    return bytes.toString('latin1');
  } finally {
    closeSync(handle);
  }
}

/** Whether a damaged file has been put aside here: a new file in its place does not know what the old one did. */
export function hasDamagedBeside(file: string): boolean {
  return readdirSync(path.dirname(file)).some((name) => name.startsWith(path.basename(file) + ASIDE));
}

/** Tells a file from another one that has taken its place; null when there is none. */
export function identityOf(file: string): string | null {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? `${stat.dev}:${stat.ino}` : null;
}

function assertSame(file: string, identity: string | null): void {
  if (identityOf(file) !== identity) throw missingFile();
}

function assertWhole(db: DatabaseSync): void {
  const [first] = db.prepare('pragma quick_check(1)').all();
  if (first?.quick_check === 'ok') return;
  throw new StoreError('damaged', 'Filen boten lagrer i, er skadet.', { cause: first });
}
