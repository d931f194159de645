import { describe, expect, test } from 'vitest';
import { LOGG, type NewCell } from '#src/workbook/edit.ts';
import { type Cell, WorkbookError } from '#src/workbook/workbook.ts';
import { change } from '../support/change.ts';
import { csvFolderEditor, tsvFileEditor, tsvFolderEditor, xlsxEditor } from '../support/editor-files.ts';
import type { EditorMaker, MadeEditor } from '../support/editor-maker.ts';
import { googleEditor } from '../support/google/editor-maker.ts';

/** Every adapter of the port. `typed` cells keep numbers and moments; text files have only text. `one`: a single tab. */
const adapters: readonly (readonly [name: string, make: EditorMaker, cells: 'typed' | 'text', tabs: 'many' | 'one'])[] =
  [
    ['a folder of .tsv', tsvFolderEditor, 'text', 'many'],
    ['a folder of .csv', csvFolderEditor, 'text', 'many'],
    ['a .tsv file', tsvFileEditor, 'text', 'one'],
    ['an .xlsx file', xlsxEditor, 'typed', 'many'],
    ['a Google spreadsheet', googleEditor, 'typed', 'many'],
  ];

const plan = {
  name: 'Plan',
  rows: [
    ['Nr', 'Tiltak', 'Status', 'Kommentar'],
    ['1.1 x', 'Kvalitetsindikatorer', 'Ikke startet', 'venter; på svar'],
    ['1.2 x', 'Mal for "rapport"', 'I gang'],
    ['1.3 x', 'Øvelse', null, 'siste'],
  ],
} as const;
const kapasitet = { name: 'Kapasitet', rows: [['Kommune', 'Plasser'], ['Frøya']] } as const;

/** The rows of the plan with these cells of one row in place of its own. */
const planWith = (row: number, cells: readonly Cell[]) => plan.rows.map((old, index) => (index === row ? cells : old));

describe.each(adapters)('%s', (_name, make, _cells, tabs) => {
  test('changes the cell that was asked for, and nothing else', async () => {
    const made = await make([plan]);

    const outcome = await made.editor.edit(change({ key: '1.2 x', cells: { 2: ['I gang', 'Ferdig'] } }));

    expect(outcome).toEqual({ kind: 'written', cells: ['Plan!C3'] });
    expect(await rowsOf(made)).toEqual(planWith(2, ['1.2 x', 'Mal for "rapport"', 'Ferdig']));
  });

  test('changes several cells of a row at once, also beyond its end', async () => {
    const made = await make([plan]);

    const outcome = await made.editor.edit(
      change({ key: '1.2 x', cells: { 2: ['I gang', 'Ferdig'], 5: [null, 'langt ute'], 3: [null, 'ny'] } }),
    );

    expect(outcome).toMatchObject({ cells: ['Plan!C3', 'Plan!D3', 'Plan!F3'] });
    expect(await rowsOf(made)).toEqual(planWith(2, ['1.2 x', 'Mal for "rapport"', 'Ferdig', 'ny', null, 'langt ute']));
  });

  test('empties a cell', async () => {
    const made = await make([plan]);

    await made.editor.edit(change({ key: '1.3 x', cells: { 3: ['siste', null] } }));

    expect(await rowsOf(made)).toEqual(planWith(3, ['1.3 x', 'Øvelse']));
  });

  test.each([
    'Ærfugl, Øya og Åfjord – 🟢',
    'to linjer\ni én celle',
    'sa "ja"; og, kjent',
    '"',
    '=SUM(A1)',
    '+47 00 00 00 01',
    '- et punkt',
    '@alle',
    "'=SUM(A1)",
    "'1.1",
    ' =1+1',
    '-',
    '-2',
    '1,8',
    '1.10',
    'TRUE',
    '  luft rundt ',
    '_x0041_ & <b>',
  ])('a text comes back as it was written: %j', async (text) => {
    const made = await make([plan]);

    await made.editor.edit(change({ key: '1.1 x', cells: { 2: ['Ikke startet', text] } }));

    expect((await rowsOf(made))[1]?.[2]).toBe(text);
    expect(await made.editor.edit(change({ key: '1.1 x', cells: { 2: [text, 'igjen'] } }))).toMatchObject({
      kind: 'written',
    });
  });

  test('a row that is not found, or holds something else, is told, and nothing is written', async () => {
    const made = await make([plan]);
    const before = await made.workbook.version();

    const [gone, other] = [
      await made.editor.edit(change({ key: '9.9', cells: { 2: [null, 'Ferdig'] } })),
      await made.editor.edit(change({ key: '1.2 x', cells: { 2: ['Ikke startet', 'Ferdig'] } })),
    ];

    expect(gone).toMatchObject({ kind: 'missed', miss: { why: 'no-row' } });
    expect(other).toMatchObject({ kind: 'missed', miss: { why: 'changed', now: 'I gang' } });
    expect(await made.workbook.version()).toBe(before);
    expect(await made.log()).toEqual([]);
  });

  test('leaves a line in the log for each cell, the newest first', async () => {
    const made = await make([plan]);

    await made.editor.edit(
      change({ key: '1.1 x', cells: { 2: ['Ikke startet', 'I gang'], 3: ['venter; på svar', null] } }),
    );
    await made.editor.edit(
      change({ key: '1.2 x', cells: { 3: [null, '=2*3\nja'] }, by: 'U02', at: '2024-06-03 08:13' }),
    );

    const [headings, ...lines] = await made.log();
    expect(headings).toEqual(LOGG.headings);
    expect(lines.map((line) => line.slice(0, 6))).toEqual([
      ['2024-06-03 08:13', 'Plan!D3', '1.2 x', null, '=2*3 ja', 'U02'],
      ['2024-06-03 08:12', 'Plan!C2', '1.1 x', 'Ikke startet', 'I gang', 'U01'],
      ['2024-06-03 08:12', 'Plan!D2', '1.1 x', 'venter; på svar', null, 'U01'],
    ]);
    const refs = lines.map((line) => line[6]);
    expect(refs[1]).toBe(refs[2]);
    expect(refs[0]).not.toBe(refs[1]);
  });

  test('what somebody saves while the change is being worked out is kept, and the change is aimed anew', async () => {
    const made = await make([plan]);
    const edited = [plan.rows[0], ['0.9 x', 'Ny rad'], ...plan.rows.slice(1)];
    const save = await made.prepare([{ ...plan, rows: edited }]);
    let aims = 0;

    const outcome = await made.editor.edit(
      change({
        key: '1.2 x',
        cells: { 2: ['I gang', 'Ferdig'] },
        onAim: () => {
          aims++;
          if (aims === 1) save();
        },
      }),
    );

    expect(aims).toBe(2);
    expect(outcome).toEqual({ kind: 'written', cells: ['Plan!C4'] });
    expect(await rowsOf(made)).toEqual(edited.with(3, ['1.2 x', 'Mal for "rapport"', 'Ferdig']));
    // Where nothing can be written on a condition, the log also tells what was written by mistake and put back.
    expect((await made.log())[1]?.slice(1, 5)).toEqual(['Plan!C4', '1.2 x', 'I gang', 'Ferdig']);
  });

  test('somebody changes the same cell meanwhile: theirs stands', async () => {
    const made = await make([plan]);
    const save = await made.prepare([{ ...plan, rows: planWith(2, ['1.2 x', 'Mal', 'Utsatt']) }]);

    const outcome = await made.editor.edit(
      change({ key: '1.2 x', cells: { 2: ['I gang', 'Ferdig'] }, onAim: once(save) }),
    );

    expect(outcome).toMatchObject({ kind: 'missed', miss: { why: 'changed', now: 'Utsatt' } });
    expect(await rowsOf(made)).toEqual(planWith(2, ['1.2 x', 'Mal', 'Utsatt']));
    expect((await made.log())[1]?.[4] ?? 'Utsatt').toBe('Utsatt');
  });

  test('edits that are asked for at the same time are all made', async () => {
    const keys = Array.from({ length: 6 }, (_, index) => `rad ${index}`);
    const made = await make([{ name: 'Plan', rows: [['Nr', 'Status'], ...keys.map((key) => [key, 'a'])] }]);

    await Promise.all(keys.map((key) => made.editor.edit(change({ key, cells: { 1: ['a', `ny ${key}`] } }))));

    expect(await rowsOf(made)).toEqual([['Nr', 'Status'], ...keys.map((key) => [key, `ny ${key}`])]);
    expect((await made.log()).map((line) => line[2])).toEqual(['Rad', ...keys.toReversed()]);
  });

  test('a workbook that is gone is told as not found, in a sentence', async () => {
    const made = await make([plan]);
    await made.remove();

    const error: unknown = await made.editor
      .edit(change({ key: '1.1 x', cells: { 2: ['Ikke startet', 'Ferdig'] } }))
      .catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(WorkbookError);
    expect(error).toMatchObject({ trouble: 'not-found', message: expect.stringMatching(/\.$/) });
  });

  test.runIf(tabs === 'many')('other tabs stay as they are, and the log is a tab', async () => {
    const made = await make([kapasitet, plan]);

    await made.editor.edit(change({ key: '1.1 x', cells: { 2: ['Ikke startet', 'Ferdig'] } }));
    await made.editor.edit(change({ tab: 'Kapasitet', key: 'Frøya', cells: { 1: [null, '9 plasser'] } }));

    const read = (await made.workbook.read()).tabs;
    expect(read.map(({ name }) => name).toSorted()).toEqual(['Kapasitet', 'Logg', 'Plan']);
    expect(read.find(({ name }) => name === 'Kapasitet')?.rows).toEqual([kapasitet.rows[0], ['Frøya', '9 plasser']]);
    expect((await made.log()).map((line) => line[1])).toEqual(['Celle', 'Kapasitet!B2', 'Plan!C2']);
  });
});

describe.each(adapters)('%s: what is no text', (_name, make, cells) => {
  test.each<[NewCell, Cell, string]>([
    [7, '7', '7'],
    [-1.5, '-1,5', '-1,5'],
    [0, '0', '0'],
    [true, 'SANN', 'SANN'],
    [{ serial: 45_446 }, '03.06.2024', '03.06.2024'],
    [{ serial: 45_446.375 }, '03.06.2024 09:00', '03.06.2024 09:00'],
  ])('%j', async (written, asText, inLog) => {
    const made = await make([plan]);

    await made.editor.edit(change({ key: '1.1 x', cells: { 2: ['Ikke startet', written] } }));

    expect((await rowsOf(made))[1]?.[2]).toEqual(cells === 'typed' ? written : asText);
    expect((await made.log())[1]?.[4]).toBe(inLog);
  });
});

const rowsOf = async ({ workbook }: MadeEditor): Promise<readonly (readonly Cell[])[]> =>
  (await workbook.read()).tabs.find(({ name }) => name === 'Plan')?.rows ?? [];

/** Does it the first time only. */
function once(action: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) action();
    isDone = true;
  };
}
