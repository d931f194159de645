import { describe, expect, it } from 'vitest';
import type { Day } from '#src/domain/day.ts';
import { DEFAULT_INNSTILLINGER } from '#src/domain/innstillinger.ts';
import type { KapasitetRow } from '#src/domain/kapasitet.ts';
import { judgeKapasitet } from '#src/domain/kapasitet-judgement.ts';
import { findPlaces } from '#src/domain/kapasitet-places.ts';
import type { PlaceQuestion } from '#src/domain/kapasitet-question.ts';
import { aKommune, aRow, NOW, oslo } from '../../support/kapasitet.ts';

const KONTAKTER = [
  aKommune('Orkland', 'Sørvest'),
  aKommune('Skaun', 'Sørvest'),
  aKommune('Åfjord', 'Fosen'),
  aKommune('Oppdal'),
];
const JUNE_10 = '2024-06-10' as Day;

/** A row with this many free places. */
const withFree = (kommune: string, ledig: number, fields: Partial<KapasitetRow> = {}) =>
  aRow({ kommune, plasser: 20, belagt: 20 - ledig, ...fields });

function find(rows: readonly KapasitetRow[], question: Partial<PlaceQuestion> = {}) {
  const judged = judgeKapasitet(rows, NOW, DEFAULT_INNSTILLINGER);
  return findPlaces(judged, { places: 1, kategorier: [], near: [], from: null, ...question }, KONTAKTER, NOW.day);
}

const offered = (rows: readonly KapasitetRow[], question: Partial<PlaceQuestion> = {}) =>
  find(rows, question).offers.map(({ judged }) => judged.row.kommune);

describe('the order of places', () => {
  it('is the kommune itself, its kommunegruppe, then the others in Norwegian alphabetical order', () => {
    const rows = ['Åfjord', 'Trondheim', 'Ørland', 'Skaun', 'Melhus', 'Orkland'].map((kommune) => withFree(kommune, 1));

    expect(offered(rows, { near: ['Orkland'] })).toEqual([
      'Orkland',
      'Skaun',
      'Melhus',
      'Trondheim',
      'Ørland',
      'Åfjord',
    ]);
  });

  it('puts enough places on the day before fewer places, and places that are free later', () => {
    const rows = [
      withFree('Orkland', 1),
      withFree('Skaun', 5, { ledigFra: JUNE_10 }),
      withFree('Melhus', 2),
      withFree('Trondheim', 9),
    ];

    expect(offered(rows, { places: 2, near: ['Orkland'] })).toEqual(['Melhus', 'Trondheim', 'Orkland', 'Skaun']);
    expect(offered(rows, { places: 2, near: ['Orkland'], from: JUNE_10 })).toEqual([
      'Skaun',
      'Melhus',
      'Trondheim',
      'Orkland',
    ]);
  });

  it('says from when places are free, when that is after the day asked for', () => {
    const rows = [withFree('Skaun', 5, { ledigFra: JUNE_10 })];

    expect(find(rows).offers[0]).toMatchObject({ later: JUNE_10, enough: false });
    expect(find(rows, { from: JUNE_10 }).offers[0]).toMatchObject({ later: null, enough: true });
  });

  it('takes a day that has passed as today', () => {
    const rows = [withFree('Skaun', 5, { ledigFra: oslo('2024-06-02').day })];

    expect(find(rows, { from: '2024-06-01' as Day }).offers[0]).toMatchObject({ later: null, enough: true });
  });
});

describe('what is offered', () => {
  it('is never full, unconfirmed or of unknown kategori', () => {
    const rows = [
      withFree('Malvik', 0),
      withFree('Melhus', -1),
      withFree('Skaun', 2, { oppdatert: null }),
      withFree('Heim', 2, { belagt: null }),
      withFree('Selbu', 2, { kategoriText: 'fantasi' }),
      withFree('Tydal', 2, { duplicate: true }),
    ];
    const { offers, unconfirmed, stale, notReported } = find(rows);

    expect(offers).toEqual([]);
    expect(unconfirmed).toEqual(['Heim', 'Skaun']);
    expect(stale).toEqual(['Skaun']);
    expect(notReported).toEqual(['Heim']);
  });

  it('is øhd only when asked for', () => {
    const rows = [withFree('Malvik', 1, { kategori: 'øhd' }), withFree('Melhus', 1, { kategori: 'rehabilitering' })];

    expect(offered(rows)).toEqual(['Melhus']);
    expect(offered(rows, { kategorier: ['øhd'] })).toEqual(['Malvik']);
  });

  it('leaves out those who take nobody from others, and names them, except the kommune itself', () => {
    const rows = [
      withFree('Orkland', 1, { tarImot: 'nei' }),
      withFree('Skaun', 1, { tarImot: 'nei' }),
      withFree('Melhus', 0, { tarImot: 'nei' }),
      withFree('Heim', 1, { tarImot: null }),
    ];
    const { offers, closed } = find(rows, { near: ['Orkland'] });

    expect(offers.map(({ judged }) => judged.row.kommune)).toEqual(['Orkland', 'Heim']);
    expect(closed).toEqual(['Skaun']);
  });
});

describe('what cannot be said', () => {
  it('is who is near a kommune without a kommunegruppe', () => {
    expect(find([withFree('Oppdal', 1)], { near: ['Oppdal'] }).withoutGruppe).toEqual(['Oppdal']);
    expect(find([withFree('Orkland', 1)], { near: ['Orkland'] }).withoutGruppe).toEqual([]);
  });

  it('is anything of a kommune that has no such places in the sheet', () => {
    const rows = [withFree('Orkland', 1), withFree('Melhus', 1, { kategori: 'rehabilitering' })];

    expect(find(rows, { near: ['Orkland'], kategorier: ['rehabilitering'] }).withoutRows).toEqual(['Orkland']);
  });
});
