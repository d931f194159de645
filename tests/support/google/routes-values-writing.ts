import type { sheets_v4 } from '@googleapis/sheets';
import { parseA1 } from './a1.ts';
import { writable } from './access.ts';
import { invalidArgument } from './problem.ts';
import { type Route, WRITE_SHEETS } from './route.ts';
import { appendValues } from './values/append.ts';
import { clearValues } from './values/clear-values.ts';
import { summed } from './values/summed.ts';
import { optionsOf, target } from './values/target.ts';
import { writeValues } from './values/write-values.ts';
import { writeA1 } from './write-a1.ts';

const VALUES = '^/v4/spreadsheets/(?<id>[^/:]+)/values';
const writing = { service: 'sheets', scopes: WRITE_SHEETS } as const;
const WRITING = {
  valueInputOption: 'ValueInputOption',
  includeValuesInResponse: 'bool',
  responseValueRenderOption: 'ValueRenderOption',
  responseDateTimeRenderOption: 'DateTimeRenderOption',
};

export const valuesWritingRoutes: readonly Route[] = [
  {
    ...writing,
    id: 'sheets.values.batchUpdate',
    method: 'POST',
    path: new RegExp(`${VALUES}:batchUpdate$`),
    query: {},
    body: 'BatchUpdateValuesRequest',
    answer: 'BatchUpdateValuesResponse',
    handle({ params: { id = '' }, body, files }) {
      writable(files, id);
      const { data, ...options } = body as sheets_v4.Schema$BatchUpdateValuesRequest;
      return files.change(id, 'bot', (draft) => {
        const responses = (data ?? []).map(({ range, majorDimension, values }) => ({
          spreadsheetId: id,
          ...writeValues(draft, parseA1(draft, range ?? ''), majorDimension, values ?? [], options),
        }));
        return { spreadsheetId: id, ...summed(responses), responses };
      });
    },
  },
  {
    ...writing,
    id: 'sheets.values.append',
    method: 'POST',
    path: new RegExp(`${VALUES}/(?<range>.+):append$`),
    query: { ...WRITING, insertDataOption: 'InsertDataOption' },
    body: 'ValueRange',
    answer: 'AppendValuesResponse',
    handle({ params: { id = '', range = '' }, query, body, files }) {
      writable(files, id);
      const given = body as sheets_v4.Schema$ValueRange;
      if (given.majorDimension === 'COLUMNS') throw invalidArgument('The stand-in appends by rows only.');
      return files.change(id, 'bot', (draft) => {
        const { updates, ...rest } = appendValues(
          draft,
          target(draft, range, given),
          given.values ?? [],
          optionsOf(query),
        );
        return { spreadsheetId: id, ...rest, updates: { spreadsheetId: id, ...updates } };
      });
    },
  },
  {
    ...writing,
    id: 'sheets.values.clear',
    method: 'POST',
    path: new RegExp(`${VALUES}/(?<range>.+):clear$`),
    query: {},
    body: 'ClearValuesRequest',
    answer: 'ClearValuesResponse',
    handle({ params: { id = '', range = '' }, files }) {
      writable(files, id);
      return files.change(id, 'bot', (draft) => {
        const box = parseA1(draft, range);
        clearValues(draft, box);
        return { spreadsheetId: id, clearedRange: writeA1(box) };
      });
    },
  },
  {
    ...writing,
    id: 'sheets.values.update',
    method: 'PUT',
    path: new RegExp(`${VALUES}/(?<range>.+)$`),
    query: WRITING,
    body: 'ValueRange',
    answer: 'UpdateValuesResponse',
    handle({ params: { id = '', range = '' }, query, body, files }) {
      writable(files, id);
      const given = body as sheets_v4.Schema$ValueRange;
      return files.change(id, 'bot', (draft) => {
        const box = target(draft, range, given);
        const { majorDimension, values } = given;
        return { spreadsheetId: id, ...writeValues(draft, box, majorDimension, values ?? [], optionsOf(query)) };
      });
    },
  },
];
