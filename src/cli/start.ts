import type { Config } from '../config.ts';
import type { SlackSettings } from '../slack/settings.ts';
import { type Arguments, UsageError } from './arguments.ts';
import type { Surroundings } from './run.ts';

/** Starts the bot: in Slack when the settings say how, else in the terminal for trying out. */
export async function start(
  args: Arguments,
  readSettings: () => Promise<Config>,
  surroundings: Surroundings,
): Promise<number> {
  const config = await readSettings();
  if (config.helsefellesskap !== null) {
    throw new UsageError(
      'HELSEFELLESSKAP er ikke med i denne utgaven. Sett HANDLINGSPLAN og KAPASITET for ett helsefellesskap i stedet.',
    );
  }
  const { botToken, appToken, signingSecret } = config.slack;
  if (botToken === null) {
    const { tryOut } = await import('./try-out.ts');
    return tryOut(config, args, surroundings);
  }
  const connection = connectionOf(appToken, signingSecret);
  if (connection === null) {
    throw new UsageError(
      'SLACK_BOT_TOKEN er satt, men ikke hvordan Slack når boten. Sett SLACK_APP_TOKEN (Socket Mode) eller SLACK_SIGNING_SECRET (HTTP).',
    );
  }
  const { serve } = await import('./serve.ts');
  return serve(config, { botToken, apiUrl: config.slack.apiUrl, port: config.port, connection }, args, surroundings);
}

/** Socket Mode wins when both are set: then PORT serves health only. */
function connectionOf(appToken: string | null, signingSecret: string | null): SlackSettings['connection'] | null {
  if (appToken !== null) return { kind: 'socket', appToken };
  return signingSecret === null ? null : { kind: 'http', signingSecret };
}
