import type { MetricSources } from '../health/metrics.ts';
import type { ReadyCheck } from '../health/readiness.ts';
import { WORKBOOK_NAMES } from '../sheets/contract.ts';
import { HELSEFELLESSKAP } from './helsefellesskap.ts';
import type { Speech } from './speech.ts';

/** What the bot cannot do its work without. */
export function readyChecks(speech: () => Speech, isConnected: () => boolean): Readonly<Record<string, ReadyCheck>> {
  return {
    slack: async () => isConnected(),
    database: async () => {
      await (await speech().state.get()).check();
      return true;
    },
    workbooks: async () => {
      const { books, modelFor } = speech().figures;
      await modelFor({ needs: WORKBOOK_NAMES.filter((name) => books[name] !== null), uses: [] });
      return true;
    },
  };
}

/** What is looked up when somebody reads the metrics. */
export function metricSources(speech: () => Speech): MetricSources {
  const helsefellesskap = HELSEFELLESSKAP;
  return {
    outboxRows: async () => (await speech().state.get()).outbox.count({ helsefellesskap }),
    openTroubles: async () => (await (await speech().state.get()).troubles.open(helsefellesskap)).length,
    async figuresAgeSeconds() {
      const { books, modelFor, clockFor } = speech().figures;
      const named = WORKBOOK_NAMES.filter((name) => books[name] !== null);
      const ages = named.map(async (name) => {
        const reader = { needs: [name], uses: [] };
        const { readAt } = await modelFor(reader);
        return [name, Math.max(0, (clockFor(reader)().ms - readAt.ms) / 1000)] as const;
      });
      const known = await Promise.allSettled(ages);
      return Object.fromEntries(known.flatMap((age) => (age.status === 'fulfilled' ? [age.value] : [])));
    },
  };
}
