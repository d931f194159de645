import { describe, expect, test } from 'vitest';
import { GoogleFailure } from '#src/workbook/google/failure.ts';
import { startAsking } from '#src/workbook/google/patience.ts';
import { hurriedPatience } from '../../../support/google/patience.ts';

const answered = (status: number, error: unknown = {}, retryAfter?: string) => ({
  response: {
    status,
    data: { error },
    headers: new Headers(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
  },
});

/** Fails with these one after the other, then succeeds. */
function failing(...failures: readonly unknown[]) {
  const left = [...failures];
  let made = 0;
  return {
    made: () => made,
    async attempt() {
      made++;
      if (left.length > 0) throw left.shift();
      return 'svar';
    },
  };
}

describe('asks again', () => {
  test.each([
    ['429', answered(429)],
    ['500', answered(500)],
    ['502', answered(502)],
    ['503', answered(503)],
    ['504', answered(504)],
    ['408', answered(408)],
    ['a quota told as 403', answered(403, { errors: [{ reason: 'userRateLimitExceeded' }] })],
    ['a refused connection', { code: 'ECONNREFUSED' }],
    ['an unknown host', { code: 'ENOTFOUND' }],
    ['a broken connection', { code: 'ECONNRESET' }],
    ['a timeout', { code: 'TimeoutError' }],
  ])('after %s', async (_what, failure) => {
    const patience = hurriedPatience();

    expect(await startAsking(patience)(failing(failure).attempt)).toBe('svar');
  });
});

describe('does not ask again', () => {
  test.each([
    ['400', answered(400)],
    ['401', answered(401)],
    ['403', answered(403, { status: 'PERMISSION_DENIED' })],
    ['404', answered(404)],
    ['a refused key', answered(400, 'invalid_grant')],
    ['a fault in the program', new TypeError('x is not a function')],
  ])('after %s', async (_what, failure) => {
    const patience = hurriedPatience();
    const { attempt, made } = failing(failure);

    await expect(startAsking(patience)(attempt)).rejects.toBeInstanceOf(GoogleFailure);
    expect(made()).toBe(1);
    expect(patience.waits).toEqual([]);
  });
});

describe('waits', () => {
  test.each([
    ['half to the whole of a doubling time: shortest', 0, answered(503), [250, 500, 1000, 2000]],
    ['half to the whole of a doubling time: longest', 1, answered(503), [500, 1000, 2000, 4000]],
    ['longer for a quota', 0, answered(429), [2000, 4000, 8000, 16_000]],
    ['at least as long as Google asks', 0, answered(429, {}, '7'), [7000, 7000, 8000, 16_000]],
  ])('%s', async (_what, random, failure, expected) => {
    const patience = hurriedPatience({ random: () => random });

    await startAsking(patience)(failing(failure, failure, failure, failure).attempt);

    expect(patience.waits).toEqual(expected);
  });
});

describe('gives up', () => {
  test('after five tries', async () => {
    const patience = hurriedPatience();
    const { attempt, made } = failing(...Array(9).fill(answered(503)));

    await expect(startAsking(patience)(attempt)).rejects.toMatchObject({ status: 503 });
    expect(made()).toBe(5);
  });

  test('when a minute is spent, however many requests one look needs', async () => {
    const patience = hurriedPatience();
    const ask = startAsking(patience);
    await ask(async () => patience.takes(58_000));

    await expect(ask(failing(answered(429)).attempt)).rejects.toMatchObject({ status: 429 });
    expect(patience.waits).toEqual([]);
  });

  test('a request may take half a minute, but not more than what is left of the minute', async () => {
    const patience = hurriedPatience();
    const ask = startAsking(patience);
    const first = await ask(async (timeout) => timeout);
    patience.takes(45_000);

    expect([first, await ask(async (timeout) => timeout)]).toEqual([30_000, 15_000]);
  });
});

test('a request is given whole milliseconds, since a timer takes no others', async () => {
  const given: number[] = [];

  await startAsking({ ...hurriedPatience(), now: () => 0.3, requestMs: 100.5 })(async (ms) => given.push(ms));

  expect(given).toEqual([100]);
});
