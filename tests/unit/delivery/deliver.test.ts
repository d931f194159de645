import { describe, expect, it } from 'vitest';
import { deliver } from '#src/delivery/deliver.ts';
import type { Undelivered } from '#src/delivery/failure-report.ts';
import { failureReport } from '#src/delivery/failure-report.ts';
import { NotPosted, type Poster } from '#src/delivery/poster.ts';
import type { Outgoing } from '#src/features/feature.ts';
import { overLimits } from '#src/message/limits.ts';

function aMessage(key: string, ...thread: readonly string[]): Outgoing {
  const message = (text: string) => ({ text, blocks: [] });
  return { key, to: { name: 'Lillevik', slack: 'C1' }, message: message(key), thread: thread.map(message) };
}

/** Posts everywhere, except what a test names. */
function posterThat(failsOn: Readonly<Record<string, unknown>>) {
  const posted: string[] = [];
  const say = (text: string) => {
    if (text in failsOn) throw failsOn[text];
    posted.push(text);
  };
  const poster: Poster = {
    post: async (channel, { text }) => {
      say(text);
      return { channel, ts: '1' };
    },
    reply: async (_, { text }) => say(text),
  };
  return { poster, posted };
}

async function delivered(outgoing: readonly Outgoing[], failsOn: Readonly<Record<string, unknown>> = {}) {
  const { poster, posted } = posterThat(failsOn);
  const said = new Set<string>();
  const failures: Undelivered[] = [];
  const route = { poster, said, admin: null, onFailure: (failure: Undelivered) => void failures.push(failure) };
  return { delivery: await deliver(outgoing, route), posted, said: [...said], failures };
}

describe('a round of messages', () => {
  it('is said in order, details after each message', async () => {
    const { delivery, posted } = await delivered([aMessage('a', 'a1', 'a2'), aMessage('b')]);

    expect(posted).toEqual(['a', 'a1', 'a2', 'b']);
    expect(delivery).toEqual({ sent: 2, skipped: 0, failed: 0 });
  });

  it('says one thing once, also when it is asked for twice in the same round', async () => {
    expect(await delivered([aMessage('a'), aMessage('a')])).toMatchObject({ posted: ['a'], delivery: { skipped: 1 } });
  });

  it('is empty when there is nothing to say', async () => {
    expect(await delivered([])).toMatchObject({ posted: [], delivery: { sent: 0, skipped: 0, failed: 0 } });
  });

  it.each([
    ['refused', []],
    ['uncertain', ['a']],
  ] as const)('remembers a %s message as said: %j', async (certainty, said) => {
    expect(await delivered([aMessage('a')], { a: new NotPosted(certainty, 'grunn') })).toMatchObject({ said });
  });

  it('goes on after a mistake of its own', async () => {
    const { delivery, posted, failures } = await delivered([aMessage('a'), aMessage('b')], { a: new TypeError('x') });

    expect(posted).toEqual(['b']);
    expect(delivery).toMatchObject({ sent: 1, failed: 1 });
    expect(failures).toMatchObject([{ key: 'a', error: { message: 'Noe gikk galt hos meg. Feilen er logget.' } }]);
  });
});

describe('the report to the admin channel', () => {
  it('names who did not get what, as text, and keeps Slack’s limits however many there are', () => {
    const error = new NotPosted('refused', 'Jeg finner ikke kanalen.');
    const failures = Array.from({ length: 400 }, (_, at) => ({
      key: `k${at}`,
      name: `<Enhet ${at}>`,
      part: 'message' as const,
      error,
    }));

    const report = failureReport(failures);

    expect(report.text).toMatch(/^400 meldinger kom ikke fram\n• &lt;Enhet 0&gt;: Jeg finner ikke kanalen\./);
    expect(report.text).toMatch(/… og \d+ til$/);
    expect(overLimits(report)).toEqual([]);
  });
});
