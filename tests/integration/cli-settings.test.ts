import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bot, botJson } from '../support/cli.ts';
import { folderWith } from '../support/workbook-files.ts';

const plan = (nr: string) => `Aktivitet\tTiltak\tTidsrom\tAnsvarlig\n1 Drift\t${nr} Mandat\t1.5.24\tTeamet\n`;
const places = (kommune: string) => `Kommune\tKategori\tPlasser\tBelagt\n${kommune}\trehabilitering\t4\t1\n`;

async function someBooks() {
  const folder = await folderWith({
    'a.tsv': plan('1.1'),
    'b.tsv': plan('2.2'),
    'c.tsv': plan('3.3'),
    'lillevik.tsv': places('Lillevik'),
    'storvik.tsv': places('Storvik'),
  });
  return (name: string) => join(folder, name);
}

describe('which workbook is read', () => {
  it.each([
    ['the environment names one', { env: 'b.tsv' }, '2.2'],
    ['.env names one', { file: 'c.tsv' }, '3.3'],
    ['the environment wins over .env', { env: 'b.tsv', file: 'c.tsv' }, '2.2'],
    ['an option wins over both', { option: 'a.tsv', env: 'b.tsv', file: 'c.tsv' }, '1.1'],
  ])('%s', async (_, named: { option?: string; env?: string; file?: string }, nr) => {
    const path = await someBooks();

    const { tiltak } = await botJson(['tiltak', ...(named.option ? ['--handlingsplan', path(named.option)] : [])], {
      ...(named.env ? { env: { HANDLINGSPLAN: path(named.env) } } : {}),
      ...(named.file ? { envFile: { HANDLINGSPLAN: path(named.file) } } : {}),
    });

    expect(tiltak).toMatchObject([{ nr }]);
  });

  it('goes for the places too', async () => {
    const path = await someBooks();
    const env = { KAPASITET: path('lillevik.tsv') };

    expect((await botJson(['kapasitet'], { env })).kommuner).toMatchObject([{ kommune: 'Lillevik' }]);
    expect((await botJson(['kapasitet', '--kapasitet', path('storvik.tsv')], { env })).kommuner).toMatchObject([
      { kommune: 'Storvik' },
    ]);
  });

  it('says what of an answer is invented when only one workbook is the user’s own', async () => {
    const path = await someBooks();

    const { out } = await bot(['ukesstatus'], { env: { HANDLINGSPLAN: path('a.tsv') } });

    expect(out.split('\n')[0]).toBe('Kapasitetstallene er oppdiktede eksempler.');
  });
});

describe('wrong settings', () => {
  const WRONG = {
    SLACK_BOT_TOKEN: 'hemmelig-1',
    SLACK_APP_TOKEN: 'hemmelig-2',
    GOOGLE_API_ROOT: 'ikke en adresse',
    SLACK_API_URL: 'https://slack.example/',
    SLACK_CHANNEL: 'to ord',
    SLACK_ADMIN_CHANNEL: '!',
    PORT: '65536',
    POLL_SECONDS: '0',
    PUBLIC_URL: 'ftp://eksempel.no',
    WRITE_BACK: 'ja',
    HELSEFELLESSKAP: 'flere.json',
    DATABASE_URL: 'mysql://hemmelig-3@db',
  };

  it('are named all at once, a line each, and no value is printed', async () => {
    const { status, out, err } = await bot(['start'], { env: WRONG });

    expect({ status, out }).toEqual({ status: 2, out: '' });
    const named = err
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0]);
    expect(named.toSorted()).toEqual(Object.keys(WRONG).toSorted());
    expect(err).not.toMatch(/hemmelig/);
  });

  it.each([
    [{ SLACK_APP_TOKEN: 'xapp-hemmelig' }, 'SLACK_BOT_TOKEN mangler.'],
    [{ SLACK_SIGNING_SECRET: 'hemmelig' }, 'SLACK_BOT_TOKEN mangler.'],
    [{ HELSEFELLESSKAP: 'flere.json' }, 'HELSEFELLESSKAP er ikke med i denne utgaven.'],
    [{ POLL_SECONDS: '20s' }, 'POLL_SECONDS skal være et helt tall fra 1 til 86400.'],
    [{ PORT: '-1' }, 'PORT skal være et helt tall fra 0 til 65535.'],
  ])('%j is refused by every command that reads settings', async (env, sentence) => {
    for (const command of ['start', 'tiltak', 'kapasitet', 'sjekk']) {
      const { status, out, err } = await bot([command], { env });

      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err).toContain(sentence);
      expect(err).not.toContain('hemmelig');
    }
  });

  it('do not matter to commands that need none', async () => {
    expect(await bot(['tolk', '1.5.24'], { env: WRONG })).toMatchObject({ status: 0 });
    expect(await bot(['hjelp'], { env: WRONG })).toMatchObject({ status: 0 });
  });

  it('that are blank are not set', async () => {
    const env = { SLACK_BOT_TOKEN: '', HANDLINGSPLAN: ' ', PORT: '' };

    expect(await bot(['tiltak', '1.1'], { env })).toMatchObject({ status: 0, err: '' });
  });

  it('a bot token alone does not say how Slack meets the bot: that is said, and the trial starts', async () => {
    const { status, out } = await bot(['start'], { env: { SLACK_BOT_TOKEN: 'xoxb-hemmelig' } });

    expect(status).toBe(0);
    expect(out).toContain('SLACK_BOT_TOKEN er satt, men verken SLACK_APP_TOKEN eller SLACK_SIGNING_SECRET');
    expect(out).not.toContain('hemmelig');
  });
});

it('a .env that cannot be read is not passed over in silence', async () => {
  const { run } = await import('#src/cli/run.ts');
  let err = '';

  const status = await run(['tiltak'], {
    env: {},
    loadEnvFile: () => {
      throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    },
    terminal: {
      colour: false,
      out: () => undefined,
      err: (words) => {
        err += words;
      },
    },
    stdin: (async function* () {})(),
    onRunning: () => undefined,
  });

  expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining('.env') });
});
