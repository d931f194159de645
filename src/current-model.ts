import type { Clock } from './clock.ts';
import type { Moment } from './domain/day.ts';
import type { Reader } from './features/feature.ts';
import type { WorkbookName } from './sheets/contract.ts';
import type { Model } from './sheets/model.ts';
import { readModel } from './sheets/read-model.ts';
import { type Snapshot, type Workbook, WorkbookError } from './workbook/workbook.ts';

/** The workbooks in use; null for one that nobody has named. */
export interface Books {
  readonly handlingsplan: Workbook | null;
  readonly kapasitet: Workbook | null;
  readonly examples: readonly WorkbookName[];
}

export interface Freshness {
  readonly clock: Clock;
  /** How long a look at the version is trusted, in milliseconds of real time. */
  readonly pollMs: number;
}

/** Gives the model as the workbooks are now, parsed once per version. */
export type CurrentModel = (reader: Reader) => Promise<Model>;

/**
 * Keeps the latest snapshot of each workbook and the model made of them. A workbook that is needed and cannot be opened
 * throws {@link WorkbookError}, unless it was read before: then the old figures stand, and say when they were read.
 */
export function currentModel(books: Books, { clock, pollMs }: Freshness): CurrentModel {
  const sources = {
    handlingsplan: books.handlingsplan && snapshotKeeper(books.handlingsplan, clock, pollMs),
    kapasitet: books.kapasitet && snapshotKeeper(books.kapasitet, clock, pollMs),
  };
  const models = new Map<string, Model>();

  return async ({ needs, uses, withKpi = false }) => {
    const look = async (name: WorkbookName): Promise<Reading | null> => {
      if (!needs.includes(name) && !uses.includes(name)) return null;
      const source = sources[name];
      if (!source) return needs.includes(name) ? notNamed(name) : null;
      return needs.includes(name) ? source() : source().catch(ignoreTrouble);
    };
    const [plan, places] = await Promise.all([look('handlingsplan'), look('kapasitet')]);
    const key = JSON.stringify([plan?.snapshot.version, places?.snapshot.version, withKpi]);
    const readAt = earliest(plan, places) ?? clock();
    const known = models.get(key);
    if (known) return known.readAt === readAt ? known : remember(models, key, readAgain(known, readAt));

    const inUse = (name: WorkbookName) => (name === 'handlingsplan' ? plan !== null : places !== null);
    const model = await readModel({
      handlingsplan: plan?.snapshot ?? null,
      kapasitet: places?.snapshot ?? null,
      withKpi,
      readAt,
      examples: books.examples.filter(inUse),
    });
    // A few kinds of question (plan, places, both, KPI) are kept for the newest versions; older ones are never asked again.
    if (models.size >= KINDS_OF_QUESTION) models.clear();
    return remember(models, key, model);
  };
}

const KINDS_OF_QUESTION = 6;

interface Reading {
  readonly snapshot: Snapshot;
  /** When the figures were last known to be current. */
  readonly readAt: Moment;
}

/** Reads a workbook when its version has changed, looks at the version at most every `pollMs`, one look at a time. */
function snapshotKeeper(workbook: Workbook, clock: Clock, pollMs: number): () => Promise<Reading> {
  let latest: Reading | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<Reading> | null = null;

  async function look(): Promise<Reading> {
    const unchanged = latest !== null && (await workbook.version()) === latest.snapshot.version;
    const snapshot = unchanged && latest ? latest.snapshot : await workbook.read();
    lookedAt = performance.now();
    return { snapshot, readAt: clock() };
  }

  return async () => {
    if (latest && performance.now() - lookedAt < pollMs) return latest;
    looking ??= look().finally(() => {
      looking = null;
    });
    try {
      latest = await looking;
      return latest;
    } catch (error) {
      // Old figures that say how old they are serve people better than none.
      if (latest && error instanceof WorkbookError && error.trouble === 'unavailable') return latest;
      throw error;
    }
  };
}

/** The same model, known to be current later. It keeps what has been parsed, and parses nothing by being copied. */
function readAgain(model: Model, readAt: Moment): Model {
  return Object.create(model, { readAt: { value: readAt, enumerable: true } });
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
  return moments.reduce<Moment | null>((first, m) => (first && (first === m || first.ms <= m.ms) ? first : m), null);
}

function remember(models: Map<string, Model>, key: string, model: Model): Model {
  models.set(key, model);
  return model;
}
