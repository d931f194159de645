import type { sheets_v4 } from '@googleapis/sheets';
import { describe, expect, test } from 'vitest';
import { toDay, toSerial } from '#src/domain/day.ts';
import { WORKBOOK_NAMES } from '#src/sheets/contract.ts';
import { templateContracts, templateLayout } from '#src/sheets/template.ts';
import { isNorwegian, templateRequests } from '#src/workbook/google/template.ts';
import type { TableLayout, TextLayout } from '#src/workbook/layout.ts';
import { columnsOf, type Requests, requestsOf } from '../../../support/google-requests.ts';

const EMPTY = { sheetIds: [], names: [] };
const sheets = WORKBOOK_NAMES.flatMap((name) => templateLayout(name).sheets);
const tables = sheets.filter((sheet): sheet is TableLayout => sheet.kind === 'table');
const guides = sheets.filter((sheet): sheet is TextLayout => sheet.kind === 'text');

/** One tab alone. */
const asked = (sheet: TableLayout | TextLayout): Requests => requestsOf(templateRequests([sheet], EMPTY));

function columnIn(tab: string, title: string) {
  const table = tables.find(({ name }) => name === tab);
  const found = table && columnsOf(asked(table)).find((column) => column.heading === title);
  if (!found) throw new Error(`No column ${title} in ${tab}`);
  return found;
}

describe('a tab to be filled in', () => {
  test.each(
    WORKBOOK_NAMES.flatMap((name) => templateContracts(name)).map((contract) => [contract.name, contract] as const),
  )('%s has the headings, notes and drop-downs of its contract', (name, { columns }) => {
    const table = tables.find((one) => one.name === name);
    if (!table) throw new Error(`No template for ${name}`);
    expect(columnsOf(asked(table)).map(({ heading, note, offers }) => ({ heading, note, offers }))).toEqual(
      columns.map(({ title, note, values = [] }) => ({ heading: title, note, offers: values })),
    );
  });

  test.each([
    ['Handlingsplan', 'Nr', 'TEXT', '@'],
    ['Handlingsplan', 'Tidsrom', 'TEXT', '@'],
    ['Handlingsplan', 'Start', 'DATE', 'dd.mm.yyyy'],
    ['Handlingsplan', 'Slutt', 'DATE', 'dd.mm.yyyy'],
    ['Handlingsplan', 'Fullført dato', 'DATE', 'dd.mm.yyyy'],
    ['KPI', 'Mål', 'TEXT', '@'],
    ['KPI-data', 'Måned', 'TEXT', '@'],
    ['KPI-data', 'UKP-opphold', 'DOUBLE', '0'],
    ['Kapasitet', 'Belagt', 'DOUBLE', '0'],
    ['Kapasitet', 'Oppdatert', 'DATE_TIME', 'dd.mm.yyyy hh:mm'],
  ])('in %s, %s is of type %s and shown as %s', (tab, title, type, pattern) => {
    expect(columnIn(tab, title)).toMatchObject({ type, pattern });
  });

  test('a drop-down only warns, since the bot understands more words', () => {
    const rules = tables.flatMap((table) => asked(table).setDataValidation.map(({ rule }) => rule));
    expect(rules).not.toEqual([]);
    for (const rule of rules) expect(rule).toMatchObject({ strict: false, showCustomUi: true });
  });

  test('no column with a drop-down has a type, for Google refuses drop-downs of ours in typed columns', () => {
    const both = tables.flatMap((table) =>
      columnsOf(asked(table)).filter(({ offers, type }) => offers.length > 0 && type !== undefined),
    );
    expect(both).toEqual([]);
  });

  test('the table comes after everything that Google refuses in typed columns', () => {
    for (const table of tables) {
      const kinds = templateRequests([table], EMPTY).flatMap((request) => Object.keys(request));
      const last = Math.max(
        ...['updateCells', 'repeatCell', 'setDataValidation'].map((kind) => kinds.lastIndexOf(kind)),
      );
      expect(kinds.indexOf('addTable')).toBeGreaterThan(last);
    }
  });

  test('a status has its colour, and an example row is grey before any colour', () => {
    const [plan] = tables;
    if (!plan) throw new Error('No plan');
    const rules = asked(plan).addConditionalFormatRule;
    expect(rules.map(({ index }) => index)).toEqual(rules.map((_, index) => index));
    expect(rules[0]?.rule?.booleanRule?.format?.textFormat?.italic).toBe(true);
    const coloured = rules.slice(1).map(({ rule }) => rule?.booleanRule?.condition?.values?.[0]?.userEnteredValue);
    expect(coloured).toEqual(Object.keys(plan.columns.find(({ title }) => title === 'Status')?.colours ?? {}));
  });

  test('no formula separates arguments: some languages have «,» for it and others «;»', () => {
    const formulas = tables
      .flatMap((table) => asked(table).addConditionalFormatRule)
      .flatMap(({ rule }) => rule?.booleanRule?.condition?.values ?? [])
      .flatMap(({ userEnteredValue }) => userEnteredValue ?? [])
      .filter((value) => value.startsWith('='));
    expect(formulas).toHaveLength(tables.length);
    for (const formula of formulas) expect(formula.replaceAll(/"[^"]*"/g, '')).not.toMatch(/[,;]/);
  });

  test('headings stay in view, and changing one asks first and hinders nobody', () => {
    for (const table of tables) {
      const { addSheet, addProtectedRange } = asked(table);
      expect(addSheet).toMatchObject([{ properties: { title: table.name, gridProperties: { frozenRowCount: 1 } } }]);
      expect(addProtectedRange).toMatchObject([
        { protectedRange: { warningOnly: true, range: { startRowIndex: 0, endRowIndex: 1 } } },
      ]);
    }
  });

  test('texts are texts and days are days, whatever the language of the spreadsheet', () => {
    expect(columnIn('Handlingsplan', 'Nr').first).toEqual({ stringValue: '1.1' });
    expect(columnIn('KPI-data', 'Måned').first).toEqual({ stringValue: '2024-05' });
    expect(columnIn('Kapasitet', 'Stengt').first).toEqual({ numberValue: 0 });
    const first = toDay(2024, 1, 1);
    expect(columnIn('KPI', 'Gyldig fra').first).toEqual({ numberValue: first && toSerial(first, 0) });
    expect(columnIn('Handlingsplan', 'Start').first).toBeUndefined();
  });

  test('long texts wrap, and a column is as wide as its text', () => {
    expect(columnIn('Handlingsplan', 'Tiltak').wraps).toBe(true);
    expect(columnIn('Handlingsplan', 'Nr').wraps).toBe(false);
    expect(columnIn('Handlingsplan', 'Tiltak').pixels).toBeGreaterThan(60 * 6);
    expect(columnIn('Handlingsplan', 'Nr').pixels).toBeLessThan(100);
  });
});

describe('the guide', () => {
  test('says all that it says in the .xlsx, without grid lines', () => {
    for (const guide of guides) {
      const { addSheet, updateCells } = asked(guide);
      expect(addSheet).toMatchObject([{ properties: { title: 'Les meg', gridProperties: { hideGridlines: true } } }]);
      const texts = updateCells[0]?.rows?.map(({ values = [] }) =>
        values.map((cell) => cell.userEnteredValue?.stringValue),
      );
      expect(texts).toEqual(guide.lines.map((line) => (line.look === 'term' ? [line.term, line.text] : [line.text])));
    }
  });
});

describe('names', () => {
  const names = (requests: Requests) => [
    ...requests.addTable.flatMap(({ table }) => table?.name ?? []),
    ...requests.addNamedRange.flatMap(({ namedRange }) => namedRange?.name ?? []),
  ];

  test('each column of each table has one that formulas can use, and no two are the same', () => {
    const all = names(requestsOf(templateRequests(sheets, EMPTY)));
    expect(all).toEqual(expect.arrayContaining(['Handlingsplan', 'Handlingsplan_Status', 'KPI_data_UKP_dogn']));
    expect(all).toHaveLength(tables.length + tables.reduce((sum, { columns }) => sum + columns.length, 0));
    expect(new Set(all.map((name) => name.toLowerCase())).size).toBe(all.length);
    for (const name of all) expect(name).toMatch(/^[A-Za-z_]\w{0,249}$/);
  });

  test('that are taken stay with whoever has them', () => {
    const taken = ['handlingsplan', 'Handlingsplan_STATUS'];
    const all = names(requestsOf(templateRequests(sheets, { sheetIds: [], names: taken })));
    expect(all).toContain('Handlingsplan_2');
    expect(all.map((name) => name.toLowerCase())).not.toContain('handlingsplan_status');
    expect(all).toContain('Handlingsplan_Nr');
  });
});

describe('all of it', () => {
  test('fits well within one request, and names only tabs that it adds itself', () => {
    const taken = requestsOf(templateRequests(sheets, EMPTY)).addSheet.map(
      ({ properties }) => properties?.sheetId ?? 0,
    );
    const requests = templateRequests(sheets, { sheetIds: taken, names: [] });
    expect(requests.length).toBeLessThan(400);
    expect(JSON.stringify(requests).length).toBeLessThan(500_000);

    const own = requestsOf(requests).addSheet.map(({ properties }) => properties?.sheetId);
    expect(own.filter((id) => taken.includes(id ?? 0))).toEqual([]);
    expect(sheetIdsIn(requests)).toEqual(new Set(own));
  });
});

function sheetIdsIn(requests: readonly sheets_v4.Schema$Request[]): ReadonlySet<unknown> {
  const ids = new Set<unknown>();
  JSON.stringify(requests, (key, value: unknown) => {
    if (key === 'sheetId') ids.add(value);
    return value;
  });
  return ids;
}

test.each([
  ['no_NO', 'Europe/Oslo', true],
  ['nb_NO', 'Europe/Oslo', true],
  ['nn_NO', 'Europe/Oslo', true],
  ['no_NO', 'America/Los_Angeles', false],
  ['en_US', 'Europe/Oslo', false],
  ['', '', false],
])('a spreadsheet in %s at %s is Norwegian: %s', (locale, timeZone, answer) => {
  expect(isNorwegian({ locale, timeZone })).toBe(answer);
});
