import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { openFileEditor } from '#src/workbook/file-editor.ts';
import { openFileWorkbook } from '#src/workbook/file-workbook.ts';
import { change } from '../../support/change.ts';
import { xlsxBytes } from '../../support/workbook-files.ts';

const rows = [
  ['Nr', 'Teller'],
  ['1.1 x', 'nr 0'],
];

// Tests at the same time must not clear away each other's folders, so all of them go at the end.
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function fileWith(name: string, content: string | Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'workbook-'));
  folders.push(folder);
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

const aFolder = async () => dirname(await fileWith('Plan.tsv', `${rows.map((row) => row.join('\t')).join('\n')}\n`));
const anXlsx = async () => fileWith('ark.xlsx', await xlsxBytes([{ name: 'Plan', rows }]));

const workbooks = [
  ['a folder', aFolder],
  ['an .xlsx', anXlsx],
] as const;

describe.concurrent('several bots', () => {
  test.each(workbooks)('edit %s at once, and no edit is lost', async (_what, make) => {
    const path = await make();

    const ends = await Promise.all([start(path, 4), start(path, 4), start(path, 4)].map(({ ended }) => ended));

    expect(ends.map(([status]) => status)).toEqual([0, 0, 0]);
    const { count, logged } = await look(path);
    expect(count).toBe(12);
    expect(logged).toEqual(Array.from({ length: 12 }, (_, index) => 12 - index));
    expect(await hiddenFiles(path)).toEqual([]);
  });
});

describe.concurrent('a bot that is killed at any moment', () => {
  test.each(workbooks)('leaves %s whole, and no change without its line in the log', async (_what, make) => {
    const path = await make();
    let known = 0;
    for (let life = 0; life < 5; life++) {
      const { child, said, ended } = start(path, 1_000);
      await Promise.race([once(child.stdout ?? child, 'data'), ended]);
      await sleep(Math.random() * 60);
      child.kill('SIGKILL');
      await ended;

      const { count, logged } = await look(path);
      // What it has said is done, and at most one more; a line may be there before its change.
      expect(count).toBeGreaterThanOrEqual(known + said());
      expect(count).toBeLessThanOrEqual(known + said() + 1);
      expect([count, count + 1]).toContain(logged[0]);
      known = count;
    }

    await openFileEditor(path).edit(change({ key: '1.1 x', cells: { 1: [`nr ${known}`, `nr ${known + 1}`] } }));

    const { count, logged } = await look(path);
    expect(count).toBe(known + 1);
    expect(logged).toEqual(Array.from({ length: count }, (_, index) => count - index));
    expect(await hiddenFiles(path)).toEqual([]);
  });
});

interface Bot {
  readonly child: ChildProcess;
  /** How many edits it has said that it has made. */
  said(): number;
  /** Its exit status, and what it was killed with. */
  readonly ended: Promise<readonly unknown[]>;
}

function start(path: string, times: number): Bot {
  const script = new URL('../../support/editor-child.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, path, String(times)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = 0;
  child.stdout?.on('data', (dots: Buffer) => {
    said += dots.length;
  });
  return { child, said: () => said, ended: once(child, 'close') };
}

/** Where the counter stands, and what the log says that it was set to, the newest first. */
async function look(path: string) {
  const { tabs } = await openFileWorkbook(path).read();
  const cell = (name: string) => tabs.find((tab) => tab.name === name)?.rows ?? [];
  const number = (text: unknown) => Number(String(text).slice(3));
  return {
    count: number(cell('Plan')[1]?.[1]),
    logged: cell('Logg')
      .slice(1)
      .map((line) => number(line[4])),
  };
}

const hiddenFiles = async (path: string): Promise<readonly string[]> =>
  (await readdir(path.endsWith('.xlsx') ? dirname(path) : path)).filter((name) => name.startsWith('.'));
