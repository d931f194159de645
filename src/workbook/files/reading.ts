import { readFile, realpath } from 'node:fs/promises';
import { tabsIn } from '#src/workbook/file-workbook.ts';
import type { Tab } from '#src/workbook/workbook.ts';
import { type FilePlace, stampOf } from './place.ts';
import type { TableFile } from './table-files.ts';
import { notFound, saysMissing, unreachable } from './trouble.ts';

/** A file as it was when it was read. */
export interface HeldFile {
  /** Where it really stands, symbolic links followed. */
  readonly path: string;
  /** What people call it. */
  readonly name: string;
  /** Null when there is no such file yet. */
  readonly stamp: string | null;
  readonly bytes: Uint8Array;
}

/** A file of the workbook, with the tabs that its readers see. */
export interface ReadFile extends HeldFile {
  readonly kind: TableFile['kind'];
  readonly tabs: readonly Tab[];
}

/** Reads every file of the workbook, by the reader that questions are answered with. Throws WorkbookError. */
export const readPlace = (place: FilePlace): Promise<readonly ReadFile[]> => Promise.all(place.files.map(readTable));

async function readTable(file: TableFile): Promise<ReadFile> {
  const held = await hold(file.path, file.name);
  if (held.stamp === null) throw notFound(file.name, null);
  return { ...held, kind: file.kind, tabs: await tabsIn(file, held.bytes) };
}

/** A file that need not be there. */
export async function hold(path: string, name: string): Promise<HeldFile> {
  try {
    const real = await realpath(path);
    // Looked at first: a file that is saved while we read it is found to have changed.
    const stamp = await stampOf(real);
    return { path: real, name, stamp, bytes: await readFile(real) };
  } catch (error) {
    if (saysMissing(error)) return { path, name, stamp: null, bytes: new Uint8Array() };
    throw unreachable(name, error);
  }
}
