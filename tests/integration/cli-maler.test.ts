import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bot, botJson } from '../support/cli.ts';
import { folderWith } from '../support/workbook-files.ts';

it('maler writes the blank templates, and the bot reads them as an empty plan without faults', async () => {
  const folder = join(await folderWith({}), 'ark');

  expect(await bot(['maler', '--til', folder])).toMatchObject({
    status: 0,
    out: expect.stringContaining('Skrev handlingsplan.xlsx og kapasitet.xlsx'),
    err: '',
  });

  const books = ['--handlingsplan', join(folder, 'handlingsplan.xlsx'), '--kapasitet', join(folder, 'kapasitet.xlsx')];
  expect(await bot(['tiltak', ...books])).toMatchObject({ status: 0, out: expect.stringContaining('Planen er tom') });
  expect(await bot(['kapasitet', ...books])).toMatchObject({ status: 0, out: expect.stringContaining('tomt') });
  expect((await botJson(['sjekk', ...books])).faults).toEqual([]);
});

it('maler never writes over what somebody has begun on', async () => {
  const folder = await folderWith({});
  await writeFile(join(folder, 'kapasitet.xlsx'), 'mitt eget');

  const { status, out, err } = await bot(['maler', '--til', folder]);

  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain('«kapasitet.xlsx» finnes fra før');
});

it('maler tells how to say where', async () => {
  expect(await bot(['maler'])).toEqual({
    status: 2,
    out: '',
    err: 'Si hvor malene skal: maler --til MAPPE skriver filer, og maler --google fyller regnearkene i HANDLINGSPLAN og KAPASITET.\n',
  });
});
