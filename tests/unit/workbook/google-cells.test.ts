import type { sheets_v4 } from '@googleapis/sheets';
import { describe, expect, test } from 'vitest';
import { toTabs } from '#src/workbook/google-cells.ts';
import type { Cell, Tab } from '#src/workbook/workbook.ts';

const grid = (values: readonly sheets_v4.Schema$CellData[][], sheet: sheets_v4.Schema$Sheet = {}): Tab => {
  const rowData = values.map((row) => ({ values: row }));
  const [tab] = toTabs({ sheets: [{ properties: { title: 'Ark' }, data: [{ rowData }], ...sheet }] }, 'ID');
  if (!tab) throw new Error('No tab came out');
  return tab;
};

const number = (numberValue: number, type?: string): sheets_v4.Schema$CellData => ({
  effectiveValue: { numberValue },
  ...(type === undefined ? {} : { effectiveFormat: { numberFormat: { type } } }),
});
const words = (stringValue: string, formattedValue = stringValue): sheets_v4.Schema$CellData => ({
  effectiveValue: { stringValue },
  formattedValue,
});
const error = (type: string): sheets_v4.Schema$CellData => ({ effectiveValue: { errorValue: { type } } });

describe('a cell', () => {
  test.each<[string, sheets_v4.Schema$CellData, Cell]>([
    ['a number', number(9), 9],
    ['zero', number(0), 0],
    ['a percentage', number(0.9, 'PERCENT'), 0.9],
    ['a number in a text-formatted cell', number(1.1, 'TEXT'), 1.1],
    ['a date', number(45_413, 'DATE'), { serial: 45_413 }],
    ['a date and a time', number(45_413.5, 'DATE_TIME'), { serial: 45_413.5 }],
    ['a time of day', number(0.5, 'TIME'), { serial: 0.5 }],
    ['a ticked box', { effectiveValue: { boolValue: true } }, true],
    ['an unticked box', { effectiveValue: { boolValue: false } }, false],
    ['text', words('Innen 1.5.24'), 'Innen 1.5.24'],
    ['text in a date-formatted cell', { ...words('løpende'), ...number(0, 'DATE'), ...words('løpende') }, 'løpende'],
    ['spaces', words('  '), null],
    ['the empty text of a formula', words(''), null],
    ['formatting without a value', { effectiveFormat: { numberFormat: { type: 'DATE' } } }, null],
    ['nothing', {}, null],
    ['a people chip', words('@', 'Fagenhet helse'), 'Fagenhet helse'],
    ['text around a chip', words('@ og andre', 'Fagenhet helse og andre'), 'Fagenhet helse og andre'],
    ['an e-mail address', words('post@kommune.example'), 'post@kommune.example'],
  ])('%s', (_what, data, cell) => {
    expect(grid([[data, words('her')]]).rows).toEqual([[cell, 'her']]);
  });

  test.each([
    ['ERROR', '#ERROR!'],
    ['NULL_VALUE', '#NULL!'],
    ['DIVIDE_BY_ZERO', '#DIV/0!'],
    ['VALUE', '#VALUE!'],
    ['REF', '#REF!'],
    ['NAME', '#NAME?'],
    ['NUM', '#NUM!'],
    ['N_A', '#N/A'],
    ['LOADING', 'Loading...'],
    ['AN_ERROR_GOOGLE_INVENTS_LATER', '#ERROR!'],
  ])('the error %s is spelt %s, as in the sheet', (type, spelling) => {
    expect(grid([[error(type)]]).rows).toEqual([[{ error: spelling }]]);
  });
});

describe('a tab', () => {
  test('blank rows and cells inside keep their place, those at the end are left out', () => {
    const { rows } = grid([[], [{}, words('B2'), {}], [{}], [words('A4')], [{}], []]);

    expect(rows).toEqual([[], [null, 'B2'], [], ['A4']]);
  });

  test('without a grid of data it is empty', () => {
    expect(toTabs({ sheets: [{ properties: { title: 'Tom', sheetId: 7 } }] }, 'ID')).toEqual([
      { name: 'Tom', rows: [], merges: [], url: 'https://docs.google.com/spreadsheets/d/ID/edit#gid=7' },
    ]);
  });

  test.each([
    [
      'with all its corners',
      { startRowIndex: 1, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 1 },
      { top: 1, left: 0, bottom: 4, right: 0 },
    ],
    ['of whole rows', { startRowIndex: 2, endRowIndex: 3 }, { top: 2, left: 0, bottom: 2, right: 5 }],
    ['of a whole column', { startColumnIndex: 1, endColumnIndex: 2 }, { top: 0, left: 1, bottom: 9, right: 1 }],
  ])('a merge %s', (_what, range, merge) => {
    const properties = { title: 'Ark', gridProperties: { rowCount: 10, columnCount: 6 } };

    expect(grid([], { properties, merges: [range] }).merges).toEqual([merge]);
  });

  test.each(['OBJECT', 'DATA_SOURCE'])('a sheet of type %s is left out', (sheetType) => {
    expect(toTabs({ sheets: [{ properties: { title: 'Diagram', sheetType } }] }, 'ID')).toEqual([]);
  });

  test('a spreadsheet without sheets has no tabs', () => {
    expect(toTabs({}, 'ID')).toEqual([]);
  });
});
