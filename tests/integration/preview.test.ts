import { describe, expect, it } from 'vitest';
import { RELEASE_ACTION } from '#src/message/release-button.ts';
import { bot } from '../support/cli.ts';
import type { PretendSlack } from '../support/slack/slack.ts';
import { ADMIN_CHANNEL, ASKER, BOT_TOKEN, CHANNEL } from '../support/slack/workspace.ts';
import { planFor } from '../support/unit-plan.ts';
import { aSlack, aState, bookOf, startWholeBot } from '../support/whole-bot.ts';

const MONDAY = '2024-06-03';
const channels = { SLACK_CHANNEL: CHANNEL, SLACK_ADMIN_CHANNEL: ADMIN_CHANNEL };

/** A bot on its first day: nobody has let the reminders go. */
async function aNewBot(kind: 'http' | 'socket' = 'socket') {
  const HANDLINGSPLAN = await planFor({ Personen: ASKER, Naboen: 'U0NABO' });
  const env = { HANDLINGSPLAN, DATABASE_URL: await aState(), ...channels };
  const slack = await aSlack();
  slack.users.set('U0NABO', { name: 'nabo' });
  const bot = await startWholeBot(env, MONDAY, { kind, slack, released: false });
  return { bot, env, slack };
}

function reminders({ posts }: PretendSlack) {
  return posts.filter(({ text }) => text.startsWith('Hei.'));
}

function previews({ posts }: PretendSlack) {
  return posts.filter(({ blocks }) => JSON.stringify(blocks).includes(RELEASE_ACTION));
}

/** The preview as it stands in Slack. */
function shown(slack: PretendSlack) {
  const [preview] = previews(slack);
  if (!preview) throw new Error('no preview stands in Slack');
  return preview;
}

describe.each(['http', 'socket'] as const)('the first reminders, over %s', (kind) => {
  it('are shown to the secretariat, and not sent until somebody presses «Send»', async () => {
    const { bot, slack } = await aNewBot(kind);

    await bot.runJobs();
    expect(previews(slack)).toMatchObject([{ channel: ADMIN_CHANNEL, text: expect.stringContaining('2 påminnelser') }]);
    expect(reminders(slack)).toEqual([]);

    const reply = await bot.press(shown(slack), RELEASE_ACTION);

    expect(reminders(slack).map(({ channel }) => channel)).toEqual(expect.arrayContaining(['D0SPORSMAL', 'D0NABO']));
    expect(reply).toMatchObject({ replace_original: true, text: expect.stringContaining('Sendt: 2 meldinger.') });
    expect(reply.text).toContain(`<@${ASKER}>`);
    expect(JSON.stringify(reply.blocks)).not.toContain(RELEASE_ACTION);
  });
});

describe('the preview', () => {
  it('is pressed by two at once: everybody is reminded once, and both are answered', async () => {
    const { bot, slack } = await aNewBot();
    await bot.runJobs();
    const preview = shown(slack);

    const answers = await Promise.all([
      bot.press(preview, RELEASE_ACTION),
      bot.press(preview, RELEASE_ACTION, 'U0NABO'),
    ]);

    expect(reminders(slack)).toHaveLength(2);
    expect(answers.map(({ text }) => text.split(':')[0]?.split('.')[0]).toSorted()).toEqual([
      'Alt dette er sendt før',
      'Sendt',
    ]);
  });

  it('is not said again by later rounds, nor by a bot that is restarted', async () => {
    const { bot, env, slack } = await aNewBot();
    await bot.runJobs();
    await bot.runJobs();
    await bot.stop();

    const restarted = await startWholeBot(env, '2024-06-03T09:00', { slack, released: false });
    await restarted.runJobs();

    expect(previews(slack)).toHaveLength(1);
    expect(reminders(slack)).toEqual([]);
  });

  it('pressed a day later sends what is to be said then', async () => {
    const { bot, env, slack } = await aNewBot();
    await bot.runJobs();
    const preview = shown(slack);
    await bot.stop();
    // A week later everything is overdue anew, and nobody has been reminded of it.
    const later = await startWholeBot(env, '2024-06-10', { slack, released: false });

    await later.press(preview, RELEASE_ACTION);

    expect([...slack.timesSaid.keys()].filter((key) => key.includes(':paaminnelser:'))).toEqual(
      expect.arrayContaining(['standard:paaminnelser:2024-06-10:Personen', 'standard:paaminnelser:2024-06-10:Naboen']),
    );
    expect(JSON.stringify(reminders(slack))).toContain('40 dager over');
  });

  it('pressed on a day without reminders lets them go from the next one', async () => {
    const { bot, env, slack } = await aNewBot();
    await bot.runJobs();
    const preview = shown(slack);
    await bot.stop();
    const saturday = await startWholeBot(env, '2024-06-08', { slack, released: false });

    const reply = await saturday.press(preview, RELEASE_ACTION);
    expect(reply.text).toContain('Det er ingenting å sende nå. Fra nå av sendes påminnelser av seg selv.');
    await saturday.stop();
    await nextRound(env, slack);

    expect(reminders(slack)).toHaveLength(2);
  });

  it('is not needed after somebody has run the job by hand', async () => {
    const { bot: running, env, slack } = await aNewBot();
    await running.stop();
    const kjor = { ...env, SLACK_API_URL: slack.apiUrl, SLACK_BOT_TOKEN: BOT_TOKEN };

    expect(await bot(['kjor', 'paaminnelser', '--dato', MONDAY], { env: kjor })).toMatchObject({ status: 0 });
    expect(reminders(slack)).toHaveLength(2);
    await nextRound(env, slack);

    expect(reminders(slack)).toHaveLength(4);
    expect(previews(slack)).toEqual([]);
  });
});

async function nextRound(env: Readonly<Record<string, string>>, slack: PretendSlack): Promise<void> {
  const later = await startWholeBot(env, '2024-06-10', { slack, released: false });
  await later.runJobs();
}

it('nothing is let go by a run that could not read the plan', async () => {
  const { bot: running, env, slack } = await aNewBot();
  await running.stop();
  const kjor = { ...env, SLACK_API_URL: slack.apiUrl, SLACK_BOT_TOKEN: BOT_TOKEN };
  const empty = await bookOf({ Handlingsplan: [['a', 'b']] });

  expect(await bot(['kjor', 'paaminnelser', '--dato', MONDAY, '--handlingsplan', empty], { env: kjor })).toMatchObject({
    status: 2,
  });
  await nextRound(env, slack);

  expect(previews(slack)).toHaveLength(1);
  expect(reminders(slack)).toEqual([]);
});

it('a bot without an admin channel says at start what must be done, and sends no reminders', async () => {
  const HANDLINGSPLAN = await planFor({ Personen: ASKER });
  const { slack, notices, runJobs } = await startWholeBot({ HANDLINGSPLAN, SLACK_CHANNEL: CHANNEL }, MONDAY, {
    released: false,
  });

  await runJobs();

  expect(notices.join('\n')).toContain('SLACK_ADMIN_CHANNEL er ikke satt');
  expect(notices.join('\n')).toContain('kjor paaminnelser');
  expect(reminders(slack)).toEqual([]);
});
