import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { displayName, listTableFiles, type TableFile } from './table-files.ts';
import { saysMissing, unreachable } from './trouble.ts';

/** Where a workbook of files really stands, symbolic links followed. */
export interface FilePlace {
  readonly files: readonly TableFile[];
  readonly isFolder: boolean;
  /** The folder that its files stand in. */
  readonly folder: string;
  /** The file that keeps others from editing at the same time; it begins with a dot, so no reader takes it for a tab. */
  readonly lock: string;
}

/**
 * Looks up the workbook at `path`. Text files share their folder's lock, however the bot was pointed at them: one file
 * may be a workbook of its own and a tab of the folder's.
 *
 * @throws WorkbookError when it cannot be read
 */
export async function placeOf(path: string): Promise<FilePlace> {
  const files = await listTableFiles(path);
  try {
    const real = await realpath(path);
    const isFolder = (await stat(real)).isDirectory();
    const folder = isFolder ? real : dirname(real);
    const locked = files.some(({ kind }) => kind === 'xlsx') ? real : folder;
    return { files, isFolder, folder, lock: join(folder, `.${basename(locked)}.laas`) };
  } catch (error) {
    throw unreachable(displayName(path), error);
  }
}

/** What a file was at one moment: two equal stamps are the same content. Null when it is not there. */
export async function stampOf(path: string): Promise<string | null> {
  try {
    const { dev, ino, size, mtimeNs } = await stat(path, { bigint: true });
    return [dev, ino, size, mtimeNs].join(' ');
  } catch (error) {
    if (saysMissing(error)) return null;
    throw error;
  }
}
