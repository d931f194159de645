import { describe, expect, it } from 'vitest';
import { WorkbookError } from '#src/workbook/workbook.ts';
import { ADMIN, aBotWith, MORNING } from '../support/delivery.ts';
import { final } from '../support/delivery-slack.ts';
import { HELSEFELLESSKAP, startFiles, useStores } from '../support/store.ts';

const stores = useStores(startFiles);
const aBot = aBotWith(stores);

const SECOND = 1000;
const MINUTE = 60 * SECOND;

describe('a recipient who cannot be told', () => {
  it('delays nobody else, and is told of once when it begins and once when it is over', async () => {
    const bot = await aBot();
    bot.tell('Lillevik', 'C1');
    bot.tell('Storvik', 'C2');
    bot.slack.always('C1', final('not_in_channel'));

    expect(await bot.run()).toEqual({ sent: 1, skipped: 0, nowhere: 0, failed: 1, waiting: 0 });
    expect(await bot.run()).toMatchObject({ sent: 0, failed: 1 });
    expect(bot.alerts()).toHaveLength(1);
    expect(bot.alerts()[0]).toMatch(/^Jeg når ikke fram til Lillevik\n.*invitert.*\n.*kjor paaminnelser.*\nAndre får/s);

    bot.slack.always('C1', 'fine');
    expect(await bot.run({ asked: true })).toEqual({ sent: 1, skipped: 1, nowhere: 0, failed: 0, waiting: 0 });
    expect(bot.alerts()).toEqual([
      expect.any(String),
      expect.stringMatching(/^Meldingene til Lillevik er i orden igjen. Det var galt fra 3. juni 08:00 til 08:0\d\.$/),
    ]);
  });

  it('is one of many when Slack refuses the bot itself: that is told once', async () => {
    const bot = await aBot();
    for (const unit of ['A', 'B', 'C']) {
      bot.tell(unit, `C${unit}`);
      bot.slack.always(`C${unit}`, final('missing_scope'));
    }
    await bot.run();
    expect(bot.alerts()).toEqual([expect.stringContaining('Slack tar ikke imot det jeg sender')]);
  });

  it('does not make a trouble of an alert that nobody can be told', async () => {
    const bot = await aBot();
    bot.tell('Lillevik', 'C1');
    bot.slack.always('C1', final('is_archived'));
    bot.slack.always(ADMIN, final('channel_not_found'));
    await bot.run();
    expect(bot.events.filter((event) => event.startsWith('began'))).toEqual(['began mottaker:Lillevik']);
    expect(await bot.rows()).toEqual({ failed: 2 });
  });

  it('is noted, and told to nobody, where there is no admin channel', async () => {
    const bot = await aBot({ admin: null });
    bot.tell('Lillevik', 'C1');
    bot.slack.always('C1', final('is_archived'));
    await bot.run();
    expect(bot.events).toContain('began mottaker:Lillevik');
    expect(await bot.rows()).toEqual({ failed: 1 });
  });

  it('may be one whose message cannot be made: it waits, is told of, and the others get theirs', async () => {
    const bot = await aBot();
    bot.tell('Lillevik', 'C1');
    bot.tell('Storvik', 'C2');
    bot.breaks.add('Lillevik');
    expect(await bot.run()).toEqual({ sent: 1, skipped: 0, nowhere: 0, failed: 1, waiting: 1 });
    await bot.time.sleep(MINUTE);
    bot.breaks.clear();
    expect(await bot.speaker.drain(MINUTE)).toMatchObject({ sent: 2, failed: 0 });
    expect(bot.alerts()).toHaveLength(2);
  });
});

describe('workbooks that cannot be read when it is time to speak', () => {
  it('put the messages off, and that is told once when it begins and once when it is over', async () => {
    const bot = await aBot();
    for (const unit of ['A', 'B']) bot.tell(unit, `C${unit}`);
    bot.slack.goneUntil(MORNING.ms + SECOND);
    await bot.run();
    await bot.time.sleep(40 * SECOND);
    bot.unreadable = new WorkbookError('unavailable', 'Google svarer ikke.');
    expect(await bot.speaker.drain(MINUTE)).toMatchObject({ sent: 1, waiting: 2 });
    bot.unreadable = null;
    expect(await bot.speaker.drain(10 * MINUTE)).toMatchObject({ sent: 3, waiting: 0 });

    expect(bot.alerts()).toEqual([
      expect.stringMatching(/^Jeg får ikke lest handlingsplanen\nGoogle svarer ikke\./),
      expect.stringMatching(/^Lesingen av handlingsplanen er i orden igjen\./),
    ]);
  });
});

describe('a trouble that others report', () => {
  it('is told with the next round, once when it begins and once when it is over', async () => {
    const bot = await aBot();
    const facts = { job: 'paaminnelser', title: 'påminnelser', message: 'Fant ingen tabell.' };
    await bot.speaker.troubleBegins('jobb:paaminnelser', facts);
    await bot.another().speaker.troubleBegins('jobb:paaminnelser', facts);
    await bot.speaker.drain(0);
    await bot.speaker.troubleEnds('jobb:paaminnelser');
    await bot.speaker.troubleEnds('jobb:paaminnelser');
    await bot.speaker.drain(0);

    expect(bot.alerts()).toEqual([
      expect.stringMatching(/^Jeg fikk ikke sendt påminnelser\nFant ingen tabell\./),
      expect.stringMatching(/^Utsendingen av påminnelser er i orden igjen\./),
    ]);
  });

  it('is over without a word when it is a missed day, and the job has spoken again', async () => {
    const bot = await aBot();
    await bot.speaker.troubleBegins('glemt:paaminnelser:2024-05-31', { title: 'påminnelser', first: '2024-05-31' });
    await bot.run();
    await bot.speaker.drain(0);
    expect(bot.events).toEqual(['began glemt:paaminnelser:2024-05-31', 'ended glemt:paaminnelser:2024-05-31']);
    expect(bot.alerts()).toEqual([expect.stringContaining('Påminnelser for 31. mai ble ikke sendt')]);
  });
});

describe('a message of a job that another release has planned', () => {
  it('waits for that release, delays nobody else, and is forgotten when it is too late', async () => {
    const bot = await aBot();
    const planned = { helsefellesskap: HELSEFELLESSKAP, job: 'ny-jobb', period: '2024-06-03', lookFirst: false };
    const expiresAt = MORNING.ms + 10 * MINUTE;
    await bot.store.outbox.plan([{ ...planned, recipient: 'Lillevik', expiresAt }], MORNING.ms);
    bot.tell('Lillevik', 'C1');
    bot.tell('Storvik', 'C2');

    expect(await bot.run()).toMatchObject({ sent: 2 });
    expect(await bot.speaker.drain(0)).toMatchObject({ sent: 0, waiting: 1 });
    expect(await bot.speaker.drain(20 * MINUTE)).toMatchObject({ sent: 1, waiting: 0 });
    expect(await bot.rows()).toEqual({ sent: 3, expired: 1 });
    expect(bot.alerts()).toEqual([expect.stringContaining(`ny-jobb for 3. juni`)]);
  });
});
