import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FanOut, isFanOutPhrase, parseAnsvarlig, unitKey, unitOf } from '#src/domain/ansvarlig.ts';
import type { CellValue } from '#src/domain/cell-value.ts';
import { KNOWN_KOMMUNER } from '#src/domain/kommuner.ts';
import { nameKey } from '#src/domain/names.ts';
import { unitRegister } from '#src/domain/unit-register.ts';
import { anyCell } from '../../support/cell.ts';

const register = unitRegister([
  { name: 'Kompetansegruppen', aliases: ['Kompetansegruppa'] },
  { name: 'St. Olavs hospital', aliases: ['St. Olavs', 'Sykehuset'] },
  { name: 'Helse, mestring og oppvekst', aliases: ['HMO'] },
  { name: 'Lege/fysioterapi & ergoterapi', aliases: [] },
  { name: 'Fosen DMS (sengepost)', aliases: [] },
  ...KNOWN_KOMMUNER.map((name) => ({ name, aliases: [] })),
]);

const partiesOf = (cell: CellValue) => parseAnsvarlig(cell, register).parties;

describe('parseAnsvarlig', () => {
  it.each([
    ['Kompetansegruppen & Analysegruppen', ['Kompetansegruppen', 'Analysegruppen']],
    ['Kompetansegruppa', ['Kompetansegruppen']],
    ['Koordinator sykehus + Koordinator kommune', ['Koordinator sykehus', 'Koordinator kommune']],
    ['Trondheim kommune + St. Olavs hospital', ['Trondheim kommune', 'St. Olavs hospital']],
    ['A og B samt C sammen med D, E; F / G', ['A', 'B', 'C', 'D', 'E', 'F', 'G']],
    ['Melhus saman  med Skaun', ['Melhus', 'Skaun']],
    ['Melhus OG Skaun', ['Melhus', 'Skaun']],
    ['Melhus og/eller Skaun', ['Melhus', 'Skaun']],
    ['Melhus,Skaun/Malvik&Heim', ['Melhus', 'Skaun', 'Malvik', 'Heim']],
    ['- Melhus\n- Skaun\n', ['Melhus', 'Skaun']],
    ['Melhus<br>Skaun', ['Melhus', 'Skaun']],
    ['Melhus, og Skaun.', ['Melhus', 'Skaun']],
    ['Logopedene', ['Logopedene']],
    ['«Analysegruppen»:', ['Analysegruppen']],
  ])('tells the names in «%s» apart', (cell, parties) => {
    expect(parseAnsvarlig(cell, register)).toEqual({ text: expect.any(String), parties, fanOut: 'none' });
  });

  it.each([
    ['Nore og Uvdal', ['Nore og Uvdal']],
    ['Nore og Uvdal kommune og Rollag', ['Nore og Uvdal kommune', 'Rollag']],
    ['Flesberg, NORE OG UVDAL og Rollag', ['Flesberg', 'Nore og Uvdal', 'Rollag']],
    ['Evje og Hornnes & Hol', ['Evje og Hornnes', 'Hol']],
    ['Helse Møre og Romsdal HF og Rindal', ['Helse Møre og Romsdal HF', 'Rindal']],
    ['Snåase/Snåsa, Osen', ['Snåase/Snåsa', 'Osen']],
    ['helse, mestring og oppvekst, Malvik', ['Helse, mestring og oppvekst', 'Malvik']],
    ['HMO og Lege/fysioterapi & ergoterapi', ['Helse, mestring og oppvekst', 'Lege/fysioterapi & ergoterapi']],
    ['Fosen DMS (sengepost) + Osen', ['Fosen DMS (sengepost)', 'Osen']],
    ['Nore og Ål', ['Nore', 'Ål']],
  ])('keeps known names in «%s» whole', (cell, parties) => {
    expect(partiesOf(cell)).toEqual(parties);
  });

  it.each([
    ['Kommunal- og moderniseringsdepartementet', ['Kommunal- og moderniseringsdepartementet']],
    ['Kommunal- og\nmoderniseringsdepartementet', ['Kommunal- og moderniseringsdepartementet']],
    ['helse- og omsorgssjef og kommuneoverlege', ['helse- og omsorgssjef', 'kommuneoverlege']],
    ['Arbeids-, velferds- og helseetaten', ['Arbeids-, velferds- og helseetaten']],
    ['sykepleiere og -ledere', ['sykepleiere og -ledere']],
    ['Nord-Trøndelag', ['Nord-Trøndelag']],
    ['Kommunal– og moderniseringsdepartementet', ['Kommunal– og moderniseringsdepartementet']],
    ['Kommunal− og moderniseringsdepartementet', ['Kommunal− og moderniseringsdepartementet']],
    ['Helse - og omsorgsdepartementet', ['Helse - og omsorgsdepartementet']],
    ['Helse – og omsorgsdepartementet og Melhus', ['Helse – og omsorgsdepartementet', 'Melhus']],
    ['Melhus -\nSkaun', ['Melhus', 'Skaun']],
  ])('keeps the hyphened name «%s» whole', (cell, parties) => {
    expect(partiesOf(cell)).toEqual(parties);
  });

  it.each([
    ['Prosjektgruppen (fire fra kommunene, 2 stk St. Olavs, prosjektleder)', ['Prosjektgruppen']],
    ['A (b (c, d) og e) + F', ['A', 'F']],
    ['Prosjektgruppen (leder, nestleder', ['Prosjektgruppen']],
    ['Prosjektgruppen (leder, nestleder\nMelhus', ['Prosjektgruppen', 'Melhus']],
    ['Prosjektgruppen) & Melhus', ['Prosjektgruppen', 'Melhus']],
    ['Koordinator (konst.) sykehus', ['Koordinator sykehus']],
    ['(Melhus)', []],
  ])('leaves parentheses in «%s» out of the names', (cell, parties) => {
    expect(partiesOf(cell)).toEqual(parties);
  });

  it.each([
    ['Kompetansegruppen v/leder', ['Kompetansegruppen']],
    ['Melhus v/ samarbeidsleder & Skaun V/ rådgiver', ['Melhus', 'Skaun']],
    ['Melhus v/ helse- og omsorgssjef og Skaun', ['Melhus', 'Skaun']],
    ['Melhus (helse) v / leder', ['Melhus']],
    ['St. Olavs ved leder, Skaun', ['St. Olavs hospital', 'Skaun']],
    ['Kompetansegruppen\nv/ leder', ['Kompetansegruppen']],
    ['Avdeling ved sykehuset', ['Avdeling ved sykehuset']],
    ['Lev/Mestring', ['Lev', 'Mestring']],
  ])('leaves who speaks for the unit in «%s» out of the names', (cell, parties) => {
    expect(partiesOf(cell)).toEqual(parties);
  });

  it.each<CellValue>([
    null,
    '',
    ' ',
    '—',
    '–',
    '-',
    '?',
    'xx',
    'XXX',
    '[Navn]',
    '[Navn, rolle]',
    'TBD',
    'tba',
    '<navn>',
    'Navn',
    'Namn',
    'Ansvarlig',
    'ANSVARLIG ENHET',
    'Ansvarleg eining',
    '&',
    '2',
    '#REF!',
    '#N/A',
    5,
    true,
    { serial: 45413 },
    { error: '#REF!' },
  ])('takes %j for nobody', (cell) => {
    expect(parseAnsvarlig(cell, register)).toMatchObject({ parties: [], fanOut: 'none' });
  });

  it.each<[string, FanOut]>([
    ['Den enkelte kommune', 'kommuner'],
    ['den einskilde kommunen', 'kommuner'],
    ['Kommunene', 'kommuner'],
    ['Kommunane', 'kommuner'],
    ['Alle kommuner', 'kommuner'],
    ['alle kommunene', 'kommuner'],
    ['Alle 22 kommuner', 'kommuner'],
    ['De 22 kommunene', 'kommuner'],
    ['De kommunene', 'none'],
    ['Hver kommune', 'kommuner'],
    ['kvar einskild kommune', 'kommuner'],
    ['Kommunegruppene', 'kommunegrupper'],
    ['Kommune gruppene', 'kommunegrupper'],
    ['alle kommunegrupper', 'kommunegrupper'],
    ['kommunegruppane', 'kommunegrupper'],
    ['Trondheim kommune', 'none'],
    ['Kommunene på Fosen', 'none'],
    ['Kommuneoverlegen', 'none'],
    ['Koordinator kommune', 'none'],
  ])('sends «%s» to %s, and keeps it as written', (cell, fanOut) => {
    expect(parseAnsvarlig(cell, register)).toEqual({ text: cell, parties: [cell], fanOut });
    expect(isFanOutPhrase(cell)).toBe(fanOut !== 'none');
  });

  it.each(['Kommunene v/ samarbeidsleder', 'Kommunene v/leder', 'Kommunene ved leder'])('fans out «%s»', (cell) => {
    expect(parseAnsvarlig(cell, register)).toMatchObject({ parties: ['Kommunene'], fanOut: 'kommuner' });
  });

  it('fans out beside other names', () => {
    expect(parseAnsvarlig('St. Olavs og den enkelte kommune', register)).toEqual({
      text: 'St. Olavs og den enkelte kommune',
      parties: ['St. Olavs hospital', 'den enkelte kommune'],
      fanOut: 'kommuner',
    });
    expect(parseAnsvarlig('Kommunegruppene og kommunene', register).fanOut).toBe('kommuner');
  });

  it('names nobody twice', () => {
    expect(partiesOf('St. Olavs, Sykehuset, st olavs hospital')).toEqual(['St. Olavs hospital']);
    expect(partiesOf('Trondheim kommune og Trondheim')).toEqual(['Trondheim kommune']);
    expect(partiesOf('analysegruppen / Analysegruppen')).toEqual(['analysegruppen']);
  });

  it('splits without knowing any unit', () => {
    expect(parseAnsvarlig('St. Olavs & Nore og Uvdal').parties).toEqual(['St. Olavs', 'Nore og Uvdal']);
  });

  it('loses no name, whatever separates them', () => {
    const name = fc.string({ unit: fc.constantFrom(...'abcæøå'), minLength: 1, maxLength: 8 });
    const separator = fc.constantFrom(
      ' & ',
      '+',
      ' og ',
      ' samt ',
      ' sammen med ',
      '/',
      ', ',
      ';',
      '\n',
      ' (x, y) og ',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, separator), { minLength: 1 }), (pairs) => {
        const parties = parseAnsvarlig(pairs.flat().join('')).parties;
        expect(parties.map(nameKey)).toEqual([...new Set(pairs.map(([written]) => nameKey(written)))]);
      }),
    );
  });

  it('gives every cell clean, different names', () => {
    fc.assert(
      fc.property(anyCell(), (cell) => {
        const { parties } = parseAnsvarlig(cell, register);
        expect(new Set(parties.map(nameKey)).size).toBe(parties.length);
        for (const party of parties) expect(party).toMatch(/^\S(?:[^\n]*\S)?$/);
      }),
    );
  });
});

describe('unitOf', () => {
  it.each([
    ['Trondheim kommune', 'Trondheim'],
    ['TRONDHEIM', 'Trondheim'],
    ['Malvik komm.', 'Malvik'],
    ['nore og uvdal kommune', 'Nore og Uvdal'],
    ['Kompetansegruppa', 'Kompetansegruppen'],
    ['Analysegruppen', 'Analysegruppen'],
    ['Ås kommune', 'Ås kommune'],
    ['Kommune', 'Kommune'],
  ])('takes «%s» for %s', (party, unit) => {
    expect(unitOf(register, party)).toBe(unit);
  });

  it('knows a kommune that is registered with the word kommune', () => {
    expect(unitOf(unitRegister([{ name: 'Ås kommune', aliases: [] }]), 'Ås')).toBe('Ås kommune');
  });

  it('tells whether two parties are one unit, known or not', () => {
    const sameUnit = (a: string, b: string) => unitKey(register, a) === unitKey(register, b);
    expect(sameUnit('Trondheim kommune', 'trondheim')).toBe(true);
    expect(sameUnit('Ås', 'Ås kommune')).toBe(true);
    expect(sameUnit('Hol', 'Hole')).toBe(false);
    expect(sameUnit('Den enkelte kommune', 'Den enkelte')).toBe(false);
  });
});
