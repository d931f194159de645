import { execFile, execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { OpenedStore } from '#src/store/open-store.ts';
import type { Store } from '#src/store/store.ts';
import { aMessage, HELSEFELLESSKAP, startFiles, useStores } from '../../support/store.ts';

const ALL = { helsefellesskap: HELSEFELLESSKAP };
const PAGE = 4096;
/** Of util-linux. */
const PRLIMIT = 'prlimit';
const isRoot = process.getuid?.() === 0;

const stores = useStores(startFiles);

describe('the file', () => {
  test('is made with its folder, for nobody else to read', async () => {
    const url = await stores.fresh();
    const store = await stores.open({ url });
    await store.notes.set('a', 'b');

    const modes = ['', '-wal', '-shm'].map((suffix) => statSync(fileOf(url) + suffix).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600, 0o600]);
    expect(statSync(path.dirname(fileOf(url))).mode & 0o777).toBe(0o700);
  });

  test.each(['mysql://localhost/bot', 'bot.sqlite', 'file:'])('is not found by «%s»', async (url) => {
    await expect(stores.open({ url })).rejects.toMatchObject({ name: 'StoreError', trouble: 'other' });
  });

  test.skipIf(isRoot).each([
    { what: 'file', mode: 0o400, of: (file: string) => file },
    { what: 'folder', mode: 0o500, of: path.dirname },
    { what: 'folder', mode: 0o000, of: path.dirname },
  ])('is forbidden when its $what has the mode $mode', async ({ mode, of }) => {
    const { url, file } = await usedFile();
    chmodSync(of(file), mode);
    onTestFinished(() => chmodSync(of(file), 0o700));

    await expect(stores.open({ url })).rejects.toMatchObject({ name: 'StoreError', trouble: 'forbidden' });
  });

  test('is not a folder', async () => {
    const { file } = await usedFile();

    await expect(stores.open({ url: `file:${path.dirname(file)}` })).rejects.toMatchObject({ trouble: 'other' });
  });

  test('serves several processes at once', async () => {
    const url = await stores.fresh();
    const claimer = fileURLToPath(new URL('../../support/store-claimer.ts', import.meta.url));
    const claim = async () => {
      const { stdout } = await promisify(execFile)(process.execPath, [claimer, url, '100']);
      return Number(stdout);
    };

    const [one = 0, other = 0] = await Promise.all([claim(), claim()]);

    expect(one + other).toBe(100);
    expect(await (await stores.open({ url })).outbox.count(ALL)).toEqual({ sending: 100 });
  });
});

test('leases are judged by the clock of the machine', async () => {
  let now = 1000;
  const { leases } = await stores.open({ time: { now: () => now } });
  await leases.acquire('levering', 'a', 500);

  now = 1499;
  expect(await leases.acquire('levering', 'b', 500)).toBe(false);
  now = 1500;
  expect(await leases.acquire('levering', 'b', 500)).toBe(true);
});

describe('a damaged file', () => {
  test.each([
    [
      'that is no database',
      (file: string) => overwrite(file, 0, Buffer.from('Dette er ikke en database.'.repeat(400))),
    ],
    ['with a damaged header', (file: string) => overwrite(file, 20, Buffer.alloc(60, 0xff))],
    ['with a damaged page', (file: string) => overwrite(file, PAGE, Buffer.alloc(8 * PAGE, 0xa5))],
    ['that was cut short', (file: string) => truncateSync(file, 3 * PAGE + 100)],
  ])('%s is put aside for a new one, and that is remembered', async (_what, damage) => {
    const { url, file } = await usedFile();
    damage(file);
    const bytes = readFileSync(file);
    const time = { now: () => Date.UTC(2024, 5, 3, 6) };

    const store = await stores.open({ url, time });

    expect(store.recovered).toBe(true);
    expect(readFileSync(`${file}.skadet-2024-06-03T06-00-00-000Z`).equals(bytes)).toBe(true);
    expect(await store.outbox.count(ALL)).toEqual({});
    await store.close();

    const later = await stores.open({ url });
    expect(later.recovered).toBe(false);
    expect(await later.notes.get('recreatedAt')).toBe(`${time.now()}`);
  });

  test('that is something else is left where it is', async () => {
    const { file } = await usedFile();
    const plan = path.join(path.dirname(file), 'Handlingsplan.tsv');
    const text = 'Tiltak\tFrist\n'.repeat(400);
    await writeFile(plan, text);

    await expect(stores.open({ url: `file:${plan}` })).rejects.toMatchObject({ trouble: 'forbidden' });
    expect(readFileSync(plan, 'utf8')).toBe(text);
    expect(readdirSync(path.dirname(plan)).filter((name) => name.startsWith('Handlingsplan'))).toEqual([
      'Handlingsplan.tsv',
    ]);
  });

  test('is not trusted with anything from when it is noticed until it is opened anew', async () => {
    const { url, file } = await usedFile();
    const store = await stores.open({ url });
    await store.notes.get('hjerteslag');
    await stores.execute(url, "update notes set value = '2'; pragma wal_checkpoint(truncate)");
    overwrite(file, PAGE, Buffer.alloc(statSync(file).size - PAGE, 0xa5));

    await expect(store.outbox.due(ALL, 10, 9)).rejects.toMatchObject({ name: 'StoreError', trouble: 'damaged' });
    await expect(store.leases.acquire('levering', 'a', 1)).rejects.toMatchObject({ trouble: 'damaged' });
    await expect(store.check()).rejects.toMatchObject({ trouble: 'damaged' });

    await store.close();
    expect((await stores.open({ url })).recovered).toBe(true);
  });

  test('is noticed by the others when one has put it aside', async () => {
    const { url, file } = await usedFile();
    const bot = await stores.open({ url });
    await stores.execute(url, 'pragma wal_checkpoint(truncate)');
    overwrite(file, 0, Buffer.alloc(PAGE, 0xa5));
    expect((await stores.open({ url })).recovered).toBe(true);

    await expect(bot.notes.set('hjerteslag', '3')).rejects.toMatchObject({ trouble: 'damaged' });
  });
});

test('a file that is taken away while it is in use is missed, and a new one knows that it was', async () => {
  const { url, file } = await usedFile();
  const store = await stores.open({ url });
  for (const name of readdirSync(path.dirname(file)))
    renameSync(path.join(path.dirname(file), name), `${file}.borte-${name}`);

  await expect(store.check()).rejects.toMatchObject({ name: 'StoreError', trouble: 'damaged' });
  await store.close();

  const anew = await stores.open({ url, hadState: true });
  expect(anew.recovered).toBe(true);
  expect(await anew.notes.get('recreatedAt')).not.toBeNull();
});

test.skipIf(!hasPrlimit())('a full disk is told of, loses nothing, and is over when there is room again', async () => {
  const { url } = await usedFile();
  const store = await stores.open({ url });
  await store.snapshots.save('plan', { version: '1', tabs: [] }, 10);
  const tooMuch = { version: 'x'.repeat(2_000_000), tabs: [] };

  limitFileSize('1000000');
  try {
    await expect(store.snapshots.save('plan', tooMuch, 20)).rejects.toMatchObject({
      name: 'StoreError',
      trouble: 'full',
    });
    await expect(store.outbox.plan([aMessage('x'.repeat(2_000_000))], 20)).rejects.toMatchObject({ trouble: 'full' });
    expect(await store.snapshots.load('plan')).toMatchObject({ readAt: 10 });
  } finally {
    limitFileSize('unlimited');
  }

  await store.snapshots.save('plan', tooMuch, 30);
  expect(await store.snapshots.load('plan')).toEqual({ snapshot: tooMuch, readAt: 30 });
  expect(await store.outbox.count(ALL)).toEqual({ planned: 1 });
});

describe('a backup taken while the bot writes', () => {
  test.each([
    ['backup()', (from: DatabaseSync, to: string) => backup(from, to, { rate: 5 })],
    ['vacuum into', async (from: DatabaseSync, to: string) => from.exec(`vacuum into '${to}'`)],
  ])('with %s is whole, and holds what was written when it was taken', async (_how, take) => {
    const { url, file } = await usedFile();
    const store = await stores.open({ url });
    const copy = `${file}.kopi`;
    const from = new DatabaseSync(file, { readOnly: true });
    const before = await writePairs(store, 0, 40);
    const [, during] = await Promise.all([take(from, copy), writePairs(store, 40, 80)]);
    from.close();
    await store.close();

    const restored = await restore(copy);

    const { planned = 0 } = await restored.outbox.count({ ...ALL, jobs: ['par'] });
    expect(planned % 2).toBe(0);
    expect(planned).toBeGreaterThanOrEqual(before.length);
    const rows = await restored.outbox.due({ ...ALL, jobs: ['par'] }, 99, 999);
    expect(rows).toEqual([...before, ...during].slice(0, planned));
    expect(restored.recovered).toBe(false);
  });

  /** Two messages in each commit, so that half a commit would show. */
  async function writePairs(store: Store, from: number, to: number) {
    const rows = [];
    for (let pair = from; pair < to; pair += 1) {
      const both = [`${pair} a`, `${pair} b`].map((recipient) => aMessage(recipient, { job: 'par' }));
      rows.push(...(await store.outbox.plan(both, 10)));
    }
    return rows;
  }

  async function restore(copy: string): Promise<OpenedStore> {
    const url = await stores.fresh();
    await (await stores.open({ url })).close();
    await copyFile(copy, fileOf(url));
    return stores.open({ url });
  }
});

/** A file that has been in use, and is closed. */
async function usedFile(): Promise<{ readonly url: string; readonly file: string }> {
  const url = await stores.fresh();
  const store = await stores.open({ url });
  await store.outbox.plan([aMessage('Analysegruppen')], 10);
  await store.notes.set('hjerteslag', '1');
  await store.close();
  return { url, file: fileOf(url) };
}

function fileOf(url: string): string {
  return url.replace('file:', '');
}

function overwrite(file: string, at: number, bytes: Buffer): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

/** The longest file this process may write: what is beyond that is refused, as on a full disk. */
function limitFileSize(bytes: string): void {
  execFileSync(PRLIMIT, ['--pid', `${process.pid}`, `--fsize=${bytes}:unlimited`]);
}

function hasPrlimit(): boolean {
  try {
    execFileSync(PRLIMIT, ['--pid', `${process.pid}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
