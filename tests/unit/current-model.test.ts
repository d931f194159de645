import { describe, expect, it } from 'vitest';
import { type Books, currentModel } from '#src/current-model.ts';
import { momentInOslo } from '#src/domain/day.ts';
import { type Workbook, WorkbookError } from '#src/workbook/workbook.ts';
import { day } from '../support/day.ts';

const at = (minutes: number) => () => momentInOslo(day('2024-06-03'), minutes);
const PLAN = { needs: ['handlingsplan'], uses: [] } as const;
const PLACES = { needs: ['kapasitet'], uses: ['handlingsplan'] } as const;

/** A plan whose only tiltak tells which version it is of. */
function aPlan(version: () => string): Workbook {
  const rows = () => [
    ['Tiltak', 'Tidsrom'],
    [`1.1 ${version()}`, '1.5.24'],
  ];
  return {
    name: 'Plan',
    version: async () => version(),
    read: async () => ({ tabs: [{ name: 'Handlingsplan', rows: rows(), merges: [], url: null }], version: version() }),
  };
}

const places: Workbook = {
  name: 'Plasser',
  version: async () => 'v1',
  read: async () => ({
    tabs: [{ name: 'Kapasitet', rows: [['Kommune', 'Plasser']], merges: [], url: null }],
    version: 'v1',
  }),
};

const broken: Workbook = {
  name: 'Borte',
  version: () => Promise.reject(new WorkbookError('not-found', 'Fant ikke arket.')),
  read: () => Promise.reject(new WorkbookError('not-found', 'Fant ikke arket.')),
};

const books = (named: Partial<Books>): Books => ({
  handlingsplan: null,
  kapasitet: null,
  sources: { handlingsplan: null, kapasitet: null },
  examples: [],
  ...named,
});

describe('the model', () => {
  it('is parsed once for each version, and knows when it was last found to be current', async () => {
    let version = 'v1';
    const current = currentModel(books({ handlingsplan: aPlan(() => version) }), 0);

    const first = await current(PLAN, at(480));
    const later = await current(PLAN, at(485));
    version = 'v2';
    const edited = await current(PLAN, at(490));

    expect(later.plan).toBe(first.plan);
    expect([first, later, edited].map(({ readAt }) => readAt.minutes)).toEqual([480, 485, 490]);
    expect(edited.plan?.tiltak).toMatchObject([{ text: 'v2' }]);
  });

  it('is the very same between two looks at the workbooks', async () => {
    const current = currentModel(books({ handlingsplan: aPlan(() => 'v1') }), 60_000);

    expect(await current(PLAN, at(485))).toBe(await current(PLAN, at(480)));
  });

  it('is as old as the older of the workbooks it is made of', async () => {
    const current = currentModel(books({ handlingsplan: aPlan(() => 'v1'), kapasitet: places }), 60_000);
    await current(PLAN, at(480));

    expect((await current(PLACES, at(485))).readAt.minutes).toBe(480);
  });

  it('holds no workbook that nobody asks for', async () => {
    const current = currentModel(books({ handlingsplan: aPlan(() => 'v1'), kapasitet: broken }), 0);

    expect(await current(PLAN, at(480))).toMatchObject({ kapasitet: null, kapasitetFaults: [] });
  });

  it('does without a workbook that is only made use of', async () => {
    const current = currentModel(books({ handlingsplan: broken, kapasitet: places }), 0);

    expect(await current(PLACES, at(480))).toMatchObject({ plan: null, kapasitet: [] });
  });

  it('cannot do without one that is needed', async () => {
    await expect(currentModel(books({ handlingsplan: broken }), 0)(PLAN, at(480))).rejects.toThrow('Fant ikke arket.');
    await expect(currentModel(books({}), 0)(PLAN, at(480))).rejects.toThrow('må sette HANDLINGSPLAN');
    await expect(currentModel(books({}), 0)(PLACES, at(480))).rejects.toThrow('må sette KAPASITET');
  });

  it('says what of it is invented', async () => {
    const both = books({
      handlingsplan: aPlan(() => 'v1'),
      kapasitet: places,
      examples: ['handlingsplan', 'kapasitet'],
    });

    expect((await currentModel(both, 0)(PLAN, at(480))).examples).toEqual(['handlingsplan']);
    expect((await currentModel(both, 0)(PLACES, at(480))).examples).toEqual(['handlingsplan', 'kapasitet']);
  });
});
