import { destination, type Logger, pino } from 'pino';
import type { Config } from '../config.ts';
import type { Delivery, SpeakerEvents } from '../delivery/speaker.ts';
import { STATE_LOST } from '../delivery/troubles.ts';
import { nearest } from '../domain/names.ts';
import { errorFacts } from '../error-facts.ts';
import type { Job } from '../features/feature.ts';
import { loadAll } from '../features/index.ts';
import { antall } from '../message/norsk.ts';
import { systemTime } from '../real-time.ts';
import { StoreError } from '../store/store.ts';
import { type Arguments, asciiName, UsageError } from './arguments.ts';
import { deliveryText, failureLines } from './kjor-report.ts';
import { printJson, printTrouble, type Terminal } from './output.ts';
import type { Surroundings } from './run.ts';
import { runAsked } from './run-asked.ts';
import { createSpeech } from './speech.ts';

/** A dead run's lease is over by then, in milliseconds of real time. */
const WAIT_MS = 15_000;
/** How long what is on its way may take when it is asked to stop, and then the report of it. */
const STOP_WITHIN_MS = 8000;
const REPORT_WITHIN_MS = 1000;

/** Exit status: something failed, or is left to do. */
const NOT_ALL = 1;
const COULD_NOT = 2;

/**
 * Runs a job now, for real: what it has not said for this period is sent. Exit status 1 when something failed, or was left
 * when it was asked to stop. Throws UsageError, WorkbookError and StoreError when it could not.
 */
export async function kjor(config: Config, args: Arguments, { terminal, onRunning }: Surroundings): Promise<number> {
  const job = await jobNamed(args.words);
  const { botToken, apiUrl } = config.slack;
  if (botToken === null) throw new UsageError('SLACK_BOT_TOKEN er ikke satt, så jeg har ingen å sende som.');

  // What people need to know is printed as sentences; the log is for what nobody foresaw.
  const log = pino({ name: 'samhandlingsbot', level: 'fatal' }, destination({ dest: 2, sync: true }));
  const course: Course = { posted: 0, reasons: new Map(), lostState: false };
  const speech = await createSpeech(config, { botToken, apiUrl }, args, { log, events: collectInto(course, log) });
  const stopping = new AbortController();
  const work = send().finally(speech.close);
  onRunning({
    async stop() {
      stopping.abort();
      // There is none when all is done already, or nothing could be begun.
      const speaker = await speech.speaker().catch(() => null);
      await speaker?.stop(STOP_WITHIN_MS);
      return Promise.race([work.catch(() => COULD_NOT), systemTime.sleep(REPORT_WITHIN_MS).then(() => NOT_ALL)]);
    },
    broken: (error) => log.fatal({ error: errorFacts(error) }, 'an error that nobody caught'),
  });
  return work;

  async function send(): Promise<number> {
    const delivery = await runAsked(job, speech, WAIT_MS).catch((error: unknown) => brokeOff(error, course));
    if (course.lostState) printTrouble(terminal, LOST_STATE);
    if (typeof delivery === 'string') {
      printTrouble(terminal, delivery);
      return NOT_ALL;
    }
    if (delivery) return report(job, delivery, course.reasons, { terminal, asJson: args.flags.has('json') });
    if (!stopping.signal.aborted) throw new UsageError(BUSY);
    printTrouble(terminal, 'Stoppet før noe ble sendt. Kjør igjen for å sende.');
    return NOT_ALL;
  }
}

const BUSY = 'En annen kjøring sender akkurat nå. Den sender det som skal ut. Prøv igjen om litt.';

const LOST_STATE = 'Lagringen var skadet eller borte. Jeg har begynt på en ny, og ser etter i Slack før jeg sender.';

/** What is said when the state fails after something was sent; what fails before that is thrown on. */
function brokeOff(error: unknown, { posted }: Course): string {
  if (!(error instanceof StoreError) || posted === 0) throw error;
  return `Bare ${antall(posted, 'melding', 'meldinger')} ble sendt. ${error.message} Kjør igjen når det er i orden.`;
}

/** Prints what came of it. Returns the exit status. */
function report(
  job: Job,
  delivery: Delivery,
  reasons: ReadonlyMap<string, string>,
  { terminal, asJson }: { readonly terminal: Terminal; readonly asJson: boolean },
): number {
  const { sent, skipped, failed } = delivery;
  if (asJson) printJson(terminal, { sent, skipped, failed });
  else terminal.out(`${deliveryText(job, delivery)}\n`);
  for (const reason of failureLines(delivery, reasons)) printTrouble(terminal, reason);
  return failed > 0 ? NOT_ALL : 0;
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

/** What happens while it sends. */
interface Course {
  posted: number;
  /** Why each message did not come through: its key, and the last reason. */
  readonly reasons: Map<string, string>;
  lostState: boolean;
}

function collectInto(course: Course, log: Logger): SpeakerEvents {
  const { reasons } = course;
  return {
    posted(key) {
      course.posted += 1;
      reasons.delete(key);
    },
    found: (key) => void reasons.delete(key),
    notPosted(key, error) {
      reasons.set(key, error.message);
      if (error.code === 'mistake') log.fatal({ key, error: errorFacts(error) }, 'not posted');
    },
    closed: () => undefined,
    trouble(key, what) {
      if (key === STATE_LOST && what === 'began') course.lostState = true;
    },
  };
}
