import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '#src/domain/cell-value.ts';
import { formatProsent, formatTall, parseTall } from '#src/domain/tall.ts';
import { anyCell } from '../../support/cell.ts';

describe('parseTall', () => {
  it.each<[CellValue, number]>([
    ['0', 0],
    ['1767', 1767],
    ['1 767', 1767],
    ['1\u00a0767', 1767],
    ['1\u202f767', 1767],
    ["1'767", 1767],
    ['1.767', 1767],
    ['1.767.500', 1_767_500],
    ['12 345 678', 12_345_678],
    ['1.767,5', 1767.5],
    ['1 767,25', 1767.25],
    ['1,8', 1.8],
    ['0,9', 0.9],
    ['1,767', 1.767],
    ['0.9', 0.9],
    ['1.8', 1.8],
    ['0.767', 0.767],
    ['1234.567', 1234.567],
    ['−5', -5],
    ['–5', -5],
    ['-1 767,5', -1767.5],
    ['+5', 5],
    ['90 %', 0.9],
    ['90\u00a0%', 0.9],
    ['12,5%', 0.125],
    ['16,7 %', 0.167],
    ['0 %', 0],
    ['−0,5 %', -0.005],
    [' <b>20</b> ', 20],
    [0, 0],
    [-1.25, -1.25],
    [0.30000000000000004, 0.30000000000000004],
  ])('reads %j as %d', (cell, value) => {
    expect(parseTall(cell).value).toBe(value);
  });

  it.each<CellValue>([
    null,
    '',
    '—',
    '-',
    '%',
    'ca. 20',
    '20 døgn',
    '<5',
    'fullt',
    '1 76',
    '1 7677',
    '01 767',
    '0 767',
    '1 767.500,5',
    '1,767.5',
    '1.767 500',
    '1.767.5',
    '1,2,3',
    ',5',
    '5,',
    '.5',
    '1e5',
    '0x10',
    '٣',
    '5-10',
    '1.5.24',
    '#REF!',
    '9'.repeat(400),
    Number.NaN,
    Number.POSITIVE_INFINITY,
    true,
    { serial: 45413 },
    { error: '#REF!' },
  ])('takes %j for no number', (cell) => {
    expect(parseTall(cell).value).toBeNull();
  });

  it('keeps the text as written', () => {
    expect(parseTall(' ca.\u00a020')).toEqual({ text: 'ca. 20', value: null });
  });

  it('finds a finite number or none', () => {
    fc.assert(
      fc.property(anyCell(), (cell) => {
        const { value } = parseTall(cell);
        expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
  });
});

describe('formatTall', () => {
  it.each([
    [1767, '1\u00a0767'],
    [1_767_500, '1\u00a0767\u00a0500'],
    [999, '999'],
    [1.8, '1,8'],
    [2, '2'],
    [1.96, '2'],
    [0.15, '0,2'],
    [1.25, '1,3'],
    [-1.25, '−1,3'],
    [-0.04, '0'],
    [1e-9, '0'],
    [1e21, '1\u00a0000\u00a0000\u00a0000\u00a0000\u00a0000\u00a0000\u00a0000'],
    [Number.NaN, '–'],
  ])('shows %d as «%s»', (value, text) => {
    expect(formatTall(value)).toBe(text);
  });

  it('shows as many decimals as asked for, and none that are idle', () => {
    expect([0, 2, 3].map((decimals) => formatTall(1.005, decimals))).toEqual(['1', '1,01', '1,005']);
  });

  it('is read back as the number it shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(3), (digits, decimals) => {
        const value = Number(`${digits}e-${decimals}`);
        expect(parseTall(formatTall(value, decimals)).value).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it('is read back as a number whatever the size', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const shown = parseTall(formatTall(value)).value ?? Number.NaN;
        expect(Math.abs(shown - value)).toBeLessThanOrEqual(0.5);
      }),
    );
  });
});

describe('formatProsent', () => {
  it.each([
    [0.9, 0, '90\u00a0%'],
    [0.125, 0, '13\u00a0%'],
    [0.125, 1, '12,5\u00a0%'],
    [0.285, 0, '29\u00a0%'],
    [0, 0, '0\u00a0%'],
    [1, 1, '100\u00a0%'],
    [-0.05, 0, '−5\u00a0%'],
    [17.67, 0, '1\u00a0767\u00a0%'],
  ])('shows %d with %d decimals as «%s»', (fraction, decimals, text) => {
    expect(formatProsent(fraction, decimals)).toBe(text);
  });

  it('is read back as the fraction it shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 100_000 }), (tenths) => {
        const fraction = Number(`${tenths}e-3`);
        expect(parseTall(formatProsent(fraction, 1)).value).toBe(fraction === 0 ? 0 : fraction);
      }),
    );
  });
});
