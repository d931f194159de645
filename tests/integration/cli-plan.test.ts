import { describe, expect, it } from 'vitest';
import { bot, botJson } from '../support/cli.ts';

const TEXT = expect.any(String);
const LIST = expect.any(Array);

describe('ukesstatus', () => {
  it('is printed with its details, and nothing is sent', async () => {
    const { status, out, err } = await bot(['ukesstatus']);

    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('Ukesstatus uke 23');
    expect(out).toContain('Over fristen (8)');
    expect(out).toContain('Handlingsplan!B2');
  });

  it('as data', async () => {
    const { messages } = await botJson(['ukesstatus']);

    expect(messages).toMatchObject([{ key: 'ukesstatus:2024-W23:kanalen', to: 'kanalen', text: TEXT, blocks: LIST }]);
    expect(messages[0].thread[0]).toEqual({ text: TEXT, blocks: LIST });
  });

  it('names the channel it is for', async () => {
    const env = { SLACK_CHANNEL: 'C0SAMHANDLING' };

    expect(await botJson(['ukesstatus'], { env })).toMatchObject({ messages: [{ to: 'C0SAMHANDLING' }] });
  });
});

describe.each(['paaminnelser', 'påminnelser'])('%s', (command) => {
  it('is printed to each unit, and nothing is sent', async () => {
    const { status, out } = await bot([command]);

    expect(status).toBe(0);
    expect(out).toContain('Til Kompetansegruppen\nHei. Kompetansegruppen har 3 tiltak som trenger svar.');
    expect(out).toContain('Ingenting er sendt herfra.');
  });

  it('as data', async () => {
    const { messages, unmapped } = await botJson([command]);

    expect(messages[0]).toEqual({
      key: 'paaminnelser:2024-06-03:Kompetansegruppen',
      to: 'Kompetansegruppen',
      text: TEXT,
      blocks: LIST,
      thread: LIST,
    });
    expect(unmapped).toEqual([]);
  });
});

describe('tiltak', () => {
  it('as data: the whole plan', async () => {
    const answer = await botJson(['tiltak']);

    expect(answer).toMatchObject({ asOf: '2024-06-03T08:00', skipped: 11, contradictions: [], faults: [] });
    expect(answer.aktiviteter).toHaveLength(7);
    expect(answer.aktiviteter[1]).toEqual({ nr: '2', name: expect.stringContaining('utskrivningsteam') });
    expect(answer.tiltak).toHaveLength(29);
  });

  it('as data: every field of a tiltak', async () => {
    const { tiltak } = await botJson(['tiltak', '5.7']);

    expect(tiltak).toMatchObject([
      {
        nr: '5.7',
        aktivitet: '5',
        text: expect.stringContaining('Sikre bedre kvalitet'),
        tidsrom: '1.5.24 – 1.10.24',
        frist: { kind: 'range', start: '2024-05-01', end: '2024-10-01', precision: 'day', dependsOn: [] },
        prioritet: 'hoy',
        omfang: 'middels',
        ansvarlig: ['St. Olavs hospital', 'den enkelte kommune'],
        fanOut: 'kommuner',
        status: 'not-reported',
        timing: 'on-track',
        daysOverdue: null,
        waitsFor: [],
        cell: 'Handlingsplan!B38',
      },
    ]);
    expect(tiltak[0].perKommune).toHaveLength(22);
    expect(tiltak[0].perKommune[0]).toEqual({ kommune: 'Trondheim', status: 'not-reported' });
  });

  it.each([
    [['tiltak', '1.2'], ['1.2']],
    [
      ['tiltak', '2'],
      ['2.1', '2.2', '2.3', '2.4'],
    ],
    [
      ['tiltak', 'forfalt'],
      ['1.1', '1.4', '2.1', '3.1', '3.3', '3.4', '5.1', '5.4'],
    ],
    [
      ['TILTAK', 'Uten', 'frist'],
      ['5.8', '5.9', '7.1', '7.2'],
    ],
    [
      ['tiltak', 'mine', '--som', 'kompetansegruppa'],
      ['1.1', '1.2', '1.3', '2.1', '3.3'],
    ],
    [
      ['tiltak', 'Analysegruppen'],
      ['1.1', '1.2', '1.3'],
    ],
    [['tiltak', 'epikrise'], ['5.7']],
    [['tiltak', 'qqqq'], []],
  ])('%j', async (argv, nrs) => {
    const { tiltak } = await botJson(argv);

    expect(tiltak.map(({ nr }: { readonly nr: string }) => nr).toSorted()).toEqual(nrs);
  });

  it('asks who «mine» is', async () => {
    expect(await bot(['tiltak', 'mine'])).toMatchObject({ status: 0, out: expect.stringContaining('--som') });
  });
});

it('handlingsplan shows every aktivitet', async () => {
  const { status, out } = await bot(['handlingsplan']);

  expect(status).toBe(0);
  expect(out).toContain('29 tiltak i 7 aktiviteter');
  expect((await botJson(['handlingsplan'])).tiltak).toHaveLength(29);
});
