import type { Config } from '../config.ts';
import type { SlackSettings } from '../slack/settings.ts';
import type { Arguments } from './arguments.ts';
import type { Surroundings } from './run.ts';

/** Starts the bot: in Slack when the settings say how to meet it there, else in the terminal for trying out. */
export async function start(config: Config, args: Arguments, surroundings: Surroundings): Promise<number> {
  const settings = slackSettings(config);
  if (settings === null) {
    const { tryOut } = await import('./try-out.ts');
    return tryOut(config, args, surroundings);
  }
  const { serve } = await import('./serve.ts');
  return serve(config, settings, args, surroundings);
}

/** Null when Slack is not to be met. Socket Mode wins when both ways are set: then PORT serves health only. */
function slackSettings({ slack, port }: Config): SlackSettings | null {
  const { botToken, appToken, signingSecret, apiUrl } = slack;
  if (botToken === null) return null;
  if (appToken !== null) return { botToken, apiUrl, port, connection: { kind: 'socket', appToken } };
  if (signingSecret !== null) return { botToken, apiUrl, port, connection: { kind: 'http', signingSecret } };
  return null;
}
