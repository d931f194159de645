import type { sheets_v4 } from '@googleapis/sheets';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../support/google/clients.ts';
import { ID, sceneWith } from '../support/google/scene.ts';
import type { GoogleCell } from '../support/google/seed.ts';

async function values(rows: readonly (readonly GoogleCell[])[]) {
  const scene = await sceneWith([
    { name: 'Plan', rows },
    { name: "Ola's ark", rows: [['her']] },
  ]);
  const { values: api } = scene.sheets.spreadsheets;
  return { ...scene, api, on: { spreadsheetId: ID } };
}

describe('reading', () => {
  it.each<[string, GoogleCell, string, unknown, unknown]>([
    ['a date', { serial: 45_413 }, '01.05.2024', 45_413, 45_413],
    ['a number', 1234.5, '1234,5', 1234.5, 1234.5],
    ['a boolean', true, 'SANN', true, true],
    ['an error', { error: '#N/A' }, '#N/A', '#N/A', '=#N/A'],
    ['a formula', { formula: '=SUM(A1:A3)', value: 6 }, '6', 6, '=SUM(A1:A3)'],
    [
      'a person',
      { person: 'kari@kommune.example', shown: 'Kari Nordmann' },
      'Kari Nordmann',
      'Kari Nordmann',
      'Kari Nordmann',
    ],
    [
      'a share',
      {
        cell: {
          userEnteredValue: { numberValue: 0.25 },
          userEnteredFormat: { numberFormat: { type: 'PERCENT', pattern: '0%' } },
        },
      },
      '25%',
      0.25,
      0.25,
    ],
  ])('%s', async (_what, cell, formatted, unformatted, formula) => {
    const { api, on } = await values([[cell]]);
    const read = async (valueRenderOption: string) =>
      (await api.get({ ...on, range: 'Plan!A1', valueRenderOption })).data.values?.[0]?.[0];

    expect(await read('FORMATTED_VALUE')).toBe(formatted);
    expect(await read('UNFORMATTED_VALUE')).toBe(unformatted);
    expect(await read('FORMULA')).toBe(formula);
  });

  it('by columns', async () => {
    const { api, on } = await values([
      ['a', 'b'],
      [null, 'd'],
    ]);

    const { data } = await api.get({ ...on, range: 'Plan!A:C', majorDimension: 'COLUMNS' });

    expect(data).toEqual({ range: 'Plan!A1:C1000', majorDimension: 'COLUMNS', values: [['a'], ['b', 'd']] });
  });

  it('of a tab with an apostrophe in its name, and of the first tab without any', async () => {
    const { api, on } = await values([['første']]);

    const { data } = await api.batchGet({ ...on, ranges: ["'Ola''s ark'!A1", 'A1'] });

    expect(data.valueRanges?.map((it) => [it.range, it.values])).toEqual([
      ["'Ola''s ark'!A1", [['her']]],
      ['Plan!A1', [['første']]],
    ]);
  });

  it('takes a bare name for a cell, a named range and a tab, in that order', async () => {
    const { api, on, ola } = await values([['a1', 'b1']]);
    for (const title of ['A1', 'Navn', 'Bare']) ola.addTab(title, [[`fanen ${title}`]]);
    ola.does({ addNamedRange: { namedRange: { name: 'Navn', range: { startColumnIndex: 1, endColumnIndex: 2 } } } });
    const read = async (range: string) => (await api.get({ ...on, range })).data.values?.[0]?.[0];

    expect(await Promise.all(['A1', 'Navn', 'Bare', "'A1'", "'Navn'", 'Navn!A1'].map(read))).toEqual([
      'a1',
      'b1',
      'fanen Bare',
      'fanen A1',
      'fanen Navn',
      'fanen Navn',
    ]);
  });

  it('without a tab is of the first that can be seen, and beyond the grid only as far as it goes', async () => {
    const { api, on, ola } = await values([['første']]);
    ola.does({ updateSheetProperties: { properties: { sheetId: 0, hidden: true }, fields: 'hidden' } });

    const { data } = await api.get({ ...on, range: 'A1:B5000' });

    expect(data).toEqual({ range: "'Ola''s ark'!A1:B1000", majorDimension: 'ROWS', values: [['her']] });
  });

  it('outside the grid', async () => {
    const { api, on } = await values([]);

    expect(await refusalOf(api.get({ ...on, range: 'Plan!A1001' }))).toEqual({
      status: 400,
      message: 'Range (Plan!A1001) exceeds grid limits. Max rows: 1000, max columns: 26',
    });
  });
});

describe('writing', () => {
  it.each<[string, string | number, Partial<sheets_v4.Schema$ExtendedValue>, string | undefined]>([
    ['a comma in a number', '1,5', { numberValue: 1.5 }, undefined],
    ['thousands', '1 234,50', { numberValue: 1234.5 }, undefined],
    ['a point, which makes a date', '1.5.24', { numberValue: 45_413 }, 'DATE'],
    ['a date of a longer kind', '2024-05-01', { numberValue: 45_413 }, 'DATE'],
    ['a date with words', '1. mai 2024', { numberValue: 45_413 }, 'DATE'],
    ['a day that is not', '31.2.24', { stringValue: '31.2.24' }, undefined],
    ['a time of day', '12:00', { numberValue: 0.5 }, 'TIME'],
    ['a share', '12 %', { numberValue: 0.12 }, 'PERCENT'],
    ['a formula', '=1+2*3', { formulaValue: '=1+2*3' }, undefined],
    ['a boolean', 'usann', { boolValue: false }, undefined],
    ['what is meant to be text', "'1,5", { stringValue: '1,5' }, undefined],
    ['a number that is one', 1.5, { numberValue: 1.5 }, undefined],
    ['a word', 'Pågår', { stringValue: 'Pågår' }, undefined],
  ])('as if typed: %s', async (_what, value, expected, type) => {
    const { api, on, ola } = await values([]);
    await api.update({ ...on, range: 'A1', valueInputOption: 'USER_ENTERED', requestBody: { values: [[value]] } });

    const { userEnteredValue, effectiveFormat } = ola.at('A1');
    expect(userEnteredValue).toEqual(expected);
    expect(effectiveFormat?.numberFormat?.type).toBe(type);
  });

  it('1.5 is a day this year', async () => {
    const { api, on, ola } = await values([]);
    await api.update({ ...on, range: 'A1', valueInputOption: 'USER_ENTERED', requestBody: { values: [['1.5']] } });

    expect(ola.at('A1').formattedValue).toBe(`01.05.${new Date().getFullYear()}`);
  });

  it('as it is: text stays text', async () => {
    const { api, on, ola } = await values([]);
    const requestBody = { values: [['=1+1', '1.5', 7, true]] };
    await api.update({ ...on, range: 'A1', valueInputOption: 'RAW', requestBody });

    expect(ola.read('Plan')).toEqual([['=1+1', '1.5', 7, true]]);
  });

  it('skips null and clears with an empty text, and keeps format and note', async () => {
    const { api, on, ola } = await values([['a', 'b', { serial: 45_413 }]]);
    ola.note('A1', 'Ring Kari');
    const requestBody = { values: [['', null, 45_414]] };
    const { data } = await api.update({ ...on, range: 'A1:C1', valueInputOption: 'RAW', requestBody });

    expect(data).toMatchObject({ updatedRange: 'Plan!A1:C1', updatedRows: 1, updatedColumns: 3, updatedCells: 2 });
    expect(ola.read('Plan')).toEqual([[null, 'b', { serial: 45_414 }]]);
    expect(ola.at('A1')).toEqual({ note: 'Ring Kari' });
  });

  it('tells what stands there afterwards when asked', async () => {
    const { api, on } = await values([[1, { serial: 45_413 }]]);
    const requestBody = {
      valueInputOption: 'RAW',
      data: [{ range: 'Plan!A1:B2', values: [[2]] }],
      includeValuesInResponse: true,
      responseValueRenderOption: 'UNFORMATTED_VALUE',
    };
    const { data } = await api.batchUpdate({ ...on, requestBody });

    expect(data).toMatchObject({ totalUpdatedCells: 1, totalUpdatedSheets: 1 });
    expect(data.responses?.[0]?.updatedData).toEqual({
      range: 'Plan!A1:B2',
      majorDimension: 'ROWS',
      values: [[2, 45_413]],
    });
  });

  it.each<[string, sheets_v4.Params$Resource$Spreadsheets$Values$Update, string]>([
    [
      'without saying how',
      { range: 'A1', requestBody: { values: [['x']] } },
      "'valueInputOption' is required but not specified",
    ],
    [
      'to a tab that is not there',
      { range: 'Finnes!A1', valueInputOption: 'RAW', requestBody: { values: [['x']] } },
      'Unable to parse range: Finnes!A1',
    ],
    [
      'more rows than the range',
      { range: 'A1:B1', valueInputOption: 'RAW', requestBody: { values: [['x'], ['y']] } },
      'Requested writing within range [Plan!A1:B1], but tried writing to row [2]',
    ],
    [
      'more columns than the range',
      { range: 'A1:B2', valueInputOption: 'RAW', requestBody: { values: [['x', 'y', 'z']] } },
      'Requested writing within range [Plan!A1:B2], but tried writing to column [C]',
    ],
    [
      'beyond the grid',
      { range: 'Z1000', valueInputOption: 'RAW', requestBody: { values: [['x'], ['y']] } },
      'Requested writing within range [Plan!Z1000], but tried writing to row [1001]',
    ],
    [
      'what no cell can hold',
      { range: 'A1', valueInputOption: 'RAW', requestBody: { values: [[{}]] } },
      'Invalid data[0].values[0][0]: struct_value {}',
    ],
    [
      'a row that is no list',
      { range: 'A1', valueInputOption: 'RAW', requestBody: { values: ['x'] as unknown as string[][] } },
      `Invalid value at 'values' (type.googleapis.com/google.protobuf.ListValue), ["x"]`,
    ],
    [
      'in a way Google has not',
      { range: 'A1', valueInputOption: 'TYPED', requestBody: { values: [['x']] } },
      `Invalid value at 'value_input_option' (type.googleapis.com/google.apps.sheets.v4.ValueInputOption), "TYPED"`,
    ],
  ])('refuses %s', async (_what, params, message) => {
    const { api, on } = await values([]);

    expect(await refusalOf(api.update({ ...on, ...params }))).toEqual({ status: 400, message });
  });

  it('several ranges wholly or not at all', async () => {
    const { api, on, ola } = await values([['a']]);
    const data = [
      { range: 'A1', values: [['b']] },
      { range: 'Finnes!A1', values: [['c']] },
    ];
    await refusalOf(api.batchUpdate({ ...on, requestBody: { valueInputOption: 'RAW', data } }));

    expect(ola.read('Plan')).toEqual([['a']]);
  });

  it('takes the chips of a cell away', async () => {
    const { api, on, ola } = await values([[{ person: 'kari@kommune.example', shown: 'Kari' }]]);
    await api.update({ ...on, range: 'A1', valueInputOption: 'RAW', requestBody: { values: [['Ola']] } });

    expect(ola.at('A1').chipRuns).toBeUndefined();
    expect(ola.read('Plan')).toEqual([['Ola']]);
  });

  it('clears values and nothing else', async () => {
    const { api, on, ola } = await values([['a', { serial: 45_413 }]]);
    const { data } = await api.clear({ ...on, range: 'Plan!A1:B1' });

    expect(data.clearedRange).toBe('Plan!A1:B1');
    expect(ola.read('Plan')).toEqual([]);
    expect(ola.at('B1').userEnteredFormat?.numberFormat?.type).toBe('DATE');
  });
});
