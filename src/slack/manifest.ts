import type { Command } from '#src/features/feature.ts';
import { BOT_SCOPES } from './scopes.ts';

/** The parts of a command that a workspace shows people. */
export type ManifestCommand = Pick<Command, 'slash' | 'description' | 'usage'>;

/**
 * The app manifest that creates the Slack app (docs.slack.dev, «App manifests»). Made for Socket Mode; over HTTP the
 * request URLs are filled in by whoever runs the bot, who knows the address.
 */
export function slackManifest(commands: readonly ManifestCommand[]) {
  return {
    display_information: {
      name: 'Samhandlingsbot',
      description: 'Handlingsplan, KPI-er og ledige korttidsplasser for helsefellesskapet',
      background_color: '#0b4f6c',
    },
    features: {
      // Without the messages tab Slack refuses what the bot writes to a person (messages_tab_disabled).
      app_home: { home_tab_enabled: false, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      bot_user: { display_name: 'samhandlingsbot', always_online: true },
      slash_commands: commands.flatMap(({ slash, description, usage }) =>
        slash ? [{ command: slash, description, usage_hint: usageHint(usage), should_escape: false }] : [],
      ),
    },
    oauth_config: { scopes: { bot: Object.keys(BOT_SCOPES) } },
    settings: {
      interactivity: { is_enabled: true },
      org_deploy_enabled: false,
      socket_mode_enabled: true,
      token_rotation_enabled: false,
    },
  };
}

/** Every command answers «hjelp» too. */
function usageHint(usage: string): string {
  return usage === '' ? 'hjelp' : `${usage} | hjelp`;
}

/** The text of `manifest.json`. */
export function manifestJson(commands: readonly ManifestCommand[]): string {
  return `${JSON.stringify(slackManifest(commands), null, 2)}\n`;
}
