import { describe, expect, it } from 'vitest';
import type { PretendSlack } from '../support/slack/slack.ts';
import { ADMIN_CHANNEL, ASKER, CHANNEL } from '../support/slack/workspace.ts';
import { planFor } from '../support/unit-plan.ts';
import { aSlack, aState, startWholeBot } from '../support/whole-bot.ts';

/** A helsefellesskap whose bot comes and goes, while its state and its Slack last. */
async function aPlace() {
  const slack = await aSlack();
  const env = {
    HANDLINGSPLAN: await planFor({ Personen: ASKER }),
    DATABASE_URL: await aState(),
    SLACK_CHANNEL: CHANNEL,
    SLACK_ADMIN_CHANNEL: ADMIN_CHANNEL,
  };
  return {
    slack,
    /** The bot is started, makes one round and stops. */
    async up(moment: string, changes: Readonly<Record<string, string>> = {}): Promise<void> {
      const bot = await startWholeBot({ ...env, ...changes }, moment, { slack });
      await bot.runJobs();
      await bot.stop();
    },
  };
}

/** What was said by a bot that was up at these moments, and at no other. */
async function upAt(...moments: readonly string[]): Promise<PretendSlack> {
  const { slack, up } = await aPlace();
  for (const moment of moments) await up(moment);
  return slack;
}

/** What was said, by what it is about: `ukesstatus:2024-W23:kanalen`, without the replies in its thread. */
function said({ posts }: PretendSlack): readonly string[] {
  const keys = posts.flatMap(({ metadata, thread_ts }) => (thread_ts === null ? [JSON.stringify(metadata)] : []));
  return keys.flatMap((key) => /standard:((?:ukesstatus|paaminnelser):[^"]+)/.exec(key)?.[1] ?? []).toSorted();
}

function alerts({ posts }: PretendSlack): readonly string[] {
  return posts.filter(({ channel }) => channel === ADMIN_CHANNEL).map(({ text }) => text);
}

describe('a bot that is up', () => {
  it('on Monday says the weekly status and the reminders, and nothing again when it is restarted', async () => {
    const slack = await upAt('2024-06-03T07:59', '2024-06-03T08:00', '2024-06-03T08:01', '2024-06-03T11:00');

    expect(said(slack)).toEqual(['paaminnelser:2024-06-03:Personen', 'ukesstatus:2024-W23:kanalen']);
    expect([...slack.timesSaid.values()].every((times) => times === 1)).toBe(true);
    expect(alerts(slack)).toEqual([]);
  });

  it('on a holiday Monday is silent, and speaks on Tuesday', async () => {
    const monday = await upAt('2024-05-16', '2024-05-20');
    const tuesday = await upAt('2024-05-16', '2024-05-20', '2024-05-21');

    expect(said(monday)).toEqual([]);
    expect(said(tuesday)).toEqual(['paaminnelser:2024-05-21:Personen', 'ukesstatus:2024-W21:kanalen']);
    expect(alerts(tuesday)).toEqual([]);
  });
});

describe('a bot that was down', () => {
  it('on Monday says the weekly status on Tuesday, and that Monday’s reminders were not sent', async () => {
    const slack = await upAt('2024-05-31', '2024-06-04T09:00', '2024-06-04T09:01');

    expect(said(slack)).toEqual(['ukesstatus:2024-W23:kanalen']);
    expect(alerts(slack)).toEqual([expect.stringMatching(/^Påminnelser for 3\. juni.* ble ikke sendt/)]);
  });

  it('for three days of reminders tells of it once', async () => {
    const slack = await upAt('2024-06-03', '2024-06-07T08:00', '2024-06-07T08:01');

    expect(alerts(slack)).toEqual([
      expect.stringMatching(/^Påminnelser for 4\. juni.* til og med 6\. juni.* ble ikke sendt/),
    ]);
  });

  it('until later the same day says what it should have said that morning', async () => {
    const slack = await upAt('2024-05-31', '2024-06-03T15:30');

    expect(said(slack)).toEqual(['paaminnelser:2024-06-03:Personen', 'ukesstatus:2024-W23:kanalen']);
    expect(alerts(slack)).toEqual([]);
  });

  it('has not missed anything by settings it could not read', async () => {
    const { slack, up } = await aPlace();
    await up('2024-05-31');

    await up('2024-06-04T09:00', { HANDLINGSPLAN: 'finnes-ikke.xlsx' });

    expect(alerts(slack).join('\n')).toContain('Fant ikke «finnes-ikke.xlsx».');
    expect(alerts(slack).join('\n')).not.toContain('ble ikke sendt');
  });

  it('when it was first set up has missed nothing', async () => {
    expect(alerts(await upAt('2024-06-05', '2024-06-06'))).toEqual([]);
  });
});
