import { describe, expect, it } from 'vitest';
import { readConfig } from '#src/config.ts';

describe('settings', () => {
  it('are a trial with the example when nothing is set', async () => {
    expect(await readConfig({})).toEqual({
      handlingsplan: null,
      kapasitet: null,
      google: { credentialsFile: null, apiRoot: null },
      slack: {
        botToken: null,
        appToken: null,
        signingSecret: null,
        apiUrl: 'https://slack.com/api/',
        channel: null,
        adminChannel: null,
      },
      port: 3000,
      pollSeconds: 20,
      publicUrl: null,
      writeBack: false,
      databaseUrl: null,
    });
  });

  it('are read as they are set, without the blanks around them', async () => {
    const env = {
      HANDLINGSPLAN: ' plan.xlsx ',
      KAPASITET: 'plasser',
      GOOGLE_APPLICATION_CREDENTIALS: 'nokkel.json',
      GOOGLE_API_ROOT: 'http://127.0.0.1:8080/',
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_SIGNING_SECRET: 'hemmelig',
      SLACK_API_URL: 'http://127.0.0.1:8081/api/',
      SLACK_CHANNEL: 'C0SAMHANDLING',
      SLACK_ADMIN_CHANNEL: 'C0ADMIN',
      PORT: '0',
      POLL_SECONDS: '5',
      PUBLIC_URL: 'https://bot.eksempel.no',
      WRITE_BACK: 'on',
      DATABASE_URL: 'postgres://db/bot',
    };

    expect(await readConfig(env)).toEqual({
      handlingsplan: 'plan.xlsx',
      kapasitet: 'plasser',
      google: { credentialsFile: 'nokkel.json', apiRoot: 'http://127.0.0.1:8080/' },
      slack: {
        botToken: 'xoxb-1',
        appToken: 'xapp-1',
        signingSecret: 'hemmelig',
        apiUrl: 'http://127.0.0.1:8081/api/',
        channel: 'C0SAMHANDLING',
        adminChannel: 'C0ADMIN',
      },
      port: 0,
      pollSeconds: 5,
      publicUrl: 'https://bot.eksempel.no',
      writeBack: true,
      databaseUrl: 'postgres://db/bot',
    });
  });

  it('that others have put in the environment are none of ours', async () => {
    expect(await readConfig({ HOME: '/', SLACK_TEAM: 'x' })).toEqual(await readConfig({}));
  });

  it.each([
    [{ PORT: '3000.5' }, /^PORT skal være et helt tall fra 0 til 65535\.$/],
    [{ POLL_SECONDS: '86401' }, /^POLL_SECONDS skal være et helt tall fra 1 til 86400\.$/],
    [{ WRITE_BACK: 'true' }, /^WRITE_BACK skal være «on» eller «off»\.$/],
    [{ SLACK_BOT_TOKEN: 'xapp-1' }, /^SLACK_BOT_TOKEN skal begynne med «xoxb-»\./],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xoxb-1' }, /^SLACK_APP_TOKEN skal begynne med «xapp-»\./],
    [{ SLACK_API_URL: 'https://slack.example/api' }, /^SLACK_API_URL skal slutte på «\/api\/»\.$/],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, /^SLACK_BOT_TOKEN mangler\./],
    [{ DATABASE_URL: 'bot.sqlite' }, /^DATABASE_URL skal begynne med «file:» eller «postgres:\/\/»\.$/],
    [{ HELSEFELLESSKAP: 'flere.json' }, /^HELSEFELLESSKAP er ikke med i denne utgaven\./],
    [{ PORT: 'a', POLL_SECONDS: 'b' }, /^PORT .*\nPOLL_SECONDS .*$/],
  ])('%j is refused', async (env, message) => {
    await expect(readConfig(env)).rejects.toMatchObject({
      name: 'ConfigError',
      message: expect.stringMatching(message),
    });
  });
});
