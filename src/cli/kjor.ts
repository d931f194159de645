import { destination, pino } from 'pino';
import type { Config } from '../config.ts';
import type { Delivery, SpeakerEvents } from '../delivery/speaker.ts';
import { nearest } from '../domain/names.ts';
import { errorFacts } from '../error-facts.ts';
import type { Job } from '../features/feature.ts';
import { loadAll } from '../features/index.ts';
import { antall } from '../message/norsk.ts';
import { type Arguments, asciiName, UsageError } from './arguments.ts';
import { printJson, printTrouble } from './output.ts';
import type { Surroundings } from './run.ts';
import { runAsked } from './run-asked.ts';
import { createSpeech, type Speech } from './speech.ts';

const STOP_WITHIN_MS = 10_000;

/** Runs a job now, for real: what it has not said for this period is sent. Exit status 1 when something failed. */
export async function kjor(config: Config, args: Arguments, surroundings: Surroundings): Promise<number> {
  const { terminal, onRunning } = surroundings;
  const job = await jobNamed(args.words);
  const { botToken, apiUrl } = config.slack;
  if (botToken === null) throw new UsageError('SLACK_BOT_TOKEN er ikke satt, så jeg har ingen å sende som.');

  // What people need to know is printed as sentences; the log is for what nobody foresaw.
  const log = pino({ name: 'samhandlingsbot', level: 'fatal' }, destination({ dest: 2, sync: true }));
  const reasons = new Map<string, string>();
  const speech = await createSpeech(config, { botToken, apiUrl }, args, { log, events: collectInto(reasons) });
  onRunning({
    stop: async () => {
      await (await speech.speaker()).stop(STOP_WITHIN_MS);
      await speech.state.close();
    },
    broken: (error) => log.fatal({ error: errorFacts(error) }, 'an error that nobody caught'),
  });
  try {
    const delivery = await runNow(job, speech);
    const { sent, skipped, failed } = delivery;
    if (args.flags.has('json')) printJson(terminal, { sent, skipped, failed });
    else terminal.out(`${told(job, delivery)}\n`);
    for (const reason of byReason(reasons)) printTrouble(terminal, reason);
    return failed > 0 ? 1 : 0;
  } finally {
    await speech.state.close();
  }
}

async function runNow(job: Job, speech: Speech): Promise<Delivery> {
  const delivery = await runAsked(job, speech);
  if (delivery) return delivery;
  throw new UsageError('En annen kjøring sender akkurat nå. Den sender det som skal ut. Prøv igjen om litt.');
}

async function jobNamed([word]: readonly string[]): Promise<Job> {
  const { jobs } = await loadAll();
  const names = jobs.map(({ name }) => name);
  if (word === undefined) throw new UsageError(`Skriv hvilken jobb jeg skal kjøre: ${names.join(' eller ')}.`);
  const job = jobs.find(({ name }) => name === asciiName(word));
  if (job) return job;
  const near = nearest(asciiName(word), names);
  const hint = near ? `Mente du «${near}»?` : `Jeg har ${names.join(' og ')}.`;
  throw new UsageError(`Jeg kjenner ikke jobben «${word}». ${hint}`);
}

/** Why each message did not come through: its key, and the last reason. */
function collectInto(reasons: Map<string, string>): SpeakerEvents {
  return {
    posted: (key) => void reasons.delete(key),
    found: (key) => void reasons.delete(key),
    notPosted: (key, { message }) => void reasons.set(key, message),
    closed: () => undefined,
    trouble: () => undefined,
  };
}

const MOST_NAMES = 8;

/** One line a reason, with those it is about. */
function byReason(reasons: ReadonlyMap<string, string>): readonly string[] {
  const named = [...reasons].map(([key, reason]) => ({ reason, name: key.split(':')[3] ?? key }));
  return [...Map.groupBy(named, ({ reason }) => reason)].map(([reason, all]) => {
    const names = [...new Set(all.map(({ name }) => name))];
    const shown = names.slice(0, MOST_NAMES).join(', ');
    const left = names.length > MOST_NAMES ? ` … og ${names.length - MOST_NAMES} til` : '';
    return `${reason} Gjelder: ${shown}${left}.`;
  });
}

function told({ title }: Job, { sent, skipped, failed, waiting }: Delivery): string {
  const parts = [
    ...(sent > 0 ? [`${antall(sent, 'melding', 'meldinger')} sendt`] : []),
    ...(skipped > 0 ? [`${skipped} hoppet over (sendt før, eller ingen å sende til)`] : []),
    ...(failed > waiting ? [`${failed - waiting} kom ikke fram`] : []),
    ...(waiting > 0 ? [`${waiting} venter på Slack; kjør igjen om litt, eller la boten gjøre det`] : []),
  ];
  const name = title.charAt(0).toUpperCase() + title.slice(1);
  return `${name}: ${parts.length === 0 ? 'ingenting å sende nå' : parts.join(', ')}.`;
}
