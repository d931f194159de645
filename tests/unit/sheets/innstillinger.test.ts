import { describe, expect, it } from 'vitest';
import { DEFAULT_INNSTILLINGER, type Innstillinger } from '#src/domain/innstillinger.ts';
import { SETTINGS } from '#src/sheets/innstillinger-settings.ts';
import type { Cell } from '#src/workbook/workbook.ts';
import { readBook } from '../../support/plan.ts';

function withSettings(...rows: readonly (readonly Cell[])[]) {
  return readBook({
    Handlingsplan: [['Tiltak', 'Frist', 'Ansvarlig']],
    Innstillinger: [['Navn', 'Verdi', 'Forklaring'], ...rows],
  });
}

const SPEAKING_HOURS = 'et klokkeslett fra 06:00 til 20:00, som 08:00';
const REMINDER_DAYS = '«hver arbeidsdag» eller dager som «mandag og torsdag», ikke lørdag eller søndag';

describe('Innstillinger', () => {
  it('hold as they first stand, when one stands twice', async () => {
    const model = await withSettings(['Frist snart (dager)', 14], ['Frist snart (dager)', 30]);
    expect(model.innstillinger.dueSoonDays).toBe(14);
    expect(model.faults).toMatchObject([{ sheet: 'Innstillinger', cell: 'A3' }]);
  });

  it.each<[string, Cell, Partial<Innstillinger>]>([
    ['Planens år', 2024, { planYear: 2024 }],
    ['planens ÅR', '2024', { planYear: 2024 }],
    ['Planens år', '', {}],
    ['Frist snart (dager)', '7', { dueSoonDays: 7 }],
    ['Frist snart (dager)', 0, { dueSoonDays: 0 }],
    ['Kapasitet gjelder i (timer)', '48', { freshHours: 48 }],
    ['Helg teller', 'Nei', { weekendsCount: false }],
    ['Helg teller', false, { weekendsCount: false }],
    ['Rolige perioder', '8.7.2024–28.7.2024', { quiet: [{ from: '2024-07-08', to: '2024-07-28' }] as never }],
    [
      'Rolige perioder',
      'uke 28 2024; 24.12.2024;',
      {
        quiet: [
          { from: '2024-07-08', to: '2024-07-14' },
          { from: '2024-12-24', to: '2024-12-24' },
        ] as never,
      },
    ],
    ['Ukesstatus dag', 'Fredager', { ukesstatus: { weekday: 5, minutes: 480 } }],
    ['Ukesstatus dag', 'man', {}],
    ['Ukesstatus klokken', 'kl. 08:30', { ukesstatus: { weekday: 1, minutes: 510 } }],
    ['Ukesstatus klokken', { serial: 0.375 }, { ukesstatus: { weekday: 1, minutes: 540 } }],
    ['Ukesstatus klokken', 10 / 24, { ukesstatus: { weekday: 1, minutes: 600 } }],
    ['Ukesstatus klokken', 6, { ukesstatus: { weekday: 1, minutes: 360 } }],
    ['Ukesstatus klokken', '20.00', { ukesstatus: { weekday: 1, minutes: 1200 } }],
    ['Påminnelser dager', 'hver arbeidsdag', {}],
    ['Påminnelser dager', 'mandag–onsdag', { paaminnelser: { weekdays: [1, 2, 3], minutes: 480 } }],
    ['Påminnelser dager', 'fredag, mandag og onsdag', { paaminnelser: { weekdays: [1, 3, 5], minutes: 480 } }],
    ['påminnelser dager', 'mandager', { paaminnelser: { weekdays: [1], minutes: 480 } }],
    ['Påminnelser klokken', '9', { paaminnelser: { weekdays: [1, 2, 3, 4, 5], minutes: 540 } }],
    ['Historikk (måneder)', 12, { historyMonths: 12 }],
    ['Historikk (måneder)', '120', { historyMonths: 120 }],
  ])('%s %j', async (name, value, expected) => {
    const model = await withSettings([name, value]);
    expect(model.innstillinger).toEqual({ ...DEFAULT_INNSTILLINGER, ...expected });
    expect(model.faults).toEqual([]);
  });

  it.each<[string, Cell, string]>([
    ['Planens år', 'neste', 'et årstall som 2024'],
    ['Frist snart (dager)', '14,5', 'et helt tall fra 0 til 90'],
    ['Frist snart (dager)', -1, 'et helt tall fra 0 til 90'],
    ['Frist snart (dager)', 91, 'et helt tall fra 0 til 90'],
    ['Kapasitet gjelder i (timer)', 0, 'et helt tall fra 1 til 168'],
    ['Helg teller', 'kanskje', 'ja eller nei'],
    ['Rolige perioder', 'fellesferien', 'perioder som «8.7.2024–28.7.2024», skilt med semikolon'],
    ['Rolige perioder', '8.7.2024–28.7.2024; 31.2.2024', 'perioder som «8.7.2024–28.7.2024», skilt med semikolon'],
    ['Ukesstatus dag', 'lørdag', 'en ukedag fra mandag til fredag'],
    ['Ukesstatus dag', 'mandag og torsdag', 'en ukedag fra mandag til fredag'],
    ['Ukesstatus klokken', '05:59', SPEAKING_HOURS],
    ['Ukesstatus klokken', '20:01', SPEAKING_HOURS],
    ['Ukesstatus klokken', { serial: 0.125 }, SPEAKING_HOURS],
    ['Ukesstatus klokken', { serial: 45446.375 }, SPEAKING_HOURS],
    ['Ukesstatus klokken', 'morgenen', SPEAKING_HOURS],
    ['Påminnelser dager', 'mandag–lørdag', REMINDER_DAYS],
    ['Påminnelser dager', 'av og til', REMINDER_DAYS],
    ['Påminnelser klokken', 'kl. 22', SPEAKING_HOURS],
    ['Historikk (måneder)', 2, 'et helt tall fra 3 til 120'],
    ['Historikk (måneder)', 121, 'et helt tall fra 3 til 120'],
  ])('%s cannot be %j: the usual value stands, and it is a fault', async (name, value, expected) => {
    const model = await withSettings([name, value]);
    expect(model.innstillinger).toEqual(DEFAULT_INNSTILLINGER);
    expect(model.faults.map((fault) => [fault.sheet, fault.cell, fault.expected])).toEqual([
      ['Innstillinger', 'B2', expected],
    ]);
    expect(model.faults[0]?.message).toContain(`«${name}» skal være`);
  });

  it('set the day and the hour apart from each other', async () => {
    const model = await withSettings(
      ['Ukesstatus klokken', '09:00'],
      ['Ukesstatus dag', 'tirsdag'],
      ['Påminnelser dager', 'tirsdag og torsdag'],
      ['Påminnelser klokken', '07:30'],
    );
    expect(model.innstillinger).toEqual({
      ...DEFAULT_INNSTILLINGER,
      ukesstatus: { weekday: 2, minutes: 540 },
      paaminnelser: { weekdays: [2, 4], minutes: 450 },
    });
  });

  it('show a time of day as people see it, when it cannot be used', async () => {
    const { faults } = await withSettings(['Påminnelser klokken', { serial: 0.125 }]);
    expect(faults[0]?.message).toContain('ikke «03:00».');
  });

  it.each([
    ['Frist snart (dagar)', ' Mente du «Frist snart (dager)»?'],
    ['Noe helt annet', ''],
  ])('knows no «%s»', async (name, hint) => {
    const { faults } = await withSettings([name, '7']);
    expect(faults.map(({ cell, message }) => [cell, message])).toEqual([
      ['A2', `Jeg kjenner ikke innstillingen «${name}».${hint}`],
    ]);
  });

  it('passes over the example row and blank rows', async () => {
    const model = await withSettings(['Eksempel: Frist snart (dager)', 3], ['', '']);
    expect([model.innstillinger, model.faults]).toEqual([DEFAULT_INNSTILLINGER, []]);
  });

  it('reads back what the template proposes', async () => {
    const model = await withSettings(...SETTINGS.map(({ name, value }) => [name, value]));
    expect([model.innstillinger, model.faults]).toEqual([DEFAULT_INNSTILLINGER, []]);
  });
});
