import { describe, expect, test } from 'vitest';
import type { TiltakState } from '#src/domain/plan-past.ts';
import { type KapasitetRecord, StoreError } from '#src/store/store.ts';
import type { Snapshot } from '#src/workbook/workbook.ts';
import { day } from '../support/day.ts';
import { aMessage, HELSEFELLESSKAP, HOUR, STORE_KINDS, sayAll, useStores } from '../support/store.ts';

const DAY = 24 * HOUR;

describe.each(STORE_KINDS)('what the bot remembers in %s', (_name, start) => {
  const stores = useStores(start);

  describe('leases', () => {
    test('belong to one at a time, who may renew them', async () => {
      const { leases } = await stores.open();

      expect(await leases.acquire('levering', 'a', HOUR)).toBe(true);
      expect(await leases.acquire('levering', 'b', HOUR)).toBe(false);
      expect(await leases.acquire('levering', 'a', HOUR)).toBe(true);
      expect(await leases.acquire('noe annet', 'b', HOUR)).toBe(true);
    });

    test('go to one of those who ask at once', async () => {
      const url = await stores.fresh();
      const instances = [await stores.open({ url }), await stores.open({ url })];

      const got = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          Promise.all(instances.map(({ leases }, owner) => leases.acquire(`jobb ${index}`, `${owner}`, HOUR))),
        ),
      );

      expect(got.map((both) => both.filter(Boolean).length)).toEqual(got.map(() => 1));
    });

    test('are given up by the one who has them, and by nobody else', async () => {
      const { leases } = await stores.open();
      await leases.acquire('levering', 'a', HOUR);

      await leases.release('levering', 'b');
      expect(await leases.acquire('levering', 'b', HOUR)).toBe(false);
      await leases.release('levering', 'a');
      expect(await leases.acquire('levering', 'b', HOUR)).toBe(true);
    });

    test('run out when they are not renewed', async () => {
      const { leases } = await stores.open();
      await leases.acquire('levering', 'a', 0);

      expect(await leases.acquire('levering', 'b', HOUR)).toBe(true);
      expect(await leases.acquire('levering', 'a', HOUR)).toBe(false);
    });
  });

  describe('job runs', () => {
    const run = { helsefellesskap: HELSEFELLESSKAP, job: 'ukesstatus', period: '2024-W23' };

    test('are known by helsefellesskap, job and period', async () => {
      const { runs } = await stores.open();
      await runs.note(run, 'preview', 10);

      expect(await runs.outcome(run)).toBe('preview');
      expect(await runs.outcome({ ...run, period: '2024-W24' })).toBeNull();
      expect(await runs.outcome({ ...run, helsefellesskap: 'Innlandet' })).toBeNull();
    });

    test.each([
      { notes: ['missed', 'done'], outcome: 'done' },
      { notes: ['preview', 'done'], outcome: 'done' },
      { notes: ['done', 'missed'], outcome: 'done' },
      { notes: ['done', 'preview'], outcome: 'done' },
    ] as const)('noted as $notes are $outcome', async ({ notes, outcome }) => {
      const { runs } = await stores.open();
      for (const note of notes) await runs.note(run, note, 10);

      expect(await runs.outcome(run)).toBe(outcome);
    });
  });

  describe('troubles', () => {
    const trouble = {
      helsefellesskap: HELSEFELLESSKAP,
      key: 'mottaker:Analysegruppen',
      beganAt: 10,
      facts: { name: 'Analysegruppen', code: 'not_in_channel' },
    };
    const began = aMessage('sekretariatet', { job: 'varsel', period: `${trouble.key}@10:begynt` });
    const ended = { ...began, period: `${trouble.key}@10:over` };

    test('begin once, and the alert is planned in the same commit', async () => {
      let commits = 0;
      const { troubles, outbox } = await stores.open({ onCommit: () => (commits += 1) });
      commits = 0;

      expect(await troubles.begin(trouble, began)).toBe(true);
      expect(commits).toBe(1);
      expect(await troubles.begin({ ...trouble, beganAt: 20 }, { ...began, period: 'igjen' })).toBe(false);
      expect(await outbox.count({ helsefellesskap: HELSEFELLESSKAP })).toEqual({ planned: 1 });
      expect(await troubles.open(HELSEFELLESSKAP)).toEqual([trouble]);
    });

    test('end once, and can begin again', async () => {
      const { troubles, outbox } = await stores.open();
      await troubles.begin(trouble, began);

      expect(await troubles.end(HELSEFELLESSKAP, trouble.key, 30, ended)).toBe(true);
      expect(await troubles.end(HELSEFELLESSKAP, trouble.key, 40, { ...ended, period: 'igjen' })).toBe(false);
      expect(await outbox.count({ helsefellesskap: HELSEFELLESSKAP })).toEqual({ planned: 2 });
      expect(await troubles.open(HELSEFELLESSKAP)).toEqual([]);
      expect(await troubles.begin({ ...trouble, beganAt: 50 }, null)).toBe(true);
    });

    test('can be told of after they are over', async () => {
      const { troubles } = await stores.open();
      await troubles.begin(trouble, null);
      expect(await troubles.find(HELSEFELLESSKAP, trouble.key, 10)).toEqual({ ...trouble, endedAt: null });

      await troubles.end(HELSEFELLESSKAP, trouble.key, 30, null);
      expect(await troubles.find(HELSEFELLESSKAP, trouble.key, 10)).toEqual({ ...trouble, endedAt: 30 });
      expect(await troubles.find(HELSEFELLESSKAP, trouble.key, 11)).toBeNull();
    });

    test('can be told of together with those that began, or were over, at the same time', async () => {
      const { troubles } = await stores.open();
      const [a, b, c] = ['a', 'b', 'c'].map((key) => ({ ...trouble, key }));
      if (!a || !b || !c) throw new Error('three troubles');
      await troubles.begin(b, null);
      await troubles.begin(a, null);
      await troubles.begin({ ...c, beganAt: 20 }, null);
      await troubles.begin({ ...c, helsefellesskap: 'Innlandet' }, null);
      for (const key of ['c', 'a']) await troubles.end(HELSEFELLESSKAP, key, 30, null);

      expect(await troubles.together(HELSEFELLESSKAP, { beganAt: 10 })).toEqual([a, b]);
      expect(await troubles.together(HELSEFELLESSKAP, { endedAt: 30 })).toEqual([a, { ...c, beganAt: 20 }]);
      expect(await troubles.together(HELSEFELLESSKAP, { endedAt: 10 })).toEqual([]);
    });

    test('that share an alert plan it once, whichever comes first', async () => {
      const { troubles, outbox } = await stores.open();
      await Promise.all(['a', 'b', 'c'].map((key) => troubles.begin({ ...trouble, key }, began)));
      for (const key of ['a', 'b', 'c']) await troubles.end(HELSEFELLESSKAP, key, 30, ended);

      expect(await outbox.count({ helsefellesskap: HELSEFELLESSKAP })).toEqual({ planned: 2 });
    });

    test('begin once for two who notice at the same time', async () => {
      const url = await stores.fresh();
      const both = [await stores.open({ url }), await stores.open({ url })];

      const first = await Promise.all(both.map(({ troubles }) => troubles.begin(trouble, began)));

      expect(first.filter(Boolean)).toHaveLength(1);
      expect(await both[0]?.outbox.count({ helsefellesskap: HELSEFELLESSKAP })).toEqual({ planned: 1 });
    });

    test('are listed with the oldest first, each helsefellesskap its own', async () => {
      const { troubles } = await stores.open();
      await troubles.begin({ ...trouble, key: 'b', beganAt: 20 }, null);
      await troubles.begin({ ...trouble, key: 'a', beganAt: 30 }, null);
      await troubles.begin({ ...trouble, helsefellesskap: 'Innlandet' }, null);

      expect((await troubles.open(HELSEFELLESSKAP)).map(({ key }) => key)).toEqual(['b', 'a']);
    });
  });

  test('remembers whom Slack said an address belongs to, and where they are spoken to', async () => {
    const { addresses } = await stores.open();
    expect(await addresses.user(HELSEFELLESSKAP, 'Analysegruppen')).toBeNull();
    expect(await addresses.conversation('U1')).toBeNull();

    for (const slackId of ['U1', 'U2']) {
      await addresses.rememberUser(HELSEFELLESSKAP, 'Analysegruppen', { slackId, proof: 'p' }, 10);
      await addresses.rememberConversation('U1', `D${slackId}`, 10);
    }

    expect(await addresses.user(HELSEFELLESSKAP, 'Analysegruppen')).toEqual({ slackId: 'U2', proof: 'p' });
    expect(await addresses.user('Innlandet', 'Analysegruppen')).toBeNull();
    expect(await addresses.conversation('U1')).toBe('DU2');
  });

  test('remembers the last reading of each workbook, cell by cell', async () => {
    const { snapshots } = await stores.open();
    const cells = [null, 'Frøya «9» \u{1f600}\n', 2.5, true, { serial: 45446.25 }, { error: '#REF!' }];
    const merges = [{ top: 0, left: 0, bottom: 1, right: 0 }];
    const snapshot: Snapshot = {
      version: '2',
      tabs: [{ name: 'Handlingsplan', rows: [cells, []], merges, url: null }],
    };
    await snapshots.save('plan', { ...snapshot, version: '1' }, 10);
    await snapshots.save('plan', snapshot, 20);

    expect(await snapshots.load('plan')).toEqual({ snapshot, readAt: 20 });
    expect(await snapshots.load('kapasitet')).toBeNull();
  });

  test('remembers single facts', async () => {
    const { notes } = await stores.open();
    await notes.set('hjerteslag', '1');
    await notes.set('hjerteslag', '2');

    expect(await notes.get('hjerteslag')).toBe('2');
    expect(await notes.get('annet')).toBeNull();
  });

  describe('the history of the plan', () => {
    test('holds what has changed, the oldest first', async () => {
      const { history } = await stores.open();
      const before = aTiltak('1.1');
      const after = aTiltak('1.1', { status: 'done', fristEnd: day('2024-09-01'), reported: 6, kommuner: 22 });
      await history.recordPlan('plan', [before, aTiltak('1.2')], 10);
      await history.recordPlan('plan', [before, aTiltak('1.2')], 20);
      await history.recordPlan('plan', [after, aTiltak('1.2')], 30);

      expect(await history.plan('plan')).toEqual([
        { ...before, at: 10, gone: false },
        { ...aTiltak('1.2'), at: 10, gone: false },
        { ...after, at: 30, gone: false },
      ]);
      expect(await history.plan('en annen plan')).toEqual([]);
    });

    test('holds what is gone, and what comes back', async () => {
      const { history } = await stores.open();
      for (const [at, keys] of [
        [10, ['1.1']],
        [20, []],
        [30, []],
        [40, ['1.1']],
      ] as const) {
        await history.recordPlan(
          'plan',
          keys.map((key) => aTiltak(key)),
          at,
        );
      }

      const records = await history.plan('plan');
      expect(records.map(({ at, gone }) => [at, gone])).toEqual([
        [10, false],
        [20, true],
        [40, false],
      ]);
      expect(records[1]).toEqual({ ...aTiltak('1.1'), at: 20, gone: true });
    });

    test('is not changed by a reading older than the newest record', async () => {
      const { history } = await stores.open();
      await history.recordPlan('plan', [aTiltak('1.1'), aTiltak('1.2')], 20);
      await history.recordPlan('plan', [aTiltak('1.1', { status: 'done' })], 19);

      expect(await history.plan('plan')).toMatchObject([{ key: '1.1', status: 'unknown' }, { key: '1.2' }]);
    });

    test('takes the later of two readings while the clock stands still', async () => {
      const { history } = await stores.open();
      await history.recordPlan('plan', [aTiltak('1.1')], 10);
      await history.recordPlan('plan', [aTiltak('1.1', { status: 'done' })], 10);

      expect(await history.plan('plan')).toMatchObject([{ key: '1.1', status: 'done', at: 10 }]);
    });

    test('takes a tiltak that stands twice as it stands last', async () => {
      const { history } = await stores.open();
      await history.recordPlan('plan', [aTiltak('1.1'), aTiltak('1.1', { title: 'igjen' })], 10);

      expect(await history.plan('plan')).toMatchObject([{ key: '1.1', title: 'igjen' }]);
    });

    test('costs no commit when nothing has changed', async () => {
      let commits = 0;
      const { history } = await stores.open({ onCommit: () => (commits += 1) });
      const places = [aPlace('Frøya', { ledig: 2 })];
      await history.recordPlan('plan', [aTiltak('1.1')], 10);
      await history.recordKapasitet('kapasitet', '2024-06-03', places);
      commits = 0;

      await history.recordPlan('plan', [aTiltak('1.1')], 20);
      await history.recordKapasitet('kapasitet', '2024-06-03', places);

      expect(commits).toBe(0);
    });
  });

  test('holds the places of each day, as last read that day', async () => {
    const { history } = await stores.open();
    const froya = aPlace('Frøya', { plasser: 9, ledig: 2.5, confirmed: true });
    const oppdal = aPlace('Oppdal');
    await history.recordKapasitet('kapasitet', '2024-06-03', [oppdal, aPlace('Frøya', { ledig: 4 })]);
    await history.recordKapasitet('kapasitet', '2024-06-03', [froya, froya]);
    await history.recordKapasitet('kapasitet', '2024-06-04', [oppdal]);
    await history.recordKapasitet('en annen', '2024-06-03', [oppdal]);

    expect(await history.kapasitet('kapasitet', '2024-06-03', '2024-06-04')).toEqual([
      { ...froya, day: '2024-06-03' },
      { ...oppdal, day: '2024-06-03' },
      { ...oppdal, day: '2024-06-04' },
    ]);
    expect(await history.kapasitet('kapasitet', '2024-06-04', '2024-06-30')).toHaveLength(1);
    expect(await history.kapasitet('kapasitet', '2024-06-05', '2024-06-30')).toEqual([]);
  });

  describe('deleting', () => {
    test('takes what was over before, and nothing that is open', async () => {
      const store = await stores.open();
      const run = { helsefellesskap: HELSEFELLESSKAP, job: 'ukesstatus', period: '2024-W23' };
      await store.outbox.plan([aMessage('A')], 5);
      await sayAll(store, 5, () => 1);
      await store.outbox.plan([aMessage('B'), aMessage('C')], 5);
      await sayAll(store, 5, () => 0);
      await store.outbox.plan([aMessage('venter')], 5);
      await store.runs.note(run, 'done', 5);
      const trouble = { helsefellesskap: HELSEFELLESSKAP, beganAt: 1, facts: {} };
      await store.troubles.begin({ ...trouble, key: 'over' }, null);
      await store.troubles.end(HELSEFELLESSKAP, 'over', 5, null);
      await store.troubles.begin({ ...trouble, key: 'åpen' }, null);

      expect(await store.purge(5)).toBe(0);
      expect(await store.purge(6)).toBe(6);
      expect(await store.outbox.count({ helsefellesskap: HELSEFELLESSKAP })).toEqual({ planned: 1 });
      expect(await store.runs.outcome(run)).toBeNull();
      expect(await store.troubles.find(HELSEFELLESSKAP, 'over', 1)).toBeNull();
      expect(await store.troubles.open(HELSEFELLESSKAP)).toHaveLength(1);
    });

    test('keeps how each tiltak was then, and nothing of one that was gone', async () => {
      const { history, purge } = await stores.open();
      for (const [at, status] of [
        [1, 'unknown'],
        [2, 'on-track'],
        [4, 'done'],
      ] as const) {
        const gone = at === 1 ? [aTiltak('1.3')] : [];
        await history.recordPlan('plan', [aTiltak('1.1', { status }), aTiltak('1.2'), ...gone], at);
      }

      expect(await purge(3)).toBe(3);
      expect((await history.plan('plan')).map(({ key, at }) => [key, at])).toEqual([
        ['1.2', 1],
        ['1.1', 2],
        ['1.1', 4],
      ]);
    });

    test('takes places, and people and workbooks not met since', async () => {
      const { history, addresses, snapshots, purge } = await stores.open();
      const june = Date.UTC(2024, 5, 3);
      await history.recordKapasitet('kapasitet', '2024-06-02', [aPlace('Frøya')]);
      await history.recordKapasitet('kapasitet', '2024-06-03', [aPlace('Frøya')]);
      for (const [name, at] of [
        ['gammel', june - DAY],
        ['ny', june],
      ] as const) {
        await addresses.rememberUser(HELSEFELLESSKAP, name, { slackId: 'U1', proof: 'p' }, at);
        await addresses.rememberConversation(name, 'D1', at);
        await snapshots.save(name, { version: '1', tabs: [] }, at);
      }

      expect(await purge(june)).toBe(4);
      expect(await history.kapasitet('kapasitet', '2024-01-01', '2024-12-31')).toHaveLength(1);
      expect(await addresses.user(HELSEFELLESSKAP, 'ny')).not.toBeNull();
      expect(await addresses.conversation('gammel')).toBeNull();
      expect(await snapshots.load('ny')).not.toBeNull();
    });
  });

  describe('opening', () => {
    test('finds what was there', async () => {
      const url = await stores.fresh();
      const before = await stores.open({ url });
      await before.outbox.plan([aMessage('A')], 10);
      await before.close();

      const after = await stores.open({ url });

      expect(after.recovered).toBe(false);
      expect(await after.outbox.count({ helsefellesskap: HELSEFELLESSKAP })).toEqual({ planned: 1 });
    });

    test('by several at once makes the tables once', async () => {
      const url = await stores.fresh();

      const opened = await Promise.all([1, 2, 3].map(() => stores.open({ url })));

      await Promise.all(opened.map(({ check }) => check()));
      await opened[0]?.notes.set('hvem', 'alle');
      expect(await opened[2]?.notes.get('hvem')).toBe('alle');
    });

    test('what a later release has been in is refused, and left as it is', async () => {
      const url = await stores.fresh();
      await (await stores.open({ url })).close();
      await stores.execute(url, 'insert into schema_version (version, applied_at) values (999, 0)');

      await expect(stores.open({ url })).rejects.toMatchObject({ name: 'StoreError', trouble: 'newer' });
      await stores.execute(url, 'delete from schema_version where version = 999');
      await expect(stores.open({ url })).resolves.toMatchObject({ recovered: false });
    });

    test('tells when the state is gone that was there a moment ago', async () => {
      const url = await stores.fresh();
      const time = { now: () => 1_717_394_400_000 };

      const store = await stores.open({ url, hadState: true, time });
      expect(store.recovered).toBe(true);
      expect(await store.notes.get('recreatedAt')).toBe('1717394400000');
      expect((await stores.open({ url, hadState: true, time })).recovered).toBe(false);
    });
  });

  test('tells that it can be read and written, until it is closed', async () => {
    const store = await stores.open();
    await expect(store.check()).resolves.toBeUndefined();

    await store.close();
    await store.close();

    const failure = await store.outbox.due({ helsefellesskap: HELSEFELLESSKAP }, 1, 1).catch((error) => error);
    expect(failure).toBeInstanceOf(StoreError);
    expect(failure).toMatchObject({ trouble: 'other' });
  });
});

function aTiltak(key: string, over: Partial<TiltakState> = {}): TiltakState {
  return {
    key,
    nr: key,
    title: 'Lage mal',
    status: 'unknown',
    fristKind: 'by',
    fristEnd: day('2024-05-01'),
    reported: null,
    kommuner: null,
    ...over,
  };
}

function aPlace(kommune: string, over: Partial<KapasitetRecord> = {}): KapasitetRecord {
  return { kommune, kategori: 'korttid', plasser: null, ledig: null, confirmed: false, ...over };
}
