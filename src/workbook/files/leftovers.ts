import { readdir, realpath } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { removeFromLog } from '#src/workbook/delimited/log.ts';
import { newRef, REF_LENGTH } from '#src/workbook/log-lines.ts';
import { busy } from '#src/workbook/write-trouble.ts';
import { isLogFile, logBeside } from './log-file.ts';
import type { FilePlace } from './place.ts';
import { hold } from './reading.ts';
import { discard, moveIn, stage } from './replace.ts';
import type { TableFile } from './table-files.ts';
import { unreachable } from './trouble.ts';

const LEFTOVER = new RegExp(`^\\.(?<name>.+)\\.(?<ref>[a-z]{${REF_LENGTH}})\\.ny$`);

/**
 * Tidies up after a bot that was stopped in the middle of an edit: new content that never came into its place is removed,
 * and so are the lines that the log already has about it. To be called with the lock held.
 *
 * @throws WorkbookError
 */
export async function clearLeftovers(place: FilePlace): Promise<void> {
  const folders = new Set([place.folder, ...(await realFolders(place.files))]);
  for (const folder of folders) {
    for (const entry of await namesIn(folder)) {
      const { name, ref } = LEFTOVER.exec(entry)?.groups ?? {};
      if (name !== undefined && ref !== undefined && belongsTo(place, name)) {
        await forget(place, join(folder, name), ref);
        await discard(join(folder, entry));
      }
    }
  }
}

/** Removes the lines about an edit that was not carried out, from whichever log has them. */
export async function forget(place: FilePlace, path: string, ref: string): Promise<void> {
  for (const logPath of await logsFor(place, path)) {
    const log = await hold(logPath, basename(logPath));
    const bytes = removeFromLog(log, ref);
    if (bytes === null) continue;
    const staged = await stage({ file: log, bytes, like: log }, newRef());
    const isDone = await moveIn(staged).finally(() => discard(staged.path));
    if (!isDone) throw busy(log.name);
  }
}

/** An .xlsx has a lock of its own, and somebody else may be editing it. */
function belongsTo({ files }: FilePlace, name: string): boolean {
  const isXlsx = (file: string) => /\.xls[xm]$/i.test(file);
  return isXlsx(name)
    ? files.some((file) => file.kind === 'xlsx' && basename(file.path) === name)
    : !files.some(isBook);
}

const isBook = ({ kind }: TableFile): boolean => kind === 'xlsx';

/** A text file may have been edited as a tab of its folder, or as a workbook of its own. */
async function logsFor({ folder }: FilePlace, path: string): Promise<readonly string[]> {
  const names = (await namesIn(folder)).filter(isLogFile).map((name) => join(folder, name));
  return extname(path).startsWith('.xls') ? [] : [...new Set([...names, logBeside(path)])];
}

const realFolders = (files: readonly TableFile[]): Promise<readonly string[]> =>
  Promise.all(files.map(async ({ path }) => dirname(await realpath(path).catch(() => path))));

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    throw unreachable(basename(folder), error);
  }
}
