import type { sheets_v4 } from '@googleapis/sheets';
import { readable, writable } from './access.ts';
import { boxesOf } from './data-filter.ts';
import { type Route, WRITE_SHEETS } from './route.ts';
import { readValues } from './values/read-values.ts';
import { summed } from './values/summed.ts';
import { writeValues } from './values/write-values.ts';
import { writeA1 } from './write-a1.ts';

const VALUES = '^/v4/spreadsheets/(?<id>[^/:]+)/values';
const sheets = { service: 'sheets', method: 'POST', scopes: WRITE_SHEETS, query: {} } as const;

export const valuesByFilterRoutes: readonly Route[] = [
  {
    ...sheets,
    id: 'sheets.values.batchGetByDataFilter',
    path: new RegExp(`${VALUES}:batchGetByDataFilter$`),
    body: 'BatchGetValuesByDataFilterRequest',
    answer: 'BatchGetValuesByDataFilterResponse',
    handle({ params: { id = '' }, body, files }) {
      const { book } = readable(files, id);
      const { dataFilters, ...options } = body as sheets_v4.Schema$BatchGetValuesByDataFilterRequest;
      // Each range once, with all the filters that mean it.
      const found = new Map<string, { valueRange: object; dataFilters: sheets_v4.Schema$DataFilter[] }>();
      for (const filter of dataFilters ?? []) {
        for (const box of boxesOf(book, filter)) {
          const matched = found.get(writeA1(box)) ?? { valueRange: readValues(box, options), dataFilters: [] };
          matched.dataFilters.push(filter);
          found.set(writeA1(box), matched);
        }
      }
      return { spreadsheetId: id, ...(found.size > 0 ? { valueRanges: [...found.values()] } : {}) };
    },
  },
  {
    ...sheets,
    id: 'sheets.values.batchUpdateByDataFilter',
    path: new RegExp(`${VALUES}:batchUpdateByDataFilter$`),
    body: 'BatchUpdateValuesByDataFilterRequest',
    answer: 'BatchUpdateValuesByDataFilterResponse',
    handle({ params: { id = '' }, body, files }) {
      writable(files, id);
      const { data, ...options } = body as sheets_v4.Schema$BatchUpdateValuesByDataFilterRequest;
      return files.change(id, 'bot', (draft) => {
        const responses = (data ?? []).flatMap(({ dataFilter, majorDimension, values }) =>
          boxesOf(draft, dataFilter ?? {}).map((box) => ({
            ...writeValues(draft, box, majorDimension, values ?? [], options),
            dataFilter,
          })),
        );
        return { spreadsheetId: id, ...summed(responses), ...(responses.length > 0 ? { responses } : {}) };
      });
    },
  },
];
