import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook as Xlsx } from '@cj-tech-master/excelts';
import Papa from 'papaparse';
import { onTestFinished } from 'vitest';
import { openFileWorkbook } from '#src/workbook/file-workbook.ts';
import type { Cell } from '#src/workbook/workbook.ts';
import type { TabContent, WorkbookMaker } from './workbook-maker.ts';

/** A folder for this test alone, with these files in it; a name may have folders in front. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'workbook-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

const delimitedFolder =
  (ending: string, delimiter: string): WorkbookMaker =>
  async (tabs) => {
    const path = join(await folderWith({}), 'ark');
    const edit = async (content: readonly TabContent[]) => {
      await rm(path, { recursive: true, force: true });
      await mkdir(path);
      for (const { name, rows } of content) {
        await writeFile(
          join(path, `${name}${ending}`),
          Papa.unparse(
            rows.map((row) => [...row]),
            { delimiter },
          ),
        );
      }
    };
    await edit(tabs);
    return { workbook: openFileWorkbook(path), edit, remove: () => rm(path, { recursive: true }) };
  };

export const tsvFolder = delimitedFolder('.tsv', '\t');
export const csvFolder = delimitedFolder('.csv', ';');

/** Written by another library than the one that reads, so that the two cannot share a misunderstanding. */
export const xlsxFile: WorkbookMaker = async (tabs) => {
  const path = join(await folderWith({}), 'ark.xlsx');
  const edit = async (content: readonly TabContent[]) => writeFile(path, await xlsxBytes(content));
  await edit(tabs);
  return { workbook: openFileWorkbook(path), edit, remove: () => rm(path) };
};

/** An .xlsx with these tabs. */
export async function xlsxBytes(tabs: readonly TabContent[]): Promise<Uint8Array> {
  const xlsx = new Xlsx();
  for (const { name, rows, merges = [] } of tabs) {
    const sheet = xlsx.addWorksheet(name);
    for (const [row, cells] of rows.entries()) {
      for (const [column, cell] of cells.entries()) writeCell(sheet.getCell(row + 1, column + 1), cell);
    }
    for (const { top, left, bottom, right } of merges) sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
  }
  return xlsx.xlsx.writeBuffer();
}

type XlsxCell = ReturnType<ReturnType<Xlsx['addWorksheet']>['getCell']>;

function writeCell(target: XlsxCell, cell: Cell): void {
  if (cell === null) return;
  if (typeof cell !== 'object') {
    target.value = cell;
  } else if ('serial' in cell) {
    target.value = cell.serial;
    target.numFmt = 'dd.mm.yyyy hh:mm';
  } else {
    target.value = { error: cell.error } as typeof target.value;
  }
}
