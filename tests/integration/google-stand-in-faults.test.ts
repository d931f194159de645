import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../support/google/clients.ts';
import type { Fault } from '../support/google/faults.ts';
import { ID, sceneWith } from '../support/google/scene.ts';

const plan = { name: 'Plan', rows: [['a'], ['b']] };
const on = { spreadsheetId: ID };
const addRow = { appendCells: { rows: [{ values: [{ userEnteredValue: { stringValue: 'c' } }] }], fields: '*' } };

describe('trouble', () => {
  it.each<[Fault, 'not done' | 'done']>([
    [{ kind: 'unavailable' }, 'not done'],
    [{ kind: 'reset' }, 'not done'],
    [{ kind: 'quota' }, 'not done'],
    [{ kind: 'unavailable-after-commit' }, 'done'],
    [{ kind: 'reset-after-commit' }, 'done'],
    [{ kind: 'truncated' }, 'done'],
  ])('%o: %s, and whoever asked is told nothing else', async (fault, expected) => {
    const { google, update, ola } = await sceneWith([plan]);
    google.fail(fault, { on: 'sheets.batchUpdate' });

    await expect(update([addRow])).rejects.toThrow();

    expect(ola.read('Plan').length).toBe(expected === 'done' ? 3 : 2);
  });

  it('meets only those it is meant for, and so often', async () => {
    const { google, sheets, drive } = await sceneWith([plan]);
    google.fail({ kind: 'unavailable' }, { on: 'sheets.values', times: 2 });
    const ask = () => sheets.spreadsheets.values.get({ ...on, range: 'Plan' });

    await expect(drive.files.get({ fileId: ID })).resolves.toBeDefined();
    await expect(sheets.spreadsheets.get(on)).resolves.toBeDefined();
    expect(await refusalOf(ask())).toMatchObject({ status: 503 });
    expect(await refusalOf(ask())).toMatchObject({ status: 503 });
    await expect(ask()).resolves.toBeDefined();
  });

  it('meets requests by what is in them', async () => {
    const { google, update } = await sceneWith([plan]);
    google.fail({ kind: 'unavailable' }, { on: ({ body }) => JSON.stringify(body).includes('appendCells') });

    await expect(update([{ addSheet: {} }])).resolves.toBeDefined();
    await expect(update([addRow])).rejects.toThrow();
  });

  it('slow is slow', async () => {
    const { google, sheets } = await sceneWith([plan]);
    google.fail({ kind: 'slow', ms: 100 }, { on: 'sheets' });
    const start = performance.now();

    await sheets.spreadsheets.get(on);

    expect(performance.now() - start).toBeGreaterThan(95);
  });
});

describe('people in between', () => {
  it('edit right before a write', async () => {
    const { google, update, ola } = await sceneWith([plan]);
    google.before('sheets.batchUpdate', () => ola.insertRows('Plan', 0));

    await update([addRow]);
    await update([addRow]);

    expect(ola.read('Plan')).toEqual([[], ['a'], ['b'], ['c'], ['c']]);
  });

  it('edit right after a read, before it is known', async () => {
    const { google, sheets, ola } = await sceneWith([plan]);
    google.after('sheets.values.get', () => ola.type('Plan!A1', 'ny'));

    const { data } = await sheets.spreadsheets.values.get({ ...on, range: 'Plan!A1' });

    expect(data.values).toEqual([['a']]);
    expect(ola.read('Plan')[0]).toEqual(['ny']);
  });

  it('do nothing more when a test has had enough of it', async () => {
    const { google, update, ola } = await sceneWith([plan]);
    const off = google.before('sheets', () => ola.insertRows('Plan', 0), Number.POSITIVE_INFINITY);
    await update([addRow]);
    off();
    await update([addRow]);

    expect(ola.read('Plan')).toEqual([[], ['a'], ['b'], ['c'], ['c']]);
  });

  it('are not before a request that is refused anyway', async () => {
    const { google, sheets, ola } = await sceneWith([plan]);
    google.before('sheets', () => ola.insertRows('Plan', 0));
    google.expireTokens();

    expect(await refusalOf(sheets.spreadsheets.get(on))).toMatchObject({ status: 401 });
    expect(ola.read('Plan')).toHaveLength(2);
  });
});

describe('quotas', () => {
  it('are a minute’s worth of reads and of writes', async () => {
    let now = Date.UTC(2024, 5, 3, 8, 0, 30);
    const { google, sheets, update } = await sceneWith([plan], { quotas: true, now: () => now });
    const ask = () => sheets.spreadsheets.values.get({ ...on, range: 'Plan' });
    for (let made = 0; made < 60; made++) await ask();

    const refused = await refusalOf(ask());
    expect(refused).toEqual({
      status: 429,
      message: expect.stringContaining("limit 'Read requests per minute per user' of service 'sheets.googleapis.com'"),
    });
    await expect(update([addRow])).resolves.toBeDefined();
    expect([google.used('reads'), google.used('writes')]).toEqual([61, 1]);

    now += 30_000;
    await expect(ask()).resolves.toBeDefined();
    expect(google.used('reads')).toBe(1);
  });

  it('are counted and nothing more unless a test is about them', async () => {
    const { google, sheets } = await sceneWith([plan], { now: () => 0 });
    for (let made = 0; made < 65; made++) await sheets.spreadsheets.values.get({ ...on, range: 'Plan' });

    expect(google.used('reads')).toBe(65);
  });
});

describe('speed', () => {
  const wide = Array.from({ length: 400 }, (_, row) => Array.from({ length: 12 }, (_cell, at) => `${row}.${at}`));

  it('a sheet of 400 rows is read in a moment', async () => {
    const { sheets } = await sceneWith([{ name: 'Plan', rows: wide }]);
    const fields = 'sheets(data(rowData(values(effectiveValue,formattedValue,effectiveFormat(numberFormat(type))))))';
    await sheets.spreadsheets.get({ ...on, fields });
    const start = performance.now();

    for (let made = 0; made < 10; made++) await sheets.spreadsheets.get({ ...on, fields });

    // About 10 ms each, most of it the client's; room for a busy machine.
    expect(performance.now() - start).toBeLessThan(1500);
  });

  it('and 200 changes are made in a moment', async () => {
    const { update } = await sceneWith([{ name: 'Plan', rows: wide.slice(0, 200) }]);
    const insert = { insertDimension: { range: { dimension: 'ROWS', startIndex: 5, endIndex: 6 } } };
    const sort = { sortRange: { range: { startRowIndex: 1 }, sortSpecs: [{ dimensionIndex: 1 }] } };
    const start = performance.now();

    for (let made = 0; made < 200; made++) await update([insert, sort]);

    expect(performance.now() - start).toBeLessThan(6000);
  });
});
