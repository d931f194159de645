import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { notPosted } from '#src/slack/post-trouble.ts';

const platform = (error: string) => new WebAPIPlatformError({ ok: false, error });
const broken = (code: string) =>
  new WebAPIRequestError(new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) }));

describe('what is known after a post that failed', () => {
  it.each([
    ['not_in_channel', platform('not_in_channel'), 'refused', /inviter|invite/],
    ['a code the bot has no advice for', platform('team_access_not_granted'), 'refused', /team_access_not_granted/],
    ['Slack’s own failure', platform('fatal_error'), 'uncertain', /fatal_error/],
    ['a proxy’s web page', platform('<html>Innlogging kreves</html>'), 'uncertain', /ikke er fra Slack/],
    ['too many requests', new WebAPIRateLimitedError(600), 'refused', /vente for lenge/],
    ['HTTP 502', new WebAPIHTTPError(502, 'Bad Gateway', {}), 'uncertain', /HTTP 502/],
    ['HTTP 404', new WebAPIHTTPError(404, 'Not Found', {}), 'refused', /HTTP 404/],
    ['no server there', broken('ECONNREFUSED'), 'refused', /Sjekk nettet/],
    ['a broken connection', broken('ECONNRESET'), 'uncertain', /brutt/],
    ['a time-out', new WebAPIRequestError(new DOMException('', 'TimeoutError')), 'uncertain', /brutt/],
  ])('with %s', (_, error, certainty, reason) => {
    expect(notPosted(error, 'post')).toMatchObject({ certainty, message: expect.stringMatching(reason) });
  });
});
