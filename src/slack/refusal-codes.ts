/** Slack says itself that some of the work may have been done when it answers with one of these (docs.slack.dev, chat.postMessage). */
const HALF_DONE = new Set(['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable']);

/** Too much was asked of Slack, and nothing was done. */
const TOO_MANY = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);

/** The workspace is being moved, and comes back by itself. */
const MOVING = new Set(['team_added_to_org', 'org_login_required']);

/** What an answer that is not «ok» says about the work it refused. */
export type RefusalKind = 'half-done' | 'too-many' | 'moving' | 'final' | 'not-slack';

export function refusalKind(code: string): RefusalKind {
  // A proxy's web page arrives as a code too.
  if (!/^\w{1,60}$/.test(code)) return 'not-slack';
  if (HALF_DONE.has(code)) return 'half-done';
  if (TOO_MANY.has(code)) return 'too-many';
  return MOVING.has(code) ? 'moving' : 'final';
}

/** Whether a code is about Slack's own health, and not about what was asked for or with which token. */
export function isPassing(code: string): boolean {
  return ['half-done', 'too-many', 'moving'].includes(refusalKind(code));
}

/** What a person can do about a refusal, in Norwegian; null when there is no better advice than to look in the log. */
export function refusalAdvice(code: string): string | null {
  if (code.startsWith('restricted_action')) return ADVICE.restricted_action ?? null;
  return ADVICE[code] ?? null;
}

const WRONG_TOKEN = 'Slack godtar ikke SLACK_BOT_TOKEN. Sjekk at nøkkelen er kopiert helt.';
const WRONG_PERSON = 'Rett Slack-id-en i fanen Kontakter.';

const ADVICE: Readonly<Record<string, string>> = {
  not_in_channel: 'Jeg er ikke invitert i kanalen. Skriv `/invite @samhandlingsbot` der.',
  channel_not_found: 'Jeg finner ikke kanalen. Sjekk id-en, og inviter meg hvis kanalen er privat.',
  is_archived: 'Kanalen er arkivert. Velg en annen kanal.',
  restricted_action: 'Kanalen tar ikke imot meldinger fra meg. Be den som styrer kanalen, om å åpne for det.',
  ekm_access_denied: 'Den som styrer Slack, har stengt kanalen for meldinger.',
  thread_not_found: 'Meldingen som tråden hører til, er slettet.',
  cannot_reply_to_message: 'Meldingen som tråden hører til, kan ikke få svar.',
  messages_tab_disabled: 'Appen kan ikke skrive til personer ennå. Oppdater den fra manifest.json.',
  user_not_found: `Personen finnes ikke i Slack. ${WRONG_PERSON}`,
  user_disabled: `Personen er ikke lenger aktiv i Slack. ${WRONG_PERSON}`,
  user_not_visible: `Jeg kan ikke skrive til denne personen. ${WRONG_PERSON}`,
  missing_scope: 'Appen mangler en tillatelse. Installer den på nytt fra manifest.json.',
  invalid_auth: WRONG_TOKEN,
  not_authed: WRONG_TOKEN,
  token_expired: 'Slack godtar ikke SLACK_BOT_TOKEN: nøkkelen er gått ut.',
  token_revoked: 'Slack godtar ikke SLACK_BOT_TOKEN: nøkkelen er trukket tilbake.',
  account_inactive: 'Slack godtar ikke SLACK_BOT_TOKEN: appen er ikke lenger installert.',
  unknown_method: 'Slack kjenner ikke kallet. Sjekk SLACK_API_URL.',
};
