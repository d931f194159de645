import type { Config } from '#src/config.ts';
import { oppramsing } from '#src/message/norsk.ts';
import { good, unset, type Verdict } from './check.ts';

/** Which settings are set, by name. Their values are not told: some are secret, and the other checks show the rest. */
export function settingsVerdict(config: Config): Verdict {
  const set = SETTINGS.filter(([, isSet]) => isSet(config)).map(([name]) => name);
  if (set.length === 0) {
    return unset('ingenting er satt, så boten kjører som prøve i terminalen. Kopier .env.example til .env og fyll ut.');
  }
  return good(`satt: ${oppramsing(set)}`);
}

const SETTINGS: readonly (readonly [name: string, isSet: (config: Config) => boolean])[] = [
  ['HANDLINGSPLAN', ({ handlingsplan }) => handlingsplan !== null],
  ['KAPASITET', ({ kapasitet }) => kapasitet !== null],
  ['GOOGLE_APPLICATION_CREDENTIALS', ({ google }) => google.credentialsFile !== null],
  ['GOOGLE_API_ROOT', ({ google }) => google.apiRoot !== null],
  ['SLACK_BOT_TOKEN', ({ slack }) => slack.botToken !== null],
  ['SLACK_APP_TOKEN', ({ slack }) => slack.appToken !== null],
  ['SLACK_SIGNING_SECRET', ({ slack }) => slack.signingSecret !== null],
  ['SLACK_CHANNEL', ({ slack }) => slack.channel !== null],
  ['SLACK_ADMIN_CHANNEL', ({ slack }) => slack.adminChannel !== null],
  ['DATABASE_URL', ({ databaseUrl }) => databaseUrl !== null],
  ['PUBLIC_URL', ({ publicUrl }) => publicUrl !== null],
  ['WRITE_BACK', ({ writeBack }) => writeBack],
];
