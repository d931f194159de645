import { expect, test } from 'vitest';
import { parseSpreadsheetId } from '#src/workbook/spreadsheet-id.ts';

const id = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-abcd';

test.each([
  id,
  `  ${id}\n`,
  `https://docs.google.com/spreadsheets/d/${id}`,
  `https://docs.google.com/spreadsheets/d/${id}/edit`,
  `https://docs.google.com/spreadsheets/d/${id}/edit?usp=sharing`,
  `https://docs.google.com/spreadsheets/d/${id}/edit#gid=0&range=C5`,
  `https://docs.google.com/spreadsheets/d/${id}?gid=12#gid=12`,
  `https://docs.google.com/spreadsheets/u/0/d/${id}/edit#gid=12`,
  `https://docs.google.com/a/kommune.example/spreadsheets/d/${id}/edit`,
  `http://docs.google.com/spreadsheets/d/${id}`,
  `docs.google.com/spreadsheets/d/${id}/`,
  `HTTPS://Docs.Google.com/spreadsheets/d/${id}`,
])('%j names a spreadsheet', (text) => {
  expect(parseSpreadsheetId(text)).toBe(id);
});

test.each([
  '',
  'sheets-templates/eksempel',
  './handlingsplan.xlsx',
  'handlingsplan-og-kapasitet-2024.xlsx',
  '/data/handlingsplan-og-kapasitet-2024',
  'Handlingsplan',
  'kortere-enn-20-tegn',
  'https://docs.google.com/spreadsheets/d/kort/edit',
  `https://docs.google.com/document/d/${id}/edit`,
  `https://docs.google.com/spreadsheets/d/e/2PACX-1vPublisert/pubhtml`,
  `https://eksempel.example/?u=https://docs.google.com/spreadsheets/d/${id}`,
  `https://docs.google.com.eksempel.example/spreadsheets/d/${id}`,
])('%j names none', (text) => {
  expect(parseSpreadsheetId(text)).toBeNull();
});
