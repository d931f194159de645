import { readFile } from 'node:fs/promises';
import { once } from '#src/once.ts';
import { parseDelimited } from './delimited/parse.ts';
import { decodeText, looksLikeText } from './delimited/text-encoding.ts';
import { displayName, listTableFiles, type TableFile, tabName } from './files/table-files.ts';
import { notFound, notText, saysMissing, unreachable } from './files/trouble.ts';
import type { Tab, Workbook } from './workbook.ts';

/**
 * The workbook in a file or folder: a folder of .tsv, .csv and .txt files (one tab each, named after the file), one
 * such file, or one .xlsx or .xlsm. What stands there is decided anew each time it is looked at.
 *
 * @param path - as the person wrote it; relative to the working directory
 */
export function openFileWorkbook(path: string): Workbook {
  return {
    name: displayName(path),
    version: async () => versionOf(await listTableFiles(path)),
    read: async () => {
      // Listed first: if somebody saves while we read, the version is the old one and the next look reads again.
      const files = await listTableFiles(path);
      const tabs = await Promise.all(files.map(async (file) => tabsIn(file, await readBytes(file))));
      return { tabs: tabs.flat(), version: versionOf(files) };
    },
  };
}

const versionOf = (files: readonly TableFile[]): string =>
  JSON.stringify(files.map(({ name, size, modified }) => [name, size, String(modified)]));

/** The tabs in the bytes of one file. Throws WorkbookError. */
export async function tabsIn(file: TableFile, bytes: Uint8Array): Promise<readonly Tab[]> {
  // A file of no bytes is what «Ny fil» makes: a workbook where nobody has written anything yet.
  if (bytes.length === 0) return [tabOf(file, [])];
  if (file.kind === 'xlsx') {
    const { readXlsx } = await import('./xlsx/reader.ts');
    return readXlsx(bytes, file.name);
  }

  const text = decodeText(bytes);
  if (!looksLikeText(text)) throw notText(file.name);
  return [
    lazyTab(
      file,
      once(() => parseDelimited(text, file.name)),
    ),
  ];
}

const tabOf = (file: TableFile, rows: Tab['rows']): Tab => ({ name: tabName(file.name), rows, merges: [], url: null });

/** Taken apart when somebody first looks at it: most questions are about one tab of the many in a folder. */
const lazyTab = (file: TableFile, rows: () => Tab['rows']): Tab => ({
  ...tabOf(file, []),
  get rows() {
    return rows();
  },
});

async function readBytes({ path, name }: TableFile): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw saysMissing(error) ? notFound(name, null) : unreachable(name, error);
  }
}
