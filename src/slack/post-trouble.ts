import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { NotPosted } from '#src/delivery/poster.ts';
import { networkCode } from './logger.ts';

/** What a person can do about Slack's most common refusals. */
const ADVICE: Readonly<Record<string, string>> = {
  not_in_channel: 'Jeg er ikke invitert i kanalen. Skriv `/invite @samhandlingsbot` der.',
  channel_not_found: 'Jeg finner ikke kanalen. Sjekk id-en, og inviter meg hvis kanalen er privat.',
  is_archived: 'Kanalen er arkivert. Velg en annen kanal.',
  restricted_action: 'Kanalen tar ikke imot meldinger fra meg. Be den som styrer kanalen, om å åpne for det.',
  user_not_found: 'Personen finnes ikke i Slack. Rett Slack-id-en i fanen Kontakter.',
  user_disabled: 'Personen er ikke lenger aktiv i Slack. Rett Slack-id-en i fanen Kontakter.',
  user_not_visible: 'Jeg kan ikke skrive til denne personen. Rett Slack-id-en i fanen Kontakter.',
  missing_scope: 'Appen mangler en tillatelse. Installer den på nytt fra manifest.json.',
  invalid_auth: 'Slack godtar ikke SLACK_BOT_TOKEN.',
  token_revoked: 'Slack godtar ikke SLACK_BOT_TOKEN: nøkkelen er trukket tilbake.',
  account_inactive: 'Slack godtar ikke SLACK_BOT_TOKEN: appen er ikke lenger installert.',
};

/** Slack says itself that some of the work may have been done when it answers with one of these. */
const HALF_DONE = new Set(['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable']);

/** Failures that come before a request has left the machine. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/**
 * Translates a failed call, for people and into what is known about the message.
 * @param purpose opening a conversation says nothing to anyone, so it can always be done again
 */
export function notPosted(error: unknown, purpose: 'open' | 'post'): NotPosted {
  const { certainty, reason } = judge(error);
  return new NotPosted(purpose === 'open' ? 'refused' : certainty, reason, { cause: error });
}

interface Judgement {
  readonly certainty: NotPosted['certainty'];
  readonly reason: string;
}

function judge(error: unknown): Judgement {
  if (error instanceof WebAPIRateLimitedError) {
    return { certainty: 'refused', reason: 'Slack ba meg vente for lenge. Prøv igjen senere.' };
  }
  if (error instanceof WebAPIPlatformError) return judgePlatformError(error.data.error);
  if (error instanceof WebAPIHTTPError) {
    const certainty = error.statusCode >= 500 ? 'uncertain' : 'refused';
    return { certainty, reason: `Slack svarte med feil (HTTP ${error.statusCode}).` };
  }
  if (NEVER_SENT.has(networkCode(error) ?? '')) {
    return { certainty: 'refused', reason: 'Jeg fikk ikke kontakt med Slack. Sjekk nettet.' };
  }
  return { certainty: 'uncertain', reason: 'Forbindelsen med Slack ble brutt før jeg fikk svar.' };
}

function judgePlatformError(code: string): Judgement {
  // Anything but a code, such as a proxy's web page, does not tell whether Slack got the message.
  if (!/^\w{1,60}$/.test(code)) return { certainty: 'uncertain', reason: 'Jeg fikk et svar som ikke er fra Slack.' };
  const fallback = `Slack tok ikke imot meldingen (${code}). Feilen er logget.`;
  return { certainty: HALF_DONE.has(code) ? 'uncertain' : 'refused', reason: ADVICE[code] ?? fallback };
}
