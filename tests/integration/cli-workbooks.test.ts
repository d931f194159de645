import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bot, botJson, EXAMPLE } from '../support/cli.ts';
import { folderWith } from '../support/workbook-files.ts';
import { xlsxByHand } from '../support/xlsx-by-hand.ts';

const PLAN = 'Aktivitet\tTiltak\tTidsrom\tAnsvarlig\n';
const PLACES = 'Kommune\tPlasser\tBelagt\n';
/** Neither text nor a zip, the same every time. */
const NOISE = Uint8Array.from({ length: 5000 }, (_, at) => (at * 193 + (at >> 3)) % 256);

/** Every command that reads the plan, and the one that reads the places. */
const QUESTIONS = [
  ['tiltak', '--handlingsplan'],
  ['handlingsplan', '--handlingsplan'],
  ['kpi', '--handlingsplan'],
  ['ukesstatus', '--handlingsplan'],
  ['paaminnelser', '--handlingsplan'],
  ['start', '--handlingsplan'],
  ['kapasitet', '--kapasitet'],
] as const;

/** One Norwegian sentence (or two) on standard error: no stack, no path beyond what was typed. */
async function expectRefusal(argv: readonly string[], sentence: string | RegExp) {
  const { status, out, err } = await bot(argv);

  expect({ argv, status, out }).toEqual({ argv, status: 2, out: '' });
  expect(err).toMatch(sentence);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).not.toMatch(/\bat .*:\d+|node:|\/tmp\//);
}

describe('what cannot be opened ends with 2, for every command', () => {
  it.each([
    ['a path where nothing is', 'finnes-ikke.tsv', 'Fant ikke «finnes-ikke.tsv».'],
    ['a near miss', 'plann.tsv', 'Mente du «plan.tsv»?'],
    ['noise behind .tsv', 'støy.tsv', '«støy.tsv» er ikke en tekstfil'],
    ['noise behind .xlsx', 'støy.xlsx', '«støy.xlsx» er ikke en Excel-fil'],
    ['a zip behind .xlsx', 'pakke.xlsx', '«pakke.xlsx» er ikke en Excel-fil'],
    ['a file of 50 MB', 'stor.tsv', '«stor.tsv» er på 50 MB, og grensen er 20 MB.'],
    ['a workbook of 50 MB', 'stor.xlsx', '«stor.xlsx» er på 50 MB, og grensen er 20 MB.'],
    ['a folder without tables', 'mappe', 'Mappen «mappe» har ingen tabeller.'],
    ['a folder with the name of a workbook', 'x.xlsx', 'Mappen «x.xlsx» har ingen tabeller.'],
    ['another kind of file', 'plan.ods', 'Kan ikke lese «plan.ods».'],
  ])('%s', async (_, name, sentence) => {
    const folder = await folderWith({
      'plan.tsv': PLAN,
      'plan.ods': 'x',
      'støy.tsv': NOISE,
      'støy.xlsx': NOISE,
      'pakke.xlsx': zipSync({ 'hei.txt': strToU8('hei') }),
    });
    await mkdir(join(folder, 'mappe'));
    await mkdir(join(folder, 'x.xlsx'));
    for (const big of ['stor.tsv', 'stor.xlsx']) {
      await writeFile(join(folder, big), '');
      await truncate(join(folder, big), 50 * 2 ** 20);
    }

    for (const [command, option] of [...QUESTIONS, ['sjekk', '--handlingsplan'], ['sjekk', '--kapasitet']] as const) {
      await expectRefusal([command, option, join(folder, name)], sentence);
    }
  });
});

describe('a workbook without a table', () => {
  const tables: readonly (readonly [string, string])[] = [
    ['an empty .tsv', 'tom.tsv'],
    ['an empty .csv', 'tom.csv'],
    ['an empty .xlsx', 'tom.xlsx'],
    ['nothing but line breaks', 'linjer.tsv'],
    ['an .xlsx with one empty sheet', 'blank.xlsx'],
    ['headings of something else', 'annet.tsv'],
    ['a folder of notes', 'notater'],
  ];
  const files = {
    'tom.tsv': '',
    'tom.csv': '',
    'tom.xlsx': '',
    'linjer.tsv': '\n\n\n',
    'blank.xlsx': xlsxByHand({ sheets: { 'Ark 1': '' } }),
    'annet.tsv': 'a\tb\n1\t2\n',
    'notater/les.txt': 'Husk møtet\n',
  };

  it.each(tables)('%s: questions end with 2 and say what is missing', async (_, name) => {
    const path = join(await folderWith(files), name);

    for (const [command, option] of QUESTIONS) {
      const what = option === '--kapasitet' ? 'Kapasitet' : /Handlingsplan|KPI/;
      await expectRefusal([command, option, path], what);
    }
  });

  it.each(tables)('%s: sjekk shows the fault, and ends with 1', async (_, name) => {
    const path = join(await folderWith(files), name);

    const argv = ['sjekk', '--handlingsplan', path];
    expect(await bot(argv)).toMatchObject({ status: 1, err: '', out: expect.stringContaining('Fant ingen tabell') });
    expect((await botJson(argv)).faults).toMatchObject([
      {
        sheet: expect.any(String),
        cell: 'A1',
        expected: expect.any(String),
        message: expect.stringContaining('Handlingsplan'),
      },
    ]);
  });
});

describe('headings without rows', () => {
  it.each(['tiltak', 'handlingsplan', 'ukesstatus'])(
    '%s says that the plan is empty, and ends with 0',
    async (command) => {
      const path = join(await folderWith({ 'plan.tsv': PLAN }), 'plan.tsv');

      const { status, out, err } = await bot([command, '--handlingsplan', path]);

      expect({ status, err }).toEqual({ status: 0, err: '' });
      expect(out).toContain('Planen er tom');
    },
  );

  it('remind nobody', async () => {
    const path = join(await folderWith({ 'plan.tsv': PLAN }), 'plan.tsv');

    expect(await bot(['paaminnelser', '--handlingsplan', path, '--dato', '2024-06-03'])).toMatchObject({
      status: 0,
      out: expect.stringContaining('Ingen påminnelser i dag'),
    });
  });

  it('of places say that the sheet is empty', async () => {
    const path = join(await folderWith({ 'plasser.tsv': PLACES }), 'plasser.tsv');

    expect(await bot(['kapasitet', '--kapasitet', path])).toMatchObject({
      status: 0,
      out: expect.stringContaining('Kapasitetsarket er tomt.'),
    });
  });

  it('start the trial all the same', async () => {
    const path = join(await folderWith({ 'plan.tsv': PLAN }), 'plan.tsv');

    expect(await bot(['start', '--handlingsplan', path])).toMatchObject({ status: 0, err: '' });
  });
});

describe('sjekk', () => {
  it('ends with 1 when a cell is to be mended, and says which', async () => {
    const path = join(await folderWith({ 'plan.tsv': `${PLAN}1 A\t1.1 Mandat\t31.2.24\tA\n` }), 'plan.tsv');

    const argv = ['sjekk', '--handlingsplan', path, '--kapasitet', EXAMPLE];
    expect(await bot(argv)).toMatchObject({ status: 1, out: expect.stringContaining('plan!C2') });
    expect((await botJson(argv)).faults).toMatchObject([{ sheet: 'plan', cell: 'C2', found: '31.2.24' }]);
  });

  it('is the only command that ends with 1', async () => {
    const path = join(await folderWith({ 'plan.tsv': `${PLAN}1 A\t1.1 Mandat\t31.2.24\tA\n` }), 'plan.tsv');

    expect(await bot(['tiltak', '--handlingsplan', path])).toMatchObject({ status: 0 });
  });
});

it('one workbook that cannot be opened does not hide behind the other', async () => {
  await expectRefusal(['ukesstatus', '--kapasitet', 'finnes-ikke.xlsx'], 'Fant ikke «finnes-ikke.xlsx».');
  await expectRefusal(['kapasitet', '--handlingsplan', 'finnes-ikke.xlsx'], 'Fant ikke «finnes-ikke.xlsx».');
});
