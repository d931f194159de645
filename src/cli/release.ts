import type { Delivery } from '../delivery/speaker.ts';
import type { Moment } from '../domain/day.ts';
import { type Message, section } from '../message/message.ts';
import { antall, dato, klokkeslett } from '../message/norsk.ts';
import { runAsked } from './run-asked.ts';
import type { Speech } from './speech.ts';

/** Sends what a preview showed, as it is now, and says what came of it. Throws WorkbookError and StoreError. */
export async function release(name: string, slackUser: string, speech: Speech): Promise<Message> {
  const job = await speech.job(name);
  if (!job) return plain('Denne knappen er fra en eldre utgave av meg. Ingenting er sendt.');
  const now = speech.figures.clockFor(job)();
  const delivery = await runAsked(job, speech);
  if (!delivery) return plain(`Jeg holder på å sende noe annet. Det som gjelder ${job.title}, sendes rett etterpå.`);
  return plain(`${told(delivery, job.title)} Trykket av <@${slackUser}> ${when(now)}.`);
}

function told({ sent, skipped, failed }: Delivery, title: string): string {
  const from = `Fra nå av sendes ${title} av seg selv.`;
  const trouble = failed > 0 ? ` ${antall(failed, 'melding', 'meldinger')} kom ikke fram ennå.` : '';
  if (sent > 0) return `Sendt: ${antall(sent, 'melding', 'meldinger')}.${trouble} ${from}`;
  if (skipped > 0 && failed === 0) return `Alt dette er sendt før. ${from}`;
  return `Det er ingenting å sende nå.${trouble} ${from}`;
}

function when(now: Moment): string {
  return `${dato(now.day, now.day)} ${klokkeslett(now)}`;
}

function plain(text: string): Message {
  return { text, blocks: [section(text)] };
}
