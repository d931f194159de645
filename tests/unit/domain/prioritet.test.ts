import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '#src/domain/cell-value.ts';
import { type Omfang, type Prioritet, parseOmfang, parsePrioritet } from '#src/domain/prioritet.ts';
import { anyCell } from '../../support/cell.ts';

describe('parsePrioritet', () => {
  it.each<[string, Prioritet]>([
    ['Høy', 'hoy'],
    [' HØY ', 'hoy'],
    ['Hø y', 'hoy'],
    ['Hoy', 'hoy'],
    ['H0y', 'hoy'],
    ['Midels', 'middels'],
    ['Høg', 'hoy'],
    ['Høy prioritet', 'hoy'],
    ['Middels', 'middels'],
    ['Middel', 'middels'],
    ['Mid dels', 'middels'],
    ['lav.', 'lav'],
    ['Låg', 'lav'],
  ])('reads «%s» as %s', (cell, value) => {
    expect(parsePrioritet(cell)).toMatchObject({ value, understood: true });
  });

  it.each<CellValue>([null, '', ' ', '—', 'Høy / Middel / Lav', 'Høy / Middels / Lav', 'Lav/Middels/Høy', 'Prioritet'])(
    'takes %j as not chosen',
    (cell) => {
      expect(parsePrioritet(cell)).toMatchObject({ value: null, understood: true });
    },
  );

  it.each<CellValue>([
    'Høy?',
    'Høy/Middels',
    'viktig',
    'H',
    'Stort',
    '1',
    1,
    true,
    { serial: 45413 },
    { error: '#REF!' },
  ])('leaves %j for a person', (cell) => {
    expect(parsePrioritet(cell)).toMatchObject({ value: null, understood: false });
  });

  it('keeps the text as written', () => {
    expect(parsePrioritet('\u00a0Høy /  Middel / Lav').text).toBe('Høy / Middel / Lav');
  });
});

describe('parseOmfang', () => {
  it.each<[string, Omfang]>([
    ['Stort', 'stort'],
    ['st0rt', 'stort'],
    ['Midels', 'middels'],
    ['stort omfang', 'stort'],
    ['Mid dels', 'middels'],
    ['middel', 'middels'],
    ['LITE', 'lite'],
    ['Liten', 'lite'],
  ])('reads «%s» as %s', (cell, value) => {
    expect(parseOmfang(cell)).toMatchObject({ value, understood: true });
  });

  it.each<CellValue>([null, 'Stort / Mid dels / Lite', 'Stort / Middels / Lite', 'Omfang', '-'])(
    'takes %j as not chosen',
    (cell) => {
      expect(parseOmfang(cell)).toMatchObject({ value: null, understood: true });
    },
  );

  it.each<CellValue>(['Høy', 'Stort/Lite', '2 årsverk', 2])('leaves %j for a person', (cell) => {
    expect(parseOmfang(cell)).toMatchObject({ value: null, understood: false });
  });

  it('understands a cell whenever it finds a value in it', () => {
    fc.assert(
      fc.property(anyCell(), (cell) => {
        for (const { value, understood } of [parseOmfang(cell), parsePrioritet(cell)]) {
          expect(value === null || understood).toBe(true);
        }
      }),
    );
  });
});
