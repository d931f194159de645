import { createHmac, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { alertContent } from '../delivery/alert.ts';
import type { Poster } from '../delivery/poster.ts';
import { createSpeaker, type Speaker, type SpeakerEvents } from '../delivery/speaker.ts';
import { momentAt } from '../domain/day.ts';
import { errorFacts } from '../error-facts.ts';
import { requireTables } from '../features/ask.ts';
import { type Job, type Occasion, PREVIEW_RECIPIENT } from '../features/feature.ts';
import { loadAll } from '../features/index.ts';
import { type Recorder, recorder } from '../memory/recorder.ts';
import { snapshotMemory } from '../memory/snapshot-memory.ts';
import { type State, stateOf } from '../memory/state.ts';
import { type RealTime, systemTime } from '../real-time.ts';
import type { WorkbookName } from '../sheets/contract.ts';
import { createPoster } from '../slack/post.ts';
import type { SlackAccess } from '../slack/settings.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { WorkbookError } from '../workbook/workbook.ts';
import type { Arguments } from './arguments.ts';
import { type Figures, openFigures } from './figures.ts';
import { HELSEFELLESSKAP } from './helsefellesskap.ts';

/** Figures older than this, in milliseconds, are shown to whoever asks, but nobody is reminded by them. */
const TOO_OLD_MS = 24 * 3_600_000;

/** What was said and could not be noted is found by the next start. Milliseconds. */
const LAST_NOTE_WITHIN_MS = 1000;

/** Everything it takes to say something unasked: figures, state, Slack and what joins them. */
export interface Speech {
  readonly figures: Figures;
  readonly state: State;
  readonly recorder: Recorder;
  readonly poster: Poster;
  /** Names this process in leases. */
  readonly owner: string;
  job(name: string): Promise<Job | null>;
  /** Throws StoreError when the state cannot be opened. */
  speaker(): Promise<Speaker>;
  /** Lets nobody speak any more, tries a last time to note what was said, and closes the state. */
  close(): Promise<void>;
}

export interface SpeechMeans {
  readonly log: Logger;
  readonly events: SpeakerEvents;
  /** It goes on running: Google is looked at by itself. */
  readonly inBackground?: boolean;
  /** By what the workbooks are followed, and their age is told; the machine's when left out. */
  readonly watch?: { readonly time: RealTime; readonly clock: Clock } | undefined;
  /** Called for each commit in the state, so that they can be counted. */
  readonly onCommit?: () => void;
  /** The machine's own, unless another one is handed in. */
  readonly time?: RealTime;
}

/** Joins workbooks, clock, state and Slack. The invented example is read only where the settings name it. */
export async function createSpeech(
  config: Config,
  access: SlackAccess,
  args: Arguments,
  { log, events, inBackground = false, watch, onCommit = () => undefined, time = systemTime }: SpeechMeans,
): Promise<Speech> {
  const state = stateOf((hadState) => openStore({ url: config.databaseUrl, hadState, onCommit, time }));
  const onTrouble = (error: unknown) => log.warn({ error: errorFacts(error) }, 'a reading was not kept');
  const figures = await openFigures(config, args, {
    exampleWhenUnset: false,
    allMustOpen: false,
    // Whoever looks again in a moment anyway has no need to insist.
    patience: { ...(inBackground ? { tries: 2 } : {}), ...(watch ? { time: watch.time } : {}) },
    clock: watch?.clock,
    following: {
      pollMs: config.pollSeconds * 1000,
      memoryFor: (name, source) => snapshotMemory(state, name, source, onTrouble),
      inBackground,
      time: watch?.time,
      onMistake: (error) => log.error({ error: errorFacts(error) }, 'a look at a workbook broke off'),
    },
  });
  const history = recorder(state, HELSEFELLESSKAP, figures.books.sources);
  const poster = createPoster(access, log);
  const owner = randomUUID();
  const job = async (name: string) => (await loadAll()).jobs.find((one) => one.name === name) ?? null;

  async function occasion(forJob: Job, period: string): Promise<Occasion> {
    const model = await figures.modelFor(forJob);
    requireTables(forJob, model);
    const now = figures.clockFor(forJob)();
    // What it only makes use of may be older: it says itself how old its figures are.
    const isOld = (name: WorkbookName) => now.ms - (model.readAtOf?.[name] ?? model.readAt).ms > TOO_OLD_MS;
    if (forJob.needs.some(isOld)) throw new WorkbookError('unavailable', TOO_OLD);
    await history.note(model);
    const { outbox } = await state.get();
    const shown = forJob.preview
      ? await outbox.lastSaid(HELSEFELLESSKAP, forJob.name, PREVIEW_RECIPIENT, period)
      : null;
    return {
      model,
      now,
      channels: figures.channels,
      past: await history.past(period),
      previewed: shown === null ? null : momentAt(shown),
    };
  }

  let made: { readonly store: Store; readonly speaker: Speaker } | null = null;
  return {
    figures,
    state,
    recorder: history,
    poster,
    owner,
    job,
    async speaker() {
      const store = await state.get();
      if (made?.store !== store) {
        // What it could not note before its state was lost, is found in the conversations.
        if (made) void made.speaker.stop(0);
        const speaker = createSpeaker({
          helsefellesskap: HELSEFELLESSKAP,
          store,
          poster,
          time,
          owner,
          admin: figures.channels.admin,
          job,
          occasion,
          alert: alertContent,
          proofOf: (email) => proof(email, access.botToken),
          events,
        });
        made = { store, speaker };
      }
      return made.speaker;
    },
    async close() {
      for (const watched of Object.values(figures.watched)) watched?.stop();
      await made?.speaker.stop(LAST_NOTE_WITHIN_MS);
      await state.close();
    },
  };
}

const TOO_OLD = 'Jeg har ikke fått lest arket på over et døgn, og minner ingen om tall så gamle.';

/** With a secret that does not stand in the state, so that an address cannot be guessed from it. */
function proof(email: string, secret: string): string {
  return createHmac('sha256', secret).update(email.trim().toLowerCase()).digest('base64url').slice(0, 22);
}
