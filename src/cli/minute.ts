import type { Logger } from 'pino';
import { type Clock, systemTime } from '../clock.ts';
import { stateAlarm } from '../delivery/state-alarm.ts';
import { addMonths, type Moment, momentInOslo } from '../domain/day.ts';
import { DEFAULT_INNSTILLINGER } from '../domain/innstillinger.ts';
import { errorFacts } from '../error-facts.ts';
import { loadAll } from '../features/index.ts';
import type { Metrics } from '../health/metrics.ts';
import { createRound, type RoundEvents } from '../schedule/round.ts';
import type { Leases, Store } from '../store/store.ts';
import { StoreError } from '../store/store.ts';
import { WorkbookError } from '../workbook/workbook.ts';
import { HELSEFELLESSKAP, type Speech } from './speech.ts';

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
}

export function minuteOf(speech: Speech, { now, log, metrics }: Means): Minute {
  const { figures, state, recorder } = speech;
  const alarm = stateAlarm({
    helsefellesskap: HELSEFELLESSKAP,
    poster: speech.poster,
    admin: figures.channels.admin,
    time: systemTime,
  });

  return {
    leases: {
      acquire: async (...lease) => (await state.get()).leases.acquire(...lease),
      release: async (...lease) => (await state.get()).leases.release(...lease),
    },

    async run() {
      const at = now();
      const store = await state.get();
      const speaker = await speech.speaker();
      await remember(at);
      await createRound({
        helsefellesskap: HELSEFELLESSKAP,
        store,
        speaker,
        jobs: async () => (await loadAll()).jobs.filter(({ needs }) => needs.every((name) => figures.books[name])),
        innstillinger: async () => (await figures.modelFor(SETTINGS)).innstillinger,
        events: roundEvents(log, metrics),
      })(at);
      await tidy(store, at);
      await alarm.works();
      metrics.heartbeat(systemTime.now());
    },

    async failed(error) {
      log.error({ error: errorFacts(error) }, 'a round broke off');
      if (!(error instanceof StoreError)) return;
      metrics.storeFailed(error.trouble);
      await alarm.broken(error);
      // A damaged file is put aside when it is opened anew.
      if (error.trouble === 'damaged') await state.close();
    },
  };

  /** Notes how the plan and the places are, whoever asks for them today. A workbook that cannot be read waits. */
  async function remember(at: Moment): Promise<void> {
    try {
      await recorder.note(await figures.modelFor({ needs: [], uses: ['handlingsplan', 'kapasitet'] }), at);
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
    }
  }

  /** Once a day: what is older than the owners of the sheet want remembered, is forgotten. */
  async function tidy(store: Store, at: Moment): Promise<void> {
    const note = `ryddet:${HELSEFELLESSKAP}`;
    if ((await store.notes.get(note)) === at.day) return;
    const { innstillinger } = await figures.modelFor(SETTINGS).catch(() => ({ innstillinger: DEFAULT_INNSTILLINGER }));
    const deleted = await store.purge(momentInOslo(addMonths(at.day, -innstillinger.historyMonths)).ms);
    await store.notes.set(note, at.day);
    if (deleted > 0) log.info({ deleted }, 'forgot what is too old');
  }
}

/** Innstillinger stand in the plan's workbook; without one, everything has its usual value. */
const SETTINGS = { needs: [], uses: ['handlingsplan'] } as const;

function roundEvents(log: Logger, metrics: Metrics): RoundEvents {
  return {
    jobRan(job, period, late, delivery) {
      if (delivery === null) return log.info({ job, period }, 'another process is speaking');
      metrics.jobRan(job, delivery.failed > 0 ? 'incomplete' : 'done');
      log.info({ job, period, late, ...delivery }, 'job ran');
    },
    jobFailed(job, error) {
      metrics.jobRan(job, 'failed');
      log.error({ job, error: errorFacts(error) }, 'job failed');
    },
    jobMissed(job, periods) {
      metrics.jobRan(job, 'missed');
      log.warn({ job, periods }, 'job missed');
    },
  };
}
