import { describe, expect, it } from 'vitest';
import { bot, botJson } from '../support/cli.ts';

const tidsrom = (text: string, reading: object) => ({
  text,
  kind: 'missing',
  start: null,
  end: null,
  precision: null,
  dependsOn: [],
  ...reading,
});

describe('tolk', () => {
  it('reads deadlines, one reading for each text, in order', async () => {
    const texts = ['Innen 1.5.24', 'Q3 2024', 'løpende', 'Avhengig av 1.1', '31.2.24', 'tja', 'xx.xx'];

    expect(await botJson(['tolk', ...texts])).toEqual([
      tidsrom('Innen 1.5.24', { kind: 'by', end: '2024-05-01', precision: 'day' }),
      tidsrom('Q3 2024', { kind: 'range', start: '2024-07-01', end: '2024-09-30', precision: 'quarter' }),
      tidsrom('løpende', { kind: 'ongoing' }),
      tidsrom('Avhengig av 1.1', { kind: 'depends-on', dependsOn: ['1.1'] }),
      tidsrom('31.2.24', { kind: 'fault' }),
      tidsrom('tja', { kind: 'unknown' }),
      tidsrom('xx.xx', { kind: 'placeholder' }),
    ]);
  });

  it.each([
    ['status', 'grønn', { status: 'on-track' }],
    ['status', '', { status: 'not-reported' }],
    ['status', 'kanskje', { status: 'unknown' }],
    ['ansvarlig', 'St. Olavs & kommunene', { parties: ['St. Olavs', 'kommunene'], fanOut: 'kommuner' }],
    ['ansvarlig', 'Kommunegruppene', { parties: ['Kommunegruppene'], fanOut: 'kommunegrupper' }],
    ['ansvarlig', '[Navn]', { parties: [], fanOut: 'none' }],
    ['prioritet', 'Middel', { value: 'middels' }],
    ['prioritet', 'Høy / Middel / Lav', { value: null }],
    ['omfang', 'Mid dels', { value: 'middels' }],
    ['tall', '1 767', { value: 1767 }],
    ['tall', '#REF!', { value: null }],
  ])('reads the column %s: «%s»', async (kolonne, text, reading) => {
    expect(await botJson(['tolk', '--kolonne', kolonne, text])).toEqual([{ text, ...reading }]);
  });

  it.each(['-', '–', '– 31.12.24', '-1', '-x'])('takes «%s» for a cell, not for an option', async (text) => {
    expect(await botJson(['tolk', text])).toMatchObject([{ text }]);
  });

  it('takes everything after «--» for cells', async () => {
    expect(await bot(['tolk', '--json', '--', '--stdin', '1.5.24'])).toMatchObject({ status: 0, err: '' });
    expect(JSON.parse((await bot(['tolk', '--json', '--', '--stdin'])).out)).toMatchObject([{ text: '--stdin' }]);
  });

  it.each(['--aar', '--år', '--Aar'])('reads a text without a year by %s', async (option) => {
    expect(await botJson(['tolk', '1. mai', option, '2024'])).toMatchObject([{ kind: 'by', end: '2024-05-01' }]);
    expect(await botJson(['tolk', '1. mai'])).toMatchObject([{ kind: 'unknown', end: null }]);
  });

  it('says the same in words', async () => {
    const { out } = await bot(['tolk', 'Innen 1.5.24', '15.3 – 1.9.2024', '']);

    expect(out).toBe(
      '«Innen 1.5.24» → innen 1. mai 2024 (dag)\n«15.3 – 1.9.2024» → fra 15. mars 2024 til 1. september 2024 (dag)\n«» → tom celle: ingen frist satt\n',
    );
  });

  it('never shows a birth number', async () => {
    const { out } = await bot(['tolk', '01810750045', '--kolonne', 'ansvarlig', '--json']);

    expect(out).not.toContain('01810750045');
  });
});

describe('tolk --stdin', () => {
  it.each([
    ['a text a line', 'Innen 1.5.24\nQ3 2024\n', ['Innen 1.5.24', 'Q3 2024']],
    ['lines as Windows ends them', 'Innen 1.5.24\r\nQ3 2024\r\n', ['Innen 1.5.24', 'Q3 2024']],
    ['a blank line as a blank cell', 'Innen 1.5.24\n\n-\n', ['Innen 1.5.24', '', '-']],
    ['a last line without a line break', '1.5.24\n– 31.12.24', ['1.5.24', '– 31.12.24']],
    ['one blank line', '\n', ['']],
    ['a blank cell at the end', '1.5.24\n\n', ['1.5.24', '']],
    ['a byte order mark', '\ufeff1.5.24\n', ['1.5.24']],
    ['nothing', '', []],
  ])('takes %s', async (_, stdin, texts) => {
    const readings: readonly { readonly text: string }[] = await botJson(['tolk', '--stdin'], { stdin });

    expect(readings.map(({ text }) => text)).toEqual(texts);
  });

  it('reads another column too', async () => {
    expect(await botJson(['tolk', '--stdin', '--kolonne', 'tall'], { stdin: '90 %\n1,8\n' })).toEqual([
      { text: '90 %', value: 0.9 },
      { text: '1,8', value: 1.8 },
    ]);
  });
});

it.each([
  [['tolk'], 'Skriv teksten jeg skal tolke'],
  [['tolk', 'x', '--kolonne', 'tidsrm'], 'Jeg kjenner ikke kolonnen «tidsrm». Mente du tidsrom?'],
  [['tolk', 'x', '--kolonne', 'qqqqqqqq'], 'Velg en av tidsrom, status, ansvarlig, prioritet, omfang, tall.'],
  [['tolk', 'x', '--aar', '24'], '--aar skal være et årstall som 2024, ikke «24».'],
])('%j is turned down in one sentence', async (argv, sentence) => {
  const { status, out, err } = await bot(argv);

  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain(sentence);
});
