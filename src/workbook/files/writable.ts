import { access, constants, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { openElsewhere, readOnlyFile, readOnlyFolder } from '#src/workbook/write-trouble.ts';
import type { HeldFile } from './reading.ts';

/**
 * Refuses a file that must not be written to now: it is read-only, or a spreadsheet program has it open and would
 * overwrite the change when it saves.
 *
 * @throws WorkbookError
 */
export async function assertWritable({ path, name, stamp }: HeldFile): Promise<void> {
  for (const mark of openMarks(path)) {
    if (await may(join(dirname(path), mark), constants.F_OK)) throw openElsewhere(name, mark);
  }
  if (!(await may(dirname(path), constants.W_OK))) throw readOnlyFolder(name);
  if (stamp === null) return;
  // Renaming would work all the same, and so would writing as root; but somebody has said that it is not to change.
  const isReadOnly = ((await stat(path)).mode & 0o222) === 0;
  if (isReadOnly || !(await may(path, constants.W_OK))) throw readOnlyFile(name);
}

/** The files that Excel and LibreOffice put beside a file that is open. */
const openMarks = (path: string): readonly string[] => [`~$${basename(path)}`, `.~lock.${basename(path)}#`];

const may = (path: string, mode: number): Promise<boolean> =>
  access(path, mode).then(
    () => true,
    () => false,
  );
