import { copyFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '#src/store/open-store.ts';
import { startGoogle } from '../support/google/google.ts';
import { ADMIN_CHANNEL, CHANNEL } from '../support/slack/workspace.ts';
import { aSlack, bookOf, startWholeBot } from '../support/whole-bot.ts';
import { folderWith } from '../support/workbook-files.ts';

const PLAN = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-abcd';
const PLACES = '1PlAsSeRfGhIjKlMnOpQrStUvWxYz0123456789abcd';
const EMAIL = 'kari.krill@prove.example';

/** Two spreadsheets at a Google of their own, with all that must not be kept in them. */
async function aGoogle() {
  const google = await startGoogle({
    spreadsheets: {
      [PLAN]: {
        title: 'Plan 2024',
        tabs: [
          {
            name: 'Handlingsplan',
            rows: [
              ['Aktivitet', 'Tiltak', 'Tidsrom', 'Ansvarlig'],
              ['1 Drift', '1.1 Mandat', '1.5.24', 'Teamet'],
              ['', '1.2 Skisse', '11.6.24', 'Teamet'],
              ['', '1.3 Mal', '12.6.24', 'Teamet'],
            ],
          },
          {
            name: 'Kontakter',
            rows: [
              ['Navn', 'Type', 'Slack', 'E-post'],
              ['Teamet', 'enhet', '', EMAIL],
            ],
          },
        ],
      },
      [PLACES]: {
        title: 'Plasser',
        tabs: [
          {
            name: 'Kapasitet',
            rows: [
              ['Kommune', 'Kategori', 'Plasser', 'Belagt', 'Kontakt', 'Oppdatert', 'Oppdatert av'],
              ['Lillevik', 'rehabilitering', 4, 1, 'Siri Sild 99887766', { serial: 45_446.25 }, 'Per Plankton'],
            ],
          },
        ],
      },
    },
  });
  let open = true;
  const goAway = async () => {
    if (open) await google.close();
    open = false;
  };
  onTestFinished(goAway);
  return { google, goAway };
}

/** A bot that has read its spreadsheets on a Monday, reminded Teamet, and is down; and then Google goes away. */
async function aBotBeforeGoogleWentAway() {
  const { google, goAway } = await aGoogle();
  const folder = await folderWith({});
  const keyFile = join(await folderWith({}), 'nokkel.json');
  await copyFile(google.keyFile, keyFile);
  const env = {
    HANDLINGSPLAN: PLAN,
    KAPASITET: PLACES,
    GOOGLE_API_ROOT: google.root,
    GOOGLE_APPLICATION_CREDENTIALS: keyFile,
    // Google is asked again no sooner: whoever asks waits for it.
    POLL_SECONDS: '3600',
    DATABASE_URL: `file:${folder}/tilstand.sqlite`,
    SLACK_CHANNEL: CHANNEL,
    SLACK_ADMIN_CHANNEL: ADMIN_CHANNEL,
  };
  const slack = await aSlack();
  slack.users.set('U0KARI', { name: 'kari', email: EMAIL });
  const bot = await startWholeBot(env, '2024-06-03T09:00', { slack });
  await bot.runJobs();
  await bot.stop();
  await goAway();
  return { env, slack, folder };
}

/** Google is asked several times before it is taken to be away. */
const WITHIN = { timeout: 60_000 };

it(
  'a bot that starts while Google is away answers and reminds from what it last read, and says how old that is',
  WITHIN,
  async () => {
    const { env, slack } = await aBotBeforeGoogleWentAway();
    const before = slack.posts.length;
    const restarted = await startWholeBot(env, '2024-06-04T08:00', { slack });

    await restarted.runJobs();

    expect(JSON.stringify(await restarted.ask('/tiltak', '1.2'))).toMatch(/1\.2 Skisse.*lest 3\. juni 09:00/);
    expect(JSON.stringify(await restarted.ask('/kapasitet'))).toMatch(/Lillevik.*lest 3\. juni 09:00/);
    // The address is not kept, but whom Slack said it belonged to is.
    expect(slack.posts.slice(before)).toMatchObject([
      { channel: 'D0KARI', text: expect.stringContaining('1.2 Skisse') },
    ]);
  },
);

it('reminds nobody by figures that are older than a day, and says so', WITHIN, async () => {
  const { env, slack } = await aBotBeforeGoogleWentAway();
  const before = slack.posts.length;
  const restarted = await startWholeBot(env, '2024-06-05T10:00', { slack });

  await restarted.runJobs();

  expect(slack.posts.slice(before).map(({ channel }) => channel)).not.toContain('D0KARI');
  expect(slack.posts.slice(before)).toContainEqual(
    expect.objectContaining({
      channel: ADMIN_CHANNEL,
      text: expect.stringContaining('Jeg har ikke fått lest arket på over et døgn'),
    }),
  );
  expect(JSON.stringify(await restarted.ask('/tiltak', '1.3'))).toContain('lest 3. juni 09:00');
});

it(
  'tells how the plan stands though the places have not been read for a week, and how old they are',
  WITHIN,
  async () => {
    const { env, slack } = await aBotBeforeGoogleWentAway();
    const plan = {
      Handlingsplan: [
        ['Tiltak', 'Tidsrom', 'Ansvarlig'],
        ['1.1 Mandat', '1.5.24', 'Teamet'],
      ],
    };
    const before = slack.posts.length;
    const restarted = await startWholeBot({ ...env, HANDLINGSPLAN: await bookOf(plan) }, '2024-06-10T08:00', { slack });

    await restarted.runJobs();

    const status = slack.posts
      .slice(before)
      .find(({ channel, text }) => channel === CHANNEL && text.includes('uke 24'));
    expect(JSON.stringify(status?.blocks)).toContain('lest 3. juni');
  },
);

it('keeps how things were, and of people nothing but Slack ids', async () => {
  const { env, folder } = await aBotBeforeGoogleWentAway();
  const store = await openStore({ url: env.DATABASE_URL });
  const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
  const bytes = Buffer.concat(files);

  expect(bytes.includes('1.2 Skisse')).toBe(true);
  expect(bytes.includes('Lillevik')).toBe(true);
  expect(bytes.includes('U0KARI')).toBe(true);
  for (const personal of [EMAIL, 'kari', 'Sild', '99887766', 'Plankton']) {
    expect({ personal, kept: bytes.includes(personal) }).toEqual({ personal, kept: false });
  }
  await store.close();
});
