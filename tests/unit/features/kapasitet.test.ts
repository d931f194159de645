import { describe, expect, it } from 'vitest';
import { DEFAULT_INNSTILLINGER } from '#src/domain/innstillinger.ts';
import type { KapasitetRow } from '#src/domain/kapasitet.ts';
import { judgeKapasitet } from '#src/domain/kapasitet-judgement.ts';
import { kapasitetCommand } from '#src/features/kapasitet/command.ts';
import { kapasitetWeeklyLine } from '#src/features/kapasitet/weekly.ts';
import { blockTexts, overLimits } from '#src/message/limits.ts';
import type { Model } from '#src/sheets/model.ts';
import { aKommune, aModel, aRow, NOW, oslo } from '../../support/kapasitet.ts';

const OLD = oslo('2024-05-16 10:20');

interface Asking {
  readonly model?: Partial<Model>;
  readonly unit?: string;
}

function ask(words: string, kapasitet: readonly KapasitetRow[] | null, { model = {}, unit }: Asking = {}) {
  const { message, json } = kapasitetCommand.answer({
    words,
    model: aModel({ kapasitet, ...model }),
    now: NOW,
    unit: unit ?? null,
    channels: { summary: null, admin: null },
  });
  const shown = message.blocks.flatMap(blockTexts).join('\n');
  return { message, json, shown, lines: shown.split('\n') };
}

/** The mock-up of the user guide. */
const FIVE = [
  aRow({ kommune: 'Trondheim', plasser: 92, bemannet: 88, belagt: 82, tarImot: 'avtale', kontakt: 'tlf. 00 00 00 01' }),
  aRow({
    kommune: 'Melhus',
    plasser: 14,
    belagt: 13,
    tarImot: null,
    oppdatert: oslo('2024-06-02 15:40'),
    forbehold: 'ikke delir',
  }),
  aRow({ kommune: 'Orkland', plasser: 18, belagt: 19, oppdatert: oslo('2024-06-03 05:00') }),
  aRow({ kommune: 'Frøya', plasser: 9, belagt: 7, oppdatert: OLD }),
  aRow({ kommune: 'Oppdal', plasser: null, belagt: null, oppdatert: null }),
];

describe('/kapasitet', () => {
  it('says what every kommune has, how old it is, and what counts', () => {
    const { lines, message } = ask('', FIVE);

    expect(lines.slice(0, 8)).toEqual([
      'Ledige korttidsplasser',
      'lest 3. juni 08:00',
      '✓ *Trondheim*  6 ledige av 92 (88 bemannet) · for 1 t siden · tar imot fra andre etter avtale · tlf. 00 00 00 01',
      '✓ *Melhus*  1 ledig av 14 · i går 15:40 · forbehold: ikke delir',
      '▲ *Orkland*  overbelegg 1 (18 plasser) · for 3 t siden',
      '⚠ *Frøya*  2 ledige av 9, men ikke bekreftet siden 16. mai (teller ikke med)',
      '▫ Ikke rapportert (1): Oppdal',
      'Bekreftet: 7 ledige i 2 kommuner (3 av 5 har bekreftet siste døgn).',
    ]);
    expect(message.text).toBe(
      'Ledige korttidsplasser. Bekreftet: 7 ledige i 2 kommuner (3 av 5 har bekreftet siste døgn).',
    );
  });

  it('gives the same as data', () => {
    const { json } = ask('', FIVE);

    expect(json).toMatchObject({
      asOf: '2024-06-03T08:00',
      kommuner: [
        {
          kommune: 'Trondheim',
          enhet: '',
          kategori: null,
          plasser: 92,
          bemannet: 88,
          belagt: 82,
          reservert: null,
          stengt: null,
          ledig: 6,
          status: 'confirmed',
          ageHours: 1,
          tarImot: 'avtale',
          forbehold: '',
          kontakt: 'tlf. 00 00 00 01',
          cell: 'Kapasitet!A2',
        },
        { kommune: 'Melhus', ledig: 1, status: 'confirmed' },
        { kommune: 'Orkland', ledig: -1, status: 'confirmed' },
        { kommune: 'Frøya', ledig: 2, status: 'stale' },
        { kommune: 'Oppdal', ledig: null, status: 'not-reported', ageHours: null },
      ],
      sum: { ledig: 7, confirmedKommuner: 3, kommuner: 5 },
      ohd: { ledig: null },
      level: null,
      faults: [],
    });
  });

  it.each([
    [{ oppdatert: null }, '1 ledig av 10, men ikke bekreftet: tidspunktet mangler (teller ikke med)'],
    [
      { oppdatert: oslo('2024-06-05 10:00') },
      '1 ledig av 10, men ikke bekreftet: tidspunktet 5. juni 10:00 er ikke kommet ennå (teller ikke med)',
    ],
    [{ belagt: 12, oppdatert: OLD }, 'overbelegg 2 (10 plasser), men ikke bekreftet siden 16. mai (teller ikke med)'],
    [{ unreadable: true }, 'ikke rapportert: et tall i raden kan ikke leses'],
    [{ belagt: 10 }, '0 ledige av 10 · for 1 t siden'],
    [{ bemannet: 10, stengt: 1, reservert: 2, belagt: 5 }, '2 ledige av 10 (1 stengt, 2 reservert) · for 1 t siden'],
    [{ plasser: null, bemannet: 10 }, '1 ledig av 10 bemannede · for 1 t siden'],
    [{ ledigFra: oslo('2024-06-10').day }, '1 ledig av 10, først fra 10. juni · for 1 t siden'],
    [{ ledigFra: oslo('2024-06-03').day }, '1 ledig av 10 · for 1 t siden'],
    [{ kategoriText: 'langtid' }, 'ukjent kategori «langtid» (teller ikke med)'],
    [{ duplicate: true }, 'står dobbelt i arket (teller ikke med)'],
    [{ tarImot: 'nei' as const }, 'tar ikke imot fra andre'],
  ])('a row with %j: %s', (fields, text) => {
    expect(ask('alle', [aRow(fields)]).shown).toContain(text);
  });

  it('names enhet and kategori when a kommune has several rows, and øhd always', () => {
    const { shown } = ask('', [
      aRow({ kommune: 'Trondheim', enhet: 'Helsehuset', kategori: 'korttid utredning/behandling' }),
      aRow({ kommune: 'Trondheim', enhet: 'Helsehuset', kategori: 'øhd', belagt: 8 }),
      aRow({ kommune: 'Melhus', enhet: 'Sykehjemmet', kategori: 'rehabilitering' }),
      aRow({ kommune: 'Malvik', kategori: 'øhd', belagt: 10 }),
    ]);

    expect(shown).toContain('*Trondheim, Helsehuset (korttid)*');
    expect(shown).toContain('*Trondheim, Helsehuset (ØHD)*');
    expect(shown).toContain('*Melhus*');
    expect(shown).toContain('*Malvik (ØHD)*');
    expect(shown).toContain('ØHD for seg: 2 ledige.');
  });

  it.each([
    ['everything later', [aRow({ ledigFra: oslo('2024-06-10').day })], 'Bekreftet: 1 ledig, først fra 10. juni.'],
    [
      'some later',
      [aRow({ belagt: 7, enhet: 'A', ledigFra: oslo('2024-06-10').day }), aRow({ enhet: 'B' })],
      'Bekreftet: 4 ledige, herav 3 først fra 10. juni.',
    ],
    ['nothing confirmed', [aRow({ oppdatert: OLD })], 'Ingen tall er bekreftet siste døgn.'],
    [
      'øhd not confirmed',
      [aRow(), aRow({ kategori: 'øhd', oppdatert: OLD })],
      'Bekreftet: 1 ledig. ØHD for seg: ikke bekreftet.',
    ],
    ['only øhd', [aRow({ kategori: 'øhd' })], 'ØHD: 1 ledig.'],
  ])('sums up with %s', (_, rows, sum) => {
    expect(ask('alle', rows).lines).toContain(sum);
  });

  it('says how long figures hold, when the sheet’s owners have decided it', () => {
    const innstillinger = { ...DEFAULT_INNSTILLINGER, freshHours: 48, weekendsCount: false };

    expect(ask('', FIVE, { model: { innstillinger } }).shown).toContain(
      '(3 av 5 har bekreftet siste 48 timer, helg ikke medregnet)',
    );
  });

  it('points at the cells that need mending, as links when the sheet is on Google', () => {
    const fault = {
      sheet: 'Kapasitet',
      cell: 'F2',
      found: 'fullt',
      expected: 'et tall',
      message: '«fullt» er ikke et tall.',
    };
    const elsewhere = { ...fault, sheet: 'Handlingsplan' };
    const model = {
      faults: [elsewhere, fault],
      kapasitetFaults: [fault],
      urls: { Kapasitet: 'https://sheets.test/d/1#gid=0' },
    };
    const { shown, json } = ask('', [aRow({ unreadable: true })], { model });

    expect(shown).toContain('Å rette i arket (1): <https://sheets.test/d/1#gid=0&range=F2|Kapasitet!F2>');
    expect(json).toMatchObject({ faults: [fault] });
  });

  it('says so when there is nothing', () => {
    expect(ask('', []).message.text).toBe('Kapasitetsarket er tomt.');
    expect(ask('Malvik', []).message.text).toBe('Kapasitetsarket er tomt.');
    expect(ask('', null).message.text).toBe('Jeg finner ingen tabell over plasser i kapasitetsarket.');
    expect(ask('', []).json).toMatchObject({ kommuner: [], sum: { ledig: 0, confirmedKommuner: 0, kommuner: 0 } });
  });

  it('never lets a cell ring the channel', () => {
    const cell = '<!channel> & <@U1>';
    const row = aRow({ kommune: cell, enhet: cell, kategoriText: cell, forbehold: cell, kontakt: cell, merknad: cell });
    const answers = ['', 'alle', '1', 'oppdater', '<!channel>'].map((words) =>
      ask(words, [row, { ...row, enhet: 'B' }]),
    );

    for (const { message, shown } of answers) {
      const markup = message.blocks.filter(({ type }) => type !== 'header').flatMap(blockTexts);
      expect([message.text, ...markup].join('\n')).not.toMatch(/<[!@]/);
      expect(shown).not.toBe('');
    }
  });
});

describe('on one screen', () => {
  const kommuner = (n: number, fields: (i: number) => Partial<KapasitetRow> = () => ({})) =>
    Array.from({ length: n }, (_, i) => aRow({ kommune: `Vik ${i + 1}`, ...fields(i) }));
  const everyCase = (i: number): Partial<KapasitetRow> =>
    [{}, { belagt: 10 }, { belagt: 12 }, { oppdatert: OLD }, { belagt: null }][i % 5] ?? {};

  it.each([1, 22, 400])('%i kommuner fit', (n) => {
    const { lines, message } = ask('', kommuner(n, everyCase));

    expect(lines.length).toBeLessThanOrEqual(30);
    expect(overLimits(message)).toEqual([]);
  });

  it('what is left out is counted', () => {
    const { shown, lines } = ask('', kommuner(400));

    expect(lines.filter((line) => line.startsWith('✓'))).toHaveLength(21);
    expect(shown).toContain('… og 379 til. Skriv `/kapasitet` og en kommune, for eksempel `/kapasitet Vik 1`.');
    expect(shown).toContain('Bekreftet: 400 ledige i 400 kommuner');
  });

  it('/kapasitet alle shows more, and each who has not reported', () => {
    const rows = kommuner(40, (i) => (i > 35 ? { belagt: null } : {}));

    expect(ask('', rows).shown).toContain('… og 15 til. Skriv `/kapasitet alle`.');
    expect(ask('alle', rows).lines.filter((line) => /^[✓▫]/.test(line))).toHaveLength(40);
  });

  it.each(['', 'alle', 'Vik 1', 'rehab', '1', '1 nær Vik 1', 'tar imot', 'oppdater Vik 1'])(
    '«%s» stays within Slack’s limits, however much the cells hold',
    (words) => {
      const long = '<&> '.repeat(300);
      const rows = kommuner(400, (i) => ({
        kategori: 'rehabilitering',
        enhet: long,
        forbehold: long,
        kontakt: long,
        merknad: long,
        ...(i % 3 === 0 ? { belagt: null } : {}),
        ...(i < 5 ? { kommune: 'Vik 1' } : {}),
      }));

      expect(overLimits(ask(words, rows).message)).toEqual([]);
    },
  );
});

describe('/kapasitet with words', () => {
  it('of a kommune, tells how the figure came about and where it stands', () => {
    const rows = [
      aRow({ kommune: 'Malvik', plasser: 14, bemannet: 12, stengt: 1, belagt: 9, reservert: 1, merknad: 'Ring først' }),
      aRow({ kommune: 'Melhus', cell: 'Kapasitet!A3' }),
    ];
    const { shown, json } = ask('malvik', rows);

    expect(shown).toContain(
      'Slik regner jeg: det minste av 12 bemannet og 14 plasser − 1 stengt, minus 9 belagt og 1 reservert = 2 · Kapasitet!A2',
    );
    expect(shown).toContain('merknad: Ring først');
    expect(shown).not.toContain('Melhus');
    expect(json).toMatchObject({ kommuner: [{ kommune: 'Malvik' }], sum: { ledig: 2, kommuner: 1 } });
  });

  it('of a kommune, explains the faults in its own rows only', () => {
    const fault = {
      sheet: 'Kapasitet',
      cell: 'F2',
      found: 'fullt',
      expected: 'et tall',
      message: '«fullt» er ikke et tall.',
    };
    const rows = [aRow({ kommune: 'Malvik', unreadable: true }), aRow({ kommune: 'Melhus', cell: 'Kapasitet!A22' })];
    const model = { kapasitetFaults: [fault, { ...fault, cell: 'F22' }] };

    const { shown } = ask('Malvik', rows, { model });

    expect(shown).toContain('Kapasitet!F2  «fullt» er ikke et tall.');
    expect(shown).not.toContain('F22');
  });

  it('of a kategori, sums only that', () => {
    const rows = [
      aRow({ kategori: 'rehabilitering', belagt: 8 }),
      aRow({ kommune: 'Storvik', kategori: 'avlastning' }),
    ];
    const { shown, json } = ask('rehab', rows);

    expect(shown).toContain('Ledige rehabiliteringsplasser');
    expect(json).toMatchObject({ kommuner: [{ kategori: 'rehabilitering' }], sum: { ledig: 2, kommuner: 1 } });
  });

  it('tar imot leaves out those who do not, or have not said', () => {
    const rows = (['ja', 'nei', 'avtale', null] as const).map((tarImot, i) => aRow({ kommune: `Vik ${i}`, tarImot }));

    expect(ask('tar imot', rows).json).toMatchObject({ kommuner: [{ kommune: 'Vik 0' }, { kommune: 'Vik 2' }] });
  });

  it('answers a kommune that is not in the sheet', () => {
    const model = { kontakter: [aKommune('Bærum')] };

    expect(ask('Bærum', FIVE, { model }).message.text).toBe(
      'Ledige korttidsplasser i Bærum: arket har ingen slike rader.',
    );
  });

  it('answers words it does not know with the nearest', () => {
    const { message, json } = ask('Melhsu', FIVE);

    expect(message.text).toBe('Jeg kjenner ikke «Melhsu». Mente du Melhus? Prøv `/kapasitet Melhus`.');
    expect(json).toMatchObject({ kommuner: [], suggestion: 'Melhus' });
    expect(ask('xyzzy', FIVE).message.text).toContain('Jeg kjenner ikke «xyzzy». Skriv en kommune');
  });

  it('tells how to update, with the row and the clock', () => {
    const model = { urls: { Kapasitet: 'https://sheets.test/d/1#gid=0' } };

    expect(ask('oppdater Melhus', FIVE, { model }).shown).toContain(
      'Finn raden til Melhus: <https://sheets.test/d/1#gid=0&range=A2|Kapasitet!A2>.',
    );
    expect(ask('oppdater', FIVE).shown).toContain('Oppdatert: 03.06.2024 08:00');
    expect(ask('oppdater', FIVE, { unit: 'Orkland' }).shown).toContain('raden til Orkland');
    expect(ask('oppdater', FIVE).shown).toContain('skriver ikke selv i arket');
  });
});

describe('/kapasitet 2 rehab nær Orkland fra fredag', () => {
  const rehab = (kommune: string, ledig: number, fields: Partial<KapasitetRow> = {}) =>
    aRow({ kommune, kategori: 'rehabilitering', plasser: 10, belagt: 10 - ledig, ...fields });
  const rows = [
    rehab('Trondheim', 3, { ledigFra: oslo('2024-06-10').day, oppdatert: oslo('2024-06-02 18:30') }),
    rehab('Melhus', 2, { tarImot: 'avtale', forbehold: 'ikke terminale', kontakt: 'tlf. 00 00 00 09' }),
    rehab('Skaun', 2, { oppdatert: OLD }),
    rehab('Heim', 2, { belagt: null }),
    rehab('Hitra', 2, { tarImot: 'nei' }),
  ];
  const kontakter = ['Orkland', 'Skaun', 'Heim'].map((navn) => aKommune(navn, 'Sørvest'));
  const answer = ask('2 rehab nær Orkland fra fredag', rows, { model: { kontakter } });

  it('offers what is confirmed, best first, and says what is not', () => {
    expect(answer.lines).toEqual([
      '2 rehabiliteringsplasser fra fredag 7. juni, nærmest Orkland først',
      'lest 3. juni 08:00',
      '1. *Melhus*  2 ledige · for 1 t siden · tar imot fra andre etter avtale · forbehold: ikke terminale · tlf. 00 00 00 09',
      '2. *Trondheim*  3 ledige først fra 10. juni · i går 18:30 · tar imot fra andre',
      'Orkland har ingen rehabiliteringsplasser i arket.',
      'Heim og Skaun har ikke bekreftet tall siste døgn.',
      'Hitra har ledig, men tar ikke imot fra andre kommuner.',
      'Pasienten må selv ønske plass i en annen kommune.',
    ]);
  });

  it('has a text that stands alone', () => {
    expect(answer.message.text).toBe(
      '2 rehabiliteringsplasser fra fredag 7. juni, nærmest Orkland først. Melhus: 2 ledige. Pasienten må selv ønske plass i en annen kommune.',
    );
  });

  it('gives the offers as data, in the same order', () => {
    expect(answer.json).toMatchObject({
      kommuner: [{ kommune: 'Melhus' }, { kommune: 'Trondheim', ledigFra: '2024-06-10' }],
      question: { kind: 'find', places: 2, near: ['Orkland'], from: '2024-06-07' },
      unconfirmed: ['Heim', 'Skaun'],
      closed: ['Hitra'],
    });
  });

  it('begins with the asker’s own kommune when none is named', () => {
    expect(ask('2 rehab', rows, { unit: 'Trondheim' }).lines[0]).toBe(
      '2 rehabiliteringsplasser nå, nærmest Trondheim først',
    );
  });

  it.each([
    ['9 rehab', 'Ingen har bekreftet 9 rehabiliteringsplasser nå. Dette er nærmest:'],
    ['2 smitte', 'Ingen kommune har bekreftet ledige plasser som passer.'],
  ])('«%s» is answered when nothing fits, with the patient’s own wish', (words, lead) => {
    const { shown } = ask(words, rows);

    expect(shown).toContain(lead);
    expect(shown).toContain('Pasienten må selv ønske plass i en annen kommune.');
  });

  it('looks nearby when the kommune has no places of the kategori', () => {
    expect(ask('rehab Orkland', rows, { model: { kontakter } }).lines[0]).toBe(
      '1 rehabiliteringsplass nå, nærmest Orkland først',
    );
  });
});

describe('the weekly line', () => {
  const line = (rows: readonly KapasitetRow[]) =>
    kapasitetWeeklyLine(judgeKapasitet(rows, NOW, DEFAULT_INNSTILLINGER), NOW);

  it.each([
    ['all kinds', FIVE, '7 ledige i 2 av 5 kommuner · bekreftet av 3'],
    [
      'øhd',
      [...FIVE, aRow({ kommune: 'Malvik', kategori: 'øhd', belagt: 8 })],
      '7 ledige i 2 av 6 kommuner · bekreftet av 4 · ØHD 2 ledige',
    ],
    [
      'places for later',
      [aRow({ belagt: 7, ledigFra: oslo('2024-06-10').day }), aRow({ kommune: 'Storvik' })],
      '4 ledige i 2 av 2 kommuner, herav 3 først fra 10. juni · bekreftet av 2',
    ],
    ['no rows', [], 'Kapasitetsarket er tomt.'],
  ])('with %s', (_, rows, expected) => {
    expect(line(rows)).toBe(expected);
  });
});
