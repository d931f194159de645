import { join } from 'node:path';
import { startSlack } from '../tests/support/slack/slack.ts';
import { startDelivery } from './delivery-process.ts';
import { inventedIds, planOfMany } from './invented-recipients.ts';
import { compare, type Measure } from './measure.ts';
import type { Place } from './place.ts';

const RECIPIENTS = 1000;
const MESSAGES = 100_000;
const EVERY = 20_000;

/** What the bot holds in memory after very many messages in one process, beside what it held when it had said a few. */
export async function measureEndurance(place: Place): Promise<readonly Measure[]> {
  const slack = await startSlack({ keepPosts: false });
  const ids = inventedIds('channel', RECIPIENTS);
  for (const id of ids) slack.channels.set(id, { member: true });
  const plan = place.writeWorkbook('endurance', planOfMany(ids));
  const delivery = startDelivery(place, slack.apiUrl);
  try {
    const state = join(place.folder, 'endurance.sqlite');
    const { sent, memory } = await delivery.do({ kind: 'speak', plan, state, runs: MESSAGES / RECIPIENTS });
    const times = [...slack.timesSaid.values()];
    if (sent !== MESSAGES || times.length !== MESSAGES || times.some((said) => said !== 1)) {
      throw new Error(`${sent} of ${MESSAGES} were sent, and ${times.length} came through`);
    }
    const held = memory.filter((_, run) => ((run + 1) * RECIPIENTS) % EVERY === 0);
    return (['heap', 'resident'] as const).map((what) => {
      const points = held.map((at) => at[what]);
      const name = `${what === 'heap' ? 'live objects' : 'memory (RSS)'}, 100 000 messages beside 20 000`;
      return {
        ...compare({ name, target: 1.1, unit: 'MB', bot: points.slice(-1), baseline: points.slice(0, 1) }),
        points,
      };
    });
  } finally {
    await delivery.stop();
    await slack.stop();
  }
}
