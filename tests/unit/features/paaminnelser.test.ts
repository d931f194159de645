import { describe, expect, it } from 'vitest';
import type { Kontakt } from '#src/domain/kontakter.ts';
import type { Tiltak } from '#src/domain/tiltak.ts';
import { paaminnelserCommand } from '#src/features/paaminnelser/command.ts';
import { NOW, oslo } from '../../support/kapasitet.ts';
import { CHANNELS, remindedOn, remindersAsData, saidOn, toUnits } from '../../support/paaminnelser.ts';
import { aKontakt, aTiltak, linesOf, planModel } from '../../support/plan.ts';
import { seedModel } from '../../support/seed-plan.ts';

describe('who is left in peace', () => {
  const late = { tidsrom: 'Innen 1.5.24' };

  it.each<[string, Partial<Tiltak> & { tidsrom?: string }]>([
    ['done', { ...late, status: 'done' }],
    ['done by its date', { ...late, fullfort: '2024-05-01' as never }],
    ['cancelled', { ...late, status: 'cancelled' }],
    ['on hold', { ...late, status: 'on-hold' }],
    ['ongoing', { tidsrom: 'Løpende' }],
    ['without a deadline', { tidsrom: 'Dato - dato' }],
    ['unclear', { tidsrom: 'snart' }],
    ['far ahead', { tidsrom: 'Innen 31.12.24' }],
  ])('whoever answers for what is %s', (_, fields) => {
    expect(remindedOn('2024-06-03', aTiltak(fields))).toEqual([]);
  });

  it('whoever waits for another; that one hears what it holds up', () => {
    const model = planModel(
      [
        aTiltak({ tidsrom: 'Innen 1.5.24' }),
        aTiltak({ nr: '1.2', tidsrom: 'Avhengig av 1.1', ansvarlig: ['Analysegruppen'] }),
      ],
      { kontakter: [aKontakt('Kompetansegruppen'), aKontakt('Analysegruppen')] },
    );
    const said = toUnits('2024-06-03', model);
    expect(said.map(({ to }) => to.name)).toEqual(['Kompetansegruppen']);
    expect(said[0] && linesOf(said[0].message)).toContainEqual(expect.stringContaining('1.2 venter på dette'));
  });

  it('everyone, when the plan is old: the secretariat hears that, once', () => {
    const model = planModel([aTiltak({ tidsrom: 'Innen 1.5.22' }), aTiltak({ nr: '1.2', tidsrom: 'Innen 1.6.22' })]);
    const said = saidOn('2024-06-03', model);
    expect(said.map(({ to }) => to.name)).toEqual(['sekretariatet']);
    expect(said[0] && linesOf(said[0].message)[1]).toContain('Planen ser utdatert ut: 2 tiltak er over fristen');
  });
});

describe('one digest for each unit', () => {
  const late = (nr: string, ...ansvarlig: readonly string[]) => aTiltak({ nr, tidsrom: 'Innen 1.5.24', ansvarlig });

  it('holds all it answers for, the longest late first', () => {
    const [first, ...others] = toUnits(
      '2024-06-03',
      planModel([late('1.1', 'Kompetansegruppen'), aTiltak({ nr: '1.2', text: 'Måle', tidsrom: 'Innen 20.2.24' })]),
    );
    expect(others).toEqual([]);
    expect(first?.to).toEqual({
      name: 'Kompetansegruppen',
      slack: 'C170000000',
      email: null,
      fallback: 'C0000000001',
    });
    expect(first && linesOf(first.message).slice(0, 5)).toEqual([
      'Hei. Kompetansegruppen har 2 tiltak som trenger svar.',
      '*1.2 Måle*',
      '    frist 20. februar · 104 dager over fristen · Handlingsplan!B2',
      '*1.1 Lage mal*',
      '    frist 1. mai · 33 dager over fristen · Handlingsplan!B2',
    ]);
    expect(first?.message.text).toBe('Hei. Kompetansegruppen har 2 tiltak som trenger svar. 1.2 Måle og 1.1 Lage mal.');
  });

  it.each<[string, readonly Kontakt[], string]>([
    ['known', [aKontakt('Trondheim', { type: 'kommune' })], 'Trondheim'],
    ['known by the longer name', [aKontakt('Trondheim kommune')], 'Trondheim kommune'],
    ['known by an alias', [aKontakt('Byen', { aliases: ['Trondheim'] })], 'Byen'],
  ])('also when it goes by two names: %s', (_, kontakter, unit) => {
    const model = planModel([late('1.1', 'Trondheim kommune'), late('1.2', 'Trondheim')], { kontakter });
    expect(toUnits('2024-06-03', model).map(({ to }) => to.name)).toEqual([unit]);
  });

  it('also when nobody knows it', () => {
    const model = planModel([late('1.1', 'Lillevik kommune'), late('1.2', 'lillevik')], { kontakter: [] });
    expect(remindersAsData('2024-06-03', model)).toMatchObject({
      messages: [{ to: 'Lillevik kommune' }],
      unmapped: ['Lillevik kommune'],
    });
  });

  it('has a key with the date, so that it is said once', () => {
    const model = planModel([late('1.1', 'Kompetansegruppen'), aTiltak({ nr: '1.4', ansvarlig: [] })]);
    const keys = (day: string) => remindersAsData(day, model);
    expect(keys('2024-06-03')).toMatchObject({
      messages: [{ key: 'paaminnelser:2024-06-03:Kompetansegruppen' }],
      secretariat: [{ key: 'paaminnelser:2024-06-03:sekretariatet' }],
    });
    expect(keys('2024-06-10')).toMatchObject({ messages: [{ key: 'paaminnelser:2024-06-10:Kompetansegruppen' }] });
  });

  it('is cut honestly when it is long, with the rest in the thread', () => {
    const many = Array.from({ length: 30 }, (_, i) => late(`1.${i + 1}`, 'Kompetansegruppen'));
    const [said] = toUnits('2024-06-03', planModel(many));
    const shown = said ? linesOf(said.message) : [];
    expect(shown.filter((line) => line.startsWith('*'))).toHaveLength(8);
    expect(shown).toContain('… og 22 til i tråden');
    expect(said?.thread.flatMap(linesOf).filter((line) => line.startsWith('*'))).toHaveLength(30);
  });

  it('has the rest in the thread also when it is few tiltak with long links that do not fit', () => {
    const url = `https://docs.google.example/${'x'.repeat(600)}`;
    const many = Array.from({ length: 8 }, (_, i) => late(`1.${i + 1}`, 'Kompetansegruppen'));
    const [said] = toUnits('2024-06-03', planModel(many, { urls: { Handlingsplan: url } }));
    expect(said && linesOf(said.message)).toContainEqual(expect.stringMatching(/^… og \d til i tråden$/));
    expect(said?.thread.flatMap(linesOf).filter((line) => line.startsWith('*'))).toHaveLength(8);
  });
});

describe('what every kommune answers for', () => {
  const KOMMUNER = Array.from({ length: 22 }, (_, i) => aKontakt(`Vik ${i + 1}`, { type: 'kommune' }));
  const all = aTiltak({ nr: '5.5', tidsrom: 'Innen 1.5.24', fanOut: 'kommuner', ansvarlig: ['Den enkelte kommune'] });

  it('reminds each of the 22', () => {
    const said = toUnits('2024-06-03', planModel([all], { kontakter: KOMMUNER }));
    expect(said.map(({ to }) => to.name)).toEqual(KOMMUNER.map(({ navn }) => navn));
  });

  it('leaves those alone that have done theirs, and says how many have reported', () => {
    const kommuneStatuses = [
      { nr: '5.5', kommune: 'Vik 1', status: 'done', fullfort: null },
      { nr: '5.5', kommune: 'Vik 2', status: 'on-hold', fullfort: null },
      { nr: '5.5', kommune: 'Vik 3', status: 'on-track', fullfort: null },
    ] as const;
    const said = toUnits('2024-06-03', planModel([all], { kontakter: KOMMUNER, kommuneStatuses }));
    expect(said.map(({ to }) => to.name)).toEqual(KOMMUNER.slice(2).map(({ navn }) => navn));
    expect(said[0] && linesOf(said[0].message)).toContainEqual(
      expect.stringContaining('rapportert av 3 av 22 kommuner'),
    );
    expect(said[0] && linesOf(said[0].message).at(-2)).toContain('fanen Status per kommune');
  });

  it('is told in the channel, and to the secretariat, when Kontakter names no kommune', () => {
    const [inChannel, toSecretariat, ...others] = saidOn('2024-06-03', planModel([all], { kontakter: [] }));
    expect(others).toEqual([]);
    expect(inChannel?.to).toMatchObject({ name: 'Den enkelte kommune', slack: null, fallback: 'C0000000001' });
    expect(toSecretariat && linesOf(toSecretariat.message)).toContain(
      '*Uten Slack eller e-post i Kontakter (1)*  Den enkelte kommune',
    );
  });
});

describe('the secretariat', () => {
  const unowned = aTiltak({ nr: '1.4', ansvarlig: [] });

  it('hears once a week what nobody answers for, and whom nobody can reach', () => {
    const model = planModel([unowned, aTiltak({ nr: '1.5', ansvarlig: ['Ukjent gruppe'] })]);
    const [said] = saidOn('2024-06-03', model);
    expect(said).toMatchObject({
      recipient: 'sekretariatet',
      to: { name: 'sekretariatet', slack: 'C0000000002' },
    });
    expect(said && linesOf(said.message).slice(0, 3)).toEqual([
      '*Til sekretariatet*',
      '*Uten ansvarlig (1)*  1.4',
      '*Uten Slack eller e-post i Kontakter (1)*  Ukjent gruppe',
    ]);
    expect(saidOn('2024-06-04', model)).toEqual([]);
  });

  it('hears nothing when all is well, nor of what is done', () => {
    expect(saidOn('2024-06-03', planModel([aTiltak(), { ...unowned, status: 'done' }]))).toEqual([]);
  });
});

describe('the seed plan on Monday 3 June', () => {
  it('reminds those who are late or nearly, and nobody else', async () => {
    const model = await seedModel();
    const { json, message } = paaminnelserCommand.answer({
      words: '',
      model,
      now: NOW,
      unit: null,
      channels: CHANNELS,
    });
    const { messages, unmapped } = json as {
      messages: readonly { to: string; text: string }[];
      unmapped: readonly string[];
    };

    expect(unmapped).toEqual([]);
    expect(messages.map(({ to }) => to).slice(0, 8)).toEqual([
      'Kompetansegruppen',
      'Analysegruppen',
      'Prosjektgruppen',
      'Koordinator sykehus',
      'Koordinator kommune',
      'St. Olavs hospital',
      'Trondheim',
      'Malvik',
    ]);
    expect(messages).toHaveLength(6 + 22);
    expect(message.text).toBe('28 påminnelser er klare for i dag. Ingenting er sendt herfra.');
  });

  it('says that nobody is reminded on a Tuesday without marks', async () => {
    const question = {
      words: '',
      model: await seedModel(),
      now: oslo('2024-06-06 08:00'),
      unit: null,
      channels: CHANNELS,
    };
    expect(paaminnelserCommand.answer(question).message.text).toBe('Ingen påminnelser i dag.');
  });
});
