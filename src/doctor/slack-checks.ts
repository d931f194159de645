import { pino } from 'pino';
import type { Config } from '#src/config.ts';
import { oppramsing } from '#src/message/norsk.ts';
import { identify, SlackTrouble } from '#src/slack/identity.ts';
import { missingScopes } from '#src/slack/scopes.ts';
import type { SlackAccess } from '#src/slack/settings.ts';
import { channelFacts, tryAppToken } from '#src/slack/try-settings.ts';
import { type Check, good, mend, unset, type Verdict } from './check.ts';

/** Whether Slack knows the bot, reaches it, and lets it speak where the settings say. Posts nothing. */
export function slackChecks({ slack, port }: Config): readonly Check[] {
  const { botToken, apiUrl } = slack;
  const access = botToken === null ? null : { botToken, apiUrl };
  const channel = (name: string, setting: string, id: string | null, without: string): Check => ({
    name,
    run: async () => {
      if (id === null) return unset(`${setting} er ikke satt: ${without}`);
      return access === null ? unset(`satt, og prøves når ${TOKEN} er satt`) : channelVerdict(access, setting, id);
    },
  });

  return [
    { name: 'Slack', run: async () => (access === null ? NOT_IN_SLACK : tokenVerdict(access)) },
    { name: 'Forbindelse', run: async () => (access === null ? NOT_IN_SLACK : connectionVerdict(slack, port)) },
    channel('Kanal', 'SLACK_CHANNEL', slack.channel, 'ukesstatus sendes ikke'),
    channel('Admin-kanal', 'SLACK_ADMIN_CHANNEL', slack.adminChannel, NO_ADMIN),
  ];
}

const NO_ADMIN =
  'ingen får beskjed når noe går galt, og de første påminnelsene sendes ikke før noen kjører «kjor paaminnelser»';

const TOKEN = 'SLACK_BOT_TOKEN';
const NOT_IN_SLACK = unset(`${TOKEN} er ikke satt: boten er ikke i Slack`);
const REINSTALL = 'Installer appen på nytt fra manifest.json.';

/** What the bot does is told to the one who asked; there is no log to keep. */
const noLog = pino({ level: 'silent' });

async function tokenVerdict(access: SlackAccess): Promise<Verdict> {
  const { team, userName, scopes } = await identify(access, noLog);
  const missing = scopes === null ? [] : missingScopes(scopes);
  if (missing.length === 0) return good(`koblet til «${team}» som ${userName}`);
  const which = `${missing.length === 1 ? 'tillatelsen' : 'tillatelsene'} ${oppramsing(missing)}`;
  return mend(`Koblet til «${team}» som ${userName}, men appen mangler ${which}. ${REINSTALL}`);
}

/** Socket Mode wins when both ways are set, as it does when the bot starts. */
async function connectionVerdict({ appToken, signingSecret, apiUrl }: Config['slack'], port: number): Promise<Verdict> {
  if (appToken !== null) {
    await tryAppToken(appToken, apiUrl);
    return good('Socket Mode: Slack godtar SLACK_APP_TOKEN');
  }
  if (signingSecret === null) {
    return unset('verken SLACK_APP_TOKEN eller SLACK_SIGNING_SECRET er satt: boten svarer ikke i Slack, men kan sende');
  }
  // Only Slack can sign a request, so whether the secret is the right one shows when somebody types a command.
  return good(
    `HTTP: Slack skal nå boten på /slack/events, port ${port}. SLACK_SIGNING_SECRET kan bare prøves fra Slack`,
  );
}

async function channelVerdict(access: SlackAccess, setting: string, id: string): Promise<Verdict> {
  if (!/^[CGD][A-Z0-9]+$/.test(id)) return mend(`${setting} skal være kanalens id, som C0123456789, ikke navnet.`);
  const { name, isMember, isArchived } = await channelFacts(access, id);
  if (isArchived) return mend(`#${name} er arkivert. Velg en annen kanal i ${setting}.`);
  if (!isMember) return mend(`Boten er ikke med i #${name}. Skriv /invite @samhandlingsbot der.`);
  return good(`#${name}, boten er medlem`);
}

/** What Slack says the time is: the `Date` header of any answer. Throws {@link SlackTrouble} when there is no answer. */
export async function askSlackForDate(apiUrl: string): Promise<string | null> {
  try {
    const response = await fetch(new URL('api.test', apiUrl), { method: 'POST', signal: AbortSignal.timeout(10_000) });
    await response.body?.cancel();
    return response.headers.get('date');
  } catch (cause) {
    throw new SlackTrouble('Jeg får ikke spurt Slack hva klokken er. Sjekk nettet og SLACK_API_URL.', { cause });
  }
}
