import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { momentAt } from '#src/domain/day.ts';
import { bot, botJson, EXAMPLE } from '../support/cli.ts';
import { folderWith } from '../support/workbook-files.ts';

const PLAN = 'Aktivitet\tTiltak\tTidsrom\tAnsvarlig\n1 Drift\t1.1 Mandat\t1.5.24\tTeamet\n';

describe('with the example', () => {
  it.each(['ukesstatus', 'paaminnelser', 'tiltak', 'handlingsplan', 'kpi', 'kapasitet', 'sjekk'])(
    '%s is answered as of Monday 3 June 2024, and says so',
    async (command) => {
      const { out } = await bot([command]);

      expect(out.split('\n')[0]).toBe('Eksempel med oppdiktede tall. Klokken er satt til 3. juni 2024 08:00.');
    },
  );

  it.each([
    ['its folder', EXAMPLE],
    ['one of its files', join(EXAMPLE, 'Handlingsplan.tsv')],
  ])('it is the example also when somebody names %s', async (_, path) => {
    expect((await botJson(['tiltak', '--handlingsplan', path])).asOf).toBe('2024-06-03T08:00');
  });

  it('a date moves the clock, and the answer says to when', async () => {
    const { out } = await bot(['tiltak', '--dato', '2024-12-24T23:59']);

    expect(out.split('\n')[0]).toContain('Klokken er satt til 24. desember 2024 23:59.');
  });
});

describe('with a workbook of one’s own', () => {
  async function ownPlan() {
    return join(await folderWith({ 'plan.tsv': PLAN }), 'plan.tsv');
  }

  it('now is now, and nothing is said of examples', async () => {
    const path = await ownPlan();
    const before = momentAt(Date.now());
    const { asOf } = await botJson(['tiltak', '--handlingsplan', path]);
    const after = momentAt(Date.now());

    expect([before.day, after.day]).toContain(asOf.slice(0, 10));
    expect((await bot(['tiltak', '--handlingsplan', path])).out).not.toMatch(/[Ee]ksempel|Klokken/);
  });

  it.each([
    ['2024-05-01', null],
    ['2024-05-01T23:59', null],
    ['2024-05-02', 1],
    ['2024-05-02T00:00', 1],
    ['2024-06-03', 33],
  ])('--dato %s: %s days overdue', async (dato, daysOverdue) => {
    const { tiltak } = await botJson(['tiltak', '--handlingsplan', await ownPlan(), '--dato', dato]);

    expect(tiltak).toMatchObject([{ daysOverdue }]);
  });
});

it.each([
  ['2024-06-03', '2024-06-03T08:00'],
  ['2024-06-03T08:00', '2024-06-03T08:00'],
  ['2024-06-03 14:30', '2024-06-03T14:30'],
  ['2024-01-15T00:00', '2024-01-15T00:00'],
])('--dato %s is understood', async (dato, asOf) => {
  expect((await botJson(['tiltak', `--dato=${dato}`])).asOf).toBe(asOf);
});

it.each([
  '2024-13-01',
  '2024-02-30',
  '2024-06-03T25:00',
  '2024-06-03T08:60',
  '3.6.2024',
  'i morgen',
  '2024-06-03T08:00Z',
])('--dato %s is refused in one sentence', async (dato) => {
  expect(await bot(['tiltak', '--dato', dato])).toEqual({
    status: 2,
    out: '',
    err: `«${dato}» er ikke en dato. Skriv --dato 2024-06-03 eller --dato 2024-06-03T08:00.\n`,
  });
});
