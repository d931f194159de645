import { basename, dirname, extname, join } from 'node:path';
import { LOGG } from '#src/workbook/edit.ts';
import { tabName } from './table-files.ts';

/** Whether a tab by this name is the log. Neither Excel nor Windows lets «Logg» and «logg» stand beside each other. */
export const isLog = (name: string): boolean => name.normalize('NFC').toLowerCase() === LOGG.name.toLowerCase();

/** Whether a text file by this name is the log of the folder it stands in. */
export const isLogFile = (fileName: string): boolean =>
  ['.tsv', '.csv', '.txt'].includes(extname(fileName).toLowerCase()) && isLog(tabName(fileName));

/**
 * The log of a text file that is a workbook of its own: `plan.logg.tsv` beside `plan.tsv`. It cannot stand in the file
 * itself, which is one tab, and not in a `Logg.tsv`, where the logs of unrelated files would run together.
 */
export function logBeside(path: string): string {
  const ending = extname(path);
  return join(dirname(path), `${basename(path, ending)}.${LOGG.name.toLowerCase()}${ending}`);
}
