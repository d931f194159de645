import { describe, expect, it, onTestFinished } from 'vitest';
import { section } from '#src/message/message.ts';
import { RELEASE_ACTION, withReleaseButton } from '#src/message/release-button.ts';
import { createSlackApp } from '#src/slack/app.ts';
import type { Release } from '#src/slack/listen.ts';
import { StoreError } from '#src/store/store.ts';
import { startSlack } from '../support/slack/slack.ts';
import { ASKER } from '../support/slack/workspace.ts';
import { anAnswer, settingsFor, silentLog, typed } from '../support/slack-bot.ts';

const preview = withReleaseButton({ text: '3 påminnelser', blocks: [section('Til Lillevik')] }, 'paaminnelser');
// As Slack shows it: the same, as JSON.
const shown = { blocks: JSON.parse(JSON.stringify(preview.blocks)) };

async function aBot(kind: 'http' | 'socket', onRelease?: Release) {
  const slack = await startSlack();
  onTestFinished(() => slack.stop());
  const listeners = { ...typed([]), ask: async () => anAnswer('ubrukt'), log: silentLog };
  const app = createSlackApp(settingsFor(slack, kind), onRelease ? { ...listeners, onRelease } : listeners);
  const { port } = await app.start();
  onTestFinished(() => app.stop());
  const to = kind === 'http' ? { to: `http://127.0.0.1:${port}/slack/events` } : {};
  return { press: (user = ASKER) => slack.press(shown, RELEASE_ACTION, { ...to, user }) };
}

describe.each(['http', 'socket'] as const)('«Send» under a preview, over %s', (kind) => {
  it('sends what it shows, and puts what was done in its place', async () => {
    const { press } = await aBot(kind, async (job, user) => {
      const text = `${job} er sendt av <@${user}>`;
      return { text, blocks: [section(text)] };
    });

    expect(await press()).toMatchObject({
      text: `paaminnelser er sendt av <@${ASKER}>`,
      blocks: [section(`paaminnelser er sendt av <@${ASKER}>`)],
      replace_original: true,
    });
  });

  it('leaves the preview and its button when it fails, and tells the one who pressed alone', async () => {
    const { press } = await aBot(kind, async () => {
      throw new StoreError('unreachable', 'Jeg når ikke databasen. Prøv igjen om litt.');
    });

    expect(await press()).toMatchObject({
      text: 'Jeg når ikke databasen. Prøv igjen om litt.',
      response_type: 'ephemeral',
      replace_original: false,
    });
  });

  it('says so when there is nothing to release any more', async () => {
    const { press } = await aBot(kind);

    expect(await press()).toMatchObject({
      text: expect.stringContaining('eldre utgave'),
      response_type: 'ephemeral',
      replace_original: false,
    });
  });
});

it('two who press «Send» at once are both answered', async () => {
  const pressed: string[] = [];
  const { press } = await aBot('socket', async (_, user) => {
    pressed.push(user);
    const text = pressed.length === 1 ? 'Sendt.' : 'De er alt sendt.';
    return { text, blocks: [section(text)] };
  });

  const answers = await Promise.all([press(), press('U0ANNEN')]);

  expect(pressed.toSorted()).toEqual(['U0ANNEN', ASKER]);
  expect(answers.map(({ text }) => text).toSorted()).toEqual(['De er alt sendt.', 'Sendt.']);
});
