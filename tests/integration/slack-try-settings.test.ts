import { describe, expect, it, onTestFinished } from 'vitest';
import { identify } from '#src/slack/identity.ts';
import { channelFacts, tryAppToken } from '#src/slack/try-settings.ts';
import { type PretendSlack, startSlack } from '../support/slack/slack.ts';
import { APP_TOKEN, BOT_TOKEN, CHANNEL } from '../support/slack/workspace.ts';
import { silentLog } from '../support/slack-bot.ts';

async function aSlack(): Promise<PretendSlack> {
  const slack = await startSlack();
  onTestFinished(() => slack.stop());
  return slack;
}

const access = (slack: PretendSlack) => ({ botToken: BOT_TOKEN, apiUrl: slack.apiUrl });

it('the bot token tells what it was granted', async () => {
  const slack = await aSlack();
  slack.tokens.set(BOT_TOKEN, { kind: 'bot', scopes: ['chat:write', 'commands'] });

  expect(await identify(access(slack), silentLog)).toMatchObject({ team: 'Prøve', scopes: ['chat:write', 'commands'] });
});

describe('a channel', () => {
  it('is looked up', async () => {
    const slack = await aSlack();
    slack.channels.set('C0GAMMEL', { member: false, archived: true, name: 'gammel' });
    slack.channels.set('G0LUKKET', { member: true, kind: 'private', name: 'lukket' });

    expect(await channelFacts(access(slack), CHANNEL)).toEqual({
      name: 'samhandling',
      isMember: true,
      isArchived: false,
    });
    expect(await channelFacts(access(slack), 'C0GAMMEL')).toMatchObject({ isMember: false, isArchived: true });
    expect(await channelFacts(access(slack), 'G0LUKKET')).toMatchObject({ name: 'lukket', isMember: true });
  });

  it('that is not there, or that the token may not see, is told in one sentence', async () => {
    const slack = await aSlack();
    await expect(channelFacts(access(slack), 'C0UKJENT')).rejects.toThrow('Jeg finner ikke kanalen');

    slack.tokens.set(BOT_TOKEN, { kind: 'bot', scopes: ['chat:write'] });
    await expect(channelFacts(access(slack), CHANNEL)).rejects.toThrow('Installer den på nytt fra manifest.json');
  });
});

describe('an app token', () => {
  it('is tried without opening a connection', async () => {
    const slack = await aSlack();

    await tryAppToken(APP_TOKEN, slack.apiUrl);

    expect(slack.connections()).toBe(0);
  });

  it.each([
    ['nobody knows', 'xapp-annen', 'Slack godtar ikke SLACK_APP_TOKEN (invalid_auth)'],
    ['is a bot token', BOT_TOKEN, 'SLACK_APP_TOKEN er en nøkkel av feil slag'],
  ])('that %s is told in one sentence', async (_, token, sentence) => {
    const slack = await aSlack();

    await expect(tryAppToken(token, slack.apiUrl)).rejects.toThrow(sentence);
  });
});
