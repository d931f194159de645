import { type Moment, momentAt } from '#src/domain/day.ts';
import { dato, klokkeslett, oppramsing } from '#src/message/norsk.ts';

/** What is said alike of one and of many. */
export const OTHERS_AS_USUAL = 'Andre får meldingene sine som vanlig.';
export const NOBODY_HAS_EMAIL =
  'Ingen i Slack har e-postadressen som står i fanen Kontakter. Rett den, eller skriv inn Slack-id-en i stedet.';
export const MAYBE_SAID = 'Det siste kan ha kommet fram likevel, så jeg sender det ikke på nytt.';

/** What becomes of that which was certainly not said. */
export function sayAgain(jobs: readonly string[]): string {
  const commands = jobs.filter((job) => job !== '').map((job) => `\`kjor ${job}\``);
  const how =
    commands.length === 0 ? '' : ` Den som drifter meg, kan sende det med ${oppramsing(commands)} når det er rettet.`;
  return `Det som ikke kom fram, sender jeg ikke på nytt av meg selv.${how}`;
}

/** «Det var galt fra 3. juni 08:00 til 09:30.», in Oslo; all times in real milliseconds. */
export function wrongBetween(beganAt: readonly number[], endedAt: number, now: Moment): string {
  const from = momentAt(Math.min(...beganAt));
  const to = momentAt(endedAt);
  const end = from.day === to.day ? klokkeslett(to) : `${dato(to.day, now.day)} ${klokkeslett(to)}`;
  const earliest = new Set(beganAt).size > 1 ? 'tidligst ' : '';
  return `Det var galt fra ${earliest}${dato(from.day, now.day)} ${klokkeslett(from)} til ${end}.`;
}
