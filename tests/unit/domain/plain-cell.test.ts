import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellLines, cellText, isBlankCell } from '#src/domain/cell-value.ts';

/** What cells are made of, and what must be tidied away, close together. */
const pieces = fc.constantFrom(
  'a',
  'Å',
  'é',
  'e\u0301',
  '5',
  '.',
  ' ',
  '  ',
  '\u00a0',
  '\n',
  '–',
  '<b>',
  '<5',
  '\u200b',
  '🟢',
);
const cells = fc.array(pieces, { maxLength: 8 }).map((found) => found.join(''));

describe('the short way through a plain cell', () => {
  it('reads the same as the long way, which a leading space calls for', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        expect(cellText(cell)).toBe(cellText(` ${cell}`));
        expect(cellLines(cell)).toBe(cellLines(` ${cell}`));
      }),
    );
  });

  it('finds a cell blank exactly when nothing can be read in it', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        expect(isBlankCell(cell)).toBe(cellText(cell) === '');
      }),
    );
    expect([null, '', ' ', '\u200b', '<b></b>'].map(isBlankCell)).toEqual([true, true, true, true, true]);
    expect([0, false, { serial: 45_413 }, { error: '#REF!' }].map(isBlankCell)).toEqual([false, false, false, false]);
  });
});
