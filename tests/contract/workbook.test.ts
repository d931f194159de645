import { describe, expect, test } from 'vitest';
import { type Cell, type Tab, WorkbookError } from '#src/workbook/workbook.ts';
import { googleSpreadsheet } from '../support/google/maker.ts';
import { csvFolder, tsvFolder, xlsxFile } from '../support/workbook-files.ts';
import type { WorkbookMaker } from '../support/workbook-maker.ts';

/** Every adapter of the port. `typed` cells keep number, date, boolean and error apart; text files have only text. */
const adapters: readonly (readonly [name: string, make: WorkbookMaker, cells: 'typed' | 'text'])[] = [
  ['a folder of .tsv', tsvFolder, 'text'],
  ['a folder of .csv', csvFolder, 'text'],
  ['an .xlsx file', xlsxFile, 'typed'],
  ['a Google spreadsheet', googleSpreadsheet, 'typed'],
];

const plan = {
  name: 'Handlingsplan',
  rows: [
    ['Tiltak', 'Tidsrom', 'Ansvarlig enhet'],
    ['1.1 Kvalitetsindikatorer', 'Innen 1.5.24', 'Kompetansegruppen'],
  ],
} as const;
const kapasitet = {
  name: 'Kapasitet',
  rows: [
    ['Kommune', 'Plasser'],
    ['Frøya', '9'],
  ],
} as const;

/** A text cell far out on the row and column, which keeps blank rows and cells before it from being trailing. */
const marker = 'her';

describe.each(adapters)('%s', (_name, make) => {
  test('reads every tab', async () => {
    const { workbook } = await make([plan, kapasitet]);

    const { tabs } = await workbook.read();

    expect(tabs.map((tab) => tab.name)).toEqual(['Handlingsplan', 'Kapasitet']);
    expect(tabs.map((tab) => tab.rows)).toEqual([plan.rows, kapasitet.rows]);
  });

  test('gives a cell the address it has in the sheet', async () => {
    const { workbook } = await make([{ name: 'Ark', rows: [[], [], [null, null, marker], [], ['A5']] }]);

    const tab = await onlyTab(workbook);

    expect(cellAt(tab, 2, 2)).toBe(marker);
    expect(cellAt(tab, 4, 0)).toBe('A5');
    expect(filledCells(tab)).toHaveLength(2);
  });

  test.each([
    ['an empty text', ''],
    ['only spaces', '   '],
    ['only a no-break space', '\u00a0'],
    ['only a line break', '\n'],
  ])('a cell with %s is blank', async (_what, text) => {
    const { workbook } = await make([{ name: 'Ark', rows: [[text, marker]] }]);

    expect(cellAt(await onlyTab(workbook), 0, 0)).toBeNull();
  });

  test.each([
    'Ærfugl, Øya og Åfjord',
    'e\u0301 og 🟢',
    'to linjer\ni én celle',
    'variasjoner som er "kjente"; og, kjent',
    "'1.1",
    '=SUM(A1)',
    '  5.7 Tekst med luft rundt ',
    '1,8',
    'TRUE',
  ])('a text comes back as written: %j', async (text) => {
    const { workbook } = await make([{ name: 'Ark', rows: [[text, marker]] }]);

    expect(cellAt(await onlyTab(workbook), 0, 0)).toBe(text);
  });

  test('a tab without content is a tab without filled cells', async () => {
    const { workbook } = await make([{ name: 'Logg', rows: [] }, plan]);

    const { tabs } = await workbook.read();

    expect(tabs.map((tab) => tab.name).sort()).toEqual(['Handlingsplan', 'Logg']);
    expect(tabs.filter((tab) => tab.name === 'Logg').flatMap(filledCells)).toEqual([]);
  });

  test('the version stays while nobody edits, and is the version of what was read', async () => {
    const { workbook } = await make([plan]);

    const before = await workbook.version();
    const { version } = await workbook.read();

    expect(version).toBe(before);
    expect(await workbook.version()).toBe(before);
  });

  test('after an edit the version is new and so is what is read', async () => {
    const { workbook, edit } = await make([plan]);
    const before = await workbook.read();

    await edit([{ ...plan, rows: [...plan.rows, ['1.2 Mal', 'Avhengig av 1.1', 'Analysegruppen']] }]);

    expect(await workbook.version()).not.toBe(before.version);
    expect((await onlyTab(workbook)).rows).toHaveLength(3);
  });

  test('a workbook that is gone is told as not found, in a sentence', async () => {
    const { workbook, remove } = await make([plan]);
    await remove();

    for (const look of [() => workbook.version(), () => workbook.read()]) {
      const error: unknown = await look().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(WorkbookError);
      expect(error).toMatchObject({ trouble: 'not-found', message: expect.stringMatching(/\.$/) });
    }
  });

  test('has a name without a path', async () => {
    const { workbook } = await make([plan]);

    expect(workbook.name).toMatch(/^[^/\\]+$/);
  });
});

describe.each(adapters.filter(([, , cells]) => cells === 'typed'))('%s: typed cells', (_name, make) => {
  test.each<[string, Cell]>([
    ['a number', 1767],
    ['zero', 0],
    ['a fraction', 0.9],
    ['a negative number', -2],
    ['true', true],
    ['false', false],
    ['a date', { serial: 45_413 }],
    ['a date and a time', { serial: 45_413.5 }],
    ['a reference error', { error: '#REF!' }],
    ['a missing value', { error: '#N/A' }],
  ])('%s comes back as it is', async (_what, cell) => {
    const { workbook } = await make([{ name: 'Ark', rows: [[cell, marker]] }]);

    expect(cellAt(await onlyTab(workbook), 0, 0)).toEqual(cell);
  });

  test('merged cells: the value stands in the first, the others are blank, and the range is told', async () => {
    const merge = { top: 1, left: 0, bottom: 2, right: 0 };
    const { workbook } = await make([
      {
        name: 'Ark',
        rows: [
          ['Aktivitet', 'Tiltak'],
          ['1 Data', '1.1'],
          [null, '1.2'],
        ],
        merges: [merge],
      },
    ]);

    const tab = await onlyTab(workbook);

    expect(tab.merges).toEqual([merge]);
    expect(cellAt(tab, 1, 0)).toBe('1 Data');
    expect(cellAt(tab, 2, 0)).toBeNull();
  });
});

async function onlyTab(workbook: { read(): Promise<{ tabs: readonly Tab[] }> }): Promise<Tab> {
  const [tab] = (await workbook.read()).tabs;
  if (!tab) throw new Error('The workbook has no tab');
  return tab;
}

const cellAt = (tab: Tab, row: number, column: number): Cell => tab.rows[row]?.[column] ?? null;

const filledCells = (tab: Tab): readonly Cell[] => tab.rows.flat().filter((cell) => cell !== null);
