import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { WORKBOOK_NAMES } from '#src/sheets/contract.ts';

/** The templates could not be written. `message` is one Norwegian sentence or two for the one who asked. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

/** The blank templates as files: name → bytes, the same on every run and machine. */
export async function templateFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const [{ templateLayout }, { writeXlsx }] = await Promise.all([
    import('#src/sheets/template.ts'),
    import('#src/workbook/xlsx/writer.ts'),
  ]);
  const files = new Map<string, Uint8Array>();
  for (const name of WORKBOOK_NAMES) files.set(`${name}.xlsx`, await writeXlsx(templateLayout(name)));
  return files;
}

/**
 * Writes the blank templates into a folder, which is made when it is missing, and answers with their file names.
 *
 * A file that stands there is replaced only when it is a template of ours that nobody has changed or saved since (also
 * one from an older version); a plan that somebody has begun on is never lost. One such file, and nothing is written.
 *
 * @throws TemplateError when a file would be lost, or the folder cannot be written in
 */
export async function writeTemplates(folder: string): Promise<readonly string[]> {
  const files = [...(await templateFiles())];
  try {
    await makeFolder(folder);
    const places = await Promise.all(files.map(([name, bytes]) => placeFor(folder, name, bytes)));
    for (const { path, bytes, flag } of places) await writeFile(path, bytes, { flag });
  } catch (error) {
    throw error instanceof TemplateError ? error : cannotWrite(folder, error);
  }
  return files.map(([name]) => name);
}

/** Node's own recursive mkdir never ends on file systems that deny that a folder can be made, such as /proc. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && (await stat(folder)).isDirectory()) return;
    const parent = dirname(folder);
    if (codeOf(error) !== 'ENOENT' || parent === folder) throw error;
    await makeFolder(parent);
    await mkdir(folder);
  }
}

interface Place {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** A file that was not there when we looked must not be there when we write. */
  readonly flag: 'w' | 'wx';
}

async function placeFor(folder: string, name: string, bytes: Uint8Array): Promise<Place> {
  const path = join(folder, name);
  const existing = await readIfThere(path);
  if (existing === null) return { path, bytes, flag: 'wx' };

  const { isUntouched } = await import('#src/workbook/xlsx/pack.ts');
  if (!isUntouched(existing)) {
    throw new TemplateError(
      `«${name}» finnes fra før og er ikke en tom mal, så ingenting er skrevet. Flytt filen, eller velg en annen mappe med --til.`,
    );
  }
  return { path, bytes, flag: 'w' };
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function cannotWrite(folder: string, cause: unknown): TemplateError {
  const why = {
    EACCES: 'Du har ikke lov til å skrive der.',
    EPERM: 'Du har ikke lov til å skrive der.',
    EROFS: 'Disken kan bare leses.',
    ENOENT: 'Der kan det ikke lages mapper.',
    EEXIST: 'Det ligger en fil der mappen eller malen skulle vært.',
    ENOTDIR: 'Det ligger en fil der mappen skulle vært.',
    EISDIR: 'Det ligger en mappe der malen skulle vært.',
    EBUSY: 'Filen er åpen i et annet program.',
    ENOSPC: 'Disken er full.',
  }[codeOf(cause)];
  return new TemplateError(`Fikk ikke skrevet malene i «${folder}». ${why ?? 'Velg en annen mappe med --til.'}`, {
    cause,
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
