import { describe, expect, it } from 'vitest';
import type { Model } from '#src/sheets/model.ts';
import { readModel } from '#src/sheets/read-model.ts';
import { NOW } from '../../support/kapasitet.ts';
import { PLAN_HEADINGS, type Rows, readBook, readPlan, shortFaults, shortPlan } from '../../support/plan.ts';

const columnsOf = ({ tabs }: Model) => tabs[0]?.columns;
const deadlines = ({ plan }: Model) => plan?.tiltak.map(({ frist }) => frist.end);

describe('where the headings stand', () => {
  it('is any row, after titles and blank rows', async () => {
    const model = await readPlan([
      ['Handlingsplan for helsefellesskapet 2024'],
      [],
      ['Sist oppdatert', '3.6.24'],
      ['Tiltak', 'Frist', 'Ansvarlig'],
      ['1.1 Lage mal', 'Innen 1.5.24', 'Kompetansegruppen'],
    ]);
    expect(shortPlan(model)).toEqual(['1.1 Lage mal']);
    expect(model.tabs[0]?.headingRows).toEqual([4]);
    expect(model.plan?.tiltak[0]).toMatchObject({ cell: 'Handlingsplan!A5', fristCell: 'Handlingsplan!B5' });
  });

  it('is any column, in any order', async () => {
    const model = await readPlan([
      [null, 'Ansvarlig', 'Frist', null, 'Tiltak'],
      [null, 'Kompetansegruppen', 'Innen 1.5.24', null, '1.1 Lage mal'],
    ]);
    expect(model.plan?.tiltak[0]).toMatchObject({
      nr: '1.1',
      ansvarlig: ['Kompetansegruppen'],
      cell: 'Handlingsplan!E2',
    });
  });

  it('may come again, with other columns in another order', async () => {
    const model = await readPlan([
      ['Aktivitet', 'Tiltak', 'Frist', 'Ansvarlig'],
      ['1. Måling', '1.1 Lage mal', 'Innen 1.5.24', 'Kompetansegruppen'],
      [],
      ['Ansvarlig enhet', 'Tiltak', 'Startdato', 'Sluttdato', 'Prioritet'],
      ['Analysegruppen', '2.1 Måle', '1.6.24', '1.9.24', 'Høy'],
    ]);
    expect(shortPlan(model)).toEqual(['1.1 Lage mal', '2.1 Måle']);
    expect(deadlines(model)).toEqual(['2024-05-01', '2024-09-01']);
    expect(model.plan?.tiltak[1]).toMatchObject({ prioritet: 'hoy', ansvarlig: ['Analysegruppen'], aktivitet: '2' });
    expect(model.tabs[0]?.headingRows).toEqual([1, 4]);
    expect(model.faults).toEqual([]);
  });
});

describe('two columns that could both be meant', () => {
  it.each([
    [['Tittel', 'Beskrivelse', 'Frist'], { Beskrivelse: 'tiltak', Frist: 'tidsrom' }, ['Tittel']],
    [['Beskrivelse', 'Tiltak', 'Frist'], { Tiltak: 'tiltak', Frist: 'tidsrom' }, ['Beskrivelse']],
    [['Tiltak', 'Dato', 'Frist'], { Tiltak: 'tiltak', Frist: 'tidsrom' }, ['Dato']],
    [['Tiltak', 'Frist', 'Frist'], { Tiltak: 'tiltak', Frist: 'tidsrom' }, []],
    [
      ['Tiltak', 'Ansvar', 'Ansvarlig', 'Frist'],
      { Tiltak: 'tiltak', Ansvarlig: 'ansvarlig', Frist: 'tidsrom' },
      ['Ansvar'],
    ],
  ])('%j: the better name wins, and the other is named as not used', async (headings, columns, ignored) => {
    const model = await readPlan([headings]);
    expect(columnsOf(model)).toEqual(columns);
    expect(model.tabs[0]?.ignored).toEqual(ignored);
  });

  it('reads the first of two that are alike', async () => {
    expect(
      deadlines(
        await readPlan([
          ['Tiltak', 'Frist', 'Frist'],
          ['1.1 Lage mal', '1.5.24', '1.9.24'],
        ]),
      ),
    ).toEqual(['2024-05-01']);
  });
});

describe('people’s own columns', () => {
  it('are named as not used, and take nothing away', async () => {
    const model = await readPlan([
      ['Tiltak', 'Fase', 'Frist', 'Ansvarlig', 'Kostnad'],
      ['1.1 Lage mal', 'B', 'Innen 1.5.24', 'Kompetansegruppen', 12_000],
    ]);
    expect(model.tabs[0]?.ignored).toEqual(['Fase', 'Kostnad']);
    expect(shortPlan(model)).toEqual(['1.1 Lage mal']);
    expect(model.faults).toEqual([]);
  });

  it.each<[string, string | number]>([
    ['a date', 'Møte 3.6.24'],
    ['a year as a number', 2024],
    ['a choice', 'Ja / Nei / Vet ikke'],
    ['dots', '●'],
  ])('may be headed by %s, also where the headings come again', async (_, own) => {
    const headings = ['Tiltak', 'Frist', 'Ansvarlig', own];
    const model = await readPlan([
      headings,
      ['1.1 Lage mal', 'Innen 1.5.24', 'Kompetansegruppen', 'x'],
      headings,
      ['2.1 Måle', 'Innen 1.9.24', 'Analysegruppen', 'x'],
    ]);
    expect(shortPlan(model)).toEqual(['1.1 Lage mal', '2.1 Måle']);
    expect(model.tabs[0]).toMatchObject({ headingRows: [1, 3], skipped: 0 });
  });

  it('may be 400', async () => {
    const own = Array.from({ length: 400 }, (_, i) => `Egen ${i + 1}`);
    const model = await readPlan([
      [...own, 'Tiltak', 'Frist', 'Ansvarlig'],
      [...own.map(() => 'x'), '1.1 Lage mal', 'Innen 1.5.24', 'Kompetansegruppen'],
    ]);
    expect(shortPlan(model)).toEqual(['1.1 Lage mal']);
    expect(model.plan?.tiltak[0]?.cell).toBe('Handlingsplan!OK2');
    expect(model.tabs[0]?.ignored).toHaveLength(400);
  });
});

describe('a row that looks like headings', () => {
  it.each<[string, readonly (string | number | null)[]]>([
    ['the seed plan’s', ['1.', 'Tiltak', 'Dato - dato', 'Høy / Middel / Lav', 'Ansvarlig', null]],
    ['with some headings only', [null, 'Tiltak', null, null, 'Ansvarlig', null]],
    ['with a status of lost colours', [null, 'Tiltak', null, null, null, '● ● ●']],
  ])('is a template row: %s', async (_, row) => {
    const model = await readPlan([
      ['Aktivitet', 'Tiltak', 'Tidsrom', 'Prioritet', 'Ansvarlig', 'Status'],
      ['1. Måling', '1.1 Lage mal', 'Innen 1.5.24', 'Høy', 'Kompetansegruppen', ''],
      row,
      [null, '1.2 Måle', 'Innen 1.9.24', 'Lav', 'Kompetansegruppen', ''],
    ]);
    expect(shortPlan(model)).toEqual(['1.1 Lage mal', '1.2 Måle']);
    expect(model.tabs[0]).toMatchObject({ headingRows: [1], skipped: 1 });
    expect(model.faults).toEqual([]);
  });
});

describe('a table that lacks something', () => {
  it('without deadlines and owners is read, and says what it lacks', async () => {
    const model = await readPlan([
      ['Tiltak', 'Prioritet'],
      ['1.1 Lage mal', 'Høy'],
    ]);
    expect(shortPlan(model)).toEqual(['1.1 Lage mal']);
    expect(model.faults.map(({ message }) => message)).toEqual([
      'Fant ingen kolonne for tidsrom. Overskriften kan være «Tidsrom», «Tidsramme», «Frist», «Tidsfrist».',
      'Fant ingen kolonne for ansvarlig enhet. Overskriften kan være «Ansvarlig enhet», «Ansvarlig», «Ansvar», «Eier».',
    ]);
  });

  it('with start and end instead of Tidsrom lacks nothing', async () => {
    const { faults } = await readPlan([['Tiltak', 'Start', 'Slutt', 'Ansvarlig']]);
    expect(faults).toEqual([]);
  });

  it.each<[string, Rows, string]>([
    [
      'has no headings at all',
      [
        ['Noe', 'annet'],
        ['står', 'her'],
      ],
      'Handlingsplan!A1 «Noe»',
    ],
    ['is empty', [], 'Handlingsplan!A1 «»'],
    [
      'has headings without the tiltak',
      [[], ['Frist', 'Ansvarlig', 'Status']],
      'Handlingsplan!A2 «Frist, Ansvarlig, Status»',
    ],
  ])('%s: is a fault, not a crash', async (_, rows, fault) => {
    const model = await readPlan(rows);
    expect(model.plan).toBeNull();
    expect(shortFaults(model)).toEqual([fault]);
  });

  it('is empty when nothing stands below its headings', async () => {
    const model = await readPlan([PLAN_HEADINGS]);
    expect(model.plan).toEqual({ aktiviteter: [], tiltak: [], skipped: 0 });
    expect(model.faults).toEqual([]);
  });
});

describe('finding the tab', () => {
  const plan: Rows = [
    ['Tiltak', 'Frist', 'Ansvarlig'],
    ['1.1 Lage mal', 'Innen 1.5.24', 'Kompetansegruppen'],
  ];
  const noise: Rows = [['Møtereferat'], ['Vi var enige.']];

  it.each([
    ['by its name, before others that fit', { 'Gammel plan': [['Tiltak', 'Frist', 'Ansvarlig']], handlingsplan: plan }],
    ['by its headings', { Forside: noise, 'Plan 2024': plan }],
    ['by its headings, when the tab of that name holds something else', { Handlingsplan: noise, Ark2: plan }],
    ['as the only one', { Ark1: plan }],
  ] as const)('%s', async (_, tabs) => {
    expect(shortPlan(await readBook(tabs))).toEqual(['1.1 Lage mal']);
  });

  it('takes a plan with «Enhet» and «Type» for the plan, not for the contacts', async () => {
    const model = await readBook({
      Ark1: [
        ['Tiltak', 'Frist', 'Ansvarlig', 'Enhet', 'Type'],
        ['1.1 Lage mal', 'Innen 1.5.24', 'Kompetansegruppen', 'Øya', 'drift'],
      ],
    });
    expect(shortPlan(model)).toEqual(['1.1 Lage mal']);
    expect(model.kontakter).toEqual([]);
  });

  it('says which tabs are missing and which are not read', async () => {
    const model = await readBook({ Handlingsplan: plan, Notater: noise, 'Les meg': noise });
    expect(model.missingTabs).toEqual(['Status per kommune', 'Kontakter', 'Innstillinger']);
    expect(model.unusedTabs).toEqual(['Notater']);
    expect(model.faults).toEqual([]);
  });

  it('does not wonder about the tabs of the invented example', async () => {
    const tabs = [{ name: 'Handlingsplan', rows: plan, merges: [], url: null }];
    const example = [{ name: 'Notater', rows: noise, merges: [], url: null }];
    const { unusedTabs } = await readModel({
      handlingsplan: { tabs, version: '1' },
      kapasitet: { tabs: example, version: '1' },
      withKpi: true,
      readAt: NOW,
      examples: ['kapasitet'],
    });
    expect(unusedTabs).toEqual([]);
  });

  it('says when an optional tab has its name, but not its headings', async () => {
    const model = await readBook({ Handlingsplan: plan, Kontakter: noise });
    expect(shortPlan(model)).toEqual(['1.1 Lage mal']);
    expect(shortFaults(model)).toEqual(['Kontakter!A1 «Møtereferat»']);
  });
});
