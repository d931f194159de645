import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellValue, cellLines, cellText } from '#src/domain/cell-value.ts';
import { anyCell } from '../../support/cell.ts';

describe('cellText', () => {
  it.each<[CellValue, string]>([
    [null, ''],
    ['   ', ''],
    ['  Innen \u00a0 1.5.24\t', 'Innen 1.5.24'],
    ['1\u202f767', '1 767'],
    ['Trondheim\r\nMalvik', 'Trondheim Malvik'],
    ['<b>1. Utarbeide</b> mal', '1. Utarbeide mal'],
    ['Alle sikrer <b>at rapport</b><br>med CFS', 'Alle sikrer at rapport med CFS'],
    ['<span style="color:red">Rød</span><br/>', 'Rød'],
    ['pasienter > 70 år, <5 og <30 døgn', 'pasienter > 70 år, <5 og <30 døgn'],
    ['<navn>', '<navn>'],
    ['a\u030apen', 'åpen'],
    ['kompe\u00adtanse\u200bgruppen\ufeff', 'kompetansegruppen'],
    [1.8, '1,8'],
    [0, '0'],
    [true, 'SANN'],
    [false, 'USANN'],
    [{ error: '#REF!' }, '#REF!'],
    [{ serial: 45413 }, '1.5.2024'],
    [{ serial: 45413.75 }, '1.5.2024'],
    [{ serial: 0.3333 }, '08:00'],
    [{ serial: -1 }, '-1'],
  ])('shows %j as «%s»', (cell, expected) => {
    expect(cellText(cell)).toBe(expected);
  });

  it('is one line, and reading it again changes nothing', () => {
    fc.assert(
      fc.property(anyCell(), (cell) => {
        const text = cellText(cell);
        expect(text).not.toMatch(/\n|^\s|\s$/);
        expect(cellText(text.replaceAll('<', ''))).toBe(text.replaceAll('<', '').replace(/ {2,}/g, ' ').trim());
      }),
    );
  });
});

describe('cellLines', () => {
  it('keeps line breaks of every kind, without blank lines', () => {
    expect(cellLines(' Trondheim \r\n\r\n Malvik<br>Melhus\u2028Skaun ')).toBe('Trondheim\nMalvik\nMelhus\nSkaun');
  });
});
