import { describe, expect, it } from 'vitest';
import type { PlanPast } from '#src/domain/plan-past.ts';
import type { Tiltak } from '#src/domain/tiltak.ts';
import { tiltakCommand } from '#src/features/tiltak/command.ts';
import { tiltakStates } from '#src/features/tiltak-states.ts';
import { weeklyStatus } from '#src/features/ukesstatus/job.ts';
import { overLimits } from '#src/message/limits.ts';
import type { Model } from '#src/sheets/model.ts';
import { NOW } from '../../support/kapasitet.ts';
import { aKontakt, aTiltak, linesOf, planModel } from '../../support/plan.ts';
import { aPast, read } from '../../support/plan-past.ts';

const CHANNELS = { summary: 'C0000000001', admin: null };
const TOLD = '2024-05-27';

const statusOf = (model: Model, past: PlanPast | null) =>
  weeklyStatus({ model, now: NOW, channels: CHANNELS, past }).content();

/** What the status says first, when the plan was `then` and is `now`. */
function firstLine(then: readonly Tiltak[], now: readonly Tiltak[], fields: Partial<Model> = {}): string | undefined {
  const past = aPast(TOLD, read('2024-05-01', ...tiltakStates(planModel(then, fields), NOW)));
  return linesOf(statusOf(planModel(now, fields), past).message)[2];
}

/** One tiltak that was and is; the other fields are how it is now. */
const moved = (then: Parameters<typeof aTiltak>[0], now: Parameters<typeof aTiltak>[0]) =>
  firstLine([aTiltak(then)], [aTiltak(now)]);

describe('«Nytt siden sist»', () => {
  it.each<[Parameters<typeof aTiltak>[0], Parameters<typeof aTiltak>[0], string]>([
    [{}, { status: 'done' }, '1.1 ferdig'],
    [{}, { fullfort: '2024-06-01' as never }, '1.1 ferdig'],
    [{}, { status: 'on-track' }, '1.1 på vei'],
    [{ status: 'on-track' }, { status: 'on-hold' }, '1.1 på vent'],
    [{}, { status: 'critical-deviation' }, '1.1 kritiske avvik'],
    [{ status: 'on-track' }, {}, '1.1 ikke lenger rapportert'],
    [
      { tidsrom: 'Innen 15.6.24' },
      { tidsrom: 'Innen 1.9.24' },
      '1.1 fikk ny frist 1. september (1. gang, først 15. juni)',
    ],
    [{ tidsrom: 'Innen 1.9.24' }, { tidsrom: 'Innen 15.6.24' }, '1.1 fikk tidligere frist 15. juni (før 1. september)'],
    [{ tidsrom: 'Innen 1.9.24' }, { tidsrom: '' }, '1.1 har ikke lenger frist (før 1. september)'],
    [{ tidsrom: 'Innen 1.9.24' }, { tidsrom: 'Løpende' }, '1.1 er nå løpende (før 1. september)'],
    [{ tidsrom: '' }, { tidsrom: 'Innen 1.2.25' }, '1.1 fikk frist 1. februar 2025'],
  ])('%j → %j: %s', (then, now, said) => {
    expect(moved(then, now)).toBe(`*Nytt siden sist (1)*  ${said}`);
  });

  it('tells how many kommuner have reported', () => {
    const kontakter = ['Vik', 'Nes', 'Os'].map((navn) => aKontakt(navn, { type: 'kommune' }));
    const all = aTiltak({ nr: '5.5', fanOut: 'kommuner', ansvarlig: ['Den enkelte kommune'] });
    const past = aPast(TOLD, read('2024-05-01', ...tiltakStates(planModel([all], { kontakter }), NOW)));
    const kommuneStatuses = [{ nr: '5.5', kommune: 'Nes', status: 'on-track', fullfort: null }] as const;
    const { message } = statusOf(planModel([all], { kontakter, kommuneStatuses }), past);
    expect(linesOf(message)).toContain('*Nytt siden sist (1)*  5.5 rapportert av 1 av 3 kommuner');
  });

  it('tells what has come and what is gone, by title where there is no number', () => {
    const unnumbered = aTiltak({ nr: null, text: 'Evaluere' });
    expect(firstLine([aTiltak(), unnumbered], [aTiltak(), aTiltak({ nr: '1.2', text: 'Måle' })])).toBe(
      '*Nytt siden sist (2)*  1.2 er nytt · «Evaluere» er tatt ut',
    );
  });

  it('counts how often a deadline has slipped', () => {
    const was = (tidsrom: string) => tiltakStates(planModel([aTiltak({ tidsrom })]), NOW);
    const past = aPast(TOLD, read('2024-03-01', ...was('Innen 15.3.24')), read('2024-03-20', ...was('Innen 1.6.24')));
    const model = planModel([aTiltak({ tidsrom: 'Innen 12.6.24' })]);
    const { message, thread } = statusOf(model, past);
    expect(linesOf(message)).toContain('*Nytt siden sist (1)*  1.1 fikk ny frist 12. juni (2. gang, først 15. mars)');
    expect(thread.flatMap(linesOf)).toContain(
      '1.1 Lage mal · frist 12. juni · flyttet 2 ganger, først 15. mars · Kompetansegruppen · Handlingsplan!B2',
    );
    const answer = tiltakCommand.answer({ words: '1.1', model, now: NOW, unit: null, channels: CHANNELS, past });
    expect(linesOf(answer.message)).toContain(
      '*Frist*  12. juni (arket sier «Innen 12.6.24») · flyttet 2 ganger, først 15. mars',
    );
  });

  it('shows the first few, and every one in the thread with its cell', () => {
    const then = Array.from({ length: 9 }, (_, i) => aTiltak({ nr: `1.${i + 1}`, text: `Tiltak ${i}` }));
    const now = then.map((tiltak) => ({ ...tiltak, status: 'done' as const }));
    const past = aPast(TOLD, read('2024-05-01', ...tiltakStates(planModel(then), NOW)));
    const { message, thread } = statusOf(planModel(now), past);
    expect(linesOf(message)[2]).toBe(
      '*Nytt siden sist (9)*  1.1 ferdig · 1.2 ferdig · 1.3 ferdig · 1.4 ferdig · 1.5 ferdig · … og 4 til i tråden',
    );
    const [heading, first, ...others] = thread.at(-1) ? linesOf(thread.at(-1) ?? { blocks: [] }) : [];
    expect([heading, first, others.length]).toEqual(['Nytt siden sist', '1.1 Tiltak 0 · ferdig · Handlingsplan!B2', 8]);
  });

  it('is left out the first time, and where nothing is remembered from the last', () => {
    const model = planModel([aTiltak({ status: 'done' })]);
    const [then] = tiltakStates(planModel([aTiltak()]), NOW);
    const said = [null, aPast(null), aPast(TOLD), aPast(TOLD, then ? read('2024-06-01', then) : [])].map(
      (past) => linesOf(statusOf(model, past).message)[2],
    );
    expect(new Set(said)).toEqual(new Set(['*Over fristen (0)*']));
  });

  it.each([
    ['what is late still is', 'Innen 1.5.24', '1 tiltak er fortsatt over fristen (se tråden fra uke 22).'],
    ['a deadline has passed since', 'Innen 28.5.24', '1 tiltak har gått over fristen siden da.'],
  ])('says that there is nothing new when %s', (_, tidsrom, late) => {
    expect(moved({ tidsrom }, { tidsrom })).toBe(`Ingen endringer siden sist. ${late}`);
  });

  it('says that there is nothing new when nothing is late either', () => {
    expect(moved({}, {})).toBe('Ingen endringer siden sist.');
  });

  it('stays within Slack’s limits, and rings nobody, whatever tiltak are called', () => {
    const nasty = '<!channel> *fet* '.repeat(30);
    const then = Array.from({ length: 300 }, (_, i) => aTiltak({ nr: null, text: `${i} ${nasty}` }));
    const past = aPast(TOLD, read('2024-05-01', ...tiltakStates(planModel(then), NOW)));
    const now = then.map((t, i) => ({ ...t, text: i % 2 ? t.text : `ny ${t.text}`, status: 'done' as const }));
    const { message, thread } = statusOf(planModel(now), past);
    for (const one of [message, ...thread]) {
      expect(overLimits(one)).toEqual([]);
      expect(linesOf(one).join('\n')).not.toMatch(/<!channel|\*fet\*/);
    }
  });
});
