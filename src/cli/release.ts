import { NotPosted } from '../delivery/poster.ts';
import type { Delivery } from '../delivery/speaker.ts';
import type { Moment } from '../domain/day.ts';
import { type Message, section } from '../message/message.ts';
import { antall, dato, klokkeslett } from '../message/norsk.ts';
import { runAsked } from './run-asked.ts';
import type { Speech } from './speech.ts';

/** A round that speaks to many is waited for. Slack takes the answer for half an hour. */
const WAIT_MS = 10 * 60_000;

/**
 * Sends what a preview showed, as it is now, and says what came of it. Throws WorkbookError and StoreError, and NotPosted
 * when it was not its turn: the preview is to stand as it is then.
 */
export async function release(name: string, slackUser: string, speech: Speech): Promise<Message> {
  const job = await speech.job(name);
  if (!job) return plain('Denne knappen er fra en eldre utgave av meg. Ingenting er sendt.');
  const now = speech.figures.clockFor(job)();
  const delivery = await runAsked(job, speech, WAIT_MS);
  if (!delivery) throw new NotPosted('refused', 'busy', BUSY);
  return plain(`${told(delivery, job.title)} Trykket av <@${slackUser}> ${when(now)}.`);
}

const BUSY = 'Jeg rakk ikke å sende dette nå, og ingenting er sendt. Trykk «Send» igjen om litt.';

function told({ sent, skipped, failed, waiting }: Delivery, title: string): string {
  const from = `Fra nå av sendes ${title} av seg selv.`;
  const givenUp = failed - waiting;
  const trouble = [
    ...(givenUp > 0
      ? [` ${antall(givenUp, 'melding', 'meldinger')} kom ikke fram. Varselet i denne kanalen sier hvorfor.`]
      : []),
    ...(waiting > 0
      ? [` ${antall(waiting, 'melding', 'meldinger')} venter på Slack, og sendes så snart det går.`]
      : []),
  ].join('');
  if (sent > 0) return `Sendt: ${antall(sent, 'melding', 'meldinger')}.${trouble} ${from}`;
  if (skipped > 0 && failed === 0) return `Alt dette er sendt før. ${from}`;
  if (failed > 0) return `Ingenting er sendt.${trouble} ${from}`;
  return `Det er ingenting å sende nå. ${from}`;
}

function when(now: Moment): string {
  return `${dato(now.day, now.day)} ${klokkeslett(now)}`;
}

function plain(text: string): Message {
  return { text, blocks: [section(text)] };
}
