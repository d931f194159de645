import { describe, expect, it } from 'vitest';
import type { Cell } from '#src/workbook/workbook.ts';
import { readPlan, readRows, shortFaults, shortPlan } from '../../support/plan.ts';

describe('the number of a tiltak', () => {
  it('is a fault when the column and the text disagree, and nothing of it is lost', async () => {
    const model = await readRows(['1.4', '1.5 Beslutning', 'Innen 1.5.24', 'Kompetansegruppen']);
    expect(shortPlan(model)).toEqual(['1.4 Beslutning']);
    expect(model.faults.map(({ message }) => message)).toEqual([
      'Nummeret er 1.4, men teksten begynner med 1.5. Jeg bruker 1.4. Rett det som er galt.',
    ]);
  });

  it.each<[Cell, Cell, string]>([
    ['1.1', 'Lage mal', '1.1 Lage mal'],
    [null, '1.1 Lage mal', '1.1 Lage mal'],
    [null, '1.1. Lage mal', '1.1 Lage mal'],
    [null, '1.1) Lage mal', '1.1 Lage mal'],
    [null, '1.1 – Lage mal', '1.1 Lage mal'],
    [null, 'Tiltak 1.1: Lage mal', '1.1 Lage mal'],
    [null, '1.1Lage mal', '1.1 Lage mal'],
    [null, '01.01 Lage mal', '1.1 Lage mal'],
    [null, '1.1.2 Lage mal', '1.1.2 Lage mal'],
    [null, '3) Lage mal', '3 Lage mal'],
    [null, '1.5.24 møte om mal', '– 1.5.24 møte om mal'],
    [null, '10 pasienter får mal', '– 10 pasienter får mal'],
    [null, 'Lage mal 1.1', '– Lage mal 1.1'],
    [1.1, 'Lage mal', '1.1 Lage mal'],
    [3, 'Lage mal', '3 Lage mal'],
    ['1,1', 'Lage mal', '1.1 Lage mal'],
    ['1.10', 'Lage mal', '1.10 Lage mal'],
    ['Nr. 1.1', 'Lage mal', '1.1 Lage mal'],
    ['1.1.', 'Lage mal', '1.1 Lage mal'],
    ['–', 'Lage mal', '– Lage mal'],
    ['1.1', '1.1 Lage mal', '1.1 Lage mal'],
  ])('%j beside %j is read as «%s»', async (nr, tiltak, expected) => {
    const model = await readRows([nr, tiltak, 'Innen 1.5.24', 'Kompetansegruppen']);
    expect(shortPlan(model)).toEqual([expected]);
    expect(model.faults).toEqual([]);
  });

  it.each<[string, Cell, string]>([
    ['a calendar cell', { serial: 45_292 }, '1.1.2024'],
    ['the number of a date', 45_292, '45292'],
    ['a date as text', '01.01.2024', '01.01.2024'],
    ['the date as Excel exports it', '01.jan', '01.jan'],
  ])('that has become a date is a fault: %s', async (_, nr, found) => {
    const model = await readRows(
      ['1.2', 'Lage mal', 'Innen 1.5.24', 'Kompetansegruppen'],
      [nr, '1.3 Måle', 'Innen 1.9.24', 'Kompetansegruppen'],
    );
    expect(shortPlan(model)).toEqual(['1.2 Lage mal', '1.3 Måle']);
    expect(shortFaults(model)).toEqual([`Handlingsplan!A3 «${found}»`]);
    expect(model.faults[0]?.message).toContain('blitt en dato');
  });

  it('1.10 that has become the number 1.1 is told apart by nobody, so it is a fault', async () => {
    const model = await readRows(
      [1.1, 'Lage mal', 'Innen 1.5.24', 'Kompetansegruppen'],
      [1.1, 'Måle', 'Innen 1.9.24', 'Kompetansegruppen'],
    );
    expect(shortPlan(model)).toEqual(['1.1 Lage mal', '1.1 Måle']);
    expect(model.faults).toEqual([
      {
        sheet: 'Handlingsplan',
        cell: 'B3',
        found: '1.1',
        expected: 'et nummer som ingen andre tiltak har',
        message: 'Nummer 1.1 er brukt to ganger, også i B2. Skal det være 1.10, sett kolonnen til ren tekst.',
      },
    ]);
  });

  it('that is no number is a fault, and the row is kept', async () => {
    const model = await readRows(['1.1', 'Lage mal', '1.5.24', 'A'], ['første', 'Måle', '1.9.24', 'A']);
    expect(shortPlan(model)).toEqual(['1.1 Lage mal', '– Måle']);
    expect(shortFaults(model)).toEqual(['Handlingsplan!A3 «første»', 'Handlingsplan!B3 «Måle»']);
  });

  it('that is forgotten in one row is a fault; a plan without any is not', async () => {
    const forgotten = await readRows(['1.1', 'Lage mal', '1.5.24', 'A'], [null, 'Måle', '1.9.24', 'A']);
    const none = await readRows([null, 'Lage mal', '1.5.24', 'A'], [null, 'Måle', '1.9.24', 'A']);
    expect(shortFaults(forgotten)).toEqual(['Handlingsplan!B3 «Måle»']);
    expect(shortPlan(none)).toEqual(['– Lage mal', '– Måle']);
    expect(none.faults).toEqual([]);
  });
});

describe('aktivitet', () => {
  const headings = ['Aktivitet', 'Tiltak', 'Frist', 'Ansvarlig'];
  const rest = ['Innen 1.5.24', 'Kompetansegruppen'];
  const aktiviteter = async (rows: readonly (readonly Cell[])[], merges = {}) => {
    const { plan } = await readPlan([headings, ...rows], merges);
    return [plan?.aktiviteter.map(({ nr, name }) => `${nr} ${name}`), plan?.tiltak.map(({ aktivitet }) => aktivitet)];
  };

  it('carries down over blank cells', async () => {
    expect(
      await aktiviteter([
        ['1. Måling', '1.1 Lage mal', ...rest],
        ['', '1.2 Måle', ...rest],
        ['2. Møter', '2.1 Møtes', ...rest],
      ]),
    ).toEqual([
      ['1 Måling', '2 Møter'],
      ['1', '1', '2'],
    ]);
  });

  it('is one cell merged over its rows', async () => {
    const merges = [{ top: 1, left: 0, bottom: 2, right: 0 }];
    const rows = [
      ['Måling', 'Lage mal', ...rest],
      [null, 'Måle', ...rest],
      ['Møter', 'Møtes', ...rest],
    ];
    expect(await aktiviteter(rows, { merges })).toEqual([
      ['A1 Måling', 'A2 Møter'],
      ['A1', 'A1', 'A2'],
    ]);
  });

  it.each([
    ['5. Eldre (del 1 av 2)', '5. Eldre (del 2 av 2)', ['5 Eldre']],
    ['Aktivitet 5: Eldre', '5. Eldre', ['5 Eldre']],
    ['Eldre', 'Eldre', ['A1 Eldre']],
    ['5', '5.', ['5 ']],
  ])('is the same in «%s» and «%s»', async (first, second, expected) => {
    const [names] = await aktiviteter([
      [first, 'Lage mal', ...rest],
      [second, 'Måle', ...rest],
    ]);
    expect(names).toEqual(expected);
  });

  it('may be a number alone', async () => {
    expect(await aktiviteter([[5, '5.1 Lage mal', ...rest]])).toEqual([['5 '], ['5']]);
  });

  it('is what the tiltak’s own number says, in a sorted sheet', async () => {
    const [, each] = await aktiviteter([
      ['2. Møter', '2.1 Møtes', ...rest],
      ['', '1.1 Lage mal', ...rest],
    ]);
    expect(each).toEqual(['2', '1']);
  });

  it('may be a row of its own, in a table without the column', async () => {
    const { plan, faults } = await readPlan([
      ['Tiltak', 'Frist', 'Ansvarlig'],
      ['1. Måling'],
      ['1.1 Lage mal', ...rest],
      ['2. Møter'],
      ['2.1 Møtes', ...rest],
    ]);
    expect(plan?.aktiviteter).toEqual([
      { nr: '1', name: 'Måling' },
      { nr: '2', name: 'Møter' },
    ]);
    expect(plan?.tiltak.map(({ nr, aktivitet }) => [nr, aktivitet])).toEqual([
      ['1.1', '1'],
      ['2.1', '2'],
    ]);
    expect(faults).toEqual([]);
  });
});

describe('an aktivitet with its number in a cell of its own', () => {
  const read = (...rows: readonly (readonly Cell[])[]) => readPlan([['Nr', 'Tiltak', 'Frist', 'Ansvarlig'], ...rows]);

  it.each<[Cell]>([['2'], [2], ['2.']])('is a title when its tiltak stand below: %j', async (nr) => {
    const model = await read([nr, 'Møter'], ['2.1', 'Møtes', 'Innen 1.5.24', 'Kompetansegruppen']);
    expect(model.plan?.aktiviteter).toEqual([{ nr: '2', name: 'Møter' }]);
    expect(shortPlan(model)).toEqual(['2.1 Møtes']);
    expect(model.faults).toEqual([]);
  });

  it('is a tiltak when it has a deadline, or nothing stands below it', async () => {
    const withDeadline = await read(['2', 'Møter', '1.5.24'], ['2.1', 'Møtes', '1.5.24', 'A']);
    const alone = await read(['1', 'Måle'], ['2', 'Møtes', '1.5.24', 'A']);
    expect(shortPlan(withDeadline)).toEqual(['2 Møter', '2.1 Møtes']);
    expect(shortPlan(alone)).toEqual(['1 Måle', '2 Møtes']);
  });
});

describe('rows that hold no tiltak', () => {
  const real: readonly Cell[] = ['1.1', 'Lage mal', 'Innen 1.5.24', 'Kompetansegruppen'];

  it.each<[string, readonly Cell[], number]>([
    ['blank', [null, '', '   '], 0],
    ['the seed plan’s template row', [null, 'Tiltak', 'Dato - dato', 'Ansvarlig'], 1],
    ['a template row with a number', ['1.2', '[Tiltak]', 'xx.xx', '[Navn]'], 1],
    ['a template row with the status untouched', [null, 'Tiltak', 'Dato - Dato', 'Ansvarlig', '● ● ●', 'Kommentar'], 1],
    ['our own example row', ['1.1', 'Eksempel: Lage mal', 'Innen 1.5.24', 'Kompetansegruppen'], 1],
    ['the legend', [null, 'Leseveiledning'], 0],
    ['a light of the legend', [null, 'Mindre avvik, men håndteres.'], 0],
    [
      'three lights side by side',
      [null, 'Ingen avvik', 'Mindre avvik, men håndteres', 'Kritiske avvik, når ikke målsetning'],
      0,
    ],
  ])('are passed over: %s', async (_, row, skipped) => {
    const model = await readRows(real, row);
    expect(shortPlan(model)).toEqual(['1.1 Lage mal']);
    expect(model.tabs[0]?.skipped).toBe(skipped);
    expect(model.faults).toEqual([]);
  });

  it.each<[string, readonly Cell[]]>([
    ['a deadline', [null, null, 'Innen 1.5.24']],
    ['a date', [null, null, '1.5.24']],
    ['an owner', [null, null, null, 'Kompetansegruppen']],
    ['a comment', [null, null, null, null, null, 'Venter på svar fra leverandøren']],
    ['a status beside a comment', [null, 'Tiltak', null, null, 'Ferdig', 'Levert']],
    ['a date of completion', [null, null, null, null, null, null, '1.5.24']],
  ])('are a fault when somebody has written in them: only %s', async (_, row) => {
    const model = await readRows(real, row);
    expect(shortPlan(model)).toEqual(['1.1 Lage mal']);
    expect(model.faults.map(({ cell, message }) => [cell, message])).toEqual([
      ['B3', 'Rad 3 har opplysninger, men ikke noe tiltak. Skriv tiltaket, eller tøm raden.'],
    ]);
  });

  it('are no fault below a merged owner', async () => {
    const merges = [{ top: 1, left: 3, bottom: 3, right: 3 }];
    const model = await readPlan(
      [['Nr', 'Tiltak', 'Frist', 'Ansvarlig'], real, ['1.2', 'Måle', '1.9.24', null], [null, null, null, null]],
      { merges },
    );
    expect(model.plan?.tiltak.map(({ ansvarlig }) => ansvarlig)).toEqual([
      ['Kompetansegruppen'],
      ['Kompetansegruppen'],
    ]);
    expect(model.faults).toEqual([]);
  });

  it('with a number and a deadline, but no text, are kept and are a fault', async () => {
    const model = await readRows(real, ['1.2', null, 'Innen 1.9.24', 'Kompetansegruppen']);
    expect(shortPlan(model)).toEqual(['1.1 Lage mal', '1.2 ']);
    expect(model.faults.map(({ message }) => message)).toEqual(['Tiltak 1.2 har ingen tekst.']);
  });
});

describe('one row alone', () => {
  it('is a plan', async () => {
    expect(
      shortPlan(
        await readPlan([
          ['Tiltak', 'Frist'],
          ['1.1 Lage mal', 'Løpende'],
        ]),
      ),
    ).toEqual(['1.1 Lage mal']);
  });
});
