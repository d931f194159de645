import { describe, expect, it } from 'vitest';
import type { Aktivitet, Tiltak } from '#src/domain/tiltak.ts';
import { oversiktCommand } from '#src/features/oversikt/command.ts';
import type { Model } from '#src/sheets/model.ts';
import { NOW } from '../../support/kapasitet.ts';
import { aTiltak, linesOf, planModel } from '../../support/plan.ts';
import { seedModel } from '../../support/seed-plan.ts';

const ask = (model: Model) =>
  oversiktCommand.answer({ words: '', model, now: NOW, unit: null, channels: { summary: null, admin: null } }).message;

const withPlan = (aktiviteter: readonly Aktivitet[], tiltak: readonly Tiltak[]) =>
  planModel(tiltak, { plan: { aktiviteter, tiltak, skipped: 0 } });

describe('/handlingsplan', () => {
  it('is the whole plan, one line a tiltak under its aktivitet', async () => {
    const lines = linesOf(ask(await seedModel()));
    expect(lines.slice(0, 4)).toEqual([
      'Handlingsplanen',
      '29 tiltak i 7 aktiviteter · lest 3. juni 08:00',
      '*1. Utarbeide nødvendige kvalitetsindikatorer, som det rapporteres jevnlig på*',
      '1.1 I samarbeid med analysegruppa definere et sett av… · 33 dager over fristen · 1.2 venter på dette',
    ]);
    expect(lines.filter((line) => /^\d\.\d /.test(line))).toHaveLength(29);
    expect(lines.filter((line) => /^\*\d\. /.test(line))).toHaveLength(7);
  });

  it.each<[Partial<Tiltak>, string]>([
    [{ status: 'minor-deviation' }, '1.1 Lage mal · frist 31. desember · 🟡 mindre avvik'],
    [{ status: 'not-reported' }, '1.1 Lage mal · frist 31. desember'],
    [{ status: 'unknown', statusText: 'OK' }, '1.1 Lage mal · frist 31. desember · ? «OK»'],
    [{ status: 'done', fullfort: '2024-05-02' as never }, '1.1 Lage mal · ferdig 2. mai'],
    [{ status: 'cancelled' }, '1.1 Lage mal · utgår'],
    [{ kortnavn: 'Mal' }, '1.1 Mal · frist 31. desember'],
    [{ text: '' }, '1.1 (uten tekst) · frist 31. desember'],
    [{ nr: null }, 'Lage mal · frist 31. desember'],
  ])('%o: «%s»', (fields, line) => {
    expect(linesOf(ask(planModel([aTiltak(fields)])))).toContain(line);
  });

  it('gathers what has no aktivitet at the end', () => {
    const model = withPlan([{ nr: '1', name: 'Måling' }], [aTiltak({ nr: null, aktivitet: '' }), aTiltak()]);
    expect(linesOf(ask(model)).filter((line) => line.startsWith('*'))).toEqual(['*1. Måling*', '*Uten aktivitet*']);
  });

  it.each([
    [{ nr: 'A1', name: 'Måling' }, '*Måling*'],
    [{ nr: '5', name: '' }, '*Aktivitet 5*'],
  ])('heads %o as %s', (aktivitet, heading) => {
    const model = withPlan([aktivitet], [aTiltak({ aktivitet: aktivitet.nr })]);
    expect(linesOf(ask(model))).toContain(heading);
  });

  it('shows what is late in each when the plan is too long for one message, and how many are left', () => {
    const aktiviteter = Array.from({ length: 10 }, (_, i) => ({
      nr: String(i + 1),
      name: `Aktivitet nummer ${i + 1}`,
    }));
    const tiltak = aktiviteter.flatMap(({ nr }) =>
      Array.from({ length: 30 }, (_, i) =>
        aTiltak({
          nr: `${nr}.${i + 1}`,
          aktivitet: nr,
          text: 'Noe som tar plass på linjen',
          tidsrom: i === 29 ? 'Innen 1.5.24' : 'Innen 31.12.24',
        }),
      ),
    );
    const lines = linesOf(ask(withPlan(aktiviteter, tiltak)));
    expect(lines).toContainEqual(expect.stringMatching(/^10\.30 .* 33 dager over fristen$/));
    expect(lines).toContainEqual(expect.stringMatching(/^… og \d+ til: `\/tiltak 10`$/));
    const counted = lines.reduce(
      (sum, line) => sum + Number(/^… og (\d+) til/.exec(line)?.[1] ?? /^\d+\.\d+ /.test(line)),
      0,
    );
    expect(counted).toBe(300);
  });

  it('says that an empty plan is empty', () => {
    expect(ask(withPlan([], [])).text).toContain('Planen er tom');
  });
});
