import { describe, expect, it } from 'vitest';
import { kommunegrupperOf, kommunerOf } from '#src/features/judge-model.ts';
import { findUnit, unitSpelling, unitsOf } from '#src/features/unit.ts';
import { aKontakt, aTiltak, judgeOne, planModel } from '../../support/plan.ts';

const KONTAKTER = [
  aKontakt('Kompetansegruppen', { aliases: ['Kompetansegruppa'] }),
  aKontakt('Lillevik', { type: 'kommune', gruppe: 'Nordregionen' }),
  aKontakt('Storvik', { type: 'kommune', gruppe: 'Sørregionen' }),
  aKontakt('Nordregionen', { type: 'gruppe' }),
];

const model = planModel([aTiltak({ ansvarlig: ['Prosjektgruppen (fire fra kommunene)'] })], { kontakter: KONTAKTER });

describe('whom a tiltak is for', () => {
  it.each([
    ['none', ['Kompetansegruppa', 'Lillevik kommune'], ['Kompetansegruppen', 'Lillevik']],
    ['kommuner', ['Den enkelte kommune'], ['Lillevik', 'Storvik']],
    ['kommuner', ['St. Olavs hospital', 'den enkelte kommune'], ['St. Olavs hospital', 'Lillevik', 'Storvik']],
    ['kommuner', ['Lillevik', 'Kommunene'], ['Lillevik', 'Storvik']],
    ['kommunegrupper', ['Kommunegruppene'], ['Nordregionen', 'Sørregionen']],
    ['none', [], []],
  ] as const)('%s %j: %j', (fanOut, ansvarlig, units) => {
    expect(unitsOf(judgeOne(aTiltak({ fanOut, ansvarlig })), model)).toEqual(units);
  });

  it('is the phrase itself when nobody knows whom it speaks of', () => {
    const judged = judgeOne(aTiltak({ fanOut: 'kommuner', ansvarlig: ['Den enkelte kommune'] }));
    expect(unitsOf(judged, planModel([], { kontakter: [] }))).toEqual(['Den enkelte kommune']);
  });
});

describe('the kommuner and their groups', () => {
  it('come from Kontakter; a group also from the kommuner in it', () => {
    expect(kommunerOf(model)).toEqual(['Lillevik', 'Storvik']);
    expect(kommunegrupperOf(model)).toEqual(['Nordregionen', 'Sørregionen']);
  });
});

describe('the unit a person means', () => {
  it.each([
    ['kompetansegruppa', 'Kompetansegruppen'],
    ['LILLEVIK', 'Lillevik'],
    ['lillevik kommune', 'Lillevik'],
    ['sørregionen', 'Sørregionen'],
    ['prosjektgruppen (fire fra kommunene)', 'Prosjektgruppen (fire fra kommunene)'],
    ['Malvik', null],
    ['mal', null],
  ])('by «%s» is %s', (text, unit) => {
    expect(findUnit(text, model)).toBe(unit);
  });
});

describe('one spelling for a unit that is not in Kontakter', () => {
  it.each([
    [
      ['Malvik kommune', 'malvik', 'Malvik'],
      ['Malvik kommune', 'Malvik kommune', 'Malvik kommune'],
    ],
    [
      ['Malvik', 'Meråker'],
      ['Malvik', 'Meråker'],
    ],
    [
      ['Lillevik', 'Storvik'],
      ['Lillevik', 'Storvik'],
    ],
  ])('%j: %j', (units, spelt) => {
    expect(units.map(unitSpelling(units, model))).toEqual(spelt);
  });
});
