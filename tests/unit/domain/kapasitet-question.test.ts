import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '#src/domain/day.ts';
import { parseKapasitetQuestion } from '#src/domain/kapasitet-question.ts';
import { aKommune, aRow } from '../../support/kapasitet.ts';

/** A Monday. */
const TODAY = '2024-06-03' as Day;
const ROWS = [
  aRow({ kommune: 'Trondheim', enhet: 'Øya helsehus' }),
  aRow({ kommune: 'Trondheim', enhet: '2' }),
  ...['Malvik', 'Melhus', 'Frøya', 'Orkland', 'Heim', 'Osen', 'Nore og Uvdal', 'Midtre Gauldal'].map((kommune) =>
    aRow({ kommune }),
  ),
];
const KONTAKTER = [
  aKommune('Orkland', 'Sørvest', ['Orkdal']),
  aKommune('Frøya', 'Sørvest'),
  aKommune('Osen', 'Fosenregionen'),
  aKommune('Bærum'),
];
const readAll = (words: string, today = TODAY) => parseKapasitetQuestion(words, ROWS, KONTAKTER, today);
const read = (words: string, today = TODAY) => readAll(words, today).question;

describe('which rows', () => {
  const all = { kommuner: [], enheter: [], kategorier: [], receiving: false };

  it.each([
    ['', { kind: 'overview', all: false }],
    ['  ', { kind: 'overview', all: false }],
    ['alle', { kind: 'overview', all: true }],
    ['vis alle kommuner', { kind: 'overview', all: true }],
    ['ledige plasser', { kind: 'overview', all: false }],
  ])('«%s»', (words, expected) => {
    expect(read(words)).toEqual(expected);
  });

  it.each([
    ['Malvik', { kommuner: ['Malvik'] }],
    ['MALVIK kommune', { kommuner: ['Malvik'] }],
    ['Malvik, Melhus og Frøya', { kommuner: ['Malvik', 'Melhus', 'Frøya'] }],
    ['nore og uvdal', { kommuner: ['Nore og Uvdal'] }],
    ['froya', { kommuner: ['Frøya'] }],
    ['FROEYA', { kommuner: ['Frøya'] }],
    ['baerum', { kommuner: ['Bærum'] }],
    ['orkdal', { kommuner: ['Orkland'] }],
    ['sørvest', { kommuner: ['Orkland', 'Frøya'] }],
    ['øya helsehus', { enheter: ['Øya helsehus'] }],
    ['oya helsehus', { enheter: ['Øya helsehus'] }],
    ['rehab', { kategorier: ['rehabilitering'] }],
    ['hvem har ledige avlastningsplasser?', { kategorier: ['avlastning'] }],
    ['ø-hjelp', { kategorier: ['øhd'] }],
    ['tar imot', { receiving: true }],
    ['tar i mot fra andre', { receiving: true }],
    ['rehab Orkland', { kommuner: ['Orkland'], kategorier: ['rehabilitering'] }],
    ['tar imot rehab', { kategorier: ['rehabilitering'], receiving: true }],
  ])('«%s»', (words, filter) => {
    expect(read(words)).toEqual({ kind: 'rows', filter: { ...all, ...filter } });
  });

  it.each([
    ['oppdater', []],
    ['Oppdater Malvik', ['Malvik']],
    ['melhus rapporter', ['Melhus']],
    ['ingen endring', []],
    ['ingen endringer i Melhus', ['Melhus']],
  ])('«%s» asks how to update', (words, kommuner) => {
    expect(read(words)).toEqual({ kind: 'update', kommuner });
  });
});

describe('find a place', () => {
  it.each([
    ['2 rehab nær Orkland fra fredag', 2, ['rehabilitering'], ['Orkland'], '2024-06-07'],
    ['fra fredag nær orkland rehab 2', 2, ['rehabilitering'], ['Orkland'], '2024-06-07'],
    ['plass til 2 fra 10.6', 2, [], [], '2024-06-10'],
    ['to rehabiliteringsplasser ved Malvik', 2, ['rehabilitering'], ['Malvik'], null],
    ['en plass i Heim fra i morgen', 1, [], ['Heim'], '2024-06-04'],
    ['3 kad', 3, ['øhd'], [], null],
    ['3', 3, [], [], null],
    ['nær Nore og Uvdal', 1, [], ['Nore og Uvdal'], null],
    ['nær øya helsehus', 1, [], ['Trondheim'], null],
    ['1 nær fosenregionen', 1, [], ['Osen'], null],
    ['avlastning fra 10. juni', 1, ['avlastning'], [], '2024-06-10'],
    ['avlastning fra 10. juni 2025', 1, ['avlastning'], [], '2025-06-10'],
    ['2 rehab fra uke 24', 2, ['rehabilitering'], [], '2024-06-10'],
    ['uke 24 2 rehab', 2, ['rehabilitering'], [], '2024-06-10'],
    ['2 fra 2024-06-10', 2, [], [], '2024-06-10'],
    ['2 fra 10/6-24', 2, [], [], '2024-06-10'],
    ['2 fra mandag', 2, [], [], '2024-06-03'],
    ['2 fra søn', 2, [], [], '2024-06-09'],
    ['2 fra neste uke', 2, [], [], '2024-06-10'],
    ['2 fra i overmorgen', 2, [], [], '2024-06-05'],
    ['2 fra i dag', 2, [], [], '2024-06-03'],
    ['2 i kveld', 2, [], [], '2024-06-03'],
    ['2 i natt', 2, [], [], '2024-06-03'],
    ['2 i helgen', 2, [], [], '2024-06-08'],
    ['2 etter helgen', 2, [], [], '2024-06-10'],
    ['rehab eller korttid fra fredag', 1, ['rehabilitering', 'korttid utredning/behandling'], [], '2024-06-07'],
  ])('«%s»', (words, places, kategorier, near, from) => {
    expect(read(words)).toEqual({ kind: 'find', find: { places, kategorier, near, from } });
  });

  it('takes a date without a year as the nearest one', () => {
    expect(read('2 fra 10. januar', '2024-12-20' as Day)).toMatchObject({ find: { from: '2025-01-10' } });
    expect(read('2 fra 28.12', '2025-01-02' as Day)).toMatchObject({ find: { from: '2024-12-28' } });
  });
});

describe('what is said of how a question was read', () => {
  it.each([
    ['Malvik', []],
    ['Klæbu', [{ kind: 'former-kommune', name: 'Klæbu', now: ['Trondheim'] }]],
    ['2 nær klaebu', [{ kind: 'former-kommune', name: 'Klæbu', now: ['Trondheim'] }]],
    ['Meldal og Agdenes', ['Meldal', 'Agdenes'].map((name) => ({ kind: 'former-kommune', name, now: ['Orkland'] }))],
    ['delir', [{ kind: 'forbehold', word: 'delir' }]],
    ['rehab til terminale', [{ kind: 'forbehold', word: 'terminal' }]],
    ['2 rehab fra 1.6', [{ kind: 'past', day: '2024-06-01' }]],
    ['2 rehab fra i dag', []],
  ])('«%s»', (words, remarks) => {
    expect(readAll(words).remarks).toEqual(remarks);
  });

  it('is nothing of a name that Kontakter knows', () => {
    expect(readAll('Orkdal')).toMatchObject({ question: { filter: { kommuner: ['Orkland'] } }, remarks: [] });
  });

  it('is of the weekend itself, once it has begun', () => {
    expect(read('2 i helgen', '2024-06-09' as Day)).toMatchObject({ find: { from: '2024-06-09' } });
  });
});

describe('asked again', () => {
  it.each([
    ['0', 'no-places'],
    ['null rehab', 'no-places'],
    ['xyzzy plugh zork grue', 'many-unknown-words'],
  ])('«%s»', (words, why) => {
    expect(read(words)).toEqual({ kind: 'ask-again', why });
  });
});

describe('words nobody knows', () => {
  it.each([
    ['Malvk', 'Malvk', 'Malvik', 'Malvik'],
    ['nore og uvdall', 'nore og uvdall', 'Nore og Uvdal', 'Nore og Uvdal'],
    ['midtre', 'midtre', 'Midtre Gauldal', 'Midtre Gauldal'],
    ['2 rehab nær Orkla fra fredag', 'Orkla', 'Orkland', '2 rehab nær Orkland fra fredag'],
    ['malvk og melus', 'malvk', 'Malvik', 'Malvik og melus'],
    ['rehabb', 'rehabb', 'rehab', 'rehab'],
    ['oppdatr Malvik', 'oppdatr', 'oppdater', 'oppdater Malvik'],
    ['øya helsehs', 'øya helsehs', 'Øya helsehus', 'Øya helsehus'],
    ['fosen', 'fosen', 'Fosenregionen', 'Fosenregionen'],
  ])('«%s»: did you mean …', (words, phrase, suggestion, corrected) => {
    expect(read(words)).toEqual({ kind: 'unknown', unknown: { phrase, suggestion, corrected } });
  });

  it.each(['xyzzy', '31.2', '<!channel>'])('«%s» is like nothing known', (words) => {
    expect(read(words)).toMatchObject({ kind: 'unknown', unknown: { suggestion: null } });
  });

  it('anything can be typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (words) => {
        expect(read(words)).toHaveProperty('kind');
      }),
    );
  });

  it('what is suggested is understood', () => {
    for (const word of ['Malvk', 'nore og uvdall', '2 rehab nær Orkla', 'oppdatr']) {
      const answer = read(word);
      const again = answer.kind === 'unknown' ? read(answer.unknown.corrected ?? '?') : answer;

      expect(again.kind).not.toBe('unknown');
    }
  });
});
