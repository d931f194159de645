import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { closest, distance } from 'fastest-levenshtein';
import {
  neitherFileNorFolder,
  noTables,
  notFound,
  oldExcel,
  saysMissing,
  tooLarge,
  unknownKind,
  unreachable,
} from './trouble.ts';

/** One file that holds tabs. */
export interface TableFile {
  readonly path: string;
  /** The file's own name with its ending, without folders. */
  readonly name: string;
  readonly kind: 'delimited' | 'xlsx';
  /** In bytes. */
  readonly size: number;
  /** Nanoseconds since 1970: two edits within one millisecond are still told apart. */
  readonly modified: bigint;
}

/** The limit for one file, and for the files of a folder together. The user guide promises 20 MB. */
export const MAX_BYTES = 20 * 1024 ** 2;

const delimitedEndings = ['.tsv', '.csv', '.txt'];
const xlsxEndings = ['.xlsx', '.xlsm'];
const oldExcelEndings = ['.xls', '.xlsb'];

/**
 * The files that make up the workbook at `path`, looked up without opening any: the file itself, or the table files
 * of the folder in a steady order of their names.
 *
 * @throws WorkbookError when nothing readable stands there, or it is over 20 MB
 */
export async function listTableFiles(path: string): Promise<readonly TableFile[]> {
  const found = await look(path);
  if (found === null) throw notFound(displayName(path), await similarName(path));

  const files = found.isDirectory() ? await filesInFolder(path) : [singleFile(path, found)];
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (size > MAX_BYTES) throw tooLarge(displayName(path), size, MAX_BYTES);
  return files;
}

/** What a person calls the file or folder: its last name, also for `.` and for a path that ends in a slash. */
export const displayName = (path: string): string => basename(resolve(path));

/** The tab's name when a file is one tab: the file name without its ending, composed (macOS stores å as a + ring). */
export const tabName = (fileName: string): string => basename(fileName, extname(fileName)).normalize('NFC');

/** A steady order is enough: waking up the machine's collation tables would take longer than reading the files. */
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

type Stats = NonNullable<Awaited<ReturnType<typeof look>>>;

function singleFile(path: string, stats: Stats): TableFile {
  const name = displayName(path);
  if (!stats.isFile()) throw neitherFileNorFolder(name);
  if (endsWith(name, oldExcelEndings)) throw oldExcel(name);

  const kind = kindOf(name);
  if (kind === null) throw unknownKind(name);
  return tableFile(path, name, kind, stats);
}

async function filesInFolder(folder: string): Promise<readonly TableFile[]> {
  const names = (await namesIn(folder)).filter((name) => !name.startsWith('.') && !name.startsWith('~$'));
  const files = await Promise.all(
    names
      .filter((name) => kindOf(name) === 'delimited')
      .map(async (name) => {
        const path = join(folder, name);
        const stats = await look(path);
        return stats?.isFile() ? [tableFile(path, name, 'delimited', stats)] : [];
      }),
  );

  const tables = files.flat().toSorted((a, b) => byCodeUnit(tabName(a.name), tabName(b.name)));
  if (tables.length > 0) return tables;
  throw noTables(displayName(folder), names.find((name) => kindOf(name) === 'xlsx') ?? null);
}

const tableFile = (path: string, name: string, kind: TableFile['kind'], stats: Stats): TableFile => ({
  path,
  name,
  kind,
  size: Number(stats.size),
  modified: stats.mtimeNs,
});

function kindOf(name: string): TableFile['kind'] | null {
  if (endsWith(name, delimitedEndings)) return 'delimited';
  return endsWith(name, xlsxEndings) ? 'xlsx' : null;
}

const endsWith = (name: string, endings: readonly string[]): boolean => endings.includes(extname(name).toLowerCase());

async function look(path: string) {
  try {
    return await stat(path, { bigint: true });
  } catch (error) {
    if (saysMissing(error)) return null;
    throw unreachable(displayName(path), error);
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    throw unreachable(displayName(folder), error);
  }
}

/** The nearest name beside the one that is missing, when it is near enough to be a slip of the fingers. */
async function similarName(path: string): Promise<string | null> {
  const wanted = displayName(path);
  const siblings = await namesIn(dirname(resolve(path))).catch(() => []);
  const candidates = siblings.filter((name) => !name.startsWith('.') && name !== wanted);
  if (candidates.length === 0) return null;

  const spelling = (name: string) => name.normalize('NFC').toLowerCase();
  const nearest = closest(spelling(wanted), candidates.map(spelling));
  if (distance(spelling(wanted), nearest) > Math.max(2, wanted.length / 3)) return null;
  return candidates.find((name) => spelling(name) === nearest) ?? null;
}
