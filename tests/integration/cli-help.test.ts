import { describe, expect, it } from 'vitest';
import { bot } from '../support/cli.ts';

describe('hjelp', () => {
  it.each([[['hjelp']], [['--hjelp']], [['-h']], [['tolk', '--hjelp']], [['start', '--hjelp']]])(
    '%j lists the commands',
    async (argv) => {
      const { status, out } = await bot(argv);

      expect(status).toBe(0);
      for (const name of [
        'start',
        'kapasitet',
        'tiltak',
        'kpi',
        'ukesstatus',
        'paaminnelser',
        'kjor',
        'doktor',
        'sjekk',
        'tolk',
        'maler',
      ]) {
        expect(out).toMatch(new RegExp(`^ *${name}\\b`, 'm'));
      }
    },
  );

  it.each([[['hjelp', 'tiltak']], [['tiltak', 'hjelp']], [['tiltak', '--hjelp']]])(
    '%j tells how to use one command, whatever the workbooks are',
    async (argv) => {
      const env = { HANDLINGSPLAN: 'finnes-ikke.xlsx' };

      expect(await bot(argv, { env })).toMatchObject({
        status: 0,
        out: expect.stringContaining('`/tiltak forfalt`'),
        err: '',
      });
    },
  );
});

it('a birth number somebody types is not echoed', async () => {
  for (const argv of [
    ['kapasitet', 'Kari', '01810750045'],
    ['tiltak', '018107 50045'],
    ['01810750045'],
    ['--01810750045'],
  ]) {
    const { out, err } = await bot(argv);

    expect(out + err).not.toMatch(/018107.?50045/);
  }
});

it.each([
  [['tltak'], 'Jeg kjenner ikke kommandoen «tltak». Mente du «tiltak»?'],
  [['qqqqqqqqqq'], 'Skriv «hjelp» for å se kommandoene.'],
  [['tiltak', '--jsn'], 'Jeg kjenner ikke valget --jsn. Mente du --json?'],
  [['tiltak', '--json=ja'], 'Valget --json skal ikke ha noen verdi.'],
  [['tiltak', '--handlingsplan'], 'Valget --handlingsplan trenger en verdi etter seg.'],
  [['tiltak', '--handlingsplan', ' '], 'Valget --handlingsplan trenger en verdi etter seg.'],
  [['tiltak', '--dato', '--json'], 'Valget --dato trenger en verdi etter seg.'],
  [['kjør', 'ukesstatus'], 'SLACK_BOT_TOKEN er ikke satt, så jeg har ingen å sende som.'],
  [['kjør'], 'Skriv hvilken jobb jeg skal kjøre: ukesstatus eller paaminnelser.'],
  [['kjør', 'ukestatus'], 'Jeg kjenner ikke jobben «ukestatus». Mente du «ukesstatus»?'],
  [['kjør', 'qqqqqqqqqq'], 'Jeg kjenner ikke jobben «qqqqqqqqqq». Jeg har ukesstatus og paaminnelser.'],
  [['maler'], 'maler --til MAPPE'],
])('%j is turned down in one sentence', async (argv, sentence) => {
  const { status, out, err } = await bot(argv);

  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain(sentence);
  expect(err.trim().split('\n')).toHaveLength(1);
});
