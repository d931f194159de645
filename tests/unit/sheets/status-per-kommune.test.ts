import { describe, expect, it } from 'vitest';
import type { Cell } from '#src/workbook/workbook.ts';
import { readBook, shortFaults } from '../../support/plan.ts';

const HANDLINGSPLAN = [
  ['Tiltak', 'Frist', 'Ansvarlig'],
  ['1.1 Lage mal', 'Innen 1.5.24', 'Kompetansegruppen'],
  ['5.5 Sende rapport', 'Innen 1.10.24', 'Den enkelte kommune'],
  ['4.2 Holde workshop', 'Innen 1.10.24', 'Kommunegruppene'],
];
const KONTAKTER = [
  ['Navn', 'Alias', 'Type', 'Gruppe'],
  ['Lillevik', 'Litlevik', 'kommune', ''],
  ['Storvik', '', 'kommune', 'Sørregionen'],
  ['Nordregionen', '', 'gruppe', ''],
];

function withStatuses(...rows: readonly (readonly Cell[])[]) {
  const headings = ['Nr', 'Kommune', 'Status', 'Kommentar', 'Fullført dato'];
  return readBook({ Handlingsplan: HANDLINGSPLAN, Kontakter: KONTAKTER, 'Status per kommune': [headings, ...rows] });
}

describe('the status of each kommune', () => {
  it.each<[Cell, string, string]>([
    ['5.5', 'Lillevik', 'Lillevik'],
    [5.5, 'lillevik kommune', 'Lillevik'],
    ['5,5', 'Litlevik', 'Lillevik'],
    ['4.2', 'Nordregionen', 'Nordregionen'],
    ['4.2', 'sørregionen', 'Sørregionen'],
  ])('is read for %j and «%s»', async (nr, written, kommune) => {
    const model = await withStatuses([nr, written, 'Ferdig', '', '1.5.24']);
    expect(model.kommuneStatuses).toEqual([
      { nr: String(nr).replace(',', '.'), kommune, status: 'done', fullfort: '2024-05-01' },
    ]);
    expect(model.faults).toEqual([]);
  });

  it.each<[string, readonly Cell[], string, string]>([
    [
      'an unknown kommune, with the nearest',
      ['5.5', 'Stovik', 'Ferdig'],
      'B2',
      'Jeg kjenner ikke kommunen «Stovik». Mente du Storvik?',
    ],
    [
      'a kommune that is like no other',
      ['5.5', 'Xxxxxxx', 'Ferdig'],
      'B2',
      'Jeg kjenner ikke kommunen «Xxxxxxx». Legg den inn i Kontakter.',
    ],
    [
      'a number the plan does not have',
      ['9.9', 'Lillevik', 'Ferdig'],
      'A2',
      '«9.9» er ikke nummeret på noe tiltak i planen.',
    ],
    [
      'a tiltak that is not every kommune’s',
      ['1.1', 'Lillevik', 'Ferdig'],
      'A2',
      '1.1 har egne ansvarlige, så statusen her blir ikke brukt. Skriv den i planen.',
    ],
    [
      'a number that has become a date',
      [{ serial: 45_417 }, 'Lillevik', 'Ferdig'],
      'A2',
      '«5.5.2024» er ikke nummeret på noe tiltak i planen.',
    ],
  ])('does not count when it cannot be placed: %s', async (_, row, cell, message) => {
    const model = await withStatuses(row, ['5.5', 'Lillevik', 'Pågår']);
    expect(model.kommuneStatuses.map(({ kommune, status }) => [kommune, status])).toEqual([['Lillevik', 'on-track']]);
    expect(model.faults.map((fault) => [fault.sheet, fault.cell, fault.message])).toEqual([
      ['Status per kommune', cell, message],
    ]);
  });

  it('counts once: the first stands, the second is a fault', async () => {
    const model = await withStatuses(['5.5', 'Lillevik', 'Ferdig'], ['5.5', 'Litlevik', 'Pågår']);
    expect(model.kommuneStatuses.map(({ status }) => status)).toEqual(['done']);
    expect(shortFaults(model)).toEqual(['Status per kommune!B3 «5.5 Litlevik»']);
  });

  it('nobody understands is a fault, and counts as unknown', async () => {
    const model = await withStatuses(['5.5', 'Lillevik', 'OK']);
    expect(model.kommuneStatuses.map(({ status }) => status)).toEqual(['unknown']);
    expect(shortFaults(model)).toEqual(['Status per kommune!C2 «OK»']);
  });

  it('passes over the example row and rows without a name', async () => {
    const model = await withStatuses(['5.5', 'Eksempel: Orkland', 'Ferdig'], ['5.5', '', ''], ['', '', '']);
    expect(model.kommuneStatuses).toEqual([]);
    expect(model.faults).toEqual([]);
    expect(model.tabs.find(({ sheet }) => sheet === 'Status per kommune')?.skipped).toBe(1);
  });
});
