import { writeFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { openFileEditor } from '#src/workbook/file-editor.ts';
import { openFileWorkbook } from '#src/workbook/file-workbook.ts';
import { WorkbookError } from '#src/workbook/workbook.ts';
import type { EditorMaker, MadeEditor } from './editor-maker.ts';
import { folderWith, xlsxBytes } from './workbook-files.ts';
import type { TabContent } from './workbook-maker.ts';

const unparsed = ({ rows }: TabContent, delimiter: string): string =>
  Papa.unparse(
    rows.map((row) => [...row]),
    { delimiter },
  );

const folderOf =
  (ending: string, delimiter: string): EditorMaker =>
  async (tabs) => {
    const path = join(await folderWith({}), 'ark');
    await mkdir(path);
    const prepare = async (content: readonly TabContent[]) => () => {
      for (const tab of content) writeFileSync(join(path, `${tab.name}${ending}`), unparsed(tab, delimiter));
    };
    (await prepare(tabs))();
    return { ...opened(path, path), prepare };
  };

export const tsvFolderEditor = folderOf('.tsv', '\t');
export const csvFolderEditor = folderOf('.csv', ';');

/** One file is one tab, named after the file. */
export const tsvFileEditor: EditorMaker = async ([first]) => {
  if (first === undefined) throw new Error('A file has a tab');
  const path = join(await folderWith({}), `${first.name}.tsv`);
  const prepare =
    async ([tab = first]: readonly TabContent[]) =>
    () =>
      writeFileSync(path, unparsed(tab, '\t'));
  (await prepare([first]))();
  return { ...opened(path, path.replace(/\.tsv$/, '.logg.tsv')), prepare };
};

export const xlsxEditor: EditorMaker = async (tabs) => {
  const path = join(await folderWith({}), 'ark.xlsx');
  const prepare = async (content: readonly TabContent[]) => {
    const bytes = await xlsxBytes(tabs.map((tab) => content.find(({ name }) => name === tab.name) ?? tab));
    return () => writeFileSync(path, bytes);
  };
  (await prepare(tabs))();
  return { ...opened(path, path), prepare };
};

/** @param logPath - the workbook that the log is a tab of */
const opened = (path: string, logPath: string): Omit<MadeEditor, 'prepare'> => ({
  editor: openFileEditor(path),
  workbook: openFileWorkbook(path),
  async log() {
    try {
      const { tabs } = await openFileWorkbook(logPath).read();
      return tabs.find(({ name }) => /(?:^|\.)logg$/i.test(name))?.rows ?? [];
    } catch (error) {
      if (error instanceof WorkbookError && error.trouble === 'not-found') return [];
      throw error;
    }
  },
  remove: () => rm(path, { recursive: true }),
});
