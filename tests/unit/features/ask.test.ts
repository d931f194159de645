import { describe, expect, it } from 'vitest';
import { answerFrom, unitOfSlackUser } from '#src/features/ask.ts';
import { datakvalitet } from '#src/features/datakvalitet/index.ts';
import type { Command } from '#src/features/feature.ts';
import { kapasitet } from '#src/features/kapasitet/index.ts';
import { tiltak } from '#src/features/tiltak/index.ts';
import type { Model } from '#src/sheets/model.ts';
import { readModel } from '#src/sheets/read-model.ts';
import type { Cell } from '#src/workbook/workbook.ts';
import { NOW } from '../../support/kapasitet.ts';
import { aKontakt, planModel, readBook } from '../../support/plan.ts';

type Rows = readonly (readonly Cell[])[];

const ask = (command: Command | undefined, model: Model) => {
  if (!command) throw new Error('The feature has no command');
  return () =>
    answerFrom(command, { words: '', model, now: NOW, unit: null, channels: { summary: null, admin: null } });
};

describe('a question about a table that is not there', () => {
  it('is answered with what is wrong, and where', async () => {
    const model = await readBook({ Forside: [['Velkommen']] });
    expect(ask(tiltak.commands[0], model)).toThrow('Forside: Fant ingen tabell for Handlingsplan.');
  });

  it('is answered with what the headings lack', async () => {
    const model = await readBook({ Forside: [['Frist', 'Ansvarlig', 'Status']] });
    expect(ask(tiltak.commands[0], model)).toThrow('Rad 1 ligner overskriftene i Handlingsplan, men mangler «Tiltak».');
  });

  it('is not answered with some other fault that speaks of the same thing', async () => {
    const settings: Rows = [
      ['Navn', 'Verdi'],
      ['Kapasitet gjelder i (timer)', 'mange'],
    ];
    const model = await readModel({
      handlingsplan: {
        tabs: [aTab('Handlingsplan', [['Tiltak', 'Frist']]), aTab('Innstillinger', settings)],
        version: '1',
      },
      kapasitet: { tabs: [aTab('Forside', [['Velkommen']])], version: '1' },
      withKpi: false,
      readAt: NOW,
      examples: [],
    });
    expect(ask(kapasitet.commands[0], model)).toThrow('Forside: Fant ingen tabell for Kapasitet.');
  });

  it('is what sjekk is for', async () => {
    const { toMend } = ask(datakvalitet.commands[0], await readBook({ Forside: [['Velkommen']] }))();
    expect(toMend).toBe(true);
  });
});

describe('the unit somebody in Slack speaks for', () => {
  const model = planModel([], { kontakter: [aKontakt('Kompetansegruppen', { slack: 'U0123456789' })] });

  it.each([
    ['U0123456789', 'Kompetansegruppen'],
    ['U9999999999', null],
  ])('%s: %s', (user, unit) => {
    expect(unitOfSlackUser(model, user)).toBe(unit);
  });
});

function aTab(name: string, rows: Rows) {
  return { name, rows, merges: [], url: null };
}
