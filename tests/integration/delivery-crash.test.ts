import { describe, expect, it } from 'vitest';
import { aBotWith, aDeliveryBot, type DeliveryBot, MORNING, OCCURRENCE } from '../support/delivery.ts';
import { type Death, mortal } from '../support/delivery-mortal.ts';
import { scriptedSlack } from '../support/delivery-slack.ts';
import { steppingTime } from '../support/real-time.ts';
import { HELSEFELLESSKAP, startFiles, useStores } from '../support/store.ts';

const stores = useStores(startFiles);
const aBot = aBotWith(stores);

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const SAID = ['C1: hei', 'C1 > svar', 'C2: hallo'];

function tell(bot: DeliveryBot): void {
  bot.tell('Lillevik', 'C1', 'hei', 'svar');
  bot.tell('Storvik', 'C2', 'hallo');
}

/** Lets one process die and another take over. False when it lived to the end. */
async function lifeAndDeath(death: Death): Promise<{ readonly died: boolean; readonly said: readonly string[] }> {
  const time = steppingTime(MORNING.ms);
  const store = await stores.open({ time });
  const slack = scriptedSlack(time);
  const { living, died } = mortal(death);

  const first = aDeliveryBot({ time, slack: living(slack), store: living(store) });
  tell(first);
  const outcome = await Promise.race([died.then(() => 'died'), first.run().then(() => 'lived')]);

  const second = aDeliveryBot({ time, slack, store });
  tell(second);
  await second.run({ patienceMs: MINUTE }, 15 * SECOND);
  return { died: outcome === 'died', said: slack.said() };
}

describe('a process that dies', () => {
  it.each(['before', 'after'] as const)(
    'leaves nothing unsaid and nothing said twice, whichever call it dies %s',
    async (when) => {
      let lived = false;
      for (let atCall = 1; !lived; atCall += 1) {
        const { died, said } = await lifeAndDeath({ atCall, when });
        expect(said.toSorted(), `died ${when} call ${atCall}`).toEqual(SAID.toSorted());
        lived = !died;
      }
    },
  );

  it.each([
    ['is said when it does not stand there', false],
    ['is not said again when it does', true],
  ])('before it noted how a post went: that %s', async (_, stands) => {
    const bot = await aBot();
    bot.tell('Lillevik', 'C1', 'hei');
    const message = { helsefellesskap: HELSEFELLESSKAP, job: bot.job.name, period: OCCURRENCE.period };
    const expiresAt = OCCURRENCE.until.ms;
    const [row] = await bot.store.outbox.plan(
      [{ ...message, recipient: 'Lillevik', expiresAt, lookFirst: false }],
      MORNING.ms,
    );
    if (!row) throw new Error('nothing was planned');
    await bot.store.outbox.begin(row, MORNING.ms, 'C1', MORNING.ms + 8 * SECOND);
    const key = `${HELSEFELLESSKAP}:paaminnelser:2024-06-03:Lillevik`;
    if (stands) await bot.slack.post({ channel: 'C1', threadTs: null, greet: null }, { text: 'hei', blocks: [] }, key);

    await bot.time.sleep(SECOND);
    // Slack may be at it still: nobody looks, and nobody says it again, before that can be seen.
    expect(await bot.speaker.drain(0)).toMatchObject({ sent: 0, waiting: 1 });
    expect(await bot.speaker.drain(MINUTE)).toMatchObject(
      stands ? { sent: 0, skipped: 1, waiting: 0 } : { sent: 1, skipped: 0, waiting: 0 },
    );
    expect(bot.slack.said()).toEqual(['C1: hei']);
  });

  it('with a clock that was an hour ahead is looked after from before that', async () => {
    const bot = await aBot();
    bot.tell('Lillevik', 'C1', 'hei');
    const message = { helsefellesskap: HELSEFELLESSKAP, job: bot.job.name, period: OCCURRENCE.period };
    const planned = { ...message, recipient: 'Lillevik', expiresAt: OCCURRENCE.until.ms, lookFirst: false };
    const [row] = await bot.store.outbox.plan([planned], MORNING.ms);
    if (!row) throw new Error('nothing was planned');
    const key = `${HELSEFELLESSKAP}:paaminnelser:2024-06-03:Lillevik`;
    await bot.slack.post({ channel: 'C1', threadTs: null, greet: null }, { text: 'hei', blocks: [] }, key);
    const itsClock = MORNING.ms + 60 * MINUTE;
    await bot.store.outbox.begin(row, itsClock, 'C1', itsClock + 8 * SECOND);

    await bot.time.sleep(61 * MINUTE);
    expect(await bot.speaker.drain(0)).toMatchObject({ sent: 0, skipped: 1 });
    expect(bot.slack.said()).toEqual(['C1: hei']);
  });

  it('long ago, or whose state was put back, is not taken at its word', async () => {
    const bot = await aBot();
    bot.tell('Lillevik', 'C1', 'hei');
    const message = { helsefellesskap: HELSEFELLESSKAP, job: bot.job.name, period: OCCURRENCE.period };
    const planned = { ...message, recipient: 'Lillevik', expiresAt: OCCURRENCE.until.ms, lookFirst: false };
    await bot.store.outbox.plan([planned], MORNING.ms - 20 * MINUTE);
    const key = `${HELSEFELLESSKAP}:paaminnelser:2024-06-03:Lillevik`;
    await bot.slack.post({ channel: 'C1', threadTs: null, greet: null }, { text: 'hei', blocks: [] }, key);

    expect(await bot.speaker.drain(0)).toMatchObject({ sent: 0, skipped: 1 });
    expect(bot.slack.said()).toEqual(['C1: hei']);
  });
});
