import { randomUUID } from 'node:crypto';
import { open, readdir, readFile, stat, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { RealTime } from '#src/real-time.ts';
import { errorCode, saysMissing } from './trouble.ts';

/** A lock file that this process holds. */
export interface FileLock {
  /** Whether nobody has taken it over, such as while the machine slept. */
  isMine(): Promise<boolean>;
  release(): Promise<void>;
}

/** An edit takes a second at most; who holds a lock longer is dead or asleep, on this machine or another. */
const STALE_MS = 30_000;

/** Whoever has made the file and not yet written who it is, does so at once or never. */
const NAMELESS_MS = 2_000;

/** How long to wait for somebody who is alive. */
const PATIENCE_MS = 10_000;

/** What stands in the file; the token names this one taking of the lock. */
interface Owner {
  readonly token: string;
  readonly pid: number;
  readonly host: string;
}

/** A lock file that is there. Its owner is null when it has not been written yet, or never will be. */
interface Found {
  readonly owner: Owner | null;
  readonly madeAt: number;
}

/** The locks that this process holds: after a restart in a container the same number is somebody else's. */
const held = new Set<string>();

/**
 * Takes the lock, and waits for whoever has it. The file is made with `wx`, which works on network drives too, as the
 * locks of the operating system do not.
 *
 * @returns null when somebody still has it after ten seconds
 */
export async function takeLock(path: string, time: RealTime): Promise<FileLock | null> {
  const token = randomUUID();
  const until = time.now() + PATIENCE_MS;
  while (!(await make(path, token))) {
    const other = await look(path);
    if (other !== null && isStale(other, time)) await takeAway(path, other, time);
    else if (time.now() > until) return null;
    else await time.sleep(5 + Math.random() * 20);
  }
  await clearRights(path);
  return {
    isMine: async () => (await look(path))?.owner?.token === token,
    release: async () => {
      const mine = await look(path);
      if (mine?.owner?.token === token) await takeAway(path, mine, time);
      held.delete(token);
    },
  };
}

async function make(path: string, token: string): Promise<boolean> {
  const file = await open(path, 'wx').catch((error: unknown) => {
    if (errorCode(error) === 'EEXIST') return null;
    throw error;
  });
  if (file === null) return false;
  held.add(token);
  try {
    await file.writeFile(`${JSON.stringify({ token, pid: process.pid, host: hostname() } satisfies Owner)}\n`);
  } catch (error) {
    held.delete(token);
    await remove(path);
    throw error;
  } finally {
    await file.close();
  }
  return true;
}

async function look(path: string): Promise<Found | null> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    return { owner: parseOwner(text), madeAt: mtimeMs };
  } catch (error) {
    if (saysMissing(error)) return null;
    throw error;
  }
}

function parseOwner(text: string): Owner | null {
  try {
    const { token, pid, host } = JSON.parse(text) as Partial<Owner>;
    const isWhole = typeof token === 'string' && typeof pid === 'number' && typeof host === 'string';
    return isWhole ? { token, pid, host } : null;
  } catch {
    // Caught between being made and being written.
    return null;
  }
}

function isStale({ owner, madeAt }: Found, time: RealTime): boolean {
  // Also from the future: the clock has been set back, and nobody knows how old it is.
  if (Math.abs(time.now() - madeAt) > (owner === null ? NAMELESS_MS : STALE_MS)) return true;
  if (owner === null || owner.host !== hostname()) return false;
  return owner.pid === process.pid ? !held.has(owner.token) : !isAlive(owner.pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/**
 * Removes this lock, and never a newer one. Whoever does it, its owner too, first makes a file named after the lock's
 * token: so one alone looks at the lock once more and removes it, and nobody can take it in between.
 */
async function takeAway(path: string, { owner, madeAt }: Found, time: RealTime): Promise<void> {
  const right = `${path}.${owner?.token ?? 'uten-eier'}`;
  const token = randomUUID();
  if (!(await make(right, token))) {
    const other = await look(right);
    // Its maker died in these few lines.
    if (other !== null && isStale(other, time)) await remove(right);
    else await time.sleep(5);
    return;
  }
  try {
    const now = await look(path);
    if (now !== null && now.owner?.token === owner?.token && now.madeAt === madeAt) await remove(path);
  } finally {
    await remove(right);
    held.delete(token);
  }
}

/** What those left behind who died while they took a lock away. The locks they are about are gone for good. */
async function clearRights(path: string): Promise<void> {
  const names = (await readdir(dirname(path))).filter((name) => name.startsWith(`${basename(path)}.`));
  await Promise.all(names.map((name) => remove(join(dirname(path), name))));
}

async function remove(path: string): Promise<void> {
  await unlink(path).catch((error: unknown) => {
    if (!saysMissing(error)) throw error;
  });
}
