import { describe, expect, it } from 'vitest';
import { bot, botJson } from '../support/cli.ts';

const NUMBER = expect.any(Number);
const LIST = expect.any(Array);

describe('kpi', () => {
  it('as data: every field of a KPI', async () => {
    const answer = await botJson(['kpi', '2']);

    expect(answer).toMatchObject({ asOf: '2024-06-03T08:00', faults: [] });
    expect(answer.kpi).toHaveLength(1);
    expect(answer.kpi[0]).toMatchObject({
      nr: '2',
      name: 'Andel UKP-opphold med 0 døgn',
      unit: '%',
      period: '2024',
      target: 0.9,
      direction: 'at-least',
      meetsTarget: false,
      notReported: ['Frøya', 'Oppdal', 'Rindal'],
      tiltak: LIST,
      signals: LIST,
      forecast: null,
    });
    const { value, numerator, denominator, months } = answer.kpi[0];
    expect(value).toBeCloseTo(numerator / denominator, 12);
    expect(months.at(-1)).toMatchObject({
      month: '2024-05',
      value: NUMBER,
      numerator: NUMBER,
      denominator: NUMBER,
      preliminary: true,
    });
    for (const field of ['points', 'center', 'lower', 'upper', 'variation', 'assurance']) {
      expect(answer.kpi[0]).toHaveProperty(field);
    }
  });

  it('shows all six, and says which there are when one is not known', async () => {
    expect((await botJson(['kpi'])).kpi).toHaveLength(6);
    expect(await bot(['kpi', '99'])).toMatchObject({
      status: 0,
      out: expect.stringContaining('Det finnes ingen KPI 99'),
    });
  });
});

describe('kapasitet', () => {
  it('as data: every field of a row, and the sums', async () => {
    const answer = await botJson(['kapasitet', 'Malvik']);

    expect(answer).toMatchObject({
      asOf: '2024-06-03T08:00',
      sum: { ledig: 0, confirmedKommuner: 1, kommuner: 1 },
      ohd: { ledig: null },
      level: null,
      faults: [],
    });
    expect(answer.kommuner).toMatchObject([
      {
        kommune: 'Malvik',
        enhet: '',
        kategori: 'korttid utredning/behandling',
        plasser: 14,
        bemannet: 12,
        belagt: 12,
        reservert: 0,
        stengt: 2,
        ledig: 0,
        status: 'confirmed',
        ageHours: 1.8,
        tarImot: 'nei',
        forbehold: '',
        kontakt: 'tlf. 00 00 00 04',
        cell: 'Kapasitet!A5',
      },
    ]);
  });

  it('leaves unconfirmed places out of the sum', async () => {
    const { kommuner, sum } = await botJson(['kapasitet']);
    const rows: readonly { readonly kommune: string; readonly status: string }[] = kommuner;

    expect(rows.find(({ kommune }) => kommune === 'Frøya')?.status).toBe('stale');
    expect(rows.find(({ kommune }) => kommune === 'Oppdal')?.status).toBe('not-reported');
    expect(sum).toMatchObject({ ledig: 20, confirmedKommuner: 15, kommuner: 22 });
  });

  it.each([
    [['kapasitet', '2', 'rehab', 'nær', 'Orkland', 'fra', 'fredag'], '2 rehabiliteringsplasser fra fredag 7. juni'],
    [['kapasitet', 'Malvk'], 'Mente du Malvik?'],
    [['kapasitet', 'oppdater'], 'Slik oppdaterer du kapasiteten'],
  ])('%j', async (argv, words) => {
    expect(await bot(argv)).toMatchObject({ status: 0, out: expect.stringContaining(words) });
  });
});

describe('sjekk', () => {
  it('as data: how each tab was read', async () => {
    const { sheets, faults } = await botJson(['sjekk']);

    expect(faults).toEqual([]);
    expect(sheets[0]).toMatchObject({
      sheet: 'Handlingsplan',
      headingRows: expect.arrayContaining([1]),
      columns: { Tidsrom: 'tidsrom', 'Ansvarlig enhet': 'ansvarlig' },
      ignored: [],
      rows: 29,
      skipped: 11,
    });
  });

  it('ends with 0 when nothing is to be mended', async () => {
    expect(await bot(['sjekk'])).toMatchObject({ status: 0, out: expect.stringContaining('Ingen feil å rette') });
  });
});
