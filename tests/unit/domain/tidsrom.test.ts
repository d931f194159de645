import { describe, expect, it } from 'vitest';
import type { CellValue } from '#src/domain/cell-value.ts';
import { coarser, explicitYears, parseTidsrom } from '#src/domain/tidsrom.ts';
import { readAs } from '../../support/tidsrom.ts';

describe('parseTidsrom: cells', () => {
  it.each<[CellValue, string]>([
    [null, 'missing'],
    ['', 'missing'],
    [' \u00a0\u200b\n', 'missing'],
    [{ serial: 45_413 }, 'by ..2024-05-01 day'],
    [{ serial: 45_413.5 }, 'by ..2024-05-01 day'],
    [{ serial: 2 }, 'unknown'],
    [{ serial: -1 }, 'fault'],
    [45_413, 'by ..2024-05-01 day'],
    [36_526, 'by ..2000-01-01 day'],
    [73_050, 'by ..2099-12-31 day'],
    [2025, 'range 2025-01-01..2025-12-31 year'],
    [2100, 'range 2100-01-01..2100-12-31 year'],
    ['45413', 'by ..2024-05-01 day'],
    ['2025', 'range 2025-01-01..2025-12-31 year'],
    [1.5, 'unknown'],
    [24, 'unknown'],
    [1999, 'unknown'],
    [73_051, 'unknown'],
    [2024.5, 'unknown'],
    [Number.NaN, 'unknown'],
    [Number.POSITIVE_INFINITY, 'unknown'],
    ['1999', 'range 1999-01-01..1999-12-31 year'],
    ['1989', 'unknown'],
    ['2150', 'unknown'],
    ['24', 'unknown'],
    ['99999', 'unknown'],
    [true, 'unknown'],
    [false, 'unknown'],
    [{ error: '#REF!' }, 'unknown'],
    [{ error: '#N/A' }, 'unknown'],
    ['#REF!', 'unknown'],
  ])('reads %j as %s', (cell, expected) => {
    expect(readAs(cell)).toBe(expected);
  });

  it.each<[CellValue, string]>([
    ['  Innen  1.5.24 ', 'Innen  1.5.24'],
    ['løpende\u00a0 fra\n2024', 'løpende\u00a0 fra\n2024'],
    ['snarest', 'snarest'],
    [null, ''],
    [{ serial: 45_413.5 }, '2024-05-01'],
    [45_413, '45413'],
    [1.5, '1.5'],
    [true, 'SANN'],
    [{ error: '#REF!' }, '#REF!'],
  ])('keeps what stood in %j', (cell, text) => {
    expect(parseTidsrom(cell, 2024).text).toBe(text);
  });

  it('reads no paragraph, however it begins', () => {
    expect(readAs(`Innen 1.5.24${' '.repeat(300)}(merknad)`)).toBe('unknown');
    expect(readAs('1.'.repeat(5000))).toBe('unknown');
  });
});

describe('explicitYears', () => {
  it.each<[CellValue, readonly number[]]>([
    ['Innen 1.5.24', [2024]],
    ['15.3 – 1.9.2024', [2024]],
    ['november–februar 2024', [2024]],
    ['1.5.23 – 1.5.24', [2023, 2024]],
    ['avhengig av 1.1, innen 1.6.24', [2024]],
    ['1.5.23 (nå 1.5.24)', [2024]],
    ['2024', [2024]],
    [2024, [2024]],
    ['45413', [2024]],
    [{ serial: 45_413 }, [2024]],
    ['1.5', []],
    ['høst', []],
    ['løpende', []],
    ['Dato - dato', []],
    ['1.5.1824', []],
    ['snarest i 2024', []],
    [null, []],
  ])('finds in %j %j', (cell, years) => {
    expect(explicitYears(cell)).toEqual(years);
  });
});

describe('coarser', () => {
  it('is the less exact of two, and ignores none', () => {
    expect(coarser('day', 'month')).toBe('month');
    expect(coarser('year', 'week')).toBe('year');
    expect(coarser(null, 'week')).toBe('week');
    expect(coarser('week', null)).toBe('week');
    expect(coarser(null, null)).toBeNull();
  });
});
