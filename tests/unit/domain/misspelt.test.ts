import { describe, expect, it } from 'vitest';
import { byFolding, foldLetters } from '#src/domain/misspelt.ts';

describe('foldLetters', () => {
  it.each([
    ['fullført', 'fullfort'],
    ['fullf0rt', 'fullfort'],
    ['pågår', 'pagar'],
    ['væske', 'vaeske'],
    ['plan', 'plan'],
  ])('makes «%s» %s', (word, folded) => {
    expect(foldLetters(word)).toBe(folded);
  });
});

describe('byFolding', () => {
  it('finds a word without its rings and strokes, and with two letters for one', () => {
    const meanings = byFolding([['våren', 'spring'] as const, ['høsten', 'autumn'] as const]);
    expect(['varen', 'vaaren', 'hosten', 'hoesten'].map((word) => meanings.get(word))).toEqual([
      'spring',
      'spring',
      'autumn',
      'autumn',
    ]);
  });

  it('leaves out what could be two things, and keeps two spellings of one', () => {
    expect([...byFolding([['låg', 'low'] as const, ['lag', 'team'] as const]).keys()]).toEqual(['laag']);
    expect(byFolding([['for', 'same'] as const, ['før', 'same'] as const]).get('for')).toBe('same');
  });
});
