import { type FileHandle, open, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { WorkbookError } from '#src/workbook/workbook.ts';
import { ownedByOther, unwritable } from '#src/workbook/write-trouble.ts';
import { stampOf } from './place.ts';
import type { HeldFile } from './reading.ts';
import { errorCode } from './trouble.ts';

/** New content for a file. */
export interface NewContent {
  readonly file: HeldFile;
  readonly bytes: Uint8Array;
  /** The file whose permissions it gets when it is made. */
  readonly like: HeldFile;
}

/** New content that is safe on the disk beside the file, and not yet in it. */
export interface Staged {
  readonly content: NewContent;
  /** The name begins with a dot, so no reader takes it for a tab. */
  readonly path: string;
}

/** The name of the new content of a file until it takes its place; `ref` names the edit. */
const stagedPath = (path: string, ref: string): string => join(dirname(path), `.${basename(path)}.${ref}.ny`);

/** Writes the new content beside the file, with its permissions and owner. Throws WorkbookError, and leaves nothing. */
export async function stage(content: NewContent, ref: string): Promise<Staged> {
  const { file, bytes, like } = content;
  const path = stagedPath(file.path, ref);
  try {
    const handle = await open(path, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await takeAfter(handle, file.stamp === null ? like : file, file);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await syncFolder(path);
    return { content, path };
  } catch (error) {
    await discard(path);
    throw error instanceof WorkbookError ? error : unwritable(file.name, error);
  }
}

/**
 * Puts the content in the file's place in one step, unless somebody has saved the file since it was read.
 *
 * @returns whether it was done
 */
export async function moveIn({ content: { file }, path }: Staged): Promise<boolean> {
  try {
    if ((await stampOf(file.path)) !== file.stamp) return false;
    await rename(path, file.path);
  } catch (error) {
    throw unwritable(file.name, error);
  }
  // It stands there now, so nobody is to hear that it does not, whatever a power cut in this second would do.
  await syncFolder(file.path).catch(() => undefined);
  return true;
}

/** Removes what was staged. What cannot be removed now is found by the next edit. */
export const discard = (path: string): Promise<void> => unlink(path).catch(() => undefined);

/** Gives the new file the old one's permissions, and its owner where the machine lets us. */
async function takeAfter(handle: FileHandle, model: HeldFile, file: HeldFile): Promise<void> {
  const [wanted, own] = await Promise.all([stat(model.path), handle.stat()]);
  if (wanted.uid !== own.uid || wanted.gid !== own.gid) {
    await handle.chown(wanted.uid, wanted.gid).catch(() => {
      // Whoever keeps the file would lose it. A file that is new is nobody's yet.
      if (file.stamp !== null) throw ownedByOther(file.name);
    });
  }
  await handle.chmod(wanted.mode & 0o7777);
}

/** Without it a power cut may undo the renaming of a file, though not what stands in it. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(dirname(path), 'r');
    await folder.sync().finally(() => folder.close());
  } catch (error) {
    // Windows and some network drives have no such thing.
    if (!['EPERM', 'EISDIR', 'EINVAL', 'EBADF', 'EACCES', 'ENOTSUP'].includes(errorCode(error))) throw error;
  }
}
