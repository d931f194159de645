import { describe, expect, it } from 'vitest';
import { momentAt } from '#src/domain/day.ts';
import { RECREATED_AT } from '#src/store/note-store.ts';
import { WorkbookError } from '#src/workbook/workbook.ts';
import { ADMIN, aBotWith, MORNING, OCCURRENCE } from '../support/delivery.ts';
import { final } from '../support/delivery-slack.ts';
import { HELSEFELLESSKAP, HOUR, startFiles, useStores } from '../support/store.ts';

const stores = useStores(startFiles);
const aBot = aBotWith(stores);

const SECOND = 1000;

const NOBODY_ASKED = { asked: false, late: false, patienceMs: 0 };

describe('a run', () => {
  it('says everything once, each thread after its message, and counts it', async () => {
    const bot = await aBot();
    bot.tell('Lillevik', 'C1', 'hei', 'mer', 'enda mer');
    bot.tell('Storvik', 'C2', 'hallo');

    expect(await bot.run()).toEqual({ sent: 4, skipped: 0, nowhere: 0, failed: 0, waiting: 0 });
    expect(bot.slack.said().filter((one) => one.startsWith('C1'))).toEqual(['C1: hei', 'C1 > mer', 'C1 > enda mer']);
    expect(await bot.run()).toEqual({ sent: 0, skipped: 4, nowhere: 0, failed: 0, waiting: 0 });
    expect(bot.slack.standing).toHaveLength(4);
  });

  it('commits twice for each message', async () => {
    const commits: number[] = [];
    const bot = await aBot({}, { onCommit: () => void commits.push(1) });
    for (let unit = 1; unit <= 30; unit += 1) bot.tell(`Enhet ${unit}`, `C${unit}`);
    await bot.run();
    // Taking the lease, planning, noting the run and giving the lease back come once for all.
    expect(commits.length).toBeLessThanOrEqual(2 * 30 + 8);
  });

  it('says a second message in a channel a second later, and does not let another channel wait', async () => {
    const bot = await aBot();
    for (const unit of ['A', 'B', 'C']) bot.tell(unit, 'C1');
    bot.tell('D', 'C2');
    await bot.run();

    const times = bot.slack.standing.map(({ channel, at }) => [channel, at - MORNING.ms]);
    expect(times).toEqual([
      ['C1', 0],
      ['C2', 0],
      ['C1', SECOND],
      ['C1', 2 * SECOND],
    ]);
  });

  it('posts to sixteen channels at once, and no more', async () => {
    const bot = await aBot();
    for (let unit = 1; unit <= 30; unit += 1) bot.tell(`Enhet ${unit}`, `C${unit}`);
    for (let unit = 1; unit <= 30; unit += 1) bot.slack.always(`C${unit}`, SECOND);
    await bot.run();

    const atOnce = Map.groupBy(bot.slack.standing, ({ at }) => at);
    expect([...atOnce.values()].map(({ length }) => length)).toEqual([16, 14]);
  });

  it('leaves out those who cannot be told anywhere', async () => {
    const bot = await aBot();
    bot.tell('Ukjent', { slack: null });
    bot.tell('Storvik', 'C2');
    expect(await bot.run()).toMatchObject({ sent: 1, skipped: 1, failed: 0 });
  });

  it('fails when the workbooks cannot be read, and is caught up by the next', async () => {
    const bot = await aBot();
    bot.tell('Storvik', 'C2');
    bot.unreadable = new WorkbookError('unavailable', 'Google svarer ikke.');
    await expect(bot.run()).rejects.toThrow('Google svarer ikke.');
    bot.unreadable = null;
    expect(await bot.run()).toMatchObject({ sent: 1 });
  });

  it('says of each period what belongs to it', async () => {
    const bot = await aBot();
    bot.tell('Storvik', 'C2', 'hei', 'svar');
    await bot.run();
    await bot.speaker.run(bot.job, { ...OCCURRENCE, period: '2024-06-04' }, NOBODY_ASKED, 0);
    expect(bot.periods).toEqual(['2024-06-03', '2024-06-04']);
  });

  it('looks before it says anything when it is late', async () => {
    const bot = await aBot();
    bot.tell('Storvik', 'C2', 'hei', 'svar');
    await bot.run();
    const other = bot.another({ store: await stores.open({ time: bot.time }) });

    expect(await other.run({ late: true })).toMatchObject({ sent: 0, skipped: 2, failed: 0 });
    expect(bot.slack.said()).toEqual(['C2: hei', 'C2 > svar']);
    expect(other.events).toEqual(expect.arrayContaining([expect.stringMatching(/^found .*:Storvik$/)]));
  });

  it.each([
    ['looks when the state was made anew a week ago', 7 * 24 * HOUR, true],
    ['does not when that is long ago', 9 * 24 * HOUR, false],
  ])('%s', async (_, age, looks) => {
    const bot = await aBot();
    await bot.store.notes.set(RECREATED_AT, String(bot.time.now() - age));
    bot.tell('Storvik', 'C2');
    await bot.run();
    expect(bot.slack.calls.some(({ what }) => what === 'find C2')).toBe(looks);
  });

  it('says it even where it may not look', async () => {
    const bot = await aBot();
    bot.slack.looksFail(final('missing_scope'));
    bot.tell('Storvik', 'C2');
    expect(await bot.run({ late: true })).toMatchObject({ sent: 1 });
  });
});

describe('what is no longer to be said', () => {
  it.each([
    ['withdrawn, when the unit has nothing left to answer', 'withdrawn', 1],
    ['expired, when the day is over', 'expired', 30],
  ] as const)('is %s', async (_, status, hours) => {
    const bot = await aBot();
    bot.tell('Lillevik', 'C1');
    bot.slack.goneUntil(bot.time.now() + 2000);
    await bot.run();
    if (status === 'withdrawn') bot.talk.clear();
    bot.now = momentAt(MORNING.ms + hours * HOUR);
    await bot.time.sleep(40 * SECOND);
    await bot.speaker.drain(0);

    expect(bot.slack.said().filter((one) => !one.startsWith(ADMIN))).toEqual([]);
    expect(await bot.rows()).toMatchObject({ [status]: 1 });
  });

  it('is told the secretariat when it came too late', async () => {
    const bot = await aBot();
    bot.tell('Lillevik', 'C1');
    bot.slack.goneUntil(bot.time.now() + 2000);
    await bot.run();
    bot.now = momentAt(MORNING.ms + 30 * HOUR);
    await bot.time.sleep(40 * SECOND);
    await bot.speaker.drain(60 * SECOND);
    expect(bot.alerts()).toEqual([expect.stringContaining('Ikke alt kom fram i tide: påminnelser for 3. juni')]);
  });

  it.each([
    ['longer', ['hei', 'a', 'b', 'c'], ['C1: hei', 'C1 > a', 'C1 > b', 'C1 > c']],
    ['shorter', ['hei', 'a'], ['C1: hei', 'C1 > a']],
  ])('follows a thread that becomes %s on the way', async (_, texts, said) => {
    const bot = await aBot();
    bot.tell('Lillevik', 'C1', 'hei', 'a', 'b');
    bot.slack.onPost = () => bot.tell('Lillevik', 'C1', ...texts);
    // Longer than what was read of the workbooks is taken to be how things are.
    bot.slack.always('C1', 31 * SECOND);
    await bot.run();
    expect(bot.slack.said()).toEqual(said);
  });
});

describe('a job that is shown first', () => {
  it('shows the secretariat, and sends nothing, until somebody asks for it; then always', async () => {
    const bot = await aBot({ preview: 'dette ville blitt sendt' });
    bot.tell('Lillevik', 'C1', 'hei');

    await bot.run();
    expect(bot.slack.said()).toEqual([`${ADMIN}: dette ville blitt sendt`]);
    const run = { helsefellesskap: HELSEFELLESSKAP, job: bot.job.name, period: OCCURRENCE.period };
    expect(await bot.store.runs.outcome(run)).toBe('preview');

    expect(await bot.run({ asked: true })).toMatchObject({ sent: 1, skipped: 1 });
    expect(await bot.store.runs.outcome(run)).toBe('done');

    const nextDay = { ...OCCURRENCE, period: '2024-06-04' };
    await bot.speaker.run(bot.job, nextDay, NOBODY_ASKED, 0);
    expect(bot.slack.said()).toEqual([`${ADMIN}: dette ville blitt sendt`, 'C1: hei', 'C1: hei']);
  });

  it('withdraws what was to be shown when it has been let go before that', async () => {
    const bot = await aBot({ preview: 'dette ville blitt sendt' });
    bot.tell('Lillevik', 'C1', 'hei');
    bot.slack.goneUntil(bot.time.now() + SECOND);
    await bot.run();
    await bot.time.sleep(10 * SECOND);
    await bot.run({ asked: true });
    expect(bot.slack.said()).toEqual(['C1: hei']);
  });
});
