import { chmod, lstat, mkdir, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFileEditor } from '#src/workbook/file-editor.ts';
import { WorkbookError } from '#src/workbook/workbook.ts';
import { unwritable } from '#src/workbook/write-trouble.ts';
import { change } from '../../support/change.ts';
import { folderWith, xlsxBytes } from '../../support/workbook-files.ts';

const text = 'Nr\tStatus\n1.1 x\ta\n';
const edit = change({ key: '1.1 x', cells: { 1: ['a', 'b'] } });
const again = change({ key: '1.1 x', cells: { 1: ['b', 'c'] } });

const tsv = () => folderWith({ 'Plan.tsv': text });
const xlsx = async () => {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  return folderWith({ 'ark.xlsx': await xlsxBytes([{ name: 'Plan', rows }]) });
};

/** What stands in the folder, hidden files and all. */
const names = async (folder: string): Promise<readonly string[]> => (await readdir(folder)).toSorted();

async function troubleOf(path: string): Promise<WorkbookError> {
  const error: unknown = await openFileEditor(path)
    .edit(edit)
    .catch((thrown: unknown) => thrown);
  if (error instanceof WorkbookError) return error;
  throw new Error('It was not refused', { cause: error });
}

describe('a file that is not to be written to now', () => {
  test.each([
    ['Excel has it open', '~$ark.xlsx'],
    ['LibreOffice has it open', '.~lock.ark.xlsx#'],
  ])('%s', async (_what, mark) => {
    const folder = await xlsx();
    await writeFile(join(folder, mark), '');
    const before = await names(folder);

    const trouble = await troubleOf(join(folder, 'ark.xlsx'));

    expect(trouble).toMatchObject({ trouble: 'unavailable', message: expect.stringContaining('er åpen') });
    expect(trouble.message).toContain(mark);
    expect(await names(folder)).toEqual(before);
  });

  test('the log is open', async () => {
    const folder = await tsv();
    await writeFile(join(folder, '.~lock.Logg.tsv#'), '');
    expect((await troubleOf(folder)).message).toContain('«Logg.tsv» er åpen');
    expect(await readFile(join(folder, 'Plan.tsv'), 'utf8')).toBe(text);
  });

  test('it is read-only', async () => {
    const folder = await tsv();
    await chmod(join(folder, 'Plan.tsv'), 0o444);
    expect(await troubleOf(folder)).toMatchObject({
      trouble: 'read-only',
      message: expect.stringContaining('skrivebeskyttet'),
    });
    expect(await names(folder)).toEqual(['Plan.tsv']);
  });

  test('the folder has two files for the tab', async () => {
    const folder = await folderWith({ 'Plan.tsv': text, 'Plan.csv': text });
    expect((await troubleOf(folder)).message).toContain('flere filer for fanen «Plan»');
  });

  test('it would be over 20 MB', async () => {
    const folder = await folderWith({ 'Plan.tsv': text, 'Stor.tsv': 'x'.repeat(20 * 1024 ** 2 - text.length - 10) });
    expect(await troubleOf(folder)).toMatchObject({ trouble: 'too-large' });
    expect(await names(folder)).toEqual(['Plan.tsv', 'Stor.tsv']);
  });

  test.each([
    ['ENOSPC', 'unavailable', /ikke plass på disken/],
    ['EROFS', 'read-only', /får ikke skrive der/],
    ['EBUSY', 'unavailable', /låst av et annet program/],
    ['EIO', 'unavailable', /Fikk ikke lagret/],
  ])('the file system says %s', (code, trouble, message) => {
    const cause = Object.assign(new Error(`${code}: /home/noen/plan.xlsx`), { code });
    expect(unwritable('plan.xlsx', cause)).toMatchObject({ trouble, message: expect.stringMatching(message) });
  });

  test('somebody saves it again and again', async () => {
    const folder = await tsv();
    let saves = 0;
    const restless = change({
      key: '1.1 x',
      cells: { 1: ['a', 'b'] },
      onAim: () => {
        saves++;
        process.getBuiltinModule('node:fs').writeFileSync(join(folder, 'Plan.tsv'), `${text}${saves}\n`);
      },
    });

    await expect(openFileEditor(folder).edit(restless)).rejects.toThrow(/Andre skriver i «.*» akkurat nå/);
    expect(saves).toBe(5);
    expect(await names(folder)).toEqual(['Plan.tsv']);
  });
});

describe('the file that takes its place', () => {
  test.each([0o640, 0o664, 0o600])('has its permissions, and so has a new log: %o', async (mode) => {
    const folder = await tsv();
    await chmod(join(folder, 'Plan.tsv'), mode);
    await openFileEditor(folder).edit(edit);
    for (const name of ['Plan.tsv', 'Logg.tsv']) expect((await stat(join(folder, name))).mode & 0o7777).toBe(mode);
  });

  test('stands where a symbolic link points', async () => {
    const [folder, elsewhere] = [await folderWith({}), await xlsx()];
    await symlink(join(elsewhere, 'ark.xlsx'), join(folder, 'lenke.xlsx'));
    await openFileEditor(join(folder, 'lenke.xlsx')).edit(edit);
    expect((await lstat(join(folder, 'lenke.xlsx'))).isSymbolicLink()).toBe(true);
    expect(await names(folder)).toEqual(['lenke.xlsx']);
    expect(await names(elsewhere)).toEqual(['ark.xlsx']);
    expect(await openFileEditor(join(elsewhere, 'ark.xlsx')).edit(again)).toMatchObject({ kind: 'written' });
  });

  test('a tab of a folder may be a link to another folder', async () => {
    const [folder, elsewhere] = [await folderWith({}), await tsv()];
    await symlink(join(elsewhere, 'Plan.tsv'), join(folder, 'Plan.tsv'));
    await openFileEditor(folder).edit(edit);
    expect(await names(folder)).toEqual(['Logg.tsv', 'Plan.tsv']);
    expect(await readFile(join(elsewhere, 'Plan.tsv'), 'utf8')).toBe(text.replace('\ta', '\tb'));
  });
});

describe('a bot that died in between', () => {
  const log = 'Tidspunkt\tCelle\tRad\tFra\tTil\tBruker\tRef\n';
  const eldre = 'før\tPlan!B2\t1.1 x\tæ\ta\tU01\tkkkkkkkk\n';

  test('after the log and before the table: the line is taken away', async () => {
    const folder = await folderWith({
      'Plan.tsv': text,
      '.Plan.tsv.bcdfghjk.ny': text.replace('\ta', '\tz'),
      'Logg.tsv': `${log}nå\tPlan!B2\t1.1 x\ta\tz\tU01\tbcdfghjk\n${eldre}`,
    });

    await openFileEditor(folder).edit(edit);

    const lines = (await readFile(join(folder, 'Logg.tsv'), 'utf8')).split('\n').map((line) => line.split('\t')[4]);
    expect(lines).toEqual(['Til', 'b', 'a', undefined]);
    expect(await names(folder)).toEqual(['Logg.tsv', 'Plan.tsv']);
  });

  test('before the log: what it had made ready is removed, and the log is as it was', async () => {
    const folder = await folderWith({
      'Plan.tsv': text,
      '.Plan.tsv.bcdfghjk.ny': 'halv',
      '.Logg.tsv.bcdfghjk.ny': '',
      'Logg.tsv': log + eldre,
    });
    await openFileEditor(folder).edit(change({ key: 'ikke der', cells: { 1: ['a', 'b'] } }));
    expect(await names(folder)).toEqual(['Logg.tsv', 'Plan.tsv']);
    expect(await readFile(join(folder, 'Logg.tsv'), 'utf8')).toBe(log + eldre);
  });

  test('in a file on its own, which is then read as a tab of its folder', async () => {
    const folder = await folderWith({
      'Plan.tsv': text,
      '.Plan.tsv.bcdfghjk.ny': text,
      'Plan.logg.tsv': `${log}nå\tPlan!B2\t1.1 x\ta\tz\tU01\tbcdfghjk\n`,
    });
    await openFileEditor(folder).edit(edit);
    expect(await readFile(join(folder, 'Plan.logg.tsv'), 'utf8')).toBe(log);
  });

  test('in the middle of an .xlsx', async () => {
    const folder = await xlsx();
    await writeFile(join(folder, '.ark.xlsx.bcdfghjk.ny'), 'halv');
    await writeFile(join(folder, '.annen.xlsx.bcdfghjk.ny'), 'noen andre holder på');
    await openFileEditor(join(folder, 'ark.xlsx')).edit(edit);
    expect(await names(folder)).toEqual(['.annen.xlsx.bcdfghjk.ny', 'ark.xlsx']);
  });
});

describe('the lock', () => {
  const owner = (pid: number, host = hostname()) => JSON.stringify({ token: 'noen', pid, host });
  const lockOf = (folder: string) => join(folder, '.ark.xlsx.laas');
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

  test.each([
    ['a process that is no more', owner(2 ** 22 - 1), 0],
    ['an earlier life with the same number, as in a container', owner(process.pid), 0],
    ['somebody who has had it too long', owner(1, 'en annen maskin'), 1],
    ['somebody who died before saying who it is', '', 0.1],
    ['the future', owner(1, 'en annen maskin'), -10],
  ])('of %s is taken over', async (_who, content, age) => {
    const folder = await xlsx();
    await writeFile(lockOf(folder), content);
    await utimes(lockOf(folder), minutesAgo(age), minutesAgo(age));

    expect(await openFileEditor(join(folder, 'ark.xlsx')).edit(edit)).toMatchObject({ kind: 'written' });
    expect(await names(folder)).toEqual(['ark.xlsx']);
  });

  test.each([
    ['another machine', owner(1, 'en annen maskin')],
    ['another process', owner(process.ppid)],
  ])('of %s is waited for, but not for ever', async (_who, content) => {
    const folder = await xlsx();
    await writeFile(lockOf(folder), content);
    let now = Date.now();
    const time = {
      now: () => now,
      sleep: async (ms: number) => {
        now += ms * 20;
      },
    };

    await expect(openFileEditor(join(folder, 'ark.xlsx'), time).edit(edit)).rejects.toThrow(
      /Andre skriver i «ark.xlsx»/,
    );
    expect(await names(folder)).toEqual(['.ark.xlsx.laas', 'ark.xlsx']);

    setTimeout(() => rm(lockOf(folder)), 30);
    expect(await openFileEditor(join(folder, 'ark.xlsx')).edit(edit)).toMatchObject({ kind: 'written' });
  });

  test('is the same for a folder and for a file in it', async () => {
    const folder = join(await folderWith({}), 'ark');
    await mkdir(folder);
    await writeFile(join(folder, 'Plan.tsv'), 'Nr\tStatus\n1\ta\n2\ta\n');
    const editors = [openFileEditor(folder), openFileEditor(join(folder, 'Plan.tsv'))] as const;
    await Promise.all(
      editors.map((each, index) => each.edit(change({ key: `${index + 1}`, cells: { 1: ['a', 'b'] } }))),
    );
    expect(await readFile(join(folder, 'Plan.tsv'), 'utf8')).toBe('Nr\tStatus\n1\tb\n2\tb\n');
    expect(await names(folder)).toEqual(['Logg.tsv', 'Plan.logg.tsv', 'Plan.tsv']);
  });

  test('a crash while a lock was taken away leaves nothing behind', async () => {
    const folder = await xlsx();
    await writeFile(`${lockOf(folder)}.noen`, owner(2 ** 22 - 1));
    await openFileEditor(join(folder, 'ark.xlsx')).edit(edit);
    expect(await names(folder)).toEqual(['ark.xlsx']);
  });
});
