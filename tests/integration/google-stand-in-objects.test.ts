import type { sheets_v4 } from '@googleapis/sheets';
import { beforeEach, describe, expect, it } from 'vitest';
import { refusalOf } from '../support/google/clients.ts';
import { ID, sceneWith } from '../support/google/scene.ts';
import { area, list, planOf, STATUSES } from '../support/google/scene-parts.ts';

let scene: Awaited<ReturnType<typeof sceneWith>>;
beforeEach(async () => {
  scene = await sceneWith(planOf(STATUSES));
});

const update: typeof scene.update = (requests, more) => scene.update(requests, more);
const onSheet = async (fields: string) =>
  (await scene.sheets.spreadsheets.get({ spreadsheetId: ID, fields: `sheets(${fields}),namedRanges` })).data;

describe('rules', () => {
  const condition = { type: 'TEXT_EQ', values: [{ userEnteredValue: 'Pågår' }] };
  const rule = (endRowIndex: number): sheets_v4.Schema$ConditionalFormatRule => ({
    ranges: [area(1, endRowIndex)],
    booleanRule: { condition, format: { backgroundColorStyle: { themeColor: 'ACCENT1' } } },
  });

  it('of formats have no ids but a place in a list', async () => {
    await update([
      { addConditionalFormatRule: { rule: rule(2) } },
      { addConditionalFormatRule: { rule: rule(3), index: 0 } },
      { addConditionalFormatRule: { rule: rule(4), index: 2 } },
    ]);
    const { replies } = await update([{ deleteConditionalFormatRule: { sheetId: 0, index: 1 } }]);

    expect(replies).toEqual([{ deleteConditionalFormatRule: { rule: rule(2) } }]);
    expect((await onSheet('conditionalFormats')).sheets?.[0]?.conditionalFormats).toEqual([rule(3), rule(4)]);
  });

  it('of validation lie on the cells, and are seen by those who read them', async () => {
    const validation = { condition: list('Pågår', 'Ferdig'), strict: true, showCustomUi: true };
    await update([{ setDataValidation: { range: area(1, 3, 1, 2), rule: validation } }]);

    const { sheets } = await onSheet('data(rowData(values(dataValidation)))');
    expect(sheets?.[0]?.data?.[0]?.rowData?.slice(0, 3)).toEqual([
      { values: [{}, {}] },
      { values: [{}, { dataValidation: validation }] },
      { values: [{}, { dataValidation: validation }] },
    ]);
  });

  it.each<[string, sheets_v4.Schema$Request]>([
    ['a place that is not there', { addConditionalFormatRule: { rule: rule(2), index: 1 } }],
    [
      'a condition with too few values',
      { setDataValidation: { range: area(1, 2), rule: { condition: { type: 'NUMBER_BETWEEN' } } } },
    ],
    [
      'a condition that only formats have',
      { setDataValidation: { range: area(1, 2), rule: { condition: { type: 'BLANK' } } } },
    ],
    [
      'a condition that only validation has',
      {
        addConditionalFormatRule: { rule: { ranges: [area(1, 2)], booleanRule: { condition: list('a'), format: {} } } },
      },
    ],
    [
      'a day that is counted from today, as validation',
      {
        setDataValidation: {
          range: area(1, 2),
          rule: { condition: { type: 'DATE_AFTER', values: [{ relativeDate: 'TODAY' }] } },
        },
      },
    ],
    [
      'a format without its type',
      {
        repeatCell: {
          range: area(1, 2),
          cell: { userEnteredFormat: { numberFormat: { pattern: '0' } } },
          fields: 'userEnteredFormat',
        },
      },
    ],
    [
      'a number with a point, which is none in a Norwegian sheet',
      {
        setDataValidation: {
          range: area(1, 2),
          rule: { condition: { type: 'NUMBER_GREATER', values: [{ userEnteredValue: '1.5' }] } },
        },
      },
    ],
    [
      'a colour scale without its end',
      {
        addConditionalFormatRule: { rule: { ranges: [area(1, 2)], gradientRule: { minpoint: { type: 'MIN' } } } },
      },
    ],
    ['bands without colours', { addBanding: { bandedRange: { range: area(1, 3), rowProperties: {} } } }],
    ['rows put in without an end', { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1 } } }],
    [
      'a list from a range that is no reference',
      {
        setDataValidation: {
          range: area(1, 2),
          rule: { condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: 'Logg!A:A' }] } },
        },
      },
    ],
  ])('are refused with %s', async (_what, request) => {
    expect(await refusalOf(update([request]))).toMatchObject({ status: 400 });
  });
});

describe('ranges', () => {
  it('have names that can be read by, and follow their rows', async () => {
    await update([{ addNamedRange: { namedRange: { name: 'Statuser', range: area(1, 3, 1, 2) } } }]);
    scene.ola.insertRows('Plan', 1);

    const { data } = await scene.sheets.spreadsheets.values.get({ spreadsheetId: ID, range: 'statuser' });
    expect(data).toEqual({ range: 'Plan!B3:B4', majorDimension: 'ROWS', values: [['Pågår']] });
  });

  it.each(['1tall', 'to ord', 'A1', 'R1C1', ''])('are not named %j', async (name) => {
    expect(await refusalOf(update([{ addNamedRange: { namedRange: { name, range: area(1, 2) } } }]))).toMatchObject({
      status: 400,
    });
  });

  it('are merged, and then only the first cell holds anything', async () => {
    await update([{ mergeCells: { range: area(0, 2), mergeType: 'MERGE_ALL' } }]);

    expect((await onSheet('merges')).sheets?.[0]?.merges).toEqual([area(0, 2)]);
    expect(scene.ola.read('Plan').slice(0, 2)).toEqual([['Nr'], []]);
    expect(await refusalOf(update([{ unmergeCells: { range: area(0, 1) } }]))).toMatchObject({ status: 400 });
  });

  it('have bands, and a filter', async () => {
    const colours = {
      firstBandColorStyle: { themeColor: 'BACKGROUND' },
      secondBandColorStyle: { themeColor: 'ACCENT1' },
    };
    const bandedRange = { range: area(0, 3), rowProperties: colours };
    const { replies } = await update([
      { addBanding: { bandedRange } },
      { setBasicFilter: { filter: { range: area(0, 3) } } },
    ]);

    const bandedRangeId = replies?.[0]?.addBanding?.bandedRange?.bandedRangeId;
    const { sheets } = await onSheet('bandedRanges(bandedRangeId),basicFilter');
    expect(sheets?.[0]).toEqual({ bandedRanges: [{ bandedRangeId }], basicFilter: { range: area(0, 3) } });
  });
});

describe('sheets', () => {
  it.each([
    ['Logg', 1000, 0, ['Logg', 'Plan']],
    ['Plan one to the right needs two', 0, 2, ['Logg', 'Plan']],
    ['Plan one to the right', 0, 1, ['Plan', 'Logg']],
  ])('move by the places they have before: %s', async (_what, sheetId, index, expected) => {
    await update([{ updateSheetProperties: { properties: { sheetId, index }, fields: 'index' } }]);

    expect(scene.ola.book.sheets.map(({ title }) => title)).toEqual(expected);
  });

  it('are deleted, but not the last', async () => {
    await update([{ deleteSheet: { sheetId: 0 } }]);

    expect(await refusalOf(update([{ deleteSheet: { sheetId: 1000 } }]))).toEqual({
      status: 400,
      message: "Invalid requests[0].deleteSheet: You can't remove all the visible sheets in a document.",
    });
  });

  it('have frozen rows and a colour, and the spreadsheet a title', async () => {
    const properties = { sheetId: 0, gridProperties: { frozenRowCount: 1 }, tabColorStyle: { themeColor: 'ACCENT2' } };
    await update([
      { updateSheetProperties: { properties, fields: 'gridProperties.frozenRowCount,tabColorStyle' } },
      { updateSpreadsheetProperties: { properties: { title: 'Ny tittel' }, fields: 'title' } },
    ]);

    const { data } = await scene.sheets.spreadsheets.get({ spreadsheetId: ID });
    expect(data.properties).toMatchObject({ title: 'Ny tittel', locale: 'no_NO', timeZone: 'Europe/Oslo' });
    expect(data.sheets?.[0]?.properties).toEqual({
      sheetId: 0,
      title: 'Plan',
      index: 0,
      sheetType: 'GRID',
      gridProperties: { rowCount: 1000, columnCount: 26, frozenRowCount: 1 },
      tabColorStyle: { themeColor: 'ACCENT2' },
    });
  });
});
