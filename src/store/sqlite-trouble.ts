import { StoreError } from './store.ts';

/*
 * SQLite's result codes (https://sqlite.org/rescode.html): the low byte is the kind, the rest tells more.
 */
const PERM = 3;
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;

/** What an I/O error is when there is no room: writing, syncing, truncating, making room for the shared index. */
const NO_ROOM: readonly number[] = [IOERR | (3 << 8), IOERR | (4 << 8), IOERR | (6 << 8), IOERR | (19 << 8)];
/** I/O errors that say the content is not what was written: a checksum, the file system. */
const NOT_AS_WRITTEN: readonly number[] = [IOERR | (32 << 8), IOERR | (33 << 8)];

/** What an error of SQLite, or of the file system around it, means. */
export function sqliteTrouble(error: unknown): StoreError {
  if (hasErrcode(error)) return byResultCode(error);
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return fullFile(error);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return forbiddenFile(error);
    case 'EISDIR':
    case 'ENOTDIR':
    case 'EEXIST':
      return new StoreError('other', NO_FILE, { cause: error });
    default:
      return otherTrouble(error);
  }
}

const NO_FILE =
  'DATABASE_URL må peke på en fil, for eksempel «file:data/samhandlingsbot.sqlite». Der den peker nå, er det ingen.';

/** Another connection is writing. */
export function isBusy(error: unknown): boolean {
  return hasErrcode(error) && (error.errcode & 0xff) === BUSY;
}

export function damagedFile(cause?: unknown): StoreError {
  const message = 'Filen boten lagrer i, er skadet. Neste gang den åpnes, legges den til side, og en ny lages.';
  return new StoreError('damaged', message, { cause });
}

export function missingFile(cause?: unknown): StoreError {
  const message = 'Filen boten lagrer i, er flyttet eller slettet. Neste gang den trengs, lages en ny.';
  return new StoreError('damaged', message, { cause });
}

function byResultCode(error: Error & { errcode: number }): StoreError {
  const { errcode } = error;
  if (NO_ROOM.includes(errcode)) return fullFile(error);
  if (NOT_AS_WRITTEN.includes(errcode)) return damagedFile(error);
  switch (errcode & 0xff) {
    case CORRUPT:
    case NOTADB:
      return damagedFile(error);
    case FULL:
      return fullFile(error);
    case PERM:
    case READONLY:
    case CANTOPEN:
      return forbiddenFile(error);
    case BUSY:
    case LOCKED:
    case IOERR:
      return busyFile(error);
    default:
      return otherTrouble(error);
  }
}

function fullFile(cause: unknown): StoreError {
  return new StoreError('full', 'Det er ikke plass til å lagre mer. Frigjør plass på disken.', { cause });
}

function forbiddenFile(cause: unknown): StoreError {
  const message = 'Boten får ikke skrive i filen den lagrer i. Gi den lese- og skrivetilgang til filen og mappen.';
  return new StoreError('forbidden', message, { cause });
}

/** Somebody's file stands where the bot's is to be. */
export function notTheBots(cause?: unknown): StoreError {
  const message = 'DATABASE_URL peker på en fil som ikke er botens. Velg et navn som slutter på «.sqlite».';
  return new StoreError('forbidden', message, { cause });
}

function busyFile(cause: unknown): StoreError {
  const message = 'Filen boten lagrer i, kan ikke brukes akkurat nå. Går det ikke over, så se etter feil på disken.';
  return new StoreError('unreachable', message, { cause });
}

function otherTrouble(cause: unknown): StoreError {
  return new StoreError('other', 'Noe gikk galt med lagringen. Feilen er logget.', { cause });
}

function hasErrcode(error: unknown): error is Error & { errcode: number } {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number';
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
