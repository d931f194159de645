import { rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { CHANNEL } from '../support/slack/workspace.ts';
import { planFor } from '../support/unit-plan.ts';
import { aState, startWholeBot } from '../support/whole-bot.ts';

it('a state that is deleted while the bot runs makes it say nothing twice', async () => {
  const DATABASE_URL = await aState();
  const env = { HANDLINGSPLAN: await planFor({ Teamet: CHANNEL }), DATABASE_URL, SLACK_CHANNEL: CHANNEL };
  const { slack, everyMinute } = await startWholeBot(env, '2024-06-03');
  await everyMinute();
  const said = slack.posts.length;
  const file = DATABASE_URL.replace('file:', '');
  for (const ending of ['', '-wal', '-shm']) await rm(file + ending, { force: true });

  await everyMinute();
  await everyMinute();

  expect(slack.posts).toHaveLength(said);
  expect([...slack.timesSaid.values()].every((times) => times === 1)).toBe(true);
});

it('a bot that stops while it is still reading leaves no new state behind', async () => {
  const DATABASE_URL = await aState();
  const env = { HANDLINGSPLAN: await planFor({ Teamet: CHANNEL }), DATABASE_URL, SLACK_CHANNEL: CHANNEL };
  const running = await startWholeBot(env, '2024-06-03');

  await running.stop();

  await expect(running.runJobs()).rejects.toMatchObject({ name: 'StoreError' });
});
