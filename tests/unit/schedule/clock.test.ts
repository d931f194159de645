import { describe, expect, it } from 'vitest';
import { DEFAULT_INNSTILLINGER, type Innstillinger } from '#src/domain/innstillinger.ts';
import { aRoundsBot } from '../../support/rounds.ts';

/** What is said from one midnight to another, by a bot that is up all the time. */
async function saidBetween(from: string, to: string): Promise<readonly string[]> {
  await using bot = await aRoundsBot();
  await bot.walk(`${from}T00:00`, `${to}T00:00`, 60);
  expect(bot.missed).toEqual([]);
  return bot.said;
}

const reminders = (...days: readonly string[]) => days.map((day) => `paaminnelser ${day} at ${day}T08:00`);

describe('a bot that is up says', () => {
  it('the status on Monday and reminders on every working day, at 08:00', async () => {
    expect(await saidBetween('2024-06-01', '2024-06-11')).toEqual([
      'ukesstatus 2024-W23 at 2024-06-03T08:00',
      ...reminders('2024-06-03', '2024-06-04', '2024-06-05', '2024-06-06', '2024-06-07'),
      'ukesstatus 2024-W24 at 2024-06-10T08:00',
      ...reminders('2024-06-10'),
    ]);
  });

  it('nothing during Easter, and the week’s status on the Tuesday, while clocks change', async () => {
    expect(await saidBetween('2024-03-25', '2024-04-06')).toEqual([
      'ukesstatus 2024-W13 at 2024-03-25T08:00',
      ...reminders('2024-03-25', '2024-03-26', '2024-03-27'),
      'ukesstatus 2024-W14 at 2024-04-02T08:00',
      ...reminders('2024-04-02', '2024-04-03', '2024-04-04', '2024-04-05'),
    ]);
  });

  it('nothing on 17 May and at Whitsun', async () => {
    expect(await saidBetween('2024-05-16', '2024-05-23')).toEqual([
      ...reminders('2024-05-16'),
      'ukesstatus 2024-W21 at 2024-05-21T08:00',
      ...reminders('2024-05-21', '2024-05-22'),
    ]);
  });

  it('the status on Tuesday, when 17 May is a Monday', async () => {
    expect(await saidBetween('2032-05-15', '2032-05-19')).toEqual([
      'ukesstatus 2032-W21 at 2032-05-18T08:00',
      ...reminders('2032-05-18'),
    ]);
  });

  it('what it has to say on the working days of Christmas, and keeps to ISO weeks over the year’s end', async () => {
    expect(await saidBetween('2024-12-23', '2025-01-04')).toEqual([
      'ukesstatus 2024-W52 at 2024-12-23T08:00',
      ...reminders('2024-12-23', '2024-12-24', '2024-12-27'),
      'ukesstatus 2025-W01 at 2024-12-30T08:00',
      ...reminders('2024-12-30', '2024-12-31', '2025-01-02', '2025-01-03'),
    ]);
  });

  it('week 53', async () => {
    expect(await saidBetween('2026-12-28', '2027-01-05')).toEqual([
      'ukesstatus 2026-W53 at 2026-12-28T08:00',
      ...reminders('2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'),
      'ukesstatus 2027-W01 at 2027-01-04T08:00',
      ...reminders('2027-01-04'),
    ]);
  });
});

describe('on the nights when clocks change', () => {
  it.each([
    ['2024-03-30T23:00', '2024-03-31T05:00', '2024-04-02T07:00', '2024-04-02T09:00', '2024-W14', '2024-04-02'],
    ['2024-10-26T23:00', '2024-10-27T05:00', '2024-10-28T07:00', '2024-10-28T09:00', '2024-W44', '2024-10-28'],
  ])('every minute from %s is quiet, and 08:00 is 08:00 afterwards', async (from, to, before, after, week, day) => {
    await using bot = await aRoundsBot();
    await bot.walk(from, to);
    expect(bot.said).toEqual([]);

    await bot.walk(before, after);
    expect(bot.said).toEqual([`ukesstatus ${week} at ${day}T08:00`, `paaminnelser ${day} at ${day}T08:00`]);
    expect(bot.missed).toEqual([]);
  });
});

describe('a setting that is changed', () => {
  const remindersAt = (hour: number): Innstillinger => ({
    ...DEFAULT_INNSTILLINGER,
    ukesstatus: { weekday: 5, minutes: 480 },
    paaminnelser: { weekdays: [1, 2, 3, 4, 5], minutes: hour * 60 },
  });
  const statusOn = (weekday: number): Innstillinger => ({
    ...DEFAULT_INNSTILLINGER,
    ukesstatus: { weekday, minutes: 480 },
    paaminnelser: { weekdays: [], minutes: 480 },
  });

  it.each([
    [8, '09:00', 14, '08:00', 'after it was said: it is not said again'],
    [14, '09:00', 8, '09:00 late', 'to an hour that has been: it is said at once'],
    [8, '07:00', 14, '14:00', 'before it was said: it is said at the new hour'],
    [14, '13:59', 15, '15:00', 'at the last minute'],
    [14, '14:00', 15, '15:00', 'as the hour comes'],
    [14, '14:01', 15, '14:00', 'a minute too late'],
  ])('from %i o’clock, at %s, to %i: said once, at %s (%s)', async (before, changedAt, after, said) => {
    await using bot = await aRoundsBot();
    for (const time of ['06:00', '07:00', '08:00', '09:00', '13:59', '14:00', '14:01', '15:00', '16:00', '23:59']) {
      bot.innstillinger = remindersAt(time < changedAt ? before : after);
      await bot.round(`2024-06-04T${time}`);
    }
    await bot.round('2024-06-05T00:01');

    expect(bot.said).toEqual([`paaminnelser 2024-06-04 at 2024-06-04T${said}`]);
    expect(bot.missed).toEqual([]);
  });

  it.each([
    [1, '2024-06-05', 4, ['2024-W23 at 2024-06-03T08:00', '2024-W24 at 2024-06-13T08:00'], 'after it was said'],
    [4, '2024-06-04', 2, ['2024-W23 at 2024-06-04T09:00 late', '2024-W24 at 2024-06-11T08:00'], 'to today'],
    [
      4,
      '2024-06-05',
      1,
      ['2024-W23 at 2024-06-05T09:00 late', '2024-W24 at 2024-06-10T08:00'],
      'to a day that has been',
    ],
  ])('from weekday %i, on %s, to %i: every week is told once (%s)', async (before, changedOn, after, expected) => {
    await using bot = await aRoundsBot();
    for (let day = 1; day <= 14; day++) {
      for (const time of ['T08:00', 'T09:00']) {
        const now = `2024-06-${String(day).padStart(2, '0')}${time}`;
        bot.innstillinger = statusOn(now < `${changedOn}T09:00` ? before : after);
        await bot.round(now);
      }
    }

    expect(bot.said).toEqual(expected.map((said) => `ukesstatus ${said}`));
    expect(bot.missed).toEqual([]);
  });
});
