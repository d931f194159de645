import { expect, it } from 'vitest';
import { clockVerdict } from '#src/doctor/clock-check.ts';

const SLACK_SAYS = 'Mon, 03 Jun 2024 06:00:00 GMT';
const slackTime = Date.parse(SLACK_SAYS);

function whenOff(ms: number) {
  return clockVerdict(
    async () => SLACK_SAYS,
    () => slackTime + ms,
  );
}

it.each([0, 59_000, -59_000, 500])('%i ms off is near enough', async (ms) => {
  expect(await whenOff(ms)).toMatchObject({ mark: 'good' });
});

it.each([
  [90_000, '90 sekunder for fort'],
  [-90_000, '90 sekunder for sent'],
  [20 * 60_000, '20 minutter for fort'],
])('%i ms off is to be mended', async (ms, words) => {
  expect(await whenOff(ms)).toMatchObject({ mark: 'mend', message: expect.stringContaining(words) });
});

it('a slow answer is not taken for a wrong clock', async () => {
  const times = [slackTime - 9000, slackTime + 100_000];

  const verdict = await clockVerdict(
    async () => SLACK_SAYS,
    () => times.shift() ?? Number.NaN,
  );

  expect(verdict).toMatchObject({ mark: 'good' });
});

it.each([null, 'i går'])('%j tells nothing, and that is said', async (header) => {
  expect(
    await clockVerdict(
      async () => header,
      () => slackTime,
    ),
  ).toMatchObject({ mark: 'mend' });
});
