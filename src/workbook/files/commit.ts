import { forget } from './leftovers.ts';
import type { FilePlace } from './place.ts';
import { discard, moveIn, type NewContent, type Staged, stage } from './replace.ts';

/** What one edit changes: a text file has its log in another file, an .xlsx has it inside. */
export interface NewContents {
  readonly table: NewContent;
  readonly log: NewContent | null;
}

/** An edit that is ready to be carried out. */
export interface Commit extends NewContents {
  readonly place: FilePlace;
  readonly ref: string;
  /** Asked when everything is ready: whether nobody has saved or opened anything meanwhile. May throw WorkbookError. */
  mayStill(): Promise<boolean>;
}

/**
 * Puts new content in place, all of it or nothing. The log comes first, so no change is ever without its line; and the
 * table's new content lies beside it until it is in place, so that whoever comes after a crash in between knows that the
 * line is about nothing, and takes it away (`clearLeftovers`).
 *
 * @returns false when somebody has saved one of the files meanwhile
 * @throws WorkbookError
 */
export async function commit(ready: Commit): Promise<boolean> {
  const table = await stage(ready.table, ready.ref);
  let isLogged = false;
  try {
    if (ready.log === null) return (await ready.mayStill()) && (await moveIn(table));
    isLogged = await writeLog(ready, ready.log);
  } finally {
    // What has come into its place is no longer there to be removed.
    if (!isLogged) await discard(table.path);
  }
  return isLogged && moveInOrForget(ready, table);
}

async function writeLog({ ref, mayStill }: Commit, content: NewContent): Promise<boolean> {
  const log = await stage(content, ref);
  try {
    return (await mayStill()) && (await moveIn(log));
  } finally {
    await discard(log.path);
  }
}

async function moveInOrForget({ place, ref }: Commit, table: Staged): Promise<boolean> {
  let isDone = false;
  try {
    isDone = await moveIn(table);
    return isDone;
  } finally {
    if (!isDone) {
      await forget(place, table.content.file.path, ref);
      // Only now: until the log is right, it tells the next edit that it is not.
      await discard(table.path);
    }
  }
}
