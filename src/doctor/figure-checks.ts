import type { Moment } from '#src/domain/day.ts';
import { once } from '#src/once.ts';
import type { WorkbookName } from '#src/sheets/contract.ts';
import type { Model } from '#src/sheets/model.ts';
import { type Check, mend, unset, type Verdict } from './check.ts';
import { innstillingerVerdict } from './innstillinger-check.ts';
import { kontakterVerdict } from './kontakter-check.ts';
import { type Standing, withStanding } from './standing.ts';
import { placesVerdict, planVerdict } from './workbook-checks.ts';

export interface FigureSources {
  /** The workbooks that are named, or that the example stands in for. */
  readonly named: readonly WorkbookName[];
  /** Reads one workbook alone, so that trouble with the other does not show here. Throws WorkbookError. */
  readonly model: (name: WorkbookName) => Promise<Model>;
  /** What there is to say of a workbook that has been read. Throws WorkbookError. */
  readonly standing: (name: WorkbookName, read: Model) => Promise<Standing>;
  readonly now: (name: WorkbookName) => Moment;
  /** Where reminders to those who cannot be reached are posted; null when nowhere. */
  readonly channel: string | null;
}

/** Whether the sheets can be read, and what the bot needs of them to speak to people. */
export function figureChecks({ named, model, standing, now, channel }: FigureSources): readonly Check[] {
  const plan = once(() => model('handlingsplan'));
  const ofPlan = (name: string, verdict: (read: Model) => Verdict): Check => ({
    name,
    // What is wrong with the workbook is told once, by its own check.
    run: () => (named.includes('handlingsplan') ? plan().then(verdict, () => WITH_PLAN) : Promise.resolve(WITH_PLAN)),
  });

  return [
    {
      name: 'Handlingsplan',
      async run() {
        if (!named.includes('handlingsplan')) return notNamed('HANDLINGSPLAN', 'ingen plan', named);
        const read = await plan();
        return withStanding(planVerdict(read), await standing('handlingsplan', read));
      },
    },
    {
      name: 'Kapasitet',
      async run() {
        if (!named.includes('kapasitet')) return notNamed('KAPASITET', 'ingen ledige plasser', named);
        const read = await model('kapasitet');
        return withStanding(placesVerdict(read, now('kapasitet')), await standing('kapasitet', read));
      },
    },
    ofPlan('Kontakter', (read) => kontakterVerdict(read, now('handlingsplan'), channel)),
    ofPlan('Innstillinger', innstillingerVerdict),
  ];
}

const WITH_PLAN = unset('prøves når handlingsplanen kan leses');

/** One of the two is enough to be of use; without both there is nothing to speak of. */
function notNamed(setting: string, without: string, named: readonly WorkbookName[]): Verdict {
  if (named.length > 0) return unset(`${setting} er ikke satt: boten har ${without} å svare om`);
  return mend('Verken HANDLINGSPLAN eller KAPASITET er satt, så boten har ingenting å svare om. Sett minst én av dem.');
}
