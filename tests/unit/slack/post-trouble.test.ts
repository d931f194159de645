import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { notPosted } from '#src/slack/post-trouble.ts';

const platform = (error: string, more = {}) => new WebAPIPlatformError({ ok: false, error, ...more });
const broken = (code: string) =>
  new WebAPIRequestError(new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) }));

describe('what is known after a post that failed', () => {
  it.each([
    ['a channel the bot is not in', platform('not_in_channel'), 'final', /\/invite @samhandlingsbot/],
    ['a read-only channel', platform('restricted_action_read_only_channel'), 'final', /Be den som styrer kanalen/],
    ['content Slack does not take', platform('invalid_blocks'), 'final', /invalid_blocks/],
    ['a code the bot has no advice for', platform('team_access_not_granted'), 'final', /team_access_not_granted/],
    ['a scope that is missing', platform('missing_scope', { needed: 'im:write' }), 'final', /tillatelsen im:write/],
    [
      'one of several scopes that is missing',
      platform('missing_scope', { needed: 'channels:read,groups:read' }),
      'final',
      /tillatelsen en av channels:read, groups:read/,
    ],
    ['a token that was taken back', platform('token_revoked'), 'final', /SLACK_BOT_TOKEN/],
    ['too many requests', new WebAPIRateLimitedError(600), 'refused', /vente/],
    ['a workspace that is being moved', platform('team_added_to_org'), 'refused', /tilbake/],
    ['no server there', broken('ECONNREFUSED'), 'refused', /Sjekk nettet/],
    ['a name nobody knows just now', broken('EAI_AGAIN'), 'refused', /Sjekk nettet/],
    ['a server that does not answer the door', broken('UND_ERR_CONNECT_TIMEOUT'), 'refused', /Sjekk nettet/],
    ['a proxy that says 403', new WebAPIHTTPError(403, 'Forbidden', {}), 'refused', /HTTP 403/],
    ['HTTP 408', new WebAPIHTTPError(408, 'Request Timeout', {}), 'uncertain', /HTTP 408/],
    ['HTTP 503', new WebAPIHTTPError(503, 'Service Unavailable', {}), 'uncertain', /HTTP 503/],
    ['Slack’s own failure', platform('fatal_error'), 'uncertain', /fatal_error/],
    ['a proxy’s web page', platform('<html>Innlogging kreves</html>'), 'uncertain', /ikke er fra Slack/],
    ['a broken connection', broken('ECONNRESET'), 'uncertain', /brutt/],
    ['a time-out', new WebAPIRequestError(new DOMException('', 'TimeoutError')), 'uncertain', /brutt/],
    ['an answer that broke off', new TypeError('terminated'), 'uncertain', /brutt/],
  ])('with %s', (_, error, certainty, reason) => {
    expect(notPosted(error, 'say')).toMatchObject({ certainty, message: expect.stringMatching(reason) });
  });

  it.each([
    ['platform', platform('is_archived'), 'is_archived'],
    ['HTTP', new WebAPIHTTPError(502, 'Bad Gateway', {}), 'http_502'],
    ['network', broken('ECONNRESET'), 'ECONNRESET'],
    ['proxy', platform('<html>Innlogging kreves</html>'), 'not_from_slack'],
  ])('its code is short and holds no answer: %s', (_, error, code) => {
    expect(notPosted(error, 'say').code).toBe(code);
  });

  it.each([
    ['the time Slack named', new WebAPIRateLimitedError(7), 7000],
    ['the time in a refusal', platform('ratelimited', { response_metadata: { retryAfter: 3 } }), 3000],
    ['half a minute when Slack names no time', platform('rate_limited'), 30_000],
    ['no time at all when it was something else', platform('is_archived'), null],
  ])('one has to wait %s', (_, error, retryAfterMs) => {
    expect(notPosted(error, 'say').retryAfterMs).toBe(retryAfterMs);
  });
});

it.each([
  ['a broken connection', broken('ECONNRESET'), 'refused'],
  ['Slack’s own failure', platform('internal_error'), 'refused'],
  ['a scope that is missing', platform('missing_scope'), 'final'],
])('looking says nothing to anyone, so after %s it may be done again or not at all', (_, error, certainty) => {
  expect(notPosted(error, 'look').certainty).toBe(certainty);
});
