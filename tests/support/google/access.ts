import type { Files, StoredFile } from './files.ts';
import { noSuchEntity, notAllowed, sheetsProblem } from './problem.ts';

/** The spreadsheet the Sheets API reads. Throws Google's answer when there is none, or none for the bot. */
export function readable(files: Files, id: string): StoredFile {
  const file = files.find(id);
  if (!file) throw noSuchEntity();
  if (file.shared === 'no') throw notAllowed();
  if (file.kind === 'xlsx') {
    throw sheetsProblem(400, 'FAILED_PRECONDITION', 'This operation is not supported for this document');
  }
  return file;
}

export function writable(files: Files, id: string): StoredFile {
  const file = readable(files, id);
  if (!mayWrite(file)) throw notAllowed();
  return file;
}

export const mayWrite = ({ shared }: StoredFile): boolean => shared === 'bot' || shared === 'editor';
