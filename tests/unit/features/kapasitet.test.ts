import { describe, expect, it } from 'vitest';
import { DEFAULT_INNSTILLINGER } from '#src/domain/innstillinger.ts';
import type { KapasitetRow } from '#src/domain/kapasitet.ts';
import { blockTexts, overLimits } from '#src/message/limits.ts';
import { aRow, oslo } from '../../support/kapasitet.ts';
import { ask, EMPTY, FIVE, OLD } from '../../support/kapasitet-answer.ts';

describe('/kapasitet', () => {
  it('says what every kommune has, how old it is, and what counts', () => {
    const { lines, message } = ask('', FIVE);

    expect(lines.slice(0, 8)).toEqual([
      'Ledige korttidsplasser',
      'lest 3. juni 08:00',
      '✓ *Trondheim*  6 ledige av 92 (88 bemannet) · for 1 t siden · tar imot etter avtale · tlf. 00 00 00 01',
      '✓ *Melhus*  1 ledig av 14 · i går 15:40 · ikke delir',
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
    [
      { oppdatert: null, unreadableStamp: 'Kapasitet!M2' },
      '1 ledig av 10, men ikke bekreftet: tidspunktet kan ikke leses, se Kapasitet!M2 (teller ikke med)',
    ],
    [{ belagt: 10 }, '○ *Lillevik*  0 ledige av 10 · for 1 t siden'],
    [{ bemannet: 10, stengt: 1, reservert: 2, belagt: 5 }, '2 ledige av 10 · for 1 t siden'],
    [{ bemannet: 9, belagt: 7 }, '2 ledige av 10 (9 bemannet) · for 1 t siden'],
    [{ bemannet: 12 }, '1 ledig av 10 · for 1 t siden'],
    [{ belagt: 90 }, 'overbelegg 80 (10 plasser) · Stemmer det? · for 1 t siden'],
    [{ belagt: 90, oppdatert: OLD }, 'men ikke bekreftet siden 16. mai (teller ikke med) · Stemmer det?'],
    [{ plasser: null, bemannet: 10 }, '1 ledig av 10 bemannede · for 1 t siden'],
    [{ ledigFra: oslo('2024-06-10').day }, '1 ledig av 10, først fra 10. juni · for 1 t siden'],
    [{ ledigFra: oslo('2024-06-03').day }, '1 ledig av 10 · for 1 t siden'],
    [
      { kategoriText: 'langtid' },
      '*Lillevik (langtid)*  1 ledig av 10 · for 1 t siden · ukjent kategori (teller ikke med)',
    ],
    [{ duplicate: true }, 'står dobbelt i arket (teller ikke med)'],
    [{ tarImot: 'nei' as const }, 'for 1 t siden · tar ikke imot'],
  ])('a row with %j: %s', (fields, text) => {
    expect(ask('alle', [aRow(fields)]).shown).toContain(text);
  });

  it.each([
    [{ kategori: 'rehabilitering' as const }, '*Lillevik (rehabilitering)*'],
    [{ kategori: 'smitte' as const, oppdatert: OLD }, '⚠ *Lillevik (smitte)*'],
    [{ kategori: 'skjermet' as const, belagt: null }, '▫ *Lillevik (skjermet)*'],
    [{ kategori: 'korttid utredning/behandling' as const }, '*Lillevik*'],
    [{ kategoriText: '' }, '*Lillevik*'],
  ])('never lets a special place look ordinary: %j', (fields, name) => {
    expect(ask('alle', [aRow(fields)]).shown).toContain(name);
  });

  it('says the kategori once when the enhet is called by it', () => {
    const rows = [
      aRow({ enhet: 'Rehabiliteringsenheten', kategori: 'rehabilitering' }),
      aRow({ enhet: 'Helsehuset', kategori: 'rehabilitering' }),
    ];

    expect(ask('', rows).shown).toContain('*Lillevik, Rehabiliteringsenheten*');
    expect(ask('', rows).shown).toContain('*Lillevik, Helsehuset (rehabilitering)*');
  });

  it('folds the full ones into one line, without a tick', () => {
    const full = ['Malvik', 'Selbu'].map((kommune) => aRow({ kommune, belagt: 10 }));
    const { lines } = ask('', [aRow(), ...full, aRow({ kommune: 'Røros', belagt: 10, kategori: 'øhd' })]);

    expect(lines).toContain('○ 0 ledige: Malvik, Selbu og Røros (ØHD)');
    expect(lines.filter((line) => line.startsWith('✓'))).toHaveLength(1);
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
    expect(shown).toContain('*Melhus (rehabilitering)*');
    expect(shown).toContain('○ 0 ledige: Malvik (ØHD)');
    expect(shown).toContain('ØHD for seg: 2 ledige.');
  });

  it.each([
    [
      'everything later',
      [aRow({ ledigFra: oslo('2024-06-10').day })],
      'Lillevik: 1 ledig, først fra 10. juni, bekreftet for 1 t siden.',
    ],
    ['one kommune, full', [aRow({ belagt: 10 })], 'Lillevik: 0 ledige, bekreftet for 1 t siden.'],
    ['one row that counts for nothing', [aRow({ kategoriText: 'fantasi' })], 'Raden teller ikke med i noen sum.'],
    ['one kommune that is silent', [aRow({ belagt: null })], 'Lillevik har ikke rapportert.'],
    [
      'one kommune, confirmed in part',
      [aRow(), aRow({ enhet: 'B', oppdatert: OLD })],
      'Lillevik: 1 ledig (1 av 2 rader er bekreftet siste døgn).',
    ],
    [
      'places that are not for others',
      [aRow({ belagt: 7 }), aRow({ kommune: 'Storvik', belagt: 8, tarImot: 'nei' })],
      '2 av dem er i kommuner som ikke tar imot fra andre.',
    ],
    [
      'no places for others',
      [aRow({ tarImot: 'nei' }), aRow({ kommune: 'Storvik', tarImot: 'nei' })],
      'Alle er i kommuner som ikke tar imot fra andre.',
    ],
    [
      'no places for others in one kommune',
      [aRow({ tarImot: 'nei' }), aRow({ enhet: 'B', tarImot: 'nei' })],
      'Alle er for kommunens egne pasienter.',
    ],
    [
      'some later',
      [aRow({ belagt: 7, enhet: 'A', ledigFra: oslo('2024-06-10').day }), aRow({ enhet: 'B' })],
      'Lillevik: 4 ledige, herav 3 først fra 10. juni.',
    ],
    [
      'nothing confirmed',
      [aRow({ oppdatert: OLD }), aRow({ kommune: 'Storvik', belagt: null })],
      'Ingen tall er bekreftet siste døgn.',
    ],
    ['one kommune, not confirmed', [aRow({ oppdatert: OLD })], 'Lillevik har ikke bekreftet tall siste døgn.'],
    ['øhd not confirmed', [aRow(), aRow({ kategori: 'øhd', oppdatert: OLD })], 'ØHD for seg: ikke bekreftet.'],
    [
      'only øhd confirmed',
      [aRow({ oppdatert: OLD }), aRow({ kategori: 'øhd' })],
      'Ingen korttidsplasser er bekreftet siste døgn.',
    ],
    ['one row of øhd', [aRow({ kategori: 'øhd' })], 'Lillevik (ØHD): 1 ledig, bekreftet for 1 t siden.'],
    ['only øhd', [aRow({ kategori: 'øhd' }), aRow({ enhet: 'B', kategori: 'øhd' })], 'ØHD: 2 ledige.'],
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
    expect(ask('', []).message.text).toBe(EMPTY);
    expect(ask('', []).lines.at(-1)).toMatch(/^lest /);
    expect(ask('', [], { model: { isTroubled: true, readAt: OLD } }).lines.at(-1)).toContain(
      'får ikke lest nyere tall',
    );
    expect(ask('Malvik', []).message.text).toBe(EMPTY);
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

    expect(lines.filter((line) => line.startsWith('✓'))).toHaveLength(20);
    expect(shown).toContain('… og 380 til. Skriv `/kapasitet` og en kommune, for eksempel `/kapasitet Vik 1`.');
    expect(shown).toContain('Bekreftet: 400 ledige i 400 kommuner');
  });

  it('/kapasitet alle shows more, and each who has not reported', () => {
    const rows = kommuner(40, (i) => (i > 35 ? { belagt: null } : {}));

    expect(ask('', rows).shown).toContain('… og 16 til. Skriv `/kapasitet alle`.');
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
