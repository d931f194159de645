import { describe, expect, it } from 'vitest';
import type { PlanPast } from '#src/domain/plan-past.ts';
import { ukesstatusCommand } from '#src/features/ukesstatus/command.ts';
import { ukesstatusJob, weeklyStatus } from '#src/features/ukesstatus/job.ts';
import type { Model } from '#src/sheets/model.ts';
import { NOW, oslo } from '../../support/kapasitet.ts';
import { aTiltak, linesOf, planModel } from '../../support/plan.ts';
import { seedModel } from '../../support/seed-plan.ts';

const CHANNELS = { summary: 'C0000000001', admin: null };
/** The weekly status, made. */
const statusOf = (model: Model, now = NOW, past: PlanPast | null = null) => {
  const status = weeklyStatus({ model, now, channels: CHANNELS, past });
  return { ...status, ...status.content() };
};
const shown = (model: Model) => linesOf(statusOf(model).message);

describe('the weekly status', () => {
  it('goes out when the owners of the sheet want it, or later in the week', () => {
    const model = planModel([aTiltak()]);
    const ukesstatus = { weekday: 4, minutes: 540 };
    expect(ukesstatusJob.timetable({ ...model.innstillinger, ukesstatus })).toEqual({
      period: 'week',
      weekdays: [4],
      minutes: 540,
    });
    const occasion = { model, channels: CHANNELS, past: null };
    expect(ukesstatusJob.outgoing({ ...occasion, now: oslo('2024-06-05 11:00') })).toHaveLength(1);
  });

  it('names the week in its key, also around new year', () => {
    const keyOn = (day: string) =>
      ukesstatusCommand.answer({
        words: '',
        model: planModel([aTiltak()]),
        now: oslo(`${day} 08:00`),
        unit: null,
        channels: CHANNELS,
      }).json;
    expect(keyOn('2024-06-03')).toMatchObject({ messages: [{ key: 'ukesstatus:2024-W23:kanalen' }] });
    expect(keyOn('2024-12-30')).toMatchObject({ messages: [{ key: 'ukesstatus:2025-W01:kanalen' }] });
  });
});

describe('the weekly status of the seed plan', () => {
  it('is one screen', async () => {
    const { message, to } = statusOf(await seedModel());
    expect(to).toEqual({ name: 'C0000000001', slack: 'C0000000001', email: null, fallback: null });
    expect(message.text).toBe('Ukesstatus uke 23: 8 tiltak over fristen, 1 med frist snart.');
    expect(linesOf(message)).toEqual([
      'Ukesstatus uke 23 · handlingsplan, KPI og kapasitet',
      'lest 3. juni 08:00',
      '*Over fristen (8)*',
      '1.1 I samarbeid med analysegruppa definere et sett av… · 33 dager over fristen · 1.2 venter på dette',
      '2.1 Utarbeide mandat med metodikk, tidsrom, organisering · 104 dager over fristen',
      '5.4 Akuttmottaket starter med seleksjon av pasienter til… · 94 dager over fristen',
      '3.4 samarbeidsmøter St. Olavs + Trondheim · 80 dager over fristen',
      '… og 4 til i tråden',
      '*Frist snart (1)*',
      '2.2 Utarbeide en konseptskisse som beslutningsgrunnlag til ASU… · frist onsdag 5. juni',
      '*Uten frist (4)*  5.8 · 5.9 · 7.1 · 7.2',
    ]);
  });

  it('has every line in the thread, with its owner and its cell', async () => {
    const thread = statusOf(await seedModel()).thread.map(linesOf);
    expect(thread.map(([heading, ...lines]) => [heading, lines.length])).toEqual([
      ['Over fristen', 8],
      ['Frist snart', 1],
      ['Uten frist eller med uklar frist', 4],
      ['Uten ansvarlig', 4],
    ]);
    expect(thread[0]?.[4]).toBe(
      '3.4 samarbeidsmøter St. Olavs + Trondheim · 80 dager over fristen · Trondheim kommune, St. Olavs hospital · Handlingsplan!B19',
    );
    expect(thread[3]?.[1]).toContain('ingen ansvarlig · Handlingsplan!B5');
  });
});

describe('what there is nothing of', () => {
  it('is said of what is late', () => {
    expect(shown(planModel([aTiltak()]))).toEqual([
      'Ukesstatus uke 23 · handlingsplan, KPI og kapasitet',
      'lest 3. juni 08:00',
      '*Over fristen (0)*',
      'Ingen tiltak er over fristen.',
    ]);
  });

  it('is said of an empty plan', () => {
    const { message } = statusOf(planModel([]));
    expect(message.text).toBe('Ukesstatus uke 23: planen er tom.');
    expect(linesOf(message)).toContain('Planen er tom: arket har overskrifter, men ingen tiltak ennå.');
  });
});

describe('what people are asked about', () => {
  it('is a question, never a correction', () => {
    const model = planModel([
      aTiltak({ nr: '1.4', tidsrom: 'Innen 22.3.24', status: 'on-track', statusText: '🟢 Ingen avvik' }),
      aTiltak({ nr: '1.5', tidsrom: 'Innen 1.9.24', status: 'done', fullfort: '2024-06-10' as never }),
    ]);
    expect(shown(model).slice(-3)).toEqual([
      '*Stemmer ikke (2)*',
      '1.4 er merket «🟢 Ingen avvik», men fristen gikk ut for 73 dager siden. Er det ferdig?',
      '1.5 står som fullført 10. juni, og den dagen er ikke kommet. Er datoen riktig?',
    ]);
  });

  it('is a deadline nobody understands, as written', () => {
    expect(shown(planModel([aTiltak({ tidsrom: 'når vi rekker' })])).slice(-2)).toEqual([
      '*Uklar frist (1)*',
      '1.1 Lage mal · fristen «når vi rekker» er uklar',
    ]);
  });

  it('is whether an old plan is to be renewed, in one sentence and no alarms', () => {
    const old = Array.from({ length: 29 }, (_, i) => aTiltak({ nr: `1.${i + 1}`, tidsrom: 'Innen 1.5.22' }));
    const { message, thread } = statusOf(planModel(old));
    expect(linesOf(message)).toEqual([
      'Ukesstatus uke 23 · handlingsplan, KPI og kapasitet',
      'lest 3. juni 08:00',
      'Planen ser utdatert ut: 29 tiltak er over fristen, de fleste med mer enn seks måneder. Er det noen som skal fornye den?',
    ]);
    expect(thread).toEqual([]);
  });
});

describe('faults in the sheets', () => {
  it('are shown with their cell, the first few', () => {
    const faults = Array.from({ length: 5 }, (_, i) => ({
      sheet: 'Handlingsplan',
      cell: `C${i + 2}`,
      found: '31.2.24',
      expected: 'en frist',
      message: '«31.2.24» finnes ikke i kalenderen.',
    }));
    const { message, thread } = statusOf(planModel([aTiltak()], { faults }));
    expect(linesOf(message).slice(-4)).toEqual([
      '*Datafeil (5)*',
      'Handlingsplan!C2  «31.2.24» finnes ikke i kalenderen.',
      'Handlingsplan!C3  «31.2.24» finnes ikke i kalenderen.',
      '… og 3 til i tråden',
    ]);
    expect(thread.at(-1) && linesOf(thread.at(-1) ?? { blocks: [] })).toHaveLength(6);
  });
});
