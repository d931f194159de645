import type { sheets_v4 } from '@googleapis/sheets';
import { parseA1 } from './a1.ts';
import { mayWrite, readable, writable } from './access.ts';
import { carryOut } from './batch/batch.ts';
import { matchingMetadata } from './data-filter.ts';
import { asksFor, type Mask } from './fields.ts';
import { noSuchEntity, notAllowed } from './problem.ts';
import { READ_SHEETS, type Route, WRITE_SHEETS } from './route.ts';
import { toSpreadsheetJson } from './spreadsheet-json.ts';

const ID = '(?<id>[^/:]+)';
const sheets = { service: 'sheets' } as const;

export const spreadsheetRoutes: readonly Route[] = [
  {
    ...sheets,
    id: 'sheets.get',
    method: 'GET',
    path: new RegExp(`^/v4/spreadsheets/${ID}$`),
    scopes: READ_SHEETS,
    query: { ranges: 'str', includeGridData: 'bool', excludeTablesInBandedRanges: 'bool' },
    body: null,
    answer: 'Spreadsheet',
    handle({ params: { id = '' }, query, mask, files }) {
      const file = readable(files, id);
      const boxes = query.getAll('ranges').map((range) => parseA1(file.book, range));
      // With a mask the grid comes when the mask has room for it, whatever else is asked.
      const grid = query.has('fields') ? asksFor(mask, 'sheets', 'data') : query.get('includeGridData') === 'true';
      return toSpreadsheetJson(file.book, { mask, grid, boxes, editor: mayWrite(file) });
    },
  },
  {
    ...sheets,
    id: 'sheets.create',
    method: 'POST',
    path: /^\/v4\/spreadsheets$/,
    scopes: WRITE_SHEETS,
    query: {},
    body: 'Spreadsheet',
    answer: 'Spreadsheet',
    handle() {
      // A service account has no room of its own to put it in.
      throw notAllowed();
    },
  },
  {
    ...sheets,
    id: 'sheets.batchUpdate',
    method: 'POST',
    path: new RegExp(`^/v4/spreadsheets/${ID}:batchUpdate$`),
    scopes: WRITE_SHEETS,
    query: {},
    body: 'BatchUpdateSpreadsheetRequest',
    answer: 'BatchUpdateSpreadsheetResponse',
    handle({ params: { id = '' }, query, body, mask, files }) {
      writable(files, id);
      const request = body as sheets_v4.Schema$BatchUpdateSpreadsheetRequest;
      return files.change(id, 'bot', (draft) => {
        const replies = carryOut(draft, request.requests ?? []);
        if (!request.includeSpreadsheetInResponse) return { spreadsheetId: id, replies };
        const inner: Mask = mask === true ? true : (mask.updatedSpreadsheet ?? mask['*'] ?? {});
        const grid = query.has('fields') ? asksFor(inner, 'sheets', 'data') : request.responseIncludeGridData === true;
        const boxes = (request.responseRanges ?? []).map((range) => parseA1(draft, range));
        const updatedSpreadsheet = toSpreadsheetJson(draft, { mask: inner, grid, boxes, editor: true });
        return { spreadsheetId: id, replies, updatedSpreadsheet };
      });
    },
  },
  {
    ...sheets,
    id: 'sheets.developerMetadata.get',
    method: 'GET',
    path: new RegExp(`^/v4/spreadsheets/${ID}/developerMetadata/(?<metadataId>\\d+)$`),
    scopes: WRITE_SHEETS,
    query: {},
    body: null,
    answer: 'DeveloperMetadata',
    handle({ params: { id = '', metadataId }, files }) {
      const found = readable(files, id).book.metadata.find((it) => it.metadataId === Number(metadataId));
      if (!found) throw noSuchEntity();
      return found;
    },
  },
  {
    ...sheets,
    id: 'sheets.developerMetadata.search',
    method: 'POST',
    path: new RegExp(`^/v4/spreadsheets/${ID}/developerMetadata:search$`),
    scopes: WRITE_SHEETS,
    query: {},
    body: 'SearchDeveloperMetadataRequest',
    answer: 'SearchDeveloperMetadataResponse',
    handle({ params: { id = '' }, body, files }) {
      const { book } = readable(files, id);
      const { dataFilters = [] } = body as sheets_v4.Schema$SearchDeveloperMetadataRequest;
      const matches = (dataFilters ?? []).map((filter) => ({ filter, found: matchingMetadata(book, filter) }));
      const matched = book.metadata.flatMap((developerMetadata) => {
        const by = matches.filter(({ found }) => found.includes(developerMetadata)).map(({ filter }) => filter);
        return by.length > 0 ? [{ developerMetadata, dataFilters: by }] : [];
      });
      return matched.length > 0 ? { matchedDeveloperMetadata: matched } : {};
    },
  },
];
