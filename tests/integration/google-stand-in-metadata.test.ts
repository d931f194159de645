import type { sheets_v4 } from '@googleapis/sheets';
import { beforeEach, describe, expect, it } from 'vitest';
import { refusalOf } from '../support/google/clients.ts';
import { ID, sceneWith } from '../support/google/scene.ts';

const rows = [['Nr'], ['1.3'], ['1.1'], ['1.2']];

let scene: Awaited<ReturnType<typeof sceneWith>>;
beforeEach(async () => {
  scene = await sceneWith([{ name: 'Plan', rows }]);
});

const rowAt = (startIndex: number) => ({ sheetId: 0, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 });
const key = (metadataKey: string, metadataValue: string, location: sheets_v4.Schema$DeveloperMetadataLocation) => ({
  createDeveloperMetadata: { developerMetadata: { metadataKey, metadataValue, visibility: 'DOCUMENT', location } },
});
const byKey = (metadataKey: string) => ({ developerMetadataLookup: { metadataKey } });

async function valuesOf(filter: sheets_v4.Schema$DataFilter) {
  const requestBody = { dataFilters: [filter], valueRenderOption: 'UNFORMATTED_VALUE' };
  const { data } = await scene.sheets.spreadsheets.values.batchGetByDataFilter({ spreadsheetId: ID, requestBody });
  return data.valueRanges?.map(({ valueRange }) => valueRange?.values);
}

describe('metadata on a row', () => {
  beforeEach(() => scene.update([key('rad', '1.1', { dimensionRange: rowAt(2) })]));

  it.each<[string, () => void, unknown]>([
    ['rows put in above', () => scene.ola.insertRows('Plan', 1, 3), [[['1.1']]]],
    ['a row deleted above', () => scene.ola.deleteRows('Plan', 1), [[['1.1']]]],
    ['the row itself moved', () => scene.ola.moveRows('Plan', 2, 1, 4), [[['1.1']]]],
    ['another row moved past it', () => scene.ola.moveRows('Plan', 3, 1, 1), [[['1.1']]]],
    ['the row itself deleted', () => scene.ola.deleteRows('Plan', 2), undefined],
    // The contents change places, the rows do not.
    ['the rows sorted', () => scene.ola.sort('Plan', 0), [[['1.2']]]],
  ])('after %s', async (_what, happens, expected) => {
    happens();

    expect(await valuesOf(byKey('rad'))).toEqual(expected);
  });

  it('is what a row can be written by', async () => {
    scene.ola.insertRows('Plan', 1);
    const data = [{ dataFilter: byKey('rad'), majorDimension: 'ROWS', values: [[null, 'ferdig']] }];
    const requestBody = { valueInputOption: 'RAW', data };
    const { data: answer } = await scene.sheets.spreadsheets.values.batchUpdateByDataFilter({
      spreadsheetId: ID,
      requestBody,
    });

    expect(answer.responses).toMatchObject([{ updatedRange: 'Plan!A4:B4', updatedCells: 1 }]);
    expect(scene.ola.read('Plan')[3]).toEqual(['1.1', 'ferdig']);
  });

  it('comes with the row', async () => {
    const fields = 'sheets(data(startRow,rowMetadata(developerMetadata(metadataKey))))';
    const { data } = await scene.sheets.spreadsheets.get({ spreadsheetId: ID, ranges: ['Plan!3:3'], fields });

    expect(data.sheets?.[0]?.data).toEqual([
      { startRow: 2, rowMetadata: [{ developerMetadata: [{ metadataKey: 'rad' }] }] },
    ]);
  });
});

it('goes along when rows are sorted, where a test says that it does', async () => {
  const { update, ola } = await sceneWith([{ name: 'Plan', rows }], { metadataFollowsSort: true });
  await update([key('rad', '1.1', { dimensionRange: rowAt(2) })]);
  ola.sort('Plan', 0);

  expect(ola.read('Plan')[1]).toEqual(['1.1']);
  expect(ola.book.metadata[0]?.location?.dimensionRange).toEqual(rowAt(1));
});

describe('looking for metadata', () => {
  beforeEach(() =>
    scene.update([
      key('rad', 'a', { dimensionRange: rowAt(1) }),
      key('rad', 'b', { dimensionRange: rowAt(2) }),
      key('ark', 'c', { sheetId: 0 }),
      key('bok', 'd', { spreadsheet: true }),
    ]),
  );

  it.each<[string, sheets_v4.Schema$DataFilter, readonly string[]]>([
    ['a key', byKey('rad'), ['a', 'b']],
    ['a key and a value', { developerMetadataLookup: { metadataKey: 'rad', metadataValue: 'b' } }, ['b']],
    ['a kind of place', { developerMetadataLookup: { locationType: 'SPREADSHEET' } }, ['d']],
    [
      'a place exactly',
      { developerMetadataLookup: { metadataLocation: { sheetId: 0 }, locationMatchingStrategy: 'EXACT_LOCATION' } },
      ['c'],
    ],
    [
      'a place and what meets it',
      { developerMetadataLookup: { metadataLocation: { dimensionRange: rowAt(2) } } },
      ['b', 'c'],
    ],
    ['some cells', { a1Range: 'Plan!A2' }, ['a', 'c']],
    ['some cells by their indices', { gridRange: { sheetId: 0, startRowIndex: 2 } }, ['b', 'c']],
    ['nothing that is there', byKey('annet'), []],
  ])('by %s', async (_what, filter, expected) => {
    const requestBody = { dataFilters: [filter] };
    const { data } = await scene.sheets.spreadsheets.developerMetadata.search({ spreadsheetId: ID, requestBody });

    const found = data.matchedDeveloperMetadata ?? [];
    expect(found.map(({ developerMetadata }) => developerMetadata?.metadataValue)).toEqual(expected);
  });

  it('by its own number', async () => {
    const [first] = scene.ola.book.metadata;
    const metadataId = first?.metadataId ?? 0;

    const { data } = await scene.sheets.spreadsheets.developerMetadata.get({ spreadsheetId: ID, metadataId });

    expect(data).toEqual(first);
  });

  it('is changed and deleted by the same filters', async () => {
    const { replies } = await scene.update([
      {
        updateDeveloperMetadata: {
          dataFilters: [byKey('ark')],
          developerMetadata: { metadataValue: 'ny' },
          fields: 'metadataValue',
        },
      },
      { deleteDeveloperMetadata: { dataFilter: byKey('rad') } },
    ]);

    expect(replies?.[0]?.updateDeveloperMetadata?.developerMetadata).toMatchObject([{ metadataValue: 'ny' }]);
    expect(replies?.[1]?.deleteDeveloperMetadata?.deletedDeveloperMetadata).toHaveLength(2);
    expect(scene.ola.book.metadata.map(({ metadataValue }) => metadataValue)).toEqual(['ny', 'd']);
  });
});

it.each<[string, sheets_v4.Schema$DeveloperMetadata]>([
  [
    'several rows',
    { metadataKey: 'k', visibility: 'DOCUMENT', location: { dimensionRange: { ...rowAt(1), endIndex: 3 } } },
  ],
  ['no place', { metadataKey: 'k', visibility: 'DOCUMENT' }],
  ['no visibility', { metadataKey: 'k', location: { sheetId: 0 } }],
  ['no key', { visibility: 'DOCUMENT', location: { sheetId: 0 } }],
  ['a row outside the grid', { metadataKey: 'k', visibility: 'DOCUMENT', location: { dimensionRange: rowAt(1000) } }],
])('metadata with %s is refused', async (_what, developerMetadata) => {
  expect(await refusalOf(scene.update([{ createDeveloperMetadata: { developerMetadata } }]))).toMatchObject({
    status: 400,
  });
});
