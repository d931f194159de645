import { parseA1 } from './a1.ts';
import { readable } from './access.ts';
import { invalidArgument } from './problem.ts';
import { READ_SHEETS, type Route } from './route.ts';
import { readValues } from './values/read-values.ts';

const VALUES = '^/v4/spreadsheets/(?<id>[^/:]+)/values';
const reading = { service: 'sheets', method: 'GET', scopes: READ_SHEETS, body: null } as const;
const RENDERING = {
  majorDimension: 'Dimension',
  valueRenderOption: 'ValueRenderOption',
  dateTimeRenderOption: 'DateTimeRenderOption',
};

export const valuesReadingRoutes: readonly Route[] = [
  {
    ...reading,
    id: 'sheets.values.batchGet',
    path: new RegExp(`${VALUES}:batchGet$`),
    query: { ...RENDERING, ranges: 'str' },
    answer: 'BatchGetValuesResponse',
    handle({ params: { id = '' }, query, files }) {
      const { book } = readable(files, id);
      const ranges = query.getAll('ranges');
      if (ranges.length === 0) throw invalidArgument('Must specify at least one range.');
      const options = Object.fromEntries(query);
      return { spreadsheetId: id, valueRanges: ranges.map((range) => readValues(parseA1(book, range), options)) };
    },
  },
  {
    ...reading,
    id: 'sheets.values.get',
    path: new RegExp(`${VALUES}/(?<range>.+)$`),
    query: RENDERING,
    answer: 'ValueRange',
    handle({ params: { id = '', range = '' }, query, files }) {
      return readValues(parseA1(readable(files, id).book, range), Object.fromEntries(query));
    },
  },
];
