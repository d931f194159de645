import { join } from 'node:path';
import { startSlack } from '../tests/support/slack/slack.ts';
import type { Order } from './delivering.ts';
import { startDelivery } from './delivery-process.ts';
import { inventedIds, planOfMany, type RecipientKind } from './invented-recipients.ts';
import { compare, inTurns, type Measure } from './measure.ts';
import type { Place } from './place.ts';

const RECIPIENTS = 1000;
const RUNS = 9;

/** Reminders to many at once, beside the same posts sent one after another with nothing but a client. */
export async function measureDelivery(place: Place): Promise<readonly Measure[]> {
  return [...(await measureRecipients(place, 'channel')), ...(await measureRecipients(place, 'person'))];
}

async function measureRecipients(place: Place, kind: RecipientKind): Promise<readonly Measure[]> {
  const slack = await startSlack();
  const ids = inventedIds(kind, RECIPIENTS);
  for (const id of ids) {
    if (kind === 'channel') slack.channels.set(id, { member: true });
    else slack.users.set(id, { name: id });
  }
  const plan = place.writeWorkbook(`many-${kind}`, planOfMany(ids));
  const delivery = startDelivery(place, slack.apiUrl);
  let states = 0;
  const commits: number[] = [];

  async function costOf(order: Order): Promise<number> {
    slack.posts.length = 0;
    const cost = await delivery.do(order);
    if (cost.sent !== RECIPIENTS) throw new Error(`${cost.sent} of ${RECIPIENTS} were told`);
    if (order.kind === 'speak') commits.push(cost.commits);
    return cost.ms;
  }
  const speak = () => {
    states += 1;
    return costOf({ kind: 'speak', plan, state: join(place.folder, `${kind}-${states}.sqlite`), runs: 1 });
  };

  try {
    await speak();
    const bodies = slack.posts.map(({ channel, text, blocks, metadata }) => ({ channel, text, blocks, metadata }));
    const order = {
      kind: 'post',
      bodies: place.writeFile(`${kind}.json`, JSON.stringify(bodies)),
      open: kind === 'person',
    } as const;
    const costs = await inTurns(
      {
        bot: speak,
        loop: () => costOf({ ...order, atOnce: 1 }),
        loops: () => costOf({ ...order, atOnce: AS_MANY_AS_THE_BOT }),
      },
      { runs: RUNS, warmUp: 3 },
    );
    const name = `${RECIPIENTS} reminders, each to a ${kind}`;
    const same = { unit: 'ms', bot: costs.bot } as const;
    return [
      compare({ ...same, name, target: 1.5, baseline: costs.loop }),
      compare({ ...same, name: `${name}, beside as many at once`, target: null, baseline: costs.loops }),
      compare({ name: `${name}: commits`, target: 2, unit: 'commits', bot: commits, baseline: [RECIPIENTS] }),
    ];
  } finally {
    await delivery.stop();
    await slack.stop();
  }
}

/** As the speaker has it. */
const AS_MANY_AS_THE_BOT = 16;
