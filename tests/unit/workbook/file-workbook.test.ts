import { rename, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFileWorkbook } from '#src/workbook/file-workbook.ts';
import { folderWith } from '../../support/workbook-files.ts';
import { xlsxByHand } from '../../support/xlsx-by-hand.ts';

const table = 'Kommune\tPlasser\nFrøya\t9\n';
const rows = [
  ['Kommune', 'Plasser'],
  ['Frøya', '9'],
];

const open = async (files: Readonly<Record<string, string | Uint8Array>>, path = '') =>
  openFileWorkbook(join(await folderWith(files), path));

const tabNames = async (workbook: ReturnType<typeof openFileWorkbook>) =>
  (await workbook.read()).tabs.map((tab) => tab.name);

describe('a folder', () => {
  test('has one tab for each .tsv, .csv and .txt, always in the same order', async () => {
    const workbook = await open({ 'Åpne.tsv': table, 'Ærlig.CSV': table, 'Øya.txt': table, 'KPI.tsv': table });
    expect(await tabNames(workbook)).toEqual(['KPI', 'Åpne', 'Ærlig', 'Øya']);
  });

  test('may have other files, hidden files and folders beside', async () => {
    const workbook = await open({
      'KPI.tsv': table,
      'les.md': '',
      '.KPI.tsv': '',
      '~$a.xlsx': '',
      'mappe.tsv/x.tsv': table,
    });
    expect(await tabNames(workbook)).toEqual(['KPI']);
  });

  test('gives a tab its name in composed letters, however the disk stores them', async () => {
    const workbook = await open({ [`${'Milepæler på Åfjord'.normalize('NFD')}.tsv`]: table });
    expect(await tabNames(workbook)).toEqual(['Milepæler på Åfjord'.normalize('NFC')]);
  });

  test('leaves out a link that points nowhere', async () => {
    const folder = await folderWith({ 'KPI.tsv': table });
    await symlink(join(folder, 'borte.tsv'), join(folder, 'Lenke.tsv'));
    expect(await tabNames(openFileWorkbook(folder))).toEqual(['KPI']);
  });
});

describe('a file', () => {
  test.each(['Kapasitet.tsv', 'Kapasitet.csv', 'Kapasitet.txt', 'Kapasitet.TSV'])('%s is one tab', async (name) => {
    const workbook = await open({ [name]: table }, name);
    expect(await workbook.read()).toMatchObject({ tabs: [{ name: 'Kapasitet', rows, merges: [], url: null }] });
    expect(workbook.name).toBe(name);
  });

  test.each(['ark.xlsx', 'ark.XLSX', 'med makroer.xlsm'])('%s is a workbook', async (name) => {
    const workbook = await open({ [name]: xlsxByHand({ sheets: { En: '', To: '' } }) }, name);
    expect(await tabNames(workbook)).toEqual(['En', 'To']);
  });

  test.each(['ny.xlsx', 'ny.csv', 'ny.tsv'])('%s without a byte has one empty tab', async (name) => {
    const workbook = await open({ [name]: '' }, name);
    expect((await workbook.read()).tabs).toEqual([{ name: 'ny', rows: [], merges: [], url: null }]);
  });
});

describe('the version', () => {
  const versionsAround = async (change: (folder: string) => Promise<void>) => {
    const folder = await folderWith({ 'A.tsv': table, 'B.tsv': table });
    const workbook = openFileWorkbook(folder);
    const before = await workbook.version();
    await change(folder);
    return { before, after: await workbook.version() };
  };

  test.each<[string, (folder: string) => Promise<void>]>([
    ['a tab is written', (folder) => writeFile(join(folder, 'A.tsv'), `${table}Hitra\t2\n`)],
    ['a tab is saved again with as many letters', (folder) => utimes(join(folder, 'A.tsv'), 0, 1_700_000_000.25)],
    ['a tab is added', (folder) => writeFile(join(folder, 'C.tsv'), '')],
    ['a tab is deleted', (folder) => rm(join(folder, 'B.tsv'))],
    ['a tab is renamed', (folder) => rename(join(folder, 'B.tsv'), join(folder, 'C.tsv'))],
  ])('is new when %s', async (_what, change) => {
    const { before, after } = await versionsAround(change);
    expect(after).not.toBe(before);
  });

  test('is the same when a file that is no tab changes', async () => {
    const { before, after } = await versionsAround((folder) => writeFile(join(folder, 'les.md'), 'x'));
    expect(after).toBe(before);
  });

  test('is told without opening the files', async () => {
    const workbook = await open({ 'ark.xlsx': 'no workbook at all' }, 'ark.xlsx');
    expect(await workbook.version()).not.toBe('');
  });
});

describe('what cannot be opened is told in a sentence, without the folders of the machine', () => {
  const files = { 'plan.tsv': table, 'tom/x.md': '', 'excel/plan.xlsx': '' };

  test.each([
    ['helt-annet.tsv', 'not-found', /^Fant ikke «helt-annet\.tsv»\. Sjekk at navnet og mappen er riktig\.$/],
    ['plann.tsv', 'not-found', /^Fant ikke «plann\.tsv»\. Mente du «plan\.tsv»\?$/],
    ['Plan.csv', 'not-found', /Mente du «plan\.tsv»/],
    ['ingen/slik/mappe.tsv', 'not-found', /^Fant ikke «mappe\.tsv»/],
    ['plan.tsv/ark', 'not-found', /^Fant ikke «ark»/],
    ['tom', 'not-found', /^Mappen «tom» har ingen tabeller/],
    ['excel', 'not-found', /Pek heller rett på «plan\.xlsx»/],
  ])('%s', async (path, trouble, message) => {
    const workbook = await open(files, path);
    for (const look of [workbook.version, workbook.read]) {
      await expect(look()).rejects.toMatchObject({ trouble, message: expect.stringMatching(message) });
    }
  });

  test.each([
    ['plan.xls', /eldre Excel-format.*lagre som \.xlsx/],
    ['plan.ods', /Bruk \.xlsx, \.tsv eller \.csv/],
    ['plan.numbers', /må lagres som \.xlsx/],
    ['plan.pdf', /Kan ikke lese «plan\.pdf»/],
    ['plan', /Kan ikke lese «plan»/],
  ])('a file of another kind: %s', async (name, message) => {
    const workbook = await open({ [name]: 'innhold' }, name);
    await expect(workbook.read()).rejects.toMatchObject({
      trouble: 'unreadable',
      message: expect.stringMatching(message),
    });
  });

  test('a picture behind .csv, also in a folder of tables', async () => {
    const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
    const workbook = await open({ 'KPI.tsv': table, 'bilde.csv': picture });
    await expect(workbook.read()).rejects.toMatchObject({
      trouble: 'unreadable',
      message: expect.stringMatching(/^«bilde\.csv» er ikke en tekstfil/),
    });
  });
});

describe('20 MB is the limit', () => {
  const limit = 20 * 1024 ** 2;
  /** A file of this size, most of it a hole that takes no room on the disk. */
  const withSizes = async (sizes: Readonly<Record<string, number>>) => {
    const folder = await folderWith(Object.fromEntries(Object.keys(sizes).map((name) => [name, ''])));
    for (const [name, size] of Object.entries(sizes)) await truncate(join(folder, name), size);
    return folder;
  };

  test('for a file', async () => {
    const folder = await withSizes({ 'ark.xlsx': limit + 1 });
    await expect(openFileWorkbook(join(folder, 'ark.xlsx')).read()).rejects.toMatchObject({
      trouble: 'too-large',
      message: expect.stringMatching(/^«ark\.xlsx» er på 21 MB, og grensen er 20 MB/),
    });
  });

  test('for the files of a folder together', async () => {
    const folder = await withSizes({ 'A.tsv': limit / 2, 'B.tsv': limit / 2 + 1 });
    await expect(openFileWorkbook(folder).version()).rejects.toMatchObject({ trouble: 'too-large' });
  });

  test('and not for other files in the folder', async () => {
    const folder = await withSizes({ 'A.tsv': 0, 'film.mp4': limit + 1 });
    expect(await tabNames(openFileWorkbook(folder))).toEqual(['A']);
  });

  test('a file of exactly that size is opened', async () => {
    const folder = await withSizes({ 'ark.xlsx': limit });
    expect(await openFileWorkbook(join(folder, 'ark.xlsx')).version()).not.toBe('');
  });
});
