import { describe, expect, it } from 'vitest';
import { handlingsplanContract } from '#src/sheets/handlingsplan.ts';
import { headingForm } from '#src/sheets/heading.ts';
import { readPlan } from '../../support/plan.ts';

/** The column a heading is read as, in a table that otherwise has what a plan needs. */
async function columnOf(
  heading: string,
  beside: readonly string[] = ['Tiltak', 'Prioritet'],
): Promise<string | undefined> {
  const { tabs } = await readPlan([[...beside, heading]]);
  return tabs[0]?.columns[heading.replace(/\s+/g, ' ').trim()];
}

describe('a heading is known', () => {
  it.each(
    handlingsplanContract.columns.flatMap(({ key, title, aliases = [] }) =>
      [title, ...aliases].map((name) => [name, key] as const),
    ),
  )('by its name: «%s»', async (name, key) => {
    const beside = key === 'tiltak' ? ['Status', 'Prioritet'] : key === 'prioritet' ? ['Tiltak', 'Status'] : undefined;
    expect(await columnOf(name, beside)).toBe(key);
  });

  it.each([
    ['FRIST', 'tidsrom'],
    ['frist:', 'tidsrom'],
    ['Fristen', 'tidsrom'],
    ['Frister', 'tidsrom'],
    ['Fristene', 'tidsrom'],
    ['Frist 2024', 'tidsrom'],
    ['  Frist  ', 'tidsrom'],
    ['*Frist*', 'tidsrom'],
    ['Frist (dato)', 'tidsrom'],
    ['Tidsrom (start – slutt)', 'tidsrom'],
    ['Tidsrommet', 'tidsrom'],
    ['Fra-dato', 'start'],
    ['Start dato', 'start'],
    ['SLUTTDATO', 'slutt'],
    ['Ansvarlige enheter', 'ansvarlig'],
    ['Ansvarlig\nenhet', 'ansvarlig'],
    ['Ansvarleg eining', 'ansvarlig'],
    ['Status (grønn/gul/rød)', 'status'],
    ['Kommentarer', 'kommentar'],
    ['Merknad.', 'kommentar'],
    ['Tiltaksnr.', 'nr'],
    ['Nr.', 'nr'],
    ['Saksnr', 'nr'],
    ['Innsatsområder', 'aktivitet'],
    ['Fullført', 'fullfort'],
  ])('however it is written: «%s»', async (heading, key) => {
    expect(await columnOf(heading)).toBe(key);
  });

  it.each(['Fase', 'Kostnad', 'Økonomi', 'Fristil', 'Statuskomité', 'Tidstyv'])(
    'only when it is one: «%s» is the owners’ own',
    async (heading) => {
      const { tabs, faults } = await readPlan([['Tiltak', 'Frist', 'Ansvarlig', heading]]);
      expect(tabs[0]?.ignored).toEqual([heading]);
      expect(faults).toEqual([]);
    },
  );
});

describe('the headings of the plan', () => {
  it('stand for one column each, also without their endings', () => {
    const columns = handlingsplanContract.columns.flatMap(({ key, title, aliases = [] }) =>
      [title, ...aliases].map((name) => ({ key, form: headingForm(name) })),
    );
    for (const [form, same] of Map.groupBy(columns, (column) => column.form)) {
      expect(new Set(same.map(({ key }) => key)).size, form).toBe(1);
    }
  });
});
