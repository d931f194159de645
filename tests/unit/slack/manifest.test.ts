import { describe, expect, it } from 'vitest';
import { loadAll, SLASH_COMMANDS } from '#src/features/index.ts';
import { manifestJson, slackManifest } from '#src/slack/manifest.ts';
import { missingScopes } from '#src/slack/scopes.ts';
import manifest from '../../../manifest.json' with { type: 'json' };

const { commands } = await loadAll();

describe('the app manifest', () => {
  it('is manifest.json; after a change, write it with `npx vitest run tests/unit/slack/manifest.test.ts -u`', async () => {
    await expect(manifestJson(commands)).toMatchFileSnapshot('../../../manifest.json');
  });

  it('lists the commands that can be asked in Slack, and no others', () => {
    expect(SLASH_COMMANDS).toEqual(commands.flatMap(({ slash }) => slash ?? []));
    const { slash_commands } = slackManifest(commands).features;

    expect(slash_commands.map(({ command }) => command)).toEqual(['/kapasitet', '/tiltak', '/kpi', '/handlingsplan']);
  });

  it('says that every command has help', () => {
    const { slash_commands } = slackManifest(commands).features;

    expect(slash_commands.filter(({ usage_hint }) => !usage_hint.endsWith('hjelp'))).toEqual([]);
  });

  it('asks for no more than the code uses', () => {
    expect(slackManifest(commands).oauth_config.scopes.bot).toEqual([
      ...['chat:write', 'commands', 'im:write'],
      // What was said is looked for before it is said again, wherever the bot speaks.
      ...['im:history', 'channels:history', 'groups:history'],
      ...['channels:read', 'groups:read', 'users:read', 'users:read.email'],
    ]);
  });

  it('asks for all that the bot misses when it is not granted', () => {
    const { bot } = manifest.oauth_config.scopes;

    expect(missingScopes([])).toEqual(bot);
    expect(missingScopes([...bot, 'files:write'])).toEqual([]);
    expect(missingScopes(bot.filter((scope) => scope !== 'im:history'))).toEqual(['im:history']);
  });

  it('keeps to what Slack accepts', () => {
    const { display_information, features } = slackManifest(commands);

    expect(display_information.name.length).toBeLessThanOrEqual(35);
    expect(display_information.description.length).toBeLessThanOrEqual(140);
    expect(features.bot_user.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
    for (const { command, description, usage_hint } of features.slash_commands) {
      expect(command).toMatch(/^\/[a-z0-9_-]{1,31}$/);
      expect(description.length).toBeLessThanOrEqual(2000);
      expect(usage_hint.length).toBeLessThanOrEqual(1000);
    }
  });
});
