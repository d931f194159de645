import { describe, expect, it } from 'vitest';
import type { Cell } from '#src/workbook/workbook.ts';
import { readBook, readPlan, readRows, shortFaults, shortPlan } from '../../support/plan.ts';

const HEADINGS = ['Tiltak', 'Frist', 'Prioritet', 'Omfang', 'Ansvarlig', 'Status', 'Fullført dato'] as const;
type Field = (typeof HEADINGS)[number];

/** A plan whose second tiltak has these cells; the first is as it should be. */
function withCells(cells: Partial<Record<Field, Cell>>) {
  const whole: Record<Field, Cell> = {
    Tiltak: '1.2 Måle',
    Frist: 'Innen 1.9.24',
    Prioritet: 'Høy',
    Omfang: 'Lite',
    Ansvarlig: 'Kompetansegruppen',
    Status: 'Ingen avvik',
    'Fullført dato': null,
  };
  const row = { ...whole, ...cells };
  return readPlan([
    HEADINGS,
    ['1.1 Lage mal', 'Innen 1.5.24', 'Høy', 'Lite', 'Kompetansegruppen', '', ''],
    HEADINGS.map((heading) => row[heading]),
  ]);
}

describe('a cell that cannot be read', () => {
  it.each<[Field, Cell, string, string, string]>([
    ['Frist', '31.2.24', 'B3', 'en frist, for eksempel «Innen 1.5.24» eller «Løpende»', 'finnes ikke i kalenderen'],
    [
      'Frist',
      'etter ferien kanskje',
      'B3',
      'en frist, for eksempel «Innen 1.5.24» eller «Løpende»',
      'Jeg forstår ikke',
    ],
    ['Frist', { error: '#REF!' }, 'B3', 'en frist, for eksempel «Innen 1.5.24» eller «Løpende»', 'er en feil i arket'],
    ['Frist', 'Avhengig av 9.9', 'B3', 'nummeret på et annet tiltak i planen', '9.9 står ikke i planen'],
    ['Prioritet', 'Viktigst', 'C3', 'Høy, Middels eller Lav', '«Viktigst» er ingen prioritet'],
    ['Omfang', 'Enormt', 'D3', 'Stort, Middels eller Lite', '«Enormt» er ikke noe omfang'],
    [
      'Status',
      'OK',
      'F3',
      'en status fra listen, for eksempel «Ingen avvik» eller «Ferdig»',
      'Jeg forstår ikke «OK» som status',
    ],
    ['Fullført dato', 'i vår en gang', 'G3', 'en dato som 1.5.2024', '«i vår en gang» er ikke en dato'],
    [
      'Fullført dato',
      'innen 1.5.24',
      'G3',
      'en dato som 1.5.2024',
      '«innen 1.5.24» er ikke en dato for når det ble ferdig',
    ],
    ['Fullført dato', '2024', 'G3', 'en dato som 1.5.2024', '«2024» er ikke en dato'],
    ['Fullført dato', '1.3.24 – 1.12.24', 'G3', 'en dato som 1.5.2024', 'er ikke en dato'],
  ])(
    '%s %j is a fault at its address, with what was expected and a sentence',
    async (field, cell, at, expected, says) => {
      const model = await withCells({ [field]: cell });

      expect(model.faults).toHaveLength(1);
      expect(model.faults[0]).toMatchObject({ sheet: 'Handlingsplan', cell: at, expected });
      expect(model.faults[0]?.message).toContain(says);
      expect(model.faults[0]?.message).toMatch(/\.$/);
      expect(shortPlan(model)).toEqual(['1.1 Lage mal', '1.2 Måle']);
      expect(model.planFaults).toEqual(model.faults);
    },
  );

  it('is shown as written when it is a status', async () => {
    const { plan } = await withCells({ Status: 'OK' });
    expect(plan?.tiltak[1]).toMatchObject({ status: 'unknown', statusText: 'OK' });
  });

  it.each<[Partial<Record<Field, Cell>>]>([
    [{ Prioritet: 'Høy / Middel / Lav', Omfang: 'Stort / Mid dels / Lite', Ansvarlig: 'Ansvarlig' }],
    [{ Prioritet: '', Omfang: null, Status: '● ● ●', Frist: 'xx.xx' }],
    [{ 'Fullført dato': 'Dato - dato' }],
  ])('is not a placeholder: %o', async (cells) => {
    expect((await withCells(cells)).faults).toEqual([]);
  });

  it('names the circle that tiltak wait in', async () => {
    const model = await readRows(
      ['1.1', 'Lage mal', 'Etter 1.2', 'Kompetansegruppen'],
      ['1.2', 'Måle', 'Etter 1.1', 'Kompetansegruppen'],
    );
    expect(model.faults.map(({ cell, message }) => [cell, message])).toEqual([
      ['C2', 'Tiltakene venter på hverandre i ring: 1.1 → 1.2 → 1.1. Sett en dato på ett av dem.'],
      ['C3', 'Tiltakene venter på hverandre i ring: 1.2 → 1.1 → 1.2. Sett en dato på ett av dem.'],
    ]);
  });

  it('comes in the order of the sheet', async () => {
    const model = await readRows(
      ['1.1', 'Lage mal', 'Avhengig av 9.9', 'Kompetansegruppen', 'OK'],
      ['1.2', 'Måle', '31.2.24', 'Kompetansegruppen'],
    );
    expect(shortFaults(model)).toEqual([
      'Handlingsplan!C2 «Avhengig av 9.9»',
      'Handlingsplan!E2 «OK»',
      'Handlingsplan!C3 «31.2.24»',
    ]);
  });
});

describe('start and end in two columns', () => {
  it.each<[Cell, Cell, string, string | null, string | null]>([
    ['1.3.24', '1.9.24', 'range', '2024-03-01', '2024-09-01'],
    [{ serial: 45_352 }, { serial: 45_536 }, 'range', '2024-03-01', '2024-09-01'],
    ['1.3', '1.9.24', 'range', '2024-03-01', '2024-09-01'],
    ['', '1.9.24', 'by', null, '2024-09-01'],
    ['1.3.24', '', 'range', '2024-03-01', null],
    ['mars 2024', 'Q3 2024', 'range', '2024-03-01', '2024-09-30'],
    ['1.3.24', 'Løpende', 'ongoing', '2024-03-01', null],
    ['', 'Avhengig av 1.1', 'depends-on', null, null],
    ['', '', 'missing', null, null],
    ['Dato', 'Dato', 'placeholder', null, null],
    ['1.3.24', 'snart', 'unknown', null, null],
    ['31.2.24', '1.9.24', 'fault', null, null],
    ['1.9.24', '1.3.24', 'fault', null, null],
  ])('%j and %j: %s', async (start, slutt, kind, from, to) => {
    const { plan } = await readPlan([
      ['Tiltak', 'Start', 'Slutt', 'Ansvarlig'],
      ['1.1 Lage mal', '1.1.24', '1.5.24', 'Kompetansegruppen'],
      ['1.2 Måle', start, slutt, 'Kompetansegruppen'],
    ]);
    const { frist } = plan?.tiltak[1] ?? {};
    expect([frist?.kind, frist?.start, frist?.end]).toEqual([kind, from, to]);
  });

  it('that stand in the wrong order are a fault', async () => {
    const model = await readPlan([
      ['Tiltak', 'Start', 'Slutt', 'Ansvarlig'],
      ['1.1 Lage mal', '1.9.24', '1.3.24', 'Kompetansegruppen'],
    ]);
    expect(model.faults.map(({ cell, message }) => [cell, message])).toEqual([
      ['C2', 'Sluttdatoen «1.3.24» er før startdatoen «1.9.24».'],
    ]);
  });

  it.each<[Cell, Cell, Cell, string | null]>([
    ['Innen 1.5.24', '1.3.24', '1.9.24', '2024-05-01'],
    ['', '1.3.24', '1.9.24', '2024-09-01'],
    ['Dato - dato', '1.3.24', '1.9.24', '2024-09-01'],
    ['Dato - dato', '', '', null],
  ])('serve where Tidsrom is not filled in: %j beside %j and %j', async (tidsrom, start, slutt, end) => {
    const { plan } = await readPlan([
      ['Tiltak', 'Tidsrom', 'Start', 'Slutt', 'Ansvarlig'],
      ['1.1 Lage mal', tidsrom, start, slutt, 'Kompetansegruppen'],
    ]);
    expect(plan?.tiltak[0]?.frist.end).toBe(end);
  });
});

describe('a deadline without a year', () => {
  const settings = (year: Cell) => [
    ['Navn', 'Verdi'],
    ['Planens år', year],
  ];
  const plan = [
    ['Tiltak', 'Frist', 'Ansvarlig'],
    ['1.1 Lage mal', 'Innen 1.5', 'Kompetansegruppen'],
    ['1.2 Måle', 'Innen 1.9.25', 'Kompetansegruppen'],
    ['1.3 Møtes', '2025', 'Kompetansegruppen'],
    ['1.4 Lære', '1.12.24', 'Kompetansegruppen'],
  ];

  it('has the year that most deadlines in the sheet have', async () => {
    const { plan: read } = await readBook({ Handlingsplan: plan });
    expect(read?.tiltak[0]?.frist.end).toBe('2025-05-01');
  });

  it.each<[Cell]>([[2023], ['2023']])('has the year of the settings when they say it (%j)', async (year) => {
    const { plan: read } = await readBook({ Handlingsplan: plan, Innstillinger: settings(year) });
    expect(read?.tiltak[0]?.frist.end).toBe('2023-05-01');
  });

  it('is not guessed when no deadline has a year', async () => {
    const model = await readRows(['1.1', 'Lage mal', 'Innen 1.5', 'Kompetansegruppen']);
    expect(model.plan?.tiltak[0]?.frist.kind).toBe('unknown');
    expect(shortFaults(model)).toEqual(['Handlingsplan!C2 «Innen 1.5»']);
  });
});
