import { describe, expect, it } from 'vitest';
import { type CurrentModel, currentModel } from '#src/current-model.ts';
import { momentInOslo } from '#src/domain/day.ts';
import type { WorkbookName } from '#src/sheets/contract.ts';
import { watchWorkbook } from '#src/workbook/watched-workbook.ts';
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

type Named = Partial<Record<WorkbookName, Workbook>>;

/** The model of these workbooks, each looked at when somebody asks and the last look is so old, in milliseconds. */
function modelOf(
  { handlingsplan, kapasitet }: Named,
  pollMs: number,
  examples: readonly WorkbookName[] = [],
): CurrentModel {
  const follow = (workbook: Workbook | undefined) => (workbook ? watchWorkbook(workbook, { pollMs }).reading : null);
  return currentModel({ handlingsplan: follow(handlingsplan), kapasitet: follow(kapasitet) }, examples);
}

describe('the model', () => {
  it('is parsed once for each version, and knows when it was last found to be current', async () => {
    let version = 'v1';
    const current = modelOf({ handlingsplan: aPlan(() => version) }, 0);

    const first = await current(PLAN, at(480));
    const later = await current(PLAN, at(485));
    version = 'v2';
    const edited = await current(PLAN, at(490));

    expect(later.plan).toBe(first.plan);
    expect([first, later, edited].map(({ readAt }) => readAt.minutes)).toEqual([480, 485, 490]);
    expect(edited.plan?.tiltak).toMatchObject([{ text: 'v2' }]);
  });

  it('is the very same between two looks at the workbooks', async () => {
    const current = modelOf({ handlingsplan: aPlan(() => 'v1') }, 60_000);

    expect(await current(PLAN, at(485))).toBe(await current(PLAN, at(480)));
  });

  it('is as old as the older of the workbooks it is made of', async () => {
    const current = modelOf({ handlingsplan: aPlan(() => 'v1'), kapasitet: places }, 60_000);
    await current(PLAN, at(480));

    expect((await current(PLACES, at(485))).readAt.minutes).toBe(480);
  });

  it('holds no workbook that nobody asks for', async () => {
    const current = modelOf({ handlingsplan: aPlan(() => 'v1'), kapasitet: broken }, 0);

    expect(await current(PLAN, at(480))).toMatchObject({ kapasitet: null, kapasitetFaults: [] });
  });

  it('does without a workbook that is only made use of', async () => {
    const current = modelOf({ handlingsplan: broken, kapasitet: places }, 0);

    expect(await current(PLACES, at(480))).toMatchObject({ plan: null, kapasitet: [] });
  });

  it('cannot do without one that is needed', async () => {
    await expect(modelOf({ handlingsplan: broken }, 0)(PLAN, at(480))).rejects.toThrow('Fant ikke arket.');
    await expect(modelOf({}, 0)(PLAN, at(480))).rejects.toThrow('må sette HANDLINGSPLAN');
    await expect(modelOf({}, 0)(PLACES, at(480))).rejects.toThrow('må sette KAPASITET');
  });

  it('says what of it is invented', async () => {
    const both = { handlingsplan: aPlan(() => 'v1'), kapasitet: places };
    const current = modelOf(both, 0, ['handlingsplan', 'kapasitet']);

    expect((await current(PLAN, at(480))).examples).toEqual(['handlingsplan']);
    expect((await current(PLACES, at(480))).examples).toEqual(['handlingsplan', 'kapasitet']);
  });
});
