import { describe, expect, test } from 'vitest';
import { type Structure, toStructure } from '#src/workbook/google/structure.ts';
import { isDoubtful, isSame, type RawRows, toTab, wholeTab } from '#src/workbook/google/values.ts';
import type { Cell } from '#src/workbook/workbook.ts';

type TabStructure = Structure['tabs'][number];

/** A tab in which these cells (`row,column`) show dates, and these hold people chips. */
function aTab({ dates = [], chips = {}, merges = [] }: Shape = {}): TabStructure {
  return {
    name: 'Ark',
    sheetId: 7,
    rowCount: 1000,
    columnCount: 26,
    merges,
    showsDate: (row, column) => dates.includes(`${row},${column}`),
    chipText: (row, column) => chips[`${row},${column}`] ?? null,
    chipColumns: new Set(Object.keys(chips).map((place) => Number(place.split(',')[1]))),
  };
}

interface Shape {
  readonly dates?: readonly string[];
  readonly chips?: Readonly<Record<string, string>>;
  readonly merges?: TabStructure['merges'];
}

describe('a value', () => {
  test.each<[string, RawRows[number][number], Shape, Cell]>([
    ['a number', 9, {}, 9],
    ['zero', 0, {}, 0],
    ['a fraction', 0.9, {}, 0.9],
    ['a number in a cell that shows dates', 45_413, { dates: ['0,0'] }, { serial: 45_413 }],
    ['a date and a time', 45_413.5, { dates: ['0,0'] }, { serial: 45_413.5 }],
    ['a ticked box', true, {}, true],
    ['an unticked box', false, {}, false],
    ['text', 'Innen 1.5.24', {}, 'Innen 1.5.24'],
    ['text in a cell that shows dates', 'løpende', { dates: ['0,0'] }, 'løpende'],
    ['spaces', '  ', {}, null],
    ['the empty text of a formula', '', {}, null],
    ['nothing', null, {}, null],
    ['a reference error', '#REF!', {}, { error: '#REF!' }],
    ['a missing value', '#N/A', {}, { error: '#N/A' }],
    ['a formula that is not done', 'Loading...', {}, { error: 'Loading...' }],
    ['a text that begins as an error does', '#REF! står det', {}, '#REF! står det'],
    ['a people chip', 'Fagenhet helse', { chips: { '0,0': 'post@kommune.example' } }, 'post@kommune.example'],
  ])('%s', (_what, value, shape, cell) => {
    expect(toTab([[value, 'her']], aTab(shape), 'ID').rows).toEqual([[cell, 'her']]);
  });

  test('what Google leaves out at the end of rows is blank, and cells keep their places', () => {
    expect(toTab([[], ['', 'B2'], [], ['A4', '']], aTab(), 'ID').rows).toEqual([[], [null, 'B2'], [], ['A4']]);
  });

  test('a person can open the tab', () => {
    expect(toTab([], aTab(), 'ID')).toEqual({
      name: 'Ark',
      rows: [],
      merges: [],
      url: 'https://docs.google.com/spreadsheets/d/ID/edit#gid=7',
    });
  });
});

test.each([
  ['Handlingsplan', "'Handlingsplan'"],
  ['Status per kommune', "'Status per kommune'"],
  ["Styret's ark", "'Styret''s ark'"],
  ['A1', "'A1'"],
])('all of the tab %s as a range', (name, range) => {
  expect(wholeTab({ name })).toBe(range);
});

describe('what is known of the structure', () => {
  const merges = [{ top: 1, left: 0, bottom: 2, right: 0 }];

  test.each<[string, RawRows, RawRows, Shape]>([
    ['a text is another', [['a']], [['b']], {}],
    ['a count is another', [[4]], [[5]], {}],
    ['a date is another', [[45_413]], [[45_414.5]], { dates: ['0,0'] }],
    ['a row has come at the end', [['a']], [['a'], ['b', 3]], {}],
    ['a row has come in between, of the same kinds', [['a', 4]], [['b', 5], ['a', 4]], {}], // biome-ignore format: one case a line
    ['a cell beside merged ones is another', [['x', 1]], [['x', 2]], { merges }],
  ])('stands when %s', (_what, before, after, shape) => {
    expect(isDoubtful(before, after, aTab(shape))).toBe(false);
  });

  test.each<[string, RawRows, RawRows, Shape]>([
    ['a number that could be a date has come where none was', [['1.5.24']], [[45_413]], {}],
    ['a time of day has come', [['08:00']], [[0.3333]], {}],
    ['a column is gone, and a large count stands where a date did', [[45_413, 30_000]], [[30_000]], { dates: ['0,0'] }],
    ['a count stands where dates did', [[45_413]], [[14]], { dates: ['0,0'] }],
    ['a text is another among people chips', [['Kari']], [['Ola']], { chips: { '4,0': 'x@y.example' } }],
    ['a text has become what may be a person', [['Teamet']], [['Siri Sild']], {}],
    ['rows have come to a tab with merged cells', [['a']], [['a'], ['b']], { merges }],
    ['something has changed within merged cells', [['t'], ['a'], ['']], [['t'], ['a'], ['b']], { merges }],
  ])('is in doubt when %s', (_what, before, after, shape) => {
    expect(isDoubtful(before, after, aTab(shape))).toBe(true);
  });

  test('nothing has changed when only blanks have come and gone', () => {
    expect(isSame([['a', ''], []], [['a'], ['']])).toBe(true);
    expect(isSame([['a']], [['a'], ['b']])).toBe(false);
  });
});

describe('the structure', () => {
  const structureOf = (sheet: object) => toStructure({ properties: { title: 'Plan' }, sheets: [sheet] });
  const cells = (...values: object[]) => [{ rowData: [{ values }] }];

  test.each([
    ['DATE', true],
    ['DATE_TIME', true],
    ['TIME', true],
    ['PERCENT', false],
    ['NUMBER', false],
    ['TEXT', false],
  ])('a cell formatted as %s shows a date: %s', (type, shows) => {
    const [tab] = structureOf({ data: cells({}, { effectiveFormat: { numberFormat: { type } } }) }).tabs;

    expect(tab?.showsDate(0, 1)).toBe(shows);
    expect(tab?.showsDate(0, 0)).toBe(false);
    expect(tab?.showsDate(1, 1)).toBe(false);
  });

  test.each([
    ['alone', '@', [{ chip: person('a@x.example') }], 'a@x.example'],
    [
      'in a text',
      'ved @ her',
      [{ chip: undefined }, { startIndex: 4, chip: person('a@x.example') }],
      'ved a@x.example her',
    ],
    [
      'two',
      '@ og @',
      [{ chip: person('a@x.example') }, { startIndex: 1 }, { startIndex: 5, chip: person('b@x.example') }],
      'a@x.example og b@x.example',
    ],
  ])('people chips are known by their addresses: %s', (_what, stringValue, chipRuns, text) => {
    const [tab] = structureOf({
      data: cells({ effectiveValue: { stringValue }, formattedValue: 'Siri', chipRuns }),
    }).tabs;

    expect(tab?.chipText(0, 0, 'Siri')).toBe(text);
    expect(tab?.chipText(0, 0, 'Per')).toBeNull();
    expect([...(tab?.chipColumns ?? [])]).toEqual([0]);
  });

  test('a chip that is no person is a text', () => {
    const chipRuns = [{ chip: { richLinkProperties: { uri: 'https://eksempel.no' } } }];

    expect(structureOf({ data: cells({ chipRuns }) }).tabs[0]?.chipText(0, 0, '')).toBeNull();
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

    expect(structureOf({ properties, merges: [range] }).tabs[0]?.merges).toEqual([merge]);
  });

  test.each(['OBJECT', 'DATA_SOURCE'])('a sheet of type %s is left out', (sheetType) => {
    expect(structureOf({ properties: { title: 'Diagram', sheetType } }).tabs).toEqual([]);
  });

  test('a spreadsheet without sheets has no tabs', () => {
    expect(toStructure({})).toEqual({ title: null, tabs: [] });
  });
});

function person(email: string): object {
  return { personProperties: { email } };
}
