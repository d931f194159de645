import { describe, expect, it } from 'vitest';
import { asciiName, parseArguments, UsageError } from '#src/cli/arguments.ts';

describe('a command line', () => {
  it.each([
    [[], { command: null, words: [], values: {}, flags: [] }],
    [['tiltak', 'forfalt'], { command: 'tiltak', words: ['forfalt'], values: {}, flags: [] }],
    [['Påminnelser'], { command: 'paaminnelser', words: [], values: {}, flags: [] }],
    [['--json', 'kpi', '2'], { command: 'kpi', words: ['2'], values: {}, flags: ['json'] }],
    [['tiltak', '--dato', '2024-06-03'], { command: 'tiltak', words: [], values: { dato: '2024-06-03' }, flags: [] }],
    [['tiltak', '--dato=2024-06-03'], { command: 'tiltak', words: [], values: { dato: '2024-06-03' }, flags: [] }],
    [['tolk', '--år', '2024', 'x'], { command: 'tolk', words: ['x'], values: { aar: '2024' }, flags: [] }],
    [['tolk', '-', '– 1.5.24', '-1'], { command: 'tolk', words: ['-', '– 1.5.24', '-1'], values: {}, flags: [] }],
    [['tolk', '--', '--json'], { command: 'tolk', words: ['--json'], values: {}, flags: [] }],
    [['tolk', '---'], { command: 'tolk', words: ['---'], values: {}, flags: [] }],
    [['-h'], { command: null, words: [], values: {}, flags: ['hjelp'] }],
    [['tolk', ''], { command: 'tolk', words: [''], values: {}, flags: [] }],
    [
      ['kpi', '--handlingsplan=https://x.no/?a=b'],
      { command: 'kpi', words: [], values: { handlingsplan: 'https://x.no/?a=b' }, flags: [] },
    ],
  ])('%j', (argv, taken) => {
    const { flags, ...rest } = parseArguments(argv);

    expect({ ...rest, flags: [...flags] }).toEqual(taken);
  });

  it.each([
    [['--jsn'], 'Jeg kjenner ikke valget --jsn. Mente du --json?'],
    [['--qqqqqqqq'], 'Jeg kjenner ikke valget --qqqqqqqq. Skriv «hjelp» for å se valgene.'],
    [['--handlingspln=x'], 'Jeg kjenner ikke valget --handlingspln. Mente du --handlingsplan?'],
    [['--dato'], 'Valget --dato trenger en verdi etter seg.'],
    [['--dato='], 'Valget --dato trenger en verdi etter seg.'],
    [['--dato', ' '], 'Valget --dato trenger en verdi etter seg.'],
    [['--kapasitet', '--json'], 'Valget --kapasitet trenger en verdi etter seg.'],
    [['--json=ja'], 'Valget --json skal ikke ha noen verdi.'],
  ])('%j is refused', (argv, message) => {
    expect(() => parseArguments(argv)).toThrow(new UsageError(message));
  });
});

it.each([
  ['KJØR', 'kjor'],
  ['påminnelser', 'paaminnelser'],
  ['pa\u030aminnelser', 'paaminnelser'],
  ['Ærlig', 'aerlig'],
])('«%s» is typed %s on other keyboards', (name, ascii) => {
  expect(asciiName(name)).toBe(ascii);
});
