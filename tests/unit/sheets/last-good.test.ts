import { describe, expect, it } from 'vitest';
import type { WorkbookName } from '#src/sheets/contract.ts';
import { lastGood } from '#src/sheets/last-good.ts';
import type { Cell, Snapshot } from '#src/workbook/workbook.ts';
import { syntheticBirthNumber } from '../../support/birth-number.ts';

type Rows = readonly (readonly Cell[])[];

const NUMBER = syntheticBirthNumber('018190');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const PLAN: Rows = [
  ['Tiltak', 'Tidsrom', 'Ansvarlig', 'Status', 'Kommentar'],
  ...['1.1', '1.2', '1.3', '1.4', '2.1', '2.2', '2.3', '2.4'].map((nr) => [`${nr} Noe`, '1.5.24', 'Teamet', '', 'ok']),
];
const CONTACTS: Rows = [
  ['Navn', 'Slack', 'E-post'],
  ['Teamet', 'C0000001', null],
];
const PLACES: Rows = [
  ['Kommune', 'Plasser', 'Belagt', 'Reservert', 'Oppdatert'],
  ['Malvik', 8, 4, 1, { serial: 45_446.25 }],
  ['Frøya', 9, 7, 0, { serial: 45_446.25 }],
];

function snapshot(tabs: Readonly<Record<string, Rows>>, version = 'ny'): Snapshot {
  return { version, tabs: Object.entries(tabs).map(([name, rows]) => ({ name, rows, merges: [], url: null })) };
}

function compare(before: Readonly<Record<string, Rows>>, after: Readonly<Record<string, Rows>>, heldMs = 0) {
  const workbook: WorkbookName = 'Kapasitet' in before ? 'kapasitet' : 'handlingsplan';
  const { losses, trusted } = lastGood(workbook)(snapshot(before, 'god'), snapshot(after), () => heldMs);
  return {
    losses,
    version: trusted.version,
    rows: (name: string) => trusted.tabs.find((tab) => tab.name === name)?.rows,
  };
}

/** The table without one of its columns, or with another heading over it. */
const withHeading = (rows: Rows, heading: string, instead: string | null): Rows => {
  const column = rows[0]?.indexOf(heading) ?? -1;
  return rows.map((cells, row) =>
    instead === null ? cells.toSpliced(column, 1) : row === 0 ? cells.with(column, instead) : cells,
  );
};

describe('what people do to a sheet is taken as it stands', () => {
  it.each<[string, Readonly<Record<string, Rows>>, Readonly<Record<string, Rows>>]>([
    ['other figures', { Kapasitet: PLACES }, { Kapasitet: PLACES.with(1, ['Malvik', 8, 8, 0, null]) }],
    ['rows sorted', { Handlingsplan: PLAN }, { Handlingsplan: [PLAN[0] ?? [], ...PLAN.slice(1).toReversed()] }],
    ['a row less', { Handlingsplan: PLAN }, { Handlingsplan: PLAN.slice(0, -1) }],
    ['few rows that become one', { Kapasitet: PLACES }, { Kapasitet: PLACES.slice(0, 2) }],
    ['a tab with another name', { Handlingsplan: PLAN }, { 'Plan 2025': PLAN }],
    [
      'a heading that means the same',
      { Handlingsplan: PLAN },
      { Handlingsplan: withHeading(PLAN, 'Tidsrom', 'Frist') },
    ],
    ['a column of remarks less', { Handlingsplan: PLAN }, { Handlingsplan: withHeading(PLAN, 'Kommentar', null) }],
    ['a column less in which nothing stood', { Handlingsplan: PLAN }, { Handlingsplan: withHeading(PLAN, 'Status', null) }], // biome-ignore format: one case a line
    ['another order of columns', { Kapasitet: PLACES }, { Kapasitet: PLACES.map((cells) => cells.toReversed()) }],
    ['a new tab', { Handlingsplan: PLAN }, { Handlingsplan: PLAN, Kontakter: CONTACTS }],
    ['a plan that never was one', { Ark1: [['hei']] }, { Ark1: [['hallo']] }],
  ])('%s', (_what, before, after) => {
    expect(compare(before, after)).toMatchObject({ losses: [], version: 'ny' });
  });
});

describe('what nobody is likely to have meant is held back', () => {
  it('a tab that is gone, for as long as there is nothing else to answer from', () => {
    const { losses, rows } = compare({ Kapasitet: PLACES }, { Ark1: [['Noe annet']] }, 7 * DAY);

    expect(losses).toEqual(['Fanen «Kapasitet» finnes ikke lenger. Har den fått nytt navn?']);
    expect(rows('Kapasitet')).toBe(PLACES);
    expect(rows('Ark1')).toEqual([['Noe annet']]);
  });

  it('a tab that can be done without, for a day', () => {
    const [before, after] = [{ Handlingsplan: PLAN, Kontakter: CONTACTS }, { Handlingsplan: PLAN }];

    expect(compare(before, after, DAY - 1).losses).toEqual([
      'Fanen «Kontakter» finnes ikke lenger. Har den fått nytt navn? Er det meningen, går jeg etter arket slik det står når det har gått et døgn.',
    ]);
    expect(compare(before, after, DAY - 1).rows('Kontakter')).toBe(CONTACTS);
    expect(compare(before, after, DAY).losses).toEqual([]);
  });

  it('also when another tab happens to have its headings', () => {
    const people = [
      ['Navn', 'Type'],
      ['Rapport', 'enhet'],
    ];
    const before = { Handlingsplan: PLAN, Kontakter: CONTACTS, Annet: people };

    expect(compare(before, { Handlingsplan: PLAN, Annet: people }).losses).toEqual([
      expect.stringContaining('Fanen «Kontakter» finnes ikke lenger.'),
    ]);
  });

  it('headings that are gone', () => {
    const { losses, rows } = compare({ Handlingsplan: PLAN }, { Handlingsplan: PLAN.slice(1) });

    expect(losses).toEqual(['Overskriftene i fanen «Handlingsplan» er borte eller endret. Sett dem tilbake.']);
    expect(rows('Handlingsplan')).toBe(PLAN);
  });

  it('a heading that was changed, with what stands below it', () => {
    const changed = withHeading(PLAN, 'Tidsrom', 'Bla bla');
    const { losses, rows } = compare({ Handlingsplan: PLAN }, { Handlingsplan: changed });

    expect(losses).toEqual([
      'Overskriften «Tidsrom» i fanen «Handlingsplan» finnes ikke lenger. Har den fått nytt navn? Er det meningen, går jeg etter arket slik det står når det har gått et døgn.',
    ]);
    expect(rows('Handlingsplan')).toBe(PLAN);
    expect(compare({ Handlingsplan: PLAN }, { Handlingsplan: changed }, DAY).losses).toEqual([]);
  });

  it('a column without which there would seem to be more places than there are', () => {
    const { losses } = compare({ Kapasitet: PLACES }, { Kapasitet: withHeading(PLACES, 'Reservert', null) });

    expect(losses).toEqual([
      expect.stringMatching(/^Overskriften «Reservert» i fanen «Kapasitet» finnes ikke lenger\./),
    ]);
  });

  it('for an hour, a column that few rows have anything in', () => {
    const seldom = PLAN.map((cells, row) => [...cells, row === 0 ? 'Fullført dato' : row === 1 ? '1.4.24' : null]);
    const [before, after] = [{ Handlingsplan: seldom }, { Handlingsplan: PLAN }];

    expect(compare(before, after).losses).toEqual([
      'Overskriften «Fullført dato» i fanen «Handlingsplan» finnes ikke lenger. Har den fått nytt navn? Er det meningen, går jeg etter arket slik det står når det har gått en time.',
    ]);
    expect(compare(before, after, 60 * MINUTE).losses).toEqual([]);
  });

  it.each<[string, Cell]>([
    ['emptied', null],
    ['has nothing but errors', { error: '#REF!' }],
  ])('a column that is %s, for as long as a paste may take', (_, cell) => {
    const emptied = PLAN.map((cells, row) => (row === 0 ? cells : cells.with(1, cell)));

    expect(compare({ Handlingsplan: PLAN }, { Handlingsplan: emptied }).losses).toEqual([
      expect.stringMatching(/^Kolonnen «Tidsrom» i fanen «Handlingsplan» har ingenting i seg lenger\./),
    ]);
    expect(compare({ Handlingsplan: PLAN }, { Handlingsplan: emptied }, 10 * MINUTE).losses).toEqual([]);
  });

  it('most of the rows, for as long as a paste may take', () => {
    const [before, after] = [{ Handlingsplan: PLAN }, { Handlingsplan: PLAN.slice(0, 3) }];

    expect(compare(before, after).losses).toEqual([
      'Fanen «Handlingsplan» hadde 8 rader og har nå 2. Er noe slettet ved et uhell, kan det angres i arket. Ellers går jeg etter arket slik det står når det har gått ti minutter.',
    ]);
    expect(compare(before, after).rows('Handlingsplan')).toBe(PLAN);
    expect(compare(before, after, 10 * MINUTE).rows('Handlingsplan')).toHaveLength(3);
  });

  it('has a version of its own, which follows what is held and what is not', () => {
    const held = { Handlingsplan: PLAN.slice(1) };

    const { version } = compare({ Handlingsplan: PLAN }, held);
    expect(version).toBe(compare({ Handlingsplan: PLAN }, held).version);
    expect(['god', 'ny']).not.toContain(version);
  });
});

it('a birth number in the name of a tab is told to nobody', () => {
  const name = `Kapasitet ${NUMBER}`;

  const { losses } = compare({ Kapasitet: [], [name]: PLACES }, { Ark1: [] });

  expect(losses.join()).toContain('Kapasitet');
  expect(losses.join()).not.toContain(NUMBER);
});
