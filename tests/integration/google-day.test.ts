import { describe, expect, it } from 'vitest';
import { aDay, contactsTab, PLACES, PLAN, placesTab, planTab } from '../support/google/day.ts';
import { BOT_EMAIL } from '../support/google/token.ts';
import { expectNoUnhandledRejection } from '../support/outage/rejections.ts';

expectNoUnhandledRejection();

const OLD = 'får ikke lest nyere tall';
const begun = (alerts: readonly string[]) => alerts.filter((text) => text.startsWith('Jeg får ikke fulgt med på'));
const over = (alerts: readonly string[]) => alerts.filter((text) => text.includes('er i orden igjen'));

describe('the sheet or Google is in trouble', () => {
  const ABOUT_PLACES = { slash: '/kapasitet', was: 'Malvik', name: 'arket med ledige plasser' };

  it.each<[string, (day: Awaited<ReturnType<typeof aDay>>) => () => void, string]>([
    [
      'it is no longer shared',
      ({ google }) => {
        google.share(PLACES, 'no');
        return () => google.share(PLACES, 'bot');
      },
      `Boten har ikke tilgang. Del arket med ${BOT_EMAIL} (leser).`,
    ],
    [
      'its tab is deleted',
      ({ google }) => {
        google.person(PLACES).addTab('Ark2');
        google.person(PLACES).deleteTab('Kapasitet');
        return () => google.person(PLACES).addTab('Kapasitet', placesTab.rows);
      },
      'Fanen «Kapasitet» finnes ikke lenger. Har den fått nytt navn?',
    ],
    [
      'a heading is changed',
      ({ google }) => {
        google.person(PLACES).set('Kapasitet!D1', 'Hvor mange');
        return () => google.person(PLACES).set('Kapasitet!D1', 'Belagt');
      },
      'Overskriften «Belagt» i fanen «Kapasitet» finnes ikke lenger.',
    ],
    [
      'most of it is cut out',
      ({ google }) => {
        google.person(PLACES).clear('Kapasitet!A4:E20');
        return () => google.edit(PLACES, [placesTab]);
      },
      'Fanen «Kapasitet» hadde 7 rader og har nå 2.',
    ],
  ])(
    '%s: the last good figures stay, with their age; it is told once, and once that it is over',
    async (_, trouble, says) => {
      const day = await aDay('2024-06-03T10:00');
      const { slash, was, name } = ABOUT_PLACES;
      await day.minutes(2);
      expect(await day.ask(slash)).toMatch(/lest 3\. juni 10:0[0-2]/);

      const mend = trouble(day);
      await day.minutes(8);
      expect(begun(day.alerts())).toEqual([expect.stringContaining(`Jeg får ikke fulgt med på ${name}`)]);
      expect(day.alerts().join('\n')).toContain(says);
      expect(await day.ask(slash)).toContain(was);
      expect(await day.ask(slash)).toMatch(/lest 3\. juni 10:0[0-2]/);
      // What is well is as fresh as ever.
      expect(await day.ask('/tiltak', '1.1')).toMatch(/lest 3\. juni 10:(08|09|10)/);

      mend();
      await day.minutes(3);
      expect(over(day.alerts())).toHaveLength(1);
      expect(await day.ask(slash)).toMatch(/lest 3\. juni 10:1[123]/);
    },
  );

  it('a tab that is given another name is followed, and nobody is told', async () => {
    const day = await aDay('2024-06-03T10:00');
    await day.minutes(1);
    day.google.person(PLACES).renameTab('Kapasitet', 'Plasser i juni');
    day.google.person(PLACES).set("'Plasser i juni'!D2", 4);
    await day.minutes(3);

    expect(await day.ask('/kapasitet', 'Malvik')).toContain('0 ledige');
    expect(day.alerts()).toEqual([]);
  });

  it('what passes within minutes is told to nobody', async () => {
    const day = await aDay('2024-06-03T10:00');
    await day.minutes(1);
    const google = { on: 'drive', times: 1000 } as const;
    day.google.fail({ kind: 'unavailable' }, google);
    await day.minutes(3);
    day.google.noMoreFaults();
    await day.minutes(2);

    expect(day.alerts()).toEqual([]);
    expect(await day.ask('/tiltak', '1.1')).toMatch(/lest 3\. juni 10:0[56]/);
  });

  it('figures that are older than a quarter of an hour say that they are', async () => {
    const day = await aDay('2024-06-03T10:00');
    await day.minutes(1);
    day.google.share(PLAN, 'no');
    await day.minutes(20);

    expect(await day.ask('/tiltak', '1.1')).toContain(OLD);
    expect(await day.ask('/kapasitet')).not.toMatch(/^$/);
  });
});

it('a day of trouble: never an error, never a blank answer, and each trouble begins and ends once', async () => {
  const day = await aDay('2024-06-03T07:00');
  const { google } = day;
  const plan = google.person(PLAN);
  const places = google.person(PLACES);
  let nth = 0;
  let calm: () => void = () => undefined;
  /** What happens at these times, to the end of which the day goes. */
  const script: Readonly<Record<string, () => void>> = {
    '08:00': () => google.fail({ kind: 'unavailable' }, { on: () => true, times: 100_000 }),
    '08:30': () => google.noMoreFaults(),
    '09:00': () => google.fail({ kind: 'quota' }, { on: 'sheets', times: 100_000 }),
    '09:02': () => places.set('Kapasitet!D2', 2),
    '09:10': () => google.noMoreFaults(),
    '09:30': () => google.fail({ kind: 'drive-quota' }, { on: 'drive', times: 100_000 }),
    '09:50': () => google.noMoreFaults(),
    '10:00': () => google.share(PLAN, 'no'),
    '10:20': () => google.share(PLAN, 'bot'),
    '10:40': () => google.expireTokens(),
    '11:00': () => places.set('Kapasitet!A1', 'Sted'),
    '11:30': () => places.set('Kapasitet!A1', 'Kommune'),
    '12:00': () => plan.deleteTab('Kontakter'),
    '12:20': () => plan.addTab('Kontakter', contactsTab.rows),
    '12:40': () => plan.clear('Handlingsplan!A5:E20'),
    '12:43': () => google.edit(PLAN, [planTab, contactsTab]),
    // One in three requests fails in its own way, for an hour.
    '13:00': () => {
      const kinds = ['reset', 'truncated', 'unavailable', 'unavailable-after-commit', 'api-disabled'] as const;
      calm = google.before(
        () => true,
        () => {
          const kind = kinds[++nth % (3 * kinds.length)];
          if (kind) google.fail({ kind });
        },
        100_000,
      );
    },
    '14:00': () => {
      calm();
      google.noMoreFaults();
    },
  };

  const answers: string[] = [];
  while (day.clock() < '15:00') {
    script[day.clock()]?.();
    await day.minutes(1);
    if (Number(day.clock().slice(-1)) % 5 === 0)
      answers.push(await day.ask('/tiltak', '1.1'), await day.ask('/kapasitet'));
  }

  expect(answers.every((answer) => /lest \d+\. juni \d\d:\d\d/.test(answer))).toBe(true);
  expect(answers.every((answer) => answer.includes('1.1') || answer.includes('Malvik'))).toBe(true);
  expect(await day.ask('/tiltak', '1.1')).toMatch(/lest 3\. juni 1(4:59|5:00)/);
  const alerts = day.alerts();
  expect(begun(alerts)).toHaveLength(over(alerts).length);
  expect(begun(alerts).length).toBeGreaterThan(3);
  // Each told once: the same is not told again before it was over.
  for (const name of ['handlingsplanen', 'arket med ledige plasser']) {
    const about = alerts.filter((text) => text.toLowerCase().includes(name));
    expect(about.map((text) => text.includes('er i orden igjen'))).toEqual(
      about.map((_text, index) => index % 2 === 1),
    );
  }
});
