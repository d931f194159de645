import { describe, expect, it } from 'vitest';
import type { CellValue } from '#src/domain/cell-value.ts';
import { parseUkedager } from '#src/domain/ukedager.ts';

describe('weekdays', () => {
  it.each<[CellValue, readonly number[]]>([
    ['mandag', [1]],
    ['Mandager', [1]],
    ['man', [1]],
    ['tir.', [2]],
    ['tirsdag', [2]],
    ['tysdag', [2]],
    ['hver onsdag', [3]],
    ['TORSDAGER', [4]],
    ['fre', [5]],
    ['fredagene', [5]],
    ['måndagar', [1]],
    ['mandag, onsdag og fredag', [1, 3, 5]],
    ['fredag og mandag', [1, 5]],
    ['mandag og mandag', [1]],
    ['man/ons', [1, 3]],
    ['mandag; torsdag', [1, 4]],
    ['mandag\nonsdag, fredag', [1, 3, 5]],
    ['mandag–fredag', [1, 2, 3, 4, 5]],
    ['man - ons', [1, 2, 3]],
    ['tirsdag til torsdag', [2, 3, 4]],
    ['mandag–tirsdag og fredag', [1, 2, 5]],
    ['hver arbeidsdag', [1, 2, 3, 4, 5]],
    ['Alle virkedager', [1, 2, 3, 4, 5]],
    ['hverdager', [1, 2, 3, 4, 5]],
    ['kvar yrkedag', [1, 2, 3, 4, 5]],
  ])('%j are %j', (cell, expected) => {
    expect(parseUkedager(cell)).toEqual(expected);
  });

  it.each<[CellValue]>([
    [null],
    [''],
    ['lørdag'],
    ['mandag og søndag'],
    ['mandag–søndag'],
    ['hver dag'],
    ['fredag–mandag'],
    ['mandag–onsdag–fredag'],
    ['mandag,'],
    ['annenhver mandag'],
    ['mandag kl. 8'],
    [1],
    [{ serial: 45446 }],
  ])('%j are not', (cell) => {
    expect(parseUkedager(cell)).toBeNull();
  });
});
