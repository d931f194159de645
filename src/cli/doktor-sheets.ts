import type { Config } from '../config.ts';
import type { Check } from '../doctor/check.ts';
import { figureChecks } from '../doctor/figure-checks.ts';
import { googleChecks } from '../doctor/google-check.ts';
import { lookAtGoogle } from '../doctor/google-look.ts';
import { askToShareForWriting } from '../doctor/google-standing.ts';
import { pushChecks } from '../doctor/push-check.ts';
import { type SheetsRead, sheetsRead } from '../doctor/sheets-read.ts';
import { standingOf, workbookPlace } from '../doctor/workbook-place.ts';
import { once } from '../once.ts';
import { WORKBOOK_NAMES, type WorkbookName } from '../sheets/contract.ts';
import type { Model } from '../sheets/model.ts';
import type { Arguments } from './arguments.ts';
import { openFigures } from './figures.ts';

const GOOGLE_MS = 30_000;
/** What `doktor` tries of the sheets. */
export interface SheetChecks {
  readonly checks: readonly Check[];
  /** How those that have been read by now were understood. */
  read(): SheetsRead;
}

/** The example stands in for what nobody has named, as it does where the bot runs as a trial. */
export async function sheetChecks(config: Config, args: Arguments): Promise<SheetChecks> {
  const exampleWhenUnset = config.slack.botToken === null;
  const manner = { exampleWhenUnset, allMustOpen: true, patience: { withinMs: GOOGLE_MS } };
  const figures = await openFigures(config, args, manner);
  const { books } = figures;
  const google = lookAtGoogle(config, GOOGLE_MS);
  const placeOf = (name: WorkbookName) =>
    workbookPlace(args.values[name] ?? config[name], books.examples.includes(name));
  const places = { handlingsplan: placeOf('handlingsplan'), kapasitet: placeOf('kapasitet') };
  const reader = (name: WorkbookName) => ({ needs: [name], uses: [], withKpi: true as const });
  // People ask for changes of the plan; places they keep in the sheet themselves.
  const writesIn = (name: WorkbookName) => config.writeBack && name === 'handlingsplan';
  const models = new Map<WorkbookName, Model>();
  const readOnce = { handlingsplan: once(() => read('handlingsplan')), kapasitet: once(() => read('kapasitet')) };
  const model = (name: WorkbookName) => readOnce[name]();

  async function read(name: WorkbookName): Promise<Model> {
    const place = places[name];
    const made = await figures.modelFor(reader(name)).catch((error: unknown) => {
      if (writesIn(name) && place.kind === 'google') return askToShareForWriting(error, google, place.id);
      throw error;
    });
    models.set(name, made);
    return made;
  }

  const remote = WORKBOOK_NAMES.flatMap((name) => {
    const workbook = books[name];
    return places[name].kind === 'google' && workbook ? [() => model(name).then(() => workbook)] : [];
  });
  return {
    checks: [
      ...googleChecks(google, Object.values(places)),
      ...pushChecks(config, remote),
      ...figureChecks({
        named: WORKBOOK_NAMES.filter((name) => books[name] !== null),
        model,
        standing: (name, made) => standingOf(places[name], name, made, { google, writes: writesIn(name) }),
        now: (name) => figures.clockFor(reader(name))(),
        channel: config.slack.channel,
      }),
    ],
    read: () => sheetsRead(models),
  };
}
