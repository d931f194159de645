import { describe, expect, it } from 'vitest';
import { paaminnelserCommand } from '#src/features/paaminnelser/command.ts';
import { paaminnelserJob } from '#src/features/paaminnelser/job.ts';
import { NOW } from '../../support/kapasitet.ts';
import { CHANNELS, remindedOn, toUnits } from '../../support/paaminnelser.ts';
import { aTiltak, planModel } from '../../support/plan.ts';

describe('the days somebody is reminded', () => {
  it.each([
    ['Monday', '2024-06-03', true],
    ['Tuesday', '2024-06-04', false],
    ['Saturday', '2024-06-08', false],
    ['Sunday', '2024-06-09', false],
    ['Pentecost Monday', '2024-05-20', false],
    ['the Tuesday after Pentecost', '2024-05-21', true],
    ['Easter Monday', '2024-04-01', false],
    ['the Tuesday after Easter', '2024-04-02', true],
  ])('of what is late: %s %s → %s', (_, day, reminded) => {
    expect(remindedOn(day, aTiltak({ tidsrom: 'Innen 15.3.24' }))).toEqual(reminded ? ['Kompetansegruppen'] : []);
  });

  it.each([
    ['14 days before', 'Innen 18.6.24', '2024-06-04', true],
    ['13 days before', 'Innen 18.6.24', '2024-06-05', false],
    ['7 days before', 'Innen 18.6.24', '2024-06-11', true],
    ['6 days before', 'Innen 18.6.24', '2024-06-12', false],
    ['the last day', 'Innen 18.6.24', '2024-06-18', true],
    ['the day after, in mid-week', 'Innen 18.6.24', '2024-06-19', false],
    ['on Friday for a last day on Saturday', 'Innen 22.6.24', '2024-06-21', true],
    ['on Friday for a last day on Sunday', 'Innen 23.6.24', '2024-06-21', true],
    ['on Friday for the day before a Monday', 'Innen 24.6.24', '2024-06-21', true],
    ['on the Thursday before 17 May and a weekend', 'Innen 20.5.24', '2024-05-16', true],
    ['on the Wednesday before Ascension Day', 'Innen 9.5.24', '2024-05-08', true],
    ['on a Monday for a mark on the Tuesday that is 1 May', 'Innen 15.5.18', '2018-04-30', true],
  ])('of what is coming: %s', (_, tidsrom, day, reminded) => {
    expect(remindedOn(day, aTiltak({ tidsrom }))).toEqual(reminded ? ['Kompetansegruppen'] : []);
  });

  it('are counted from the settings on Mondays, and from the marks on other days', () => {
    const model = (dueSoonDays: number) => {
      const plan = planModel([aTiltak({ tidsrom: 'Innen 12.6.24' })]);
      return { ...plan, innstillinger: { ...plan.innstillinger, dueSoonDays } };
    };
    expect(toUnits('2024-06-03', model(14))).toHaveLength(1);
    expect(toUnits('2024-06-03', model(3))).toHaveLength(0);
    expect(toUnits('2024-06-05', model(3))).toHaveLength(1);
  });

  it('are none in a quiet period, both ends included', () => {
    const plan = planModel([aTiltak({ tidsrom: 'Innen 1.5.24' })]);
    const quiet = [{ from: '2024-07-08' as never, to: '2024-07-22' as never }];
    const model = { ...plan, innstillinger: { ...plan.innstillinger, quiet } };
    expect(
      ['2024-07-01', '2024-07-08', '2024-07-15', '2024-07-22', '2024-07-29'].map((d) => toUnits(d, model).length),
    ).toEqual([1, 0, 0, 0, 1]);
  });
});

describe('days the owners of the sheet have chosen', () => {
  const on = (weekdays: readonly number[], tidsrom: string, day: string) => {
    const plan = planModel([aTiltak({ tidsrom })]);
    const innstillinger = { ...plan.innstillinger, paaminnelser: { weekdays, minutes: 480 } };
    return toUnits(day, { ...plan, innstillinger }).length === 1;
  };

  it.each<[string, readonly number[], string, string, boolean]>([
    ['what is late is told on the first of them', [2, 4], 'Innen 15.3.24', '2024-06-04', true],
    ['and not on the others', [2, 4], 'Innen 15.3.24', '2024-06-06', false],
    ['nor on other days', [2, 4], 'Innen 15.3.24', '2024-06-03', false],
    ['a mark is kept on the one before it', [2, 4], 'Innen 17.6.24', '2024-06-13', true],
    ['a week before, too', [2, 4], 'Innen 17.6.24', '2024-06-06', true],
    ['one that is a day off moves to the next working day', [1], 'Innen 1.5.24', '2024-05-21', true],
    ['also into the next week, and is then its first', [5], 'Innen 1.3.24', '2024-05-21', true],
  ])('%s', (_, weekdays, tidsrom, day, reminded) => {
    expect(on(weekdays, tidsrom, day)).toBe(reminded);
  });

  it('are the days the job is run', () => {
    const { innstillinger } = planModel([]);
    const paaminnelser = { weekdays: [2, 4], minutes: 540 };
    expect(paaminnelserJob.timetable({ ...innstillinger, paaminnelser })).toEqual({
      period: 'day',
      weekdays: [2, 4],
      minutes: 540,
    });
  });

  it('are named to whoever asks on another day', () => {
    const plan = planModel([aTiltak()]);
    const innstillinger = { ...plan.innstillinger, paaminnelser: { weekdays: [2, 4], minutes: 480 } };
    const question = { words: '', model: { ...plan, innstillinger }, now: NOW, unit: null, channels: CHANNELS };
    expect(paaminnelserCommand.answer(question).message.text).toBe(
      'I dag er mandag. Påminnelser sendes tirsdag og torsdag.',
    );
  });
});
