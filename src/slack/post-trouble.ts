import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { type Certainty, NotPosted } from '#src/delivery/poster.ts';
import { errorCode } from '../error-facts.ts';
import { networkCode } from './logger.ts';
import { refusalAdvice, refusalKind } from './refusal-codes.ts';

/** How long to wait when Slack asks for patience without saying how much. */
export const DEFAULT_WAIT_MS = 30_000;

/** Failures that come before a request has left the machine. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * Translates a failed call, for people and into what is known about what was to be done.
 * @param purpose looking and opening a conversation say nothing to anyone, so they can always be done again
 */
export function notPosted(error: unknown, purpose: 'say' | 'look'): NotPosted {
  const { certainty, code, reason, retryAfterMs } = judge(error);
  const known = purpose === 'look' && certainty === 'uncertain' ? 'refused' : certainty;
  return new NotPosted(known, code, reason, { cause: error, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });
}

interface Judgement {
  readonly certainty: Certainty;
  readonly code: string;
  readonly reason: string;
  readonly retryAfterMs?: number;
}

function judge(error: unknown): Judgement {
  if (error instanceof WebAPIRateLimitedError) return tooMany('ratelimited', error.retryAfter * 1000);
  if (error instanceof WebAPIPlatformError) return judgePlatformError(error.data);
  if (error instanceof WebAPIHTTPError) return judgeStatus(error.statusCode);
  const code = networkCode(error);
  if (NEVER_SENT.has(code ?? '')) {
    return { certainty: 'refused', code: code ?? '', reason: 'Jeg fikk ikke kontakt med Slack. Sjekk nettet.' };
  }
  const broken = code ?? errorCode(error) ?? (error instanceof Error ? error.name : 'unknown');
  return { certainty: 'uncertain', code: broken, reason: 'Forbindelsen med Slack ble brutt før jeg fikk svar.' };
}

/**
 * Slack answers with 200 and 429 only. 5xx may come after the work was done; 408 too, since it tells of a time limit. The
 * rest of 4xx is from something on the way, such as a proxy, which has kept the request from Slack.
 */
function judgeStatus(status: number): Judgement {
  const certainty = status >= 400 && status < 500 && status !== 408 ? 'refused' : 'uncertain';
  return { certainty, code: `http_${status}`, reason: `Slack svarte med feil (HTTP ${status}).` };
}

function judgePlatformError(data: WebAPIPlatformError['data']): Judgement {
  const { error: code, response_metadata } = data;
  const fallback = `Slack tok ikke imot dette (${code}). Feilen er logget.`;
  switch (refusalKind(code)) {
    case 'not-slack':
      return { certainty: 'uncertain', code: 'not_from_slack', reason: 'Jeg fikk et svar som ikke er fra Slack.' };
    case 'half-done':
      return { certainty: 'uncertain', code, reason: `Slack har problemer nå (${code}).` };
    case 'too-many':
      return tooMany(code, seconds(response_metadata?.retryAfter));
    case 'moving':
      return { certainty: 'refused', code, reason: 'Slack flytter arbeidsområdet nå, og er snart tilbake.' };
    case 'final':
      return { certainty: 'final', code, reason: missingScope(data) ?? refusalAdvice(code) ?? fallback };
  }
}

function tooMany(code: string, retryAfterMs = DEFAULT_WAIT_MS): Judgement {
  return { certainty: 'refused', code, reason: 'Slack ba meg vente litt.', retryAfterMs: Math.max(0, retryAfterMs) };
}

function seconds(value: unknown): number | undefined {
  return typeof value === 'number' ? value * 1000 : undefined;
}

/** Slack names what was missing, which spares the one who mends it a search. */
function missingScope(data: WebAPIPlatformError['data']): string | null {
  const needed = 'needed' in data ? data.needed : null;
  if (data.error !== 'missing_scope' || typeof needed !== 'string' || !/^[\w:.,]+$/.test(needed)) return null;
  const [first, ...others] = needed.split(',');
  const which = others.length === 0 ? first : `en av ${needed.replaceAll(',', ', ')}`;
  return `Appen mangler tillatelsen ${which}. Installer den på nytt fra manifest.json.`;
}
