import type { Clock } from './clock.ts';
import type { Moment } from './domain/day.ts';
import type { Reader } from './features/feature.ts';
import type { WorkbookName } from './sheets/contract.ts';
import type { Model } from './sheets/model.ts';
import type { ModelSource } from './sheets/read-model.ts';
import type { Editor } from './workbook/edit.ts';
import type { Reading } from './workbook/reading.ts';
import { type Workbook, WorkbookError } from './workbook/workbook.ts';

/** The workbooks in use; null for one that nobody has named. */
export interface Books {
  readonly handlingsplan: Workbook | null;
  readonly kapasitet: Workbook | null;
  /** What each is called in the state; null for one that nobody has named. */
  readonly sources: Readonly<Record<WorkbookName, string | null>>;
  readonly examples: readonly WorkbookName[];
  /** Writes in one of them; null for one that nobody has named, and for the invented example. */
  editor(name: WorkbookName): Promise<Editor | null>;
}

/** Gives a workbook's figures by the clock that says when they are current. Throws {@link WorkbookError}. */
export type Source = (clock: Clock) => Promise<Reading>;

/** Null for a workbook that nobody has named. */
export type Sources = Readonly<Record<WorkbookName, Source | null>>;

/** Gives the model as the workbooks are now, by the clock that says when that is. */
export type CurrentModel = (reader: Reader, clock: Clock) => Promise<Model>;

/**
 * Keeps the models made of the newest version of each workbook, so that a version is parsed once. A workbook that is
 * needed and has no figures throws {@link WorkbookError}; one that is only made use of is done without.
 * @param examples which of the workbooks hold the invented example
 */
export function currentModel(sources: Sources, examples: readonly WorkbookName[] = []): CurrentModel {
  const models = new Map<string, KeptModel>();

  return async ({ needs, uses, withKpi = false }, clock) => {
    const look = async (name: WorkbookName): Promise<Reading | null> => {
      const needed = needs.includes(name);
      if (!needed && !uses.includes(name)) return null;
      const source = sources[name];
      if (!source) return needed ? notNamed(name) : null;
      return needed ? source(clock) : source(clock).catch(ignoreTrouble);
    };
    const [plan, places] = await Promise.all([look('handlingsplan'), look('kapasitet')]);

    const inUse = (name: WorkbookName) => (name === 'handlingsplan' ? plan !== null : places !== null);
    const readAt = earliest(plan, places) ?? clock();
    const key = JSON.stringify([plan?.snapshot.version, places?.snapshot.version, withKpi]);
    // A few kinds of question (plan, places, both, KPI) are kept for the newest versions; older ones are never asked again.
    if (!models.has(key) && models.size >= KINDS_OF_QUESTION) models.clear();
    const kept =
      models.get(key) ??
      keepModel({
        handlingsplan: plan?.snapshot ?? null,
        kapasitet: places?.snapshot ?? null,
        withKpi,
        examples: examples.filter(inUse),
        restored: [...(plan?.restored ? PLAN : []), ...(places?.restored ? PLACES : [])],
      });
    models.set(key, kept);
    return kept({
      readAt,
      readAtOf: {
        ...(plan ? { handlingsplan: plan.readAt } : {}),
        ...(places ? { kapasitet: places.readAt } : {}),
      },
      isTroubled: plan?.troubled === true || places?.troubled === true,
    });
  };
}

/** What may be told of a model that has not changed. */
type Standing = Pick<Model, 'readAt' | 'readAtOf' | 'isTroubled'>;

/** Gives a version's model, known to be current at these moments. */
type KeptModel = (standing: Standing) => Promise<Model>;

const KINDS_OF_QUESTION = 6;
const PLAN = ['handlingsplan'] as const;
const PLACES = ['kapasitet'] as const;

/**
 * One version's model, parsed the first time, then the same model known to be current later. It keeps what has been
 * parsed, and between two looks at the workbooks it is the very same object, so that what is computed from it is kept.
 */
function keepModel(source: Omit<ModelSource, 'readAt'>): KeptModel {
  let parsed: Promise<Model> | null = null;
  let latest: Model | null = null;
  return async (standing) => {
    parsed ??= parse({ ...source, readAt: standing.readAt });
    const model = await parsed;
    if (!latest || !isSame(latest, standing)) {
      const told = Object.entries(standing).map(([name, value]) => [name, { value, enumerable: true }]);
      latest = Object.create(model, Object.fromEntries(told));
    }
    return latest ?? model;
  };
}

function isSame(model: Standing, { readAt, readAtOf, isTroubled }: Standing): boolean {
  const sameMoments =
    model.readAtOf?.handlingsplan === readAtOf?.handlingsplan && model.readAtOf?.kapasitet === readAtOf?.kapasitet;
  return model.readAt === readAt && model.isTroubled === isTroubled && sameMoments;
}

function ignoreTrouble(error: unknown): null {
  if (error instanceof WorkbookError) return null;
  throw error;
}

function notNamed(name: WorkbookName): never {
  const setting = name.toUpperCase();
  const what = name === 'handlingsplan' ? 'Handlingsplanen' : 'Kapasitetsarket';
  throw new WorkbookError('not-found', `${what} er ikke koblet til ennå. Den som drifter boten må sette ${setting}.`);
}

function earliest(...readings: readonly (Reading | null)[]): Moment | null {
  const moments = readings.flatMap((reading) => (reading ? [reading.readAt] : []));
  return moments.toSorted((a, b) => a.ms - b.ms)[0] ?? null;
}

/** The reader is loaded with the first question: the bot is there for Slack before anybody has asked. */
async function parse(source: ModelSource): Promise<Model> {
  const { readModel } = await import('./sheets/read-model.ts');
  return readModel(source);
}
