import { expect, test } from 'vitest';
import { showsDate } from '#src/workbook/xlsx/number-format.ts';

test.each([
  [14, 'dd.mm.åååå, the usual date'],
  [20, 'tt:mm'],
  [22, 'date and time'],
  [46, 'elapsed time'],
])('the built-in format %i (%s) shows a date', (id) => {
  expect(showsDate(id, undefined)).toBe(true);
});

test.each([
  [0, 'General'],
  [9, '0 %'],
  [4, '# ##0,00'],
  [49, 'text'],
])('the built-in format %i (%s) shows a number', (id) => {
  expect(showsDate(id, undefined)).toBe(false);
});

test.each(['dd.mm.yyyy', '[$-414]d\\. mmmm yyyy;@', 'yyyy', '[h]:mm', '[mm]:ss', 'hh:mm', '"uke" d'])(
  '%s shows a date',
  (code) => {
    expect(showsDate(164, code)).toBe(true);
  },
);

test.each([
  'General',
  '@',
  '0.0%',
  '# ##0 "døgn"',
  '0\\d',
  '[Red]0.0;[Blue]-0.0',
  '0.00E+00',
  '_-* #,##0.00_-',
  '[$kr-414] #,##0',
  '0_d',
  '0;"dager siden"',
])('%s shows a number', (code) => {
  expect(showsDate(164, code)).toBe(false);
});
