import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TemplateError, templateFiles, writeTemplates } from '#src/cli/maler.ts';
import { momentAt } from '#src/domain/day.ts';
import { DEFAULT_INNSTILLINGER } from '#src/domain/innstillinger.ts';
import { readModel } from '#src/sheets/read-model.ts';
import { templateLayout } from '#src/sheets/template.ts';
import { openFileWorkbook } from '#src/workbook/file-workbook.ts';
import { writeXlsx } from '#src/workbook/xlsx/writer.ts';
import { folderWith } from '../support/workbook-files.ts';
import { cellUnder, openXlsx, sheetOf } from '../support/xlsx-opened.ts';

const files = await templateFiles();

function bytesOf(name: string): Uint8Array {
  const bytes = files.get(name);
  if (!bytes) throw new Error(`No template ${name}`);
  return bytes;
}

async function modelOf(folder: string) {
  const read = (name: string) => openFileWorkbook(join(folder, name)).read();
  return readModel({
    withKpi: true,
    handlingsplan: await read('handlingsplan.xlsx'),
    kapasitet: await read('kapasitet.xlsx'),
    readAt: momentAt(Date.UTC(2024, 5, 3, 6)),
    examples: [],
  });
}

describe('the checked-in templates', () => {
  test.each([...files.keys()])('%s is what the contracts say', async (name) => {
    const checkedIn = await readFile(join('sheets-templates', name));
    const isCurrent = Buffer.from(bytesOf(name)).equals(checkedIn);
    expect(isCurrent, 'run `npm run bot -- maler --til sheets-templates`').toBe(true);
  });

  test('come out the same, byte for byte, every time', async () => {
    expect(await templateFiles()).toEqual(files);
  });
});

describe('reading a blank template', () => {
  test('gives no faults, no data, and one row skipped in each tab', async () => {
    const model = await modelOf(await folderWith(Object.fromEntries(files)));
    expect(model.faults).toEqual([]);
    expect(model.missingTabs).toEqual([]);
    expect(model.plan?.tiltak).toEqual([]);
    expect(model.kapasitet).toEqual([]);
    expect([model.kommuneStatuses, model.kontakter, model.kpi, model.kpiRows]).toEqual([[], [], [], []]);
    expect(
      model.tabs.map(({ sheet, headingRows, skipped, ignored }) => [sheet, headingRows, skipped, ignored]),
    ).toEqual(model.tabs.map(({ sheet }) => [sheet, [1], 1, []]));
    expect(model.tabs).toHaveLength(7);
  });

  test('gives the usual settings', async () => {
    const model = await modelOf(await folderWith(Object.fromEntries(files)));
    expect(model.innstillinger).toEqual(DEFAULT_INNSTILLINGER);
  });
});

describe('filling in a template', () => {
  test('what is typed in the first free row is read back as typed', async () => {
    const xlsx = await openXlsx(bytesOf('handlingsplan.xlsx'));
    const sheet = sheetOf(xlsx, 'Handlingsplan');
    const typed = {
      Aktivitet: '1. Kvalitetsindikatorer',
      Nr: '1.10',
      Tiltak: 'Lage mal for rapportering',
      Tidsrom: 'Innen 1.5.24',
      Prioritet: 'Høy',
      Status: 'Mindre avvik, men håndteres',
    };
    for (const [heading, text] of Object.entries(typed)) cellUnder(sheet, heading, 3).value = text;
    const filled = await xlsx.xlsx.writeBuffer();

    const folder = await folderWith({ ...Object.fromEntries(files), 'handlingsplan.xlsx': filled });
    const { plan, faults } = await modelOf(folder);
    expect(faults).toEqual([]);
    expect(plan?.tiltak).toMatchObject([
      {
        nr: '1.10',
        aktivitet: '1',
        text: 'Lage mal for rapportering',
        frist: { kind: 'by', end: '2024-05-01' },
        prioritet: 'hoy',
        status: 'minor-deviation',
        cell: 'Handlingsplan!C3',
      },
    ]);
  });
});

describe('writing the templates', () => {
  test('makes the folder and answers with the files', async () => {
    const folder = join(await folderWith({}), 'ny', 'mappe');
    expect(await writeTemplates(folder)).toEqual(['handlingsplan.xlsx', 'kapasitet.xlsx']);
    expect((await readdir(folder)).sort()).toEqual(['handlingsplan.xlsx', 'kapasitet.xlsx']);
    expect(new Uint8Array(await readFile(join(folder, 'kapasitet.xlsx')))).toEqual(bytesOf('kapasitet.xlsx'));
  });

  test('replaces a blank template from an older version', async () => {
    const older = await writeXlsx({ ...templateLayout('handlingsplan'), sheets: templateLayout('kapasitet').sheets });
    const folder = await folderWith({ 'handlingsplan.xlsx': older });
    await writeTemplates(folder);
    expect(new Uint8Array(await readFile(join(folder, 'handlingsplan.xlsx')))).toEqual(bytesOf('handlingsplan.xlsx'));
  });

  test.each<[string, () => Promise<Uint8Array>]>([
    ['somebody’s own file', async () => new TextEncoder().encode('min plan')],
    ['an empty file', async () => new Uint8Array()],
    ['a template that somebody has saved', async () => (await openXlsx(bytesOf('kapasitet.xlsx'))).xlsx.writeBuffer()],
  ])('never replaces %s, and then writes nothing', async (_, make) => {
    const own = await make();
    const folder = await folderWith({ 'kapasitet.xlsx': own });
    await expect(writeTemplates(folder)).rejects.toThrow(/^«kapasitet\.xlsx» finnes fra før og er ikke en tom mal/);
    expect(await readdir(folder)).toEqual(['kapasitet.xlsx']);
    expect(new Uint8Array(await readFile(join(folder, 'kapasitet.xlsx')))).toEqual(new Uint8Array(own));
  });

  test('says so when a file stands where the folder should be', async () => {
    const path = join(await folderWith({}), 'maler');
    await writeFile(path, '');
    await expect(writeTemplates(path)).rejects.toThrow(TemplateError);
    await expect(writeTemplates(join(path, 'under'))).rejects.toThrow(/Det ligger en fil der mappen/);
  });

  test('says so when a folder stands where a template should be', async () => {
    const folder = await folderWith({});
    await mkdir(join(folder, 'kapasitet.xlsx'));
    await expect(writeTemplates(folder)).rejects.toThrow(/Det ligger en mappe der malen skulle vært/);
  });
});
