import { describe, expect, it } from 'vitest';
import type { Tiltak } from '#src/domain/tiltak.ts';
import { tiltakCommand } from '#src/features/tiltak/command.ts';
import type { Model } from '#src/sheets/model.ts';
import { NOW } from '../../support/kapasitet.ts';
import { aKontakt, aTiltak, linesOf, planModel } from '../../support/plan.ts';
import { seedModel } from '../../support/seed-plan.ts';

interface TiltakJson {
  readonly asOf: string;
  readonly aktiviteter: readonly unknown[];
  readonly skipped: number;
  readonly tiltak: readonly { readonly nr: string | null }[];
  readonly contradictions: readonly unknown[];
  readonly faults: readonly unknown[];
}

function ask(words: string, model: Model, unit: string | null = null) {
  const { message, json } = tiltakCommand.answer({
    words,
    model,
    now: NOW,
    unit,
    channels: { summary: null, admin: null },
  });
  const data = json as TiltakJson;
  return { message, json: data, lines: linesOf(message), nrs: data.tiltak.map(({ nr }) => nr) };
}

describe('/tiltak', () => {
  it.each<[string, readonly string[]]>([
    ['forfalt', ['1.1', '1.4', '2.1', '3.1', '3.3', '3.4', '5.1', '5.4']],
    ['Forfalte', ['1.1', '1.4', '2.1', '3.1', '3.3', '3.4', '5.1', '5.4']],
    ['snart', ['2.2']],
    ['venter', ['1.2']],
    ['uten frist', ['5.8', '5.9', '7.1', '7.2']],
    ['uklare', []],
    ['ferdige', []],
    ['5.7', ['5.7']],
    ['5,7', ['5.7']],
    ['tiltak 5.7', ['5.7']],
    ['4', ['4.1', '4.2', '4.3']],
    ['aktivitet 4', ['4.1', '4.2', '4.3']],
    ['kompetansegruppa', ['1.1', '1.2', '1.3', '2.1', '3.3']],
    ['Analysegruppen', ['1.1', '1.2', '1.3']],
    ['epikrise', ['5.7']],
    ['epikrise helseopplysning', ['5.7']],
    ['fosenregionen', ['4.2']],
    ['9.9', []],
    ['tullball', []],
  ])('%s', async (words, nrs) => {
    expect(ask(words, await seedModel()).nrs).toEqual(nrs);
  });

  it('alone shows all, those that press first', async () => {
    const { lines, nrs, message } = ask('', await seedModel());
    expect(nrs).toHaveLength(29);
    expect(message.text).toBe('Tiltak i handlingsplanen: 29 tiltak · 8 over fristen · 1 med frist snart');
    expect(lines.slice(0, 4)).toEqual([
      'Tiltak i handlingsplanen',
      '29 tiltak · 8 over fristen · 1 med frist snart · lest 3. juni 08:00',
      '2.1 Utarbeide mandat med metodikk, tidsrom, organisering · 104 dager over fristen',
      '5.4 Akuttmottaket starter med seleksjon av pasienter til… · 94 dager over fristen',
    ]);
    expect(lines).toHaveLength(2 + 29);
  });

  it('of a kommune holds its own and those of every kommune', async () => {
    const { nrs } = ask('trondheim', await seedModel());
    expect(nrs).toEqual(expect.arrayContaining(['3.4', '4.1', '4.2', '4.3', '5.5', '7.1']));
    expect(nrs).not.toContain('1.1');
  });

  it('mine is the asker’s unit, and asks who that is when it does not know', async () => {
    const model = await seedModel();
    expect(ask('mine', model, 'Prosjektgruppen').nrs).toEqual(['2.2']);
    expect(ask('mine', model).message.text).toContain('Jeg vet ikke hvilken enhet du hører til');
    expect(ask('mine', model).nrs).toEqual([]);
  });

  it('answers an unknown word with the nearest, and an unknown number with the range', async () => {
    const model = await seedModel();
    expect(ask('forfallt', model).message.text).toBe(
      'Jeg fant ingen tiltak for «forfallt». Mente du forfalt? Prøv `/tiltak forfalt`.',
    );
    expect(ask('9.9', model).message.text).toBe('Jeg fant ingen tiltak for «9.9». Tiltakene går fra 1.1 til 7.2.');
    expect(ask('qqqqqqqq', model).message.text).toContain('Prøv `/tiltak forfalt`');
  });

  it('says when a list is empty', async () => {
    expect(ask('ferdige', await seedModel()).message.text).toBe('Ferdige tiltak: ingen tiltak');
  });

  it('finds the tiltak of an aktivitet without a number by the name it offers', () => {
    const model = planModel([aTiltak({ nr: null, aktivitet: 'A1' })], {
      plan: {
        aktiviteter: [{ nr: 'A1', name: 'Måling' }],
        tiltak: [aTiltak({ nr: null, aktivitet: 'A1' })],
        skipped: 0,
      },
    });
    expect(ask('a1', model).lines[0]).toBe('Aktivitet: Måling');
    expect(ask('a1', model).nrs).toEqual([null]);
  });

  it('cuts honestly', () => {
    const many = Array.from({ length: 300 }, (_, i) => aTiltak({ nr: `1.${i + 1}`, tidsrom: 'Innen 1.5.24' }));
    const { lines, nrs } = ask('', planModel(many));
    expect(nrs).toHaveLength(300);
    expect(lines).toHaveLength(2 + 30);
    expect(lines.at(-1)).toBe('… og 271 til. Snevre inn med for eksempel `/tiltak 5` eller `/tiltak forfalt`.');
  });

  it('has one sentence first when the plan is old', () => {
    expect(ask('', planModel([aTiltak({ tidsrom: 'Innen 1.5.22' })])).lines[2]).toContain('Planen ser utdatert ut');
  });

  it('says that an empty plan is empty', () => {
    expect(ask('', planModel([])).message.text).toContain('Planen er tom');
  });
});

describe('/tiltak with a number', () => {
  it('tells all about it, and where it stands', async () => {
    expect(ask('1.1', await seedModel()).lines).toEqual([
      expect.stringMatching(/^1\.1 I samarbeid med analysegruppa .*…$/),
      'Aktivitet 1: Utarbeide nødvendige kvalitetsindikatorer, som det rapporteres jevnlig på · KPI 1, 2, 3, 4 og 5',
      expect.stringMatching(/^I samarbeid med .* KPI 1-5$/),
      '*Frist*  1. mai (arket sier «Innen 1.5.24») · 33 dager over fristen',
      '*Ansvarlig*  Kompetansegruppen, Analysegruppen',
      '*Status*  ▫ ikke rapportert',
      '*Vekt*  prioritet høy · omfang middels',
      '*Venter på dette*  1.2',
      'Handlingsplan!B2 · lest 3. juni 08:00',
    ]);
  });

  it.each<[Partial<Tiltak> & { tidsrom?: string }, string]>([
    [{ tidsrom: '' }, '*Frist*  ikke satt (cellen er tom)'],
    [{ tidsrom: 'Løpende' }, '*Frist*  løpende (arket sier «Løpende»)'],
    [{ tidsrom: '5.6.24' }, '*Frist*  onsdag 5. juni (arket sier «5.6.24»)'],
    [{ tidsrom: '3.6.24' }, '*Frist*  3. juni (arket sier «3.6.24») · i dag'],
    [{ tidsrom: 'våren 2025' }, '*Frist*  31. mai 2025 (arket sier «våren 2025») · starter 1. mars 2025'],
    [{ tidsrom: '31.2.24' }, '*Frist*  finnes ikke i kalenderen (arket sier «31.2.24»)'],
    [{ ansvarlig: [] }, '*Ansvarlig*  ikke satt'],
    [{ status: 'unknown', statusText: 'OK' }, '*Status*  ? «OK»'],
    [{ status: 'critical-deviation' }, '*Status*  🔴 kritiske avvik'],
    [{ kommentar: 'Venter på svar' }, '*Kommentar*  Venter på svar'],
    [
      { status: 'done', fullfort: '2024-05-02' as never },
      '*Frist*  31. desember (arket sier «Innen 31.12.24») · ferdig 2. mai',
    ],
  ])('%o: %s', (fields, line) => {
    expect(ask('1.1', planModel([aTiltak(fields)])).lines).toContain(line);
  });

  it('says what it waited for when that is done', () => {
    const plan = [aTiltak({ status: 'done' }), aTiltak({ nr: '1.2', tidsrom: 'Avhengig av 1.1' })];
    expect(ask('1.2', planModel(plan)).lines).toContain(
      '*Frist*  ikke satt, 1.1 er ferdig (arket sier «Avhengig av 1.1»)',
    );
  });

  it('says who has reported, and who has not', () => {
    const kontakter = Array.from({ length: 22 }, (_, i) => aKontakt(`Vik ${i + 1}`, { type: 'kommune' }));
    const kommuneStatuses = [1, 2, 3, 4, 5, 6].map((n) => ({
      nr: '1.1',
      kommune: `Vik ${n}`,
      status: n === 1 ? ('done' as const) : ('on-track' as const),
      fullfort: null,
    }));
    const all = aTiltak({ fanOut: 'kommuner', ansvarlig: ['Den enkelte kommune'] });
    const { lines } = ask('1.1', planModel([all], { kontakter, kommuneStatuses }));
    expect(lines).toContain('*Rapportert*  6 av 22 kommuner');
    expect(lines).toContain('Vik 1 ✓ ferdig');
    expect(lines).toContainEqual(expect.stringMatching(/^▫ mangler: Vik 7, Vik 8/));
    expect(lines.length).toBeLessThanOrEqual(30);
  });

  it('asks about what cannot be true', () => {
    const { lines, json } = ask(
      '1.1',
      planModel([aTiltak({ status: 'critical-deviation', fullfort: '2024-05-01' as never })]),
    );
    expect(lines).toContain('⚠ 1.1 har fullført dato, men er merket rødt. Hva stemmer?');
    expect(json.contradictions).toEqual([
      { nr: '1.1', rule: 'done-but-red', message: '1.1 har fullført dato, men er merket rødt. Hva stemmer?' },
    ]);
  });

  it('shows both when two share a number', () => {
    const { lines } = ask('1.1', planModel([aTiltak(), aTiltak({ text: 'Måle' })]));
    expect(lines).toEqual(
      expect.arrayContaining([expect.stringContaining('1.1 Lage mal'), expect.stringContaining('1.1 Måle')]),
    );
  });
});

describe('the data of /tiltak', () => {
  it('has the agreed shape', async () => {
    const { json } = ask('5.5', await seedModel());
    expect(json).toMatchObject({ asOf: '2024-06-03T08:00', skipped: 11, contradictions: [], faults: [] });
    expect(json.aktiviteter).toHaveLength(7);
    expect(json.tiltak[0]).toMatchObject({
      nr: '5.5',
      aktivitet: '5',
      text: expect.stringMatching(/^Alle kommuner sikrer/),
      tidsrom: '1.5.24 – 1.10.24',
      frist: { kind: 'range', start: '2024-05-01', end: '2024-10-01', precision: 'day', dependsOn: [] },
      prioritet: 'hoy',
      omfang: 'middels',
      ansvarlig: ['Den enkelte kommune'],
      fanOut: 'kommuner',
      status: 'not-reported',
      timing: 'on-track',
      daysOverdue: null,
      waitsFor: [],
      cell: 'Handlingsplan!B34',
    });
    expect((json.tiltak[0] as { perKommune?: readonly unknown[] }).perKommune).toHaveLength(22);
  });
});
