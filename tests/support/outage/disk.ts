import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, renameSync, statSync, truncateSync, writeSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const PAGE = 4096;

/** Comes with Linux (util-linux). */
const PRLIMIT = 'prlimit';

/** What can happen to a file. */
export const DAMAGES: readonly (readonly [what: string, damage: (file: string) => void])[] = [
  ['its header is overwritten', (file) => overwrite(file, 0, Buffer.from('Dette er ikke en database. '.repeat(40)))],
  ['it is cut short', (file) => truncateSync(file, 3 * PAGE + 100)],
  ['some of its pages are overwritten', (file) => overwrite(file, PAGE, Buffer.alloc(8 * PAGE, 0xa5))],
];

/** Writes nonsense over all of it, while it is open, and leaves nobody with a copy of what stood there. */
export function ruin(file: string): void {
  const db = new DatabaseSync(file, { timeout: 2000 });
  db.exec("insert into notes (name, value) values ('berørt', '1') on conflict do nothing");
  db.exec('pragma wal_checkpoint(truncate)');
  db.close();
  overwrite(file, 0, Buffer.alloc(statSync(file).size, 0xa5));
}

/** Moves a file away with all that belongs to it. */
export function takeAway(file: string): void {
  const folder = path.dirname(file);
  for (const name of readdirSync(folder)) {
    if (name.startsWith(path.basename(file))) renameSync(path.join(folder, name), path.join(folder, `borte-${name}`));
  }
}

export function fileOf(databaseUrl: string): string {
  return databaseUrl.replace('file:', '');
}

/** What this process and those it starts write to files is refused, as on a full disk, while something is done. */
export async function withoutRoom<T>(work: () => Promise<T>): Promise<T> {
  limitFileSize('0');
  try {
    return await work();
  } finally {
    limitFileSize('unlimited');
  }
}

export function canLimit(): boolean {
  try {
    execFileSync(PRLIMIT, ['--pid', `${process.pid}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function limitFileSize(bytes: string): void {
  execFileSync(PRLIMIT, ['--pid', `${process.pid}`, `--fsize=${bytes}:unlimited`]);
}

function overwrite(file: string, at: number, bytes: Buffer): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}
