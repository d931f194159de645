import { describe, expect, it } from 'vitest';
import { EXAMPLE } from '../support/cli.ts';
import { ADMIN_CHANNEL, ASKER, CHANNEL } from '../support/slack/workspace.ts';
import { planFor } from '../support/unit-plan.ts';
import { bookOf, startWholeBot } from '../support/whole-bot.ts';

const HEADINGS = ['Aktivitet', 'Tiltak', 'Tidsrom', 'Ansvarlig'];
const MONDAY = '2024-06-03';
const channels = { SLACK_CHANNEL: CHANNEL, SLACK_ADMIN_CHANNEL: ADMIN_CHANNEL };

describe('on Monday morning', () => {
  it('the weekly status stands in the channel, with its details in the thread', async () => {
    const HANDLINGSPLAN = await planFor({ Teamet: ASKER });
    const { slack, runJobs } = await startWholeBot({ HANDLINGSPLAN, ...channels }, MONDAY);

    await runJobs();

    const inChannel = slack.posts.filter(({ channel }) => channel === CHANNEL);
    const [status, ...details] = inChannel;
    expect(status).toMatchObject({ text: expect.stringContaining('Ukesstatus uke 23'), thread_ts: null });
    expect(details.length).toBeGreaterThan(0);
    expect(details.filter(({ thread_ts }) => thread_ts !== status?.ts)).toEqual([]);
  });

  it('each unit is reminded where Kontakter says: a person, a channel or a user group', async () => {
    const HANDLINGSPLAN = await planFor({ Personen: ASKER, Kanalen: ADMIN_CHANNEL, Utvalget: 'S0GRUPPE' });
    const { slack, runJobs } = await startWholeBot({ HANDLINGSPLAN, SLACK_CHANNEL: CHANNEL }, MONDAY);

    await runJobs();

    const reminders = slack.posts.filter(({ text }) => text.includes('Hei.'));
    expect(reminders.map(({ channel, text }) => [channel, /Hei. (\S+)/.exec(text)?.[1]]).toSorted()).toEqual([
      [ADMIN_CHANNEL, 'Kanalen'],
      [CHANNEL, 'Utvalget'],
      ['D0SPORSMAL', 'Personen'],
    ]);
    expect(reminders.find(({ channel }) => channel === CHANNEL)?.text).toMatch(/^<!subteam\^S0GRUPPE> Hei\./);
  });

  it('a unit that nobody can be reached for is reminded in the channel, by its name', async () => {
    const HANDLINGSPLAN = await planFor({ Glemt: '' });
    const { slack, runJobs } = await startWholeBot({ HANDLINGSPLAN, ...channels }, MONDAY);

    await runJobs();

    const reminders = slack.posts.filter(({ text }) => text.startsWith('Hei.'));
    expect(reminders).toMatchObject([{ channel: CHANNEL, text: expect.stringContaining('Glemt') }]);
  });

  it('the secretariat hears which units have no Slack id', async () => {
    const HANDLINGSPLAN = await planFor({ Personen: ASKER, Glemt: '' });
    const { slack, runJobs } = await startWholeBot({ HANDLINGSPLAN, ...channels }, MONDAY);

    await runJobs();

    const toAdmin = slack.posts.filter(({ channel }) => channel === ADMIN_CHANNEL);
    expect(JSON.stringify(toAdmin)).toContain('Glemt');
    expect(JSON.stringify(slack.posts.filter(({ channel }) => channel === 'D0SPORSMAL'))).not.toContain('Glemt');
  });

  it('each thing is said once, however often the round is run', async () => {
    const HANDLINGSPLAN = await planFor({ Personen: ASKER });
    const { slack, runJobs } = await startWholeBot({ HANDLINGSPLAN, ...channels }, MONDAY);

    await runJobs();
    const said = slack.posts.length;
    await runJobs();

    expect(slack.posts).toHaveLength(said);
  });

  it('units are reminded also when there is no channel for the status', async () => {
    const HANDLINGSPLAN = await planFor({ Personen: ASKER });
    const { slack, runJobs } = await startWholeBot({ HANDLINGSPLAN }, MONDAY);

    await runJobs();

    expect(slack.posts.map(({ channel }) => channel)).toEqual(['D0SPORSMAL']);
  });

  it('a user group without a channel to be called in is told of in the admin channel', async () => {
    const HANDLINGSPLAN = await planFor({ Utvalget: 'S0GRUPPE' });
    const { slack, runJobs } = await startWholeBot({ HANDLINGSPLAN, SLACK_ADMIN_CHANNEL: ADMIN_CHANNEL }, MONDAY);

    await runJobs();

    expect(slack.posts.map(({ channel }) => channel)).toEqual([ADMIN_CHANNEL]);
    expect(slack.posts[0]?.text).toContain('SLACK_CHANNEL');
  });
});

describe('on other days', () => {
  it.each([
    ['Tuesday', '2024-06-04'],
    ['the day before a mark', '2024-06-05'],
  ])('there is no weekly status, and no reminder of what is long overdue: %s', async (_, dato) => {
    const HANDLINGSPLAN = await planFor({ Personen: ASKER });
    const { slack, runJobs } = await startWholeBot({ HANDLINGSPLAN, ...channels }, dato);

    await runJobs();

    expect(slack.posts).toEqual([]);
  });

  it('a tiltak is mentioned a week before its deadline', async () => {
    const HANDLINGSPLAN = await bookOf({
      Handlingsplan: [HEADINGS, ['1 Drift', '1.1 Mandat', '12.6.24', 'Personen']],
      Kontakter: [
        ['Navn', 'Type', 'Slack'],
        ['Personen', 'enhet', ASKER],
      ],
    });
    const { slack, runJobs } = await startWholeBot({ HANDLINGSPLAN, ...channels }, '2024-06-05');

    await runJobs();

    expect(slack.posts).toMatchObject([{ channel: 'D0SPORSMAL', text: expect.stringContaining('1 tiltak') }]);
  });

  it.each([
    ['a Saturday', '2024-06-08'],
    ['17 May', '2024-05-17'],
    ['Easter Monday', '2024-04-01'],
  ])('nothing is said on %s', async (_, dato) => {
    const HANDLINGSPLAN = await planFor({ Personen: ASKER });
    const { slack, runJobs } = await startWholeBot({ HANDLINGSPLAN, ...channels }, dato);

    await runJobs();

    expect(slack.posts).toEqual([]);
  });

  it('the weekly status comes on Tuesday when Monday is a holiday', async () => {
    const HANDLINGSPLAN = await planFor({ Personen: ASKER });
    const { slack, runJobs } = await startWholeBot({ HANDLINGSPLAN, ...channels }, '2024-04-02');

    await runJobs();

    expect(slack.posts.map(({ text }) => text).join('\n')).toContain('Ukesstatus uke 14');
  });
});

describe('trouble', () => {
  it('with many channels at once is told in one message, and the others get theirs', async () => {
    const units = Array.from({ length: 27 }, (_, at) => `Enhet ${at + 1}`);
    const ids = units.map((unit, at) => [unit, `C0FINNESIKKE${at}`] as const);
    const HANDLINGSPLAN = await planFor({ ...Object.fromEntries(ids), Personen: ASKER });
    const { slack, runJobs } = await startWholeBot({ HANDLINGSPLAN, ...channels }, MONDAY);

    await runJobs();
    await runJobs();

    const alerts = slack.posts.filter(({ channel, thread_ts }) => channel === ADMIN_CHANNEL && thread_ts === null);
    expect(alerts).toMatchObject([{ text: expect.stringContaining('27') }]);
    const whole = JSON.stringify(slack.posts.filter(({ channel }) => channel === ADMIN_CHANNEL));
    for (const unit of ['Enhet 1', 'Enhet 27']) expect(whole).toContain(unit);
    expect(slack.posts.filter(({ channel }) => channel === 'D0SPORSMAL')).toHaveLength(1);
  });

  it('a plan that cannot be read is told of in the admin channel, and nothing is said of an empty plan', async () => {
    const { slack, runJobs } = await startWholeBot({ HANDLINGSPLAN: 'finnes-ikke.xlsx', ...channels }, MONDAY);

    await runJobs();

    expect(slack.posts.map(({ channel }) => channel)).toEqual([ADMIN_CHANNEL]);
    expect(slack.posts[0]?.text).toContain('Jeg får ikke lest handlingsplanen\nFant ikke «finnes-ikke.xlsx».');
  });

  it('so is a plan that has lost its table', async () => {
    const HANDLINGSPLAN = await bookOf({ Handlingsplan: [['a', 'b']] });
    const { slack, runJobs } = await startWholeBot({ HANDLINGSPLAN, ...channels }, MONDAY);

    await runJobs();

    expect(slack.posts.filter(({ channel }) => channel !== ADMIN_CHANNEL)).toEqual([]);
    expect(slack.posts[0]?.text).toContain('Fant ingen tabell');
  });

  it('a bot without a plan runs no job that needs one', async () => {
    const { slack, runJobs } = await startWholeBot({ KAPASITET: EXAMPLE, ...channels }, null);

    await runJobs();

    expect(slack.posts).toEqual([]);
  });

  it('no birth number reaches a channel', async () => {
    const HANDLINGSPLAN = await bookOf({
      Handlingsplan: [HEADINGS, ['1 Drift', '1.1 Mandat for Kari 01810750045', '1.5.24', 'Personen']],
      Kontakter: [
        ['Navn', 'Type', 'Slack'],
        ['Personen', 'enhet', ASKER],
      ],
    });
    const { slack, runJobs } = await startWholeBot({ HANDLINGSPLAN, ...channels }, MONDAY);

    await runJobs();

    expect(slack.posts.length).toBeGreaterThan(1);
    expect(JSON.stringify(slack.posts)).not.toContain('01810750045');
  });
});

it('a very large plan is said within Slack’s limits, as blocks', async () => {
  const kommuner = Array.from({ length: 400 }, (_, at) => `Prøvekommune ${at + 1} med langt navn`);
  const tiltak = Array.from({ length: 300 }, (_, at) => [
    `${(at % 30) + 1} Aktivitet <${at % 30}>`,
    `${(at % 30) + 1}.${Math.floor(at / 30) + 1} Et tiltak med *mye* tekst & <tegn>, langt nok til at det må kuttes når alt er med`,
    at % 7 === 0 ? '31.2.24' : `Innen ${(at % 28) + 1}.5.24`,
    at % 3 === 0 ? 'Personen' : (kommuner[at] ?? ''),
  ]);
  const HANDLINGSPLAN = await bookOf({
    Handlingsplan: [HEADINGS, ...tiltak],
    Kontakter: [
      ['Navn', 'Type', 'Slack'],
      ['Personen', 'enhet', ASKER],
      ...kommuner.map((navn, at) => [navn, 'kommune', `U0KOMMUNE${at}`]),
    ],
  });
  const { slack, runJobs } = await startWholeBot({ HANDLINGSPLAN, ...channels }, MONDAY);
  for (const at of kommuner.keys()) slack.users.set(`U0KOMMUNE${at}`, { name: `kommune${at}` });

  await runJobs();

  const places = new Set(slack.posts.map(({ channel }) => channel));
  expect([...places].filter((place) => !place.startsWith('D0KOMMUNE'))).toEqual(
    expect.arrayContaining([CHANNEL, 'D0SPORSMAL']),
  );
  expect(places.size).toBeGreaterThan(100);
  expect(slack.posts.filter(({ blocks }) => blocks.length === 0)).toEqual([]);
  expect(JSON.stringify(slack.posts)).not.toContain('kom ikke fram');
});
