import { createHmac } from 'node:crypto';
import { asText } from './http.ts';
import { SIGNING_SECRET, type SlackObject } from './workspace.ts';

/** How a request is signed. */
export interface Signing {
  /** Signed with another secret than the bot's. */
  readonly forged?: boolean;
  readonly ageSeconds?: number;
}

/** What the bot answered a request. */
interface Acknowledged {
  readonly status: number;
  readonly ack: string;
}

/** Sends a request as Slack does, in a form or (for events) as JSON, signed with the time. */
export async function postSigned(
  to: string,
  fields: SlackObject,
  { forged, ageSeconds = 0 }: Signing = {},
  json = false,
  headers: Readonly<Record<string, string>> = {},
): Promise<Acknowledged> {
  const body = json ? JSON.stringify(fields) : new URLSearchParams(asFields(fields)).toString();
  const timestamp = String(Math.floor(Date.now() / 1000) - ageSeconds);
  const secret = forged ? 'en annen hemmelighet' : SIGNING_SECRET;
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const response = await fetch(to, {
    method: 'POST',
    headers: {
      'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
      ...headers,
    },
    body,
    signal: AbortSignal.timeout(5000),
  });
  return { status: response.status, ack: await response.text() };
}

const MOST_ATTEMPTS = 4;

/** Sends an event, and again up to three times when it is not acknowledged in time with 200. Commands get one attempt. */
export async function postEvent(
  to: string,
  event: SlackObject,
  signing: Signing,
  ackWithinMs: number,
): Promise<Acknowledged> {
  let answer: Acknowledged = { status: 504, ack: '' };
  let reason = '';
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const retry = attempt > 0 ? { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': reason } : {};
    const tooLate = new Promise<null>((resolve) => setTimeout(resolve, ackWithinMs, null).unref());
    const sent = postSigned(to, event, signing, true, retry).catch(() => null);
    const acknowledged = await Promise.race([sent, tooLate]);
    if (acknowledged?.status === 200) return acknowledged;
    reason = acknowledged ? 'http_error' : 'http_timeout';
    answer = acknowledged ?? { status: 504, ack: '' };
  }
  return answer;
}

function asFields(fields: SlackObject): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, asText(value)]));
}
