import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { stateAlarm } from '../delivery/state-alarm.ts';
import type { Moment } from '../domain/day.ts';
import { DEFAULT_INNSTILLINGER, type Innstillinger } from '../domain/innstillinger.ts';
import { errorFacts } from '../error-facts.ts';
import type { Reader } from '../features/feature.ts';
import { loadAll } from '../features/index.ts';
import type { Metrics } from '../health/metrics.ts';
import { roundEvents } from '../health/round-log.ts';
import { tidyOnceADay } from '../memory/tidy.ts';
import type { RealTime } from '../real-time.ts';
import { createRound } from '../schedule/round.ts';
import { type Leases, type Store, StoreError } from '../store/store.ts';
import { WorkbookError } from '../workbook/workbook.ts';
import { HELSEFELLESSKAP } from './helsefellesskap.ts';
import type { Speech } from './speech.ts';
import { tellOfWorkbooks } from './watch-troubles.ts';

/** What the schedule needs of the bot. */
export interface Minute {
  readonly leases: Leases;
  /** Does what is due. Rejects when it could not; the next minute tries again. */
  run(): Promise<void>;
  /** Takes note of trouble with the state, and tells people once. */
  failed(error: unknown): Promise<void>;
}

interface Means {
  readonly now: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly time: RealTime;
}

export function minuteOf(speech: Speech, { now, log, metrics, time }: Means): Minute {
  const { figures, state, recorder } = speech;
  const alarm = stateAlarm({
    helsefellesskap: HELSEFELLESSKAP,
    poster: speech.poster,
    admin: figures.channels.admin,
    time,
  });

  let openedAnew = false;

  return {
    leases: {
      acquire: async (...lease) => (await state.get()).leases.acquire(...lease),
      release: async (...lease) => (await state.get()).leases.release(...lease),
    },

    async run() {
      const at = now();
      const store = await state.get();
      const speaker = await speech.speaker();
      await remember();
      await tellOfWorkbooks(figures.watched, speaker);
      await createRound({
        helsefellesskap: HELSEFELLESSKAP,
        store,
        speaker,
        jobs: async () => (await loadAll()).jobs.filter(({ needs }) => needs.every((name) => figures.books[name])),
        innstillinger,
        time,
        events: roundEvents(log, metrics),
      })(at);
      await tidy(store, at);
      await alarm.works();
      metrics.heartbeat(time.now());
      openedAnew = false;
    },

    async failed(error) {
      log.error({ error: errorFacts(error) }, 'a round broke off');
      if (!(error instanceof StoreError)) return;
      metrics.storeFailed(error.trouble);
      if (error.trouble === 'damaged') {
        // A damaged file is put aside when it is opened anew, and the new one tells of it.
        await state.discard();
        const first = !openedAnew;
        openedAnew = true;
        if (first) return;
      }
      await alarm.broken(error);
    },
  };

  /** Notes how the plan and the places are, whoever asks for them today. A workbook that cannot be read waits. */
  async function remember(): Promise<void> {
    const all: Reader = { needs: [], uses: ['handlingsplan', 'kapasitet'] };
    await recorder.note(await figures.modelFor(all));
  }

  /** Innstillinger stand in the plan's workbook; without one, everything has its usual value. Throws WorkbookError. */
  async function innstillinger(): Promise<Innstillinger> {
    if (figures.books.handlingsplan === null) return DEFAULT_INNSTILLINGER;
    return (await figures.modelFor({ needs: ['handlingsplan'], uses: [] })).innstillinger;
  }

  async function tidy(store: Store, at: Moment): Promise<void> {
    try {
      const deleted = await tidyOnceADay(store, HELSEFELLESSKAP, at, time.now(), innstillinger);
      if (deleted > 0) log.info({ deleted }, 'forgot what is too old');
    } catch (error) {
      // How long to remember is for the owners of the sheet to say: nothing is forgotten until it can be read.
      if (!(error instanceof WorkbookError)) throw error;
    }
  }
}
