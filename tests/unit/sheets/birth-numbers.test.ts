import { describe, expect, it } from 'vitest';
import { HIDDEN_BIRTH_NUMBER } from '#src/domain/birth-number.ts';
import { loadAll } from '#src/features/index.ts';
import { readModel } from '#src/sheets/read-model.ts';
import type { Cell } from '#src/workbook/workbook.ts';
import { syntheticBirthNumber } from '../../support/birth-number.ts';
import { NOW } from '../../support/kapasitet.ts';
import { readBook, shortFaults } from '../../support/plan.ts';

const NUMBER = syntheticBirthNumber('018190');
const SPACED = `${NUMBER.slice(0, 6)} ${NUMBER.slice(6)}`;

const BOOK = {
  Handlingsplan: [
    ['Tiltak', 'Frist', 'Ansvarlig', 'Status', 'Kommentar', 'Eget'],
    ['1.1 Lage mal', 'Innen 1.5.24', 'Kompetansegruppen', 'Pågår', '', ''],
  ],
  Kontakter: [
    ['Navn', 'Slack'],
    ['Kompetansegruppen', 'C0123456789'],
  ],
  Notater: [['Bare noe vi har skrevet'], ['', '']],
} satisfies Readonly<Record<string, readonly (readonly Cell[])[]>>;

/** The workbook with a text in one cell, named as people name cells. */
function withCell(tab: keyof typeof BOOK, row: number, column: number, cell: Cell) {
  const rows = BOOK[tab].map((cells, index) => {
    const changed: Cell[] = [...cells];
    if (index === row) changed[column] = cell;
    return changed;
  });
  return { ...BOOK, [tab]: rows };
}

/** Everything the bot can say of a model, in every form. */
async function everythingSaid(model: Awaited<ReturnType<typeof readBook>>): Promise<string> {
  const { commands, jobs } = await loadAll();
  const channels = { summary: 'C0000000001', admin: 'C0000000002' };
  const answers = commands.flatMap((command) =>
    ['', '1.1', 'mal'].map((words) => command.answer({ words, model, now: NOW, unit: null, channels })),
  );
  const occasion = { model, now: NOW, channels, past: null };
  const said = jobs.flatMap((job) => job.outgoing(occasion).map((one) => [one.to, one.content()]));
  return JSON.stringify([answers, said, model]);
}

describe('a birth number in a sheet', () => {
  it.each<[keyof typeof BOOK, number, number, Cell, string]>([
    ['Handlingsplan', 1, 0, `1.1 Ringe pasient ${NUMBER}`, 'Handlingsplan!A2'],
    ['Handlingsplan', 1, 1, NUMBER, 'Handlingsplan!B2'],
    ['Handlingsplan', 1, 2, SPACED, 'Handlingsplan!C2'],
    ['Handlingsplan', 1, 3, NUMBER, 'Handlingsplan!D2'],
    ['Handlingsplan', 1, 4, `gjelder ${SPACED}`, 'Handlingsplan!E2'],
    ['Handlingsplan', 1, 5, Number(NUMBER), 'Handlingsplan!F2'],
    ['Handlingsplan', 0, 5, `Egen ${NUMBER}`, 'Handlingsplan!F1'],
    ['Kontakter', 1, 0, NUMBER, 'Kontakter!A2'],
    ['Kontakter', 1, 1, NUMBER, 'Kontakter!B2'],
    ['Notater', 1, 1, NUMBER, 'Notater!B2'],
  ])('%s, row %i, column %i: is never repeated, and its cell is named', async (tab, row, column, cell, address) => {
    const model = await readBook(withCell(tab, row, column, cell), { withKpi: true });

    const found = model.faults.filter(({ message }) => message.includes('fødselsnummer'));
    expect(shortFaults({ faults: found })).toContain(`${address} «${HIDDEN_BIRTH_NUMBER}»`);
    const said = await everythingSaid(model);
    expect(said).not.toContain(NUMBER);
    expect(said).not.toContain(SPACED);
  });

  it('is named among the faults of the plan when it stands in the plan', async () => {
    const model = await readBook(withCell('Handlingsplan', 1, 4, NUMBER));
    expect(shortFaults({ faults: model.planFaults })).toEqual([`Handlingsplan!E2 «${HIDDEN_BIRTH_NUMBER}»`]);
  });

  it('is named once when both workbooks are one folder', async () => {
    const tabs = Object.entries(withCell('Notater', 1, 1, NUMBER)).map(([name, rows]) => ({
      name,
      rows,
      merges: [],
      url: null,
    }));
    const both = { tabs, version: '1' };
    const { faults } = await readModel({
      handlingsplan: both,
      kapasitet: both,
      withKpi: true,
      readAt: NOW,
      examples: [],
    });
    expect(faults.filter(({ cell, sheet }) => sheet === 'Notater' && cell === 'B2')).toHaveLength(1);
  });

  it('does not hide the tiltak it stands beside', async () => {
    const { plan } = await readBook(withCell('Handlingsplan', 1, 4, NUMBER));
    expect(plan?.tiltak[0]).toMatchObject({ nr: '1.1', text: 'Lage mal', kommentar: HIDDEN_BIRTH_NUMBER });
  });
});
