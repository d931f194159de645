import { describe, expect, test } from 'vitest';
import type { Outbox, OutboxRow } from '#src/store/outbox.ts';
import { aMessage, aSent, HELSEFELLESSKAP, HOUR, STORE_KINDS, sayAll, useStores } from '../support/store.ts';

const ALL = { helsefellesskap: HELSEFELLESSKAP };

describe.each(STORE_KINDS)('the outbox in %s', (_name, start) => {
  const stores = useStores(start);

  describe('planning', () => {
    test('gives the rows in the order given, each message once', async () => {
      const { outbox } = await stores.open();

      const rows = await outbox.plan([aMessage('B'), aMessage('A'), aMessage('B')], 10);

      expect(rows.map(({ recipient }) => recipient)).toEqual(['B', 'A', 'B']);
      expect(rows[0]).toEqual(rows[2]);
      expect(rows[0]).toMatchObject({ status: 'planned', part: 0, attempts: 0, nextAt: 10, channel: null, ts: null });
      expect(await outbox.count(ALL)).toEqual({ planned: 2 });
    });

    test('leaves what is there as it is', async () => {
      const { outbox } = await stores.open();
      const [sent, sending, failed] = await planned(outbox, ['A', 'B', 'C']);
      await outbox.begin(sent, 11, 'C1', HOUR);
      await outbox.sent(sent, aSent());
      await outbox.begin(sending, 11, 'C1', HOUR);
      await outbox.fail(failed, 12, 'timeout', false);

      const again = await outbox.plan(
        ['A', 'B', 'C'].map((to) => aMessage(to)),
        500,
      );

      expect(again.map(({ id, status }) => [id, status])).toEqual([
        [sent.id, 'sent'],
        [sending.id, 'sending'],
        [failed.id, 'failed'],
      ]);
    });

    test('plans anew what failed and was certainly not said', async () => {
      const { outbox } = await stores.open();
      const [row] = await planned(outbox, ['A']);
      await outbox.fail(row, 12, 'not_in_channel', true);

      const [again] = await outbox.plan([aMessage('A', { expiresAt: 77, lookFirst: true })], 500);

      expect(again).toMatchObject({ id: row.id, status: 'planned', nextAt: 500, expiresAt: 77, lookFirst: true });
      expect(await outbox.due(ALL, 500, 9)).toEqual([again]);
    });

    test('plans anew the replies that failed, and no other', async () => {
      const { outbox } = await stores.open();
      const [head] = await planned(outbox, ['A']);
      await outbox.sent(head, aSent({ threadParts: 3 }));
      for (const unsaid of [true, false]) await outbox.fail(await first(outbox, 20), 30, 'is_archived', unsaid);
      await outbox.sent(await first(outbox, 20), aSent({ threadParts: 3 }));

      const [row] = await outbox.plan([aMessage('A')], 500);

      expect(row).toMatchObject({ part: 0, status: 'sent' });
      expect(await outbox.count(ALL)).toEqual({ sent: 2, failed: 1, planned: 1 });
      expect(await first(outbox, 500)).toMatchObject({ part: 1, threadTs: aSent().ts, nextAt: 500 });
    });

    test('is one commit, however much there is', async () => {
      let commits = 0;
      const { outbox } = await stores.open({ onCommit: () => (commits += 1) });
      commits = 0;

      const rows = await outbox.plan(many(1000), 10);

      expect(commits).toBe(1);
      expect(rows.map(({ recipient }) => recipient)).toEqual(many(1000).map(({ recipient }) => recipient));
    });

    test('of nothing is nothing', async () => {
      const { outbox } = await stores.open();

      expect(await outbox.plan([], 10)).toEqual([]);
      expect(await outbox.nextAt(ALL)).toBeNull();
    });

    test('by two at once plans each message once', async () => {
      const url = await stores.fresh();
      const [one, other] = [await stores.open({ url }), await stores.open({ url })];

      const [mine, theirs] = await Promise.all([one.outbox.plan(many(50), 10), other.outbox.plan(many(50), 10)]);

      expect(mine).toHaveLength(50);
      expect(theirs.map(({ id }) => id)).toEqual(mine.map(({ id }) => id));
    });
  });

  describe('what is due', () => {
    test('comes in the order it was planned, one for each recipient', async () => {
      const { outbox } = await stores.open();
      await outbox.plan([aMessage('B'), aMessage('A')], 10);
      await outbox.plan([aMessage('A', { job: 'ukesstatus' }), aMessage('C')], 10);

      expect(names(await outbox.due(ALL, 10, 9))).toEqual(['paaminnelser:B', 'paaminnelser:A', 'paaminnelser:C']);
      expect(names(await outbox.due(ALL, 10, 2))).toEqual(['paaminnelser:B', 'paaminnelser:A']);
      expect(names(await outbox.due(ALL, 10, 9, ['B', 'C']))).toEqual(['paaminnelser:A']);
    });

    test('waits until its time, and keeps its recipient waiting meanwhile', async () => {
      const { outbox } = await stores.open();
      await outbox.plan([aMessage('A'), aMessage('B'), aMessage('A', { job: 'ukesstatus' })], 10);
      await outbox.postpone(await first(outbox, 10), 60, 'ratelimited');

      expect(names(await outbox.due(ALL, 59, 9))).toEqual(['paaminnelser:B']);
      expect(names(await outbox.due(ALL, 60, 9))).toEqual(['paaminnelser:A', 'paaminnelser:B']);
    });

    test('is nothing before it is planned, and of no other helsefellesskap or job', async () => {
      const { outbox } = await stores.open();
      await outbox.plan([aMessage('A'), aMessage('A', { job: 'ukesstatus' })], 10);
      await outbox.plan([aMessage('A', { helsefellesskap: 'Innlandet' })], 10);

      expect(await outbox.due(ALL, 9, 9)).toEqual([]);
      expect(await outbox.due(ALL, 10, 9)).toHaveLength(1);
      expect(names(await outbox.due({ ...ALL, jobs: ['ukesstatus'] }, 10, 9))).toEqual(['ukesstatus:A']);
      expect(await outbox.due({ ...ALL, jobs: [] }, 10, 9)).toEqual([]);
    });

    test('is a thread before the next message to the same recipient', async () => {
      const store = await stores.open();
      await store.outbox.plan([aMessage('A'), aMessage('A', { job: 'ukesstatus' }), aMessage('B')], 10);

      const said = await sayAll(store, 20, ({ job, recipient }) =>
        recipient === 'A' && job === 'paaminnelser' ? 2 : 0,
      );

      expect(said).toEqual([
        'paaminnelser:A:0',
        'paaminnelser:A:1',
        'paaminnelser:A:2',
        'ukesstatus:A:0',
        'paaminnelser:B:0',
      ]);
    });

    test('is looked for when it may have been said and nothing more is heard of it', async () => {
      const { outbox } = await stores.open();
      const [row] = await planned(outbox, ['A']);
      await outbox.begin(row, 10, 'C1', 40);

      expect(await outbox.due(ALL, 39, 9)).toEqual([]);
      expect(await outbox.due(ALL, 40, 9)).toMatchObject([
        { id: row.id, status: 'sending', attempts: 1, channel: 'C1' },
      ]);
    });

    test('is known beforehand', async () => {
      const { outbox } = await stores.open();
      const [a, b] = await planned(outbox, ['A', 'B']);
      await outbox.plan([aMessage('A', { job: 'ukesstatus' })], 10);
      await outbox.postpone(a, 70, 'timeout');
      await outbox.begin(b, 10, 'C1', 60);

      expect(await outbox.nextAt(ALL)).toBe(60);
      expect(await outbox.nextAt({ ...ALL, jobs: ['ukesstatus'] })).toBe(10);
      expect(await outbox.nextAt({ helsefellesskap: 'Innlandet' })).toBeNull();
    });
  });

  describe('saying', () => {
    test('is begun by one only', async () => {
      const url = await stores.fresh();
      const [one, other] = [await stores.open({ url }), await stores.open({ url })];
      const rows = await one.outbox.plan(many(25), 10);

      const begun = await Promise.all(
        rows.map((row) => Promise.all([one, other].map(({ outbox }) => outbox.begin(row, 11, 'C1', HOUR)))),
      );

      expect(begun.map((both) => both.filter(Boolean).length)).toEqual(rows.map(() => 1));
    });

    test('is begun anew by one only, when it was looked for and not found', async () => {
      const { outbox } = await stores.open();
      const [row] = await planned(outbox, ['A']);
      await outbox.begin(row, 10, 'C1', 40);
      const seen = await first(outbox, 40);

      expect(await outbox.begin(seen, 41, 'C2', 80)).toBe(true);
      expect(await outbox.begin(seen, 41, 'C2', 80)).toBe(false);
      expect(await outbox.begin(row, 41, 'C1', 80)).toBe(false);
      expect(await first(outbox, 80)).toMatchObject({ attempts: 2, firstTriedAt: 10, channel: 'C2', nextAt: 80 });
    });

    test('costs two commits', async () => {
      let commits = 0;
      const { outbox } = await stores.open({ onCommit: () => (commits += 1) });
      const [row] = await planned(outbox, ['A']);
      commits = 0;

      await outbox.begin(row, 10, 'C1', 40);
      await outbox.sent(row, aSent({ threadParts: 4 }));

      expect(commits).toBe(2);
      expect(await outbox.count(ALL)).toEqual({ sent: 1, planned: 4 });
    });

    test('plans a thread where the message stands, once', async () => {
      const { outbox } = await stores.open();
      const [row] = await planned(outbox, ['A']);
      await outbox.begin(row, 10, 'C1', 40);
      const sent = aSent({ at: 20, channel: 'C7', ts: '7.7', saidAt: 15, threadParts: 2 });
      await outbox.sent(row, sent);
      await outbox.sent(row, { ...sent, ts: '8.8' });

      expect(await outbox.count(ALL)).toEqual({ sent: 1, planned: 2 });
      expect(await first(outbox, 20)).toMatchObject({
        part: 1,
        threadTs: '7.7',
        channel: 'C7',
        nextAt: 20,
        attempts: 0,
      });
      expect(await outbox.plan([aMessage('A')], 30)).toMatchObject([{ status: 'sent', ts: '7.7', saidAt: 15 }]);
    });

    test('plans the replies a thread has got since', async () => {
      const { outbox } = await stores.open();
      const [head] = await planned(outbox, ['A']);
      await outbox.sent(head, aSent({ ts: '7.7', threadParts: 1 }));
      await outbox.sent(await first(outbox, 20), aSent({ ts: '7.8', threadParts: 3 }));

      expect(await outbox.count(ALL)).toEqual({ sent: 2, planned: 2 });
      expect(await first(outbox, 20)).toMatchObject({ part: 2, threadTs: '7.7' });
    });

    test('that is uncertain stays so until it is looked for', async () => {
      const { outbox } = await stores.open();
      const [row] = await planned(outbox, ['A']);
      await outbox.begin(row, 10, 'C1', 40);
      await outbox.unsure(row, 90, 'timeout');

      expect(await outbox.due(ALL, 89, 9)).toEqual([]);
      expect(await first(outbox, 90)).toMatchObject({ status: 'sending', code: 'timeout', attempts: 1 });
    });

    test.each(['withdrawn', 'expired'] as const)('that is %s is over, and lets the next come', async (status) => {
      const { outbox } = await stores.open();
      const [row] = await outbox.plan([aMessage('A'), aMessage('A', { job: 'ukesstatus' })], 10);
      if (row) await outbox.close(row, 11, status);

      expect(await outbox.count({ ...ALL, jobs: ['paaminnelser'] })).toEqual({ [status]: 1 });
      expect(names(await outbox.due(ALL, 11, 9))).toEqual(['ukesstatus:A']);
    });

    test('that is over is not changed by one who comes late, but to have been said', async () => {
      const { outbox } = await stores.open();
      const [row] = await planned(outbox, ['A']);
      await outbox.begin(row, 10, 'C1', 40);
      await outbox.fail(row, 11, 'timeout', false);
      await outbox.postpone(row, 50, 'late');
      await outbox.close(row, 50, 'expired');

      expect(await outbox.count(ALL)).toEqual({ failed: 1 });
      await outbox.sent(row, aSent());
      expect(await outbox.count(ALL)).toEqual({ sent: 1 });
    });

    test('that another has taken over is not changed by the first', async () => {
      const { outbox } = await stores.open();
      const [row] = await planned(outbox, ['A']);
      await outbox.begin(row, 10, 'C1', 40);
      await outbox.begin(await first(outbox, 40), 41, 'C1', 80);
      await outbox.postpone(row, 42, 'late');

      expect(await first(outbox, 80)).toMatchObject({ status: 'sending', attempts: 2 });
    });
  });

  test('counts by job and period', async () => {
    const { outbox } = await stores.open();
    const [a] = await planned(outbox, ['A', 'B']);
    await outbox.plan([aMessage('A', { job: 'ukesstatus' }), aMessage('A', { period: '2024-06-04' })], 10);
    await outbox.sent(a, aSent());

    expect(await outbox.count(ALL)).toEqual({ sent: 1, planned: 3 });
    expect(await outbox.count({ ...ALL, period: '2024-06-03' })).toEqual({ sent: 1, planned: 2 });
    expect(await outbox.count({ ...ALL, jobs: ['paaminnelser'], period: '2024-06-04' })).toEqual({ planned: 1 });
    expect(await outbox.count({ helsefellesskap: 'Innlandet' })).toEqual({});
  });

  test('knows when a job last said something to a recipient', async () => {
    const { outbox } = await stores.open();
    const [earlier] = await outbox.plan([aMessage('A')], 10);
    const [later] = await outbox.plan([aMessage('A', { period: '2024-06-04' })], 10);
    await outbox.plan([aMessage('A', { period: '2024-06-05' })], 10);
    if (earlier) await outbox.sent(earlier, aSent({ saidAt: 100 }));
    if (later) await outbox.sent(later, aSent({ saidAt: 300 }));

    expect(await outbox.lastSaid(HELSEFELLESSKAP, 'paaminnelser', 'A')).toBe(300);
    expect(await outbox.lastSaid(HELSEFELLESSKAP, 'paaminnelser', 'A', '2024-06-04')).toBe(100);
    expect(await outbox.lastSaid(HELSEFELLESSKAP, 'ukesstatus', 'A')).toBeNull();
    expect(await outbox.lastSaid(HELSEFELLESSKAP, 'paaminnelser', 'B')).toBeNull();
  });
});

function many(count: number, period = '2024-06-03') {
  return Array.from({ length: count }, (_, index) => aMessage(`Enhet ${index}`, { period }));
}

/** Rows for these recipients, planned just now. */
async function planned(outbox: Outbox, recipients: readonly string[]): Promise<[OutboxRow, OutboxRow, OutboxRow]> {
  const rows = await outbox.plan(
    recipients.map((recipient) => aMessage(recipient)),
    10,
  );
  const [a, b = a, c = a] = rows;
  if (!a || !b || !c) throw new Error('nothing was planned');
  return [a, b, c];
}

async function first(outbox: Outbox, at: number): Promise<OutboxRow> {
  const [row] = await outbox.due(ALL, at, 1);
  if (!row) throw new Error(`nothing is due at ${at}`);
  return row;
}

function names(rows: readonly OutboxRow[]): string[] {
  return rows.map(({ job, recipient }) => `${job}:${recipient}`);
}
