import { describe, expect, it } from 'vitest';
import { StoreError } from '#src/store/store.ts';
import { WorkbookError } from '#src/workbook/workbook.ts';
import { aRoundsBot } from '../../support/rounds.ts';

describe('a bot that was down', () => {
  it('for three days tells once of what it missed, and catches up today', async () => {
    await using bot = await aRoundsBot();
    await bot.walk('2024-06-03T07:00', '2024-06-03T08:05', 5);
    await bot.restart();
    await bot.walk('2024-06-07T09:00', '2024-06-07T09:05');

    expect(bot.said).toEqual([
      'ukesstatus 2024-W23 at 2024-06-03T08:00',
      'paaminnelser 2024-06-03 at 2024-06-03T08:00',
      'paaminnelser 2024-06-07 at 2024-06-07T09:00 late',
    ]);
    expect(bot.missed).toEqual(['paaminnelser 2024-06-04 2024-06-05 2024-06-06']);
    expect(await bot.troubles()).toEqual(['glemt:paaminnelser:2024-06-06']);
    const run = { helsefellesskap: 'prøve', job: 'paaminnelser', period: '2024-06-04' };
    expect(await bot.store.runs.outcome(run)).toBe('missed');
  });

  it.each([
    ['2024-06-03T08:10', '2024-W23 at 2024-06-03T08:10', 'ten minutes is on time'],
    ['2024-06-03T08:11', '2024-W23 at 2024-06-03T08:11 late', 'eleven is late'],
    ['2024-06-07T23:59', '2024-W23 at 2024-06-07T23:59 late', 'the week’s last working day'],
  ])('until %s still tells the week’s status (%s)', async (up, said) => {
    await using bot = await aRoundsBot();
    await bot.round('2024-06-01T12:00');
    await bot.round(up);
    expect(bot.said).toContain(`ukesstatus ${said}`);
  });

  it('through the week’s last working day has missed the status', async () => {
    await using bot = await aRoundsBot();
    await bot.round('2024-06-02T12:00');
    await bot.round('2024-06-08T00:00');
    await bot.round('2024-06-08T00:01');

    expect(bot.said).toEqual([]);
    expect(bot.missed).toEqual([
      'ukesstatus 2024-W23',
      'paaminnelser 2024-06-03 2024-06-04 2024-06-05 2024-06-06 2024-06-07',
    ]);
  });

  it('for a year tells once, of the last sixty', async () => {
    await using bot = await aRoundsBot();
    await bot.round('2023-06-04T12:00');
    await bot.round('2024-06-08T12:00');

    expect(bot.missed.map((line) => line.split(' ').length - 1)).toEqual([52 + 1, 60]);
    expect(await bot.troubles()).toHaveLength(2);
  });

  it('while clocks changed and over a holiday has missed nothing', async () => {
    await using bot = await aRoundsBot();
    await bot.round('2024-03-27T12:00');
    await bot.restart();
    await bot.round('2024-04-02T08:05');

    expect(bot.said).toEqual([
      'paaminnelser 2024-03-27 at 2024-03-27T12:00 late',
      'ukesstatus 2024-W14 at 2024-04-02T08:05',
      'paaminnelser 2024-04-02 at 2024-04-02T08:05',
    ]);
    expect(bot.missed).toEqual([]);
  });
});

describe('a bot that is started', () => {
  it('for the first time speaks for today, not for what was due before it was there', async () => {
    await using bot = await aRoundsBot();
    await bot.walk('2024-06-04T10:00', '2024-06-10T07:00', 60);

    expect(bot.said.filter((line) => line.startsWith('ukesstatus'))).toEqual([]);
    expect(bot.said[0]).toBe('paaminnelser 2024-06-04 at 2024-06-04T10:00 late');
    expect(bot.missed).toEqual([]);
  });

  it('again in the middle of the hour does not repeat itself', async () => {
    await using bot = await aRoundsBot();
    await bot.walk('2024-06-03T07:58', '2024-06-03T08:02');
    await bot.restart();
    await bot.walk('2024-06-03T08:02', '2024-06-03T08:10');

    expect(bot.said).toHaveLength(2);
  });

  it('after it died as it spoke, takes it up again', async () => {
    await using bot = await aRoundsBot();
    bot.turn('ukesstatus', 'dies');
    await bot.round('2024-06-03T08:00');
    await bot.restart();
    bot.turn('ukesstatus', 'speaks');
    await bot.walk('2024-06-03T08:15', '2024-06-03T08:17');

    expect(bot.said.filter((line) => line.startsWith('ukesstatus'))).toEqual([
      'ukesstatus 2024-W23 at 2024-06-03T08:00',
      'ukesstatus 2024-W23 at 2024-06-03T08:15 late',
    ]);
  });

  it('with the clock moved back does not wait for the time it has been', async () => {
    await using bot = await aRoundsBot();
    await bot.round('2030-06-03T07:00');
    await bot.round('2024-06-03T07:00');
    await bot.round('2024-06-03T08:00');

    expect(bot.said).toHaveLength(2);
    expect(bot.missed).toEqual([]);
  });
});

describe('a job that', () => {
  it('fails stops no other, is told once, tries again every minute, and is told again when it is over', async () => {
    await using bot = await aRoundsBot();
    bot.turn('ukesstatus', new Error('a mistake of ours'));
    await bot.walk('2024-06-03T08:00', '2024-06-03T08:02');

    expect(bot.said).toEqual(['paaminnelser 2024-06-03 at 2024-06-03T08:00']);
    expect(bot.failed).toHaveLength(3);
    expect(await bot.store.troubles.open('prøve')).toMatchObject([
      { key: 'jobb:ukesstatus', facts: { job: 'ukesstatus', message: '' } },
    ]);

    bot.turn('ukesstatus', 'speaks');
    await bot.round('2024-06-03T08:03');
    expect(bot.said).toContain('ukesstatus 2024-W23 at 2024-06-03T08:03');
    expect(await bot.troubles()).toEqual([]);
  });

  it('fails until it is too late is told as missed, though the bot was up', async () => {
    await using bot = await aRoundsBot();
    bot.turn('paaminnelser', new Error('i stykker'));
    await bot.walk('2024-06-03T08:00', '2024-06-04T01:00', 60);

    expect(bot.missed).toEqual(['paaminnelser 2024-06-03']);
    expect(await bot.troubles()).toEqual(['glemt:paaminnelser:2024-06-03', 'jobb:paaminnelser']);
  });

  it('another process keeps waiting is tried the next minute, and is no trouble', async () => {
    await using bot = await aRoundsBot();
    bot.turn('ukesstatus', 'busy');
    await bot.round('2024-06-03T08:00');
    bot.turn('ukesstatus', 'speaks');
    await bot.round('2024-06-03T08:01');

    expect(bot.said).toEqual([
      'paaminnelser 2024-06-03 at 2024-06-03T08:00',
      'ukesstatus 2024-W23 at 2024-06-03T08:01',
    ]);
    expect(await bot.troubles()).toEqual([]);
  });

  it('someone has asked for already is not run again', async () => {
    await using bot = await aRoundsBot();
    const asked = { helsefellesskap: 'prøve', job: 'ukesstatus', period: '2024-W23' };
    await bot.store.runs.note(asked, 'done', 0);
    await bot.round('2024-06-03T08:00');

    expect(bot.said).toEqual(['paaminnelser 2024-06-03 at 2024-06-03T08:00']);
  });
});

describe('settings that cannot be read', () => {
  it('are no trouble until something is to be said, and nothing is said by guesswork', async () => {
    await using bot = await aRoundsBot();
    const innstillinger = bot.innstillinger;
    bot.innstillinger = new WorkbookError('unavailable', 'Google svarer ikke.');
    await bot.walk('2024-06-03T07:58', '2024-06-03T07:59');
    expect([bot.failed, await bot.troubles()]).toEqual([[], []]);

    await bot.walk('2024-06-03T08:00', '2024-06-03T08:01');
    expect(bot.said).toEqual([]);
    expect(await bot.troubles()).toEqual(['ark:handlingsplan']);

    bot.innstillinger = innstillinger;
    await bot.round('2024-06-03T08:20');
    expect(bot.said).toEqual([
      'ukesstatus 2024-W23 at 2024-06-03T08:20 late',
      'paaminnelser 2024-06-03 at 2024-06-03T08:20 late',
    ]);
    expect(await bot.troubles()).toEqual([]);
  });

  it('for days: what was missed is told when they can be read again', async () => {
    await using bot = await aRoundsBot();
    const innstillinger = bot.innstillinger;
    await bot.round('2024-06-03T09:00');
    bot.innstillinger = new WorkbookError('unavailable', 'Google svarer ikke.');
    await bot.walk('2024-06-04T08:00', '2024-06-06T08:00', 60);
    expect(bot.missed).toEqual([]);

    bot.innstillinger = innstillinger;
    await bot.round('2024-06-06T09:00');
    expect(bot.missed).toEqual(['paaminnelser 2024-06-04 2024-06-05']);
    expect(bot.said.at(-1)).toBe('paaminnelser 2024-06-06 at 2024-06-06T09:00 late');
  });
});

describe('a round', () => {
  it('ends with what is open from before, also when there is nothing new', async () => {
    await using bot = await aRoundsBot();
    await bot.walk('2024-06-02T03:00', '2024-06-02T03:02');
    expect(bot.drains).toBe(3);
  });

  it('breaks off when the state cannot be reached, and the next one takes it up', async () => {
    await using bot = await aRoundsBot();
    await bot.round('2024-06-03T07:59');
    bot.turn('ukesstatus', new StoreError('unreachable', 'Databasen svarer ikke.'));
    await expect(bot.round('2024-06-03T08:00')).rejects.toThrow(StoreError);
    expect([bot.said, bot.failed]).toEqual([[], []]);

    bot.turn('ukesstatus', 'speaks');
    await bot.round('2024-06-03T08:01');
    expect(bot.said).toEqual([
      'ukesstatus 2024-W23 at 2024-06-03T08:01',
      'paaminnelser 2024-06-03 at 2024-06-03T08:01',
    ]);
  });
});
