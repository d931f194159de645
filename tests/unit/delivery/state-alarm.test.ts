import { describe, expect, it } from 'vitest';
import { NotPosted } from '#src/delivery/poster.ts';
import { type StateAlarm, type StateAlarmParts, stateAlarm } from '#src/delivery/state-alarm.ts';
import { StoreError } from '#src/store/store.ts';
import { final, refused, scriptedSlack } from '../../support/delivery-slack.ts';
import { steppingTime } from '../../support/real-time.ts';

const HOUR = 3_600_000;
const NOON = Date.UTC(2024, 5, 3, 10);
const AWAY = new StoreError('unreachable', 'Får ikke kontakt med databasen.');
const UNHEARD = new NotPosted('uncertain', 'ECONNRESET', 'Forbindelsen brast.');

function aChannel() {
  const time = steppingTime(NOON);
  const slack = scriptedSlack(time);
  const alarm = (over: Partial<StateAlarmParts> = {}): StateAlarm =>
    stateAlarm({ helsefellesskap: 'Fjordvik', poster: slack, admin: 'CADMIN', time, random: () => 0, ...over });
  /** The first words of what stands in the channel. */
  const heard = () => slack.said().map((text) => /^CADMIN: (Jeg får ikke|Lagringen virker igjen)/.exec(text)?.[1]);
  return { time, slack, alarm, heard };
}

const BROKEN = 'Jeg får ikke';
const WORKS = 'Lagringen virker igjen';

describe('trouble with the state', () => {
  it('is told once when it begins, however often it is met, with what to do', async () => {
    const { slack, alarm, heard } = aChannel();
    const one = alarm();

    await Promise.all([one.broken(AWAY), one.broken(AWAY)]);
    await one.broken(new StoreError('full', 'Det er ikke plass.'));

    expect(heard()).toEqual([BROKEN]);
    expect(slack.said()[0]).toContain(AWAY.message);
  });

  it('is told once when it is over, and anew when it comes back', async () => {
    const { alarm, heard } = aChannel();
    const one = alarm();

    await one.broken(AWAY);
    await one.works();
    await one.works();
    await one.broken(AWAY);
    await one.works();

    expect(heard()).toEqual([BROKEN, WORKS, BROKEN, WORKS]);
  });

  it('that never was, is not told to be over', async () => {
    const { alarm, heard } = aChannel();
    await alarm().works();
    expect(heard()).toEqual([]);
  });

  it('that passes before anybody has been told, is not told of', async () => {
    const { alarm, heard } = aChannel();
    const one = alarm({ random: () => 0.5 });

    await Promise.all([one.broken(AWAY), one.works()]);

    expect(heard()).toEqual([]);
  });

  it('is told to nobody where there is no such channel', async () => {
    const { slack, alarm } = aChannel();
    const one = alarm({ admin: null });

    await one.broken(AWAY);
    await one.works();

    expect(slack.calls).toEqual([]);
  });
});

describe('of two instances that meet the same trouble', () => {
  it('one tells of it, when it begins and when it is over', async () => {
    const { alarm, heard } = aChannel();
    const [one, other] = [alarm({ random: () => 0.9 }), alarm({ random: () => 0.1 })];

    await Promise.all([one.broken(AWAY), other.broken(AWAY)]);
    await one.works();
    await other.works();

    expect(heard()).toEqual([BROKEN, WORKS]);
  });

  it('the other one tells that it is over, when the first is no more', async () => {
    const { alarm, heard } = aChannel();
    const other = alarm({ random: () => 0.9 });

    await Promise.all([alarm().broken(AWAY), other.broken(AWAY)]);
    await other.works();

    expect(heard()).toEqual([BROKEN, WORKS]);
  });
});

describe('a bot that is started anew', () => {
  it('while the state is in trouble does not tell of it again', async () => {
    const { time, alarm, heard } = aChannel();
    await alarm().broken(AWAY);
    await time.sleep(3 * HOUR);

    await alarm().broken(AWAY);

    expect(heard()).toEqual([BROKEN]);
  });

  it('to mend it tells that it is over', async () => {
    const { alarm, heard } = aChannel();
    await alarm().broken(AWAY);

    await alarm().works();
    await alarm().works();

    expect(heard()).toEqual([BROKEN, WORKS]);
  });
});

describe('an alert that does not come through', () => {
  it('is told at the next try', async () => {
    const { slack, alarm, heard } = aChannel();
    const one = alarm();
    slack.next('CADMIN', refused('ratelimited', 1000), 'fine', refused('ECONNREFUSED'));

    for (let minute = 0; minute < 3; minute += 1) await one.broken(AWAY);
    for (let minute = 0; minute < 3; minute += 1) await one.works();

    expect(heard()).toEqual([BROKEN, WORKS]);
  });

  it.each([
    ['is not told again when it stands there', 'unheard'],
    ['is told again when it does not', 'lost'],
  ] as const)('that anybody knows of %s', async (_, turn) => {
    const { slack, alarm, heard } = aChannel();
    const one = alarm();
    slack.next('CADMIN', turn);

    await one.broken(AWAY);
    await one.broken(AWAY);

    expect(heard()).toEqual([BROKEN]);
  });

  it('waits for as long as nobody can see whether it has been told', async () => {
    const { slack, alarm, heard } = aChannel();
    const one = alarm();
    slack.looksFail(refused('ECONNREFUSED'));
    await one.broken(AWAY);
    expect(heard()).toEqual([]);

    slack.looksFail(null);
    await one.broken(AWAY);
    expect(heard()).toEqual([BROKEN]);
  });

  it('is told once also where the bot may not look, and not again when it may have come through', async () => {
    const { slack, alarm, heard } = aChannel();
    slack.looksFail(final('missing_scope'));
    const one = alarm();
    slack.next('CADMIN', refused('ratelimited'), UNHEARD);

    for (let minute = 0; minute < 4; minute += 1) await one.broken(AWAY);
    expect(heard()).toEqual([]);

    await one.works();
    await one.works();
    expect(heard()).toEqual([WORKS]);
  });
});
