import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '#src/store/open-store.ts';
import { bot, botJson } from '../support/cli.ts';
import { startGoogle } from '../support/google/google.ts';
import { BOT_EMAIL } from '../support/google/token.ts';
import { startSlack } from '../support/slack/slack.ts';
import { ADMIN_CHANNEL, APP_TOKEN, BOT_TOKEN, CHANNEL, SIGNING_SECRET } from '../support/slack/workspace.ts';
import { bookOf } from '../support/whole-bot.ts';
import { folderWith } from '../support/workbook-files.ts';

const PLAN = [
  ['Aktivitet', 'Tiltak', 'Tidsrom', 'Ansvarlig'],
  ['1 Drift', '1.1 Mandat', '1.5.24', 'Teamet'],
  ['1 Drift', '1.2 Mal', '1.6.24', 'Gruppen'],
];
const PLACES = [
  ['Kommune', 'Kategori', 'Plasser', 'Belagt'],
  ['Lillevik', 'rehabilitering', 4, 1],
];
const KONTAKTER = [
  ['Navn', 'E-post', 'Slack'],
  ['Teamet', '', 'C0TEAMET'],
  ['Gruppen', 'gruppen@prove.example', ''],
];
const INNSTILLINGER = [
  ['Navn', 'Verdi'],
  ['Frist snart (dager)', 7],
];
const NAMES = [
  'Oppsett',
  'Slack',
  'Forbindelse',
  'Kanal',
  'Admin-kanal',
  'Handlingsplan',
  'Kapasitet',
  'Kontakter',
  'Innstillinger',
  'Lagring',
  'Klokke',
  'Port',
];

interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly message: string;
}

async function findings(env: Readonly<Record<string, string>>): Promise<readonly Finding[]> {
  return (await botJson(['doktor', '--dato', '2024-05-20'], { env })).checks;
}

/** The names of those to mend, and what is said of them. */
async function toMend(env: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  const all = await findings(env);
  expect(all.map(({ name }) => name).filter((name) => name !== 'Google')).toEqual(NAMES);
  return Object.fromEntries(all.flatMap(({ name, ok, message }) => (ok ? [] : [[name, message]])));
}

/** A bot set up as it should be, in a Slack of its own. */
async function aSetUp() {
  const slack = await startSlack();
  onTestFinished(() => slack.stop());
  const folder = await folderWith({});
  const env = {
    HANDLINGSPLAN: await bookOf({ Handlingsplan: PLAN, Kontakter: KONTAKTER, Innstillinger: INNSTILLINGER }),
    KAPASITET: await bookOf({ Kapasitet: PLACES }),
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_APP_TOKEN: APP_TOKEN,
    SLACK_CHANNEL: CHANNEL,
    SLACK_ADMIN_CHANNEL: ADMIN_CHANNEL,
    DATABASE_URL: `file:${join(folder, 'husk.sqlite')}`,
    PORT: '0',
  };
  return { slack, folder, file: join(folder, 'husk.sqlite'), env };
}

/** Something that listens on a port of this machine. */
async function listening(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0);
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return String((server.address() as AddressInfo).port);
}

describe('with nothing set', () => {
  it('tells how the trial is, and has nothing to mend', async () => {
    const { status, out, err } = await bot(['doktor'], { env: { DATABASE_URL: '' } });

    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^– Oppsett +ingenting er satt/);
    expect(out).toMatch(/^✓ Handlingsplan +det oppdiktede eksempelet, 6 faner, 29 tiltak$/m);
    expect(out).not.toContain('✗');
  });
});

describe('a bot that is set up', () => {
  it('has a line for each thing that was tried, and nothing to mend', async () => {
    const { env } = await aSetUp();

    const { status, out, err } = await bot(['doktor', '--dato', '2024-05-20'], { env });

    const lines = out.slice(0, out.indexOf('\n\n')).split('\n');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(lines.map((line) => line.split(' ')[1])).toEqual(NAMES);
    expect(lines.filter((line) => !line.startsWith('✓'))).toEqual([]);
    expect(lines[1]).toMatch(/koblet til «Prøve» som samhandlingsbot$/);
    expect(lines[2]).toContain('Socket Mode');
    expect(lines[3]).toMatch(/#samhandling, boten er medlem$/);
    expect(lines[5]).toMatch(/lest, 3 faner, 2 tiltak$/);
    expect(lines[6]).toMatch(/lest, 1 fane, 1 kommune$/);
    expect(lines[7]).toMatch(/2 ansvarlige: 1 nås med Slack-id, 1 med e-post$/);
    expect(lines[8]).toContain('ukesstatus mandag 08:00');
  });

  it('is not changed by being looked at: nothing is posted, and no state is made', async () => {
    const { env, slack, folder } = await aSetUp();

    await findings(env);

    const asked = new Set(slack.calls.map(({ method }) => method));
    expect(asked).toEqual(new Set(['auth.test', 'apps.connections.open', 'conversations.info', 'api.test']));
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps its secrets to itself', async () => {
    const { env } = await aSetUp();
    const secret = { SLACK_SIGNING_SECRET: 'hemmelig-1', DATABASE_URL: 'postgres://bot:hemmelig-2@127.0.0.1:1/bot' };

    const { out, err } = await bot(['doktor'], { env: { ...env, ...secret } });

    expect(out + err).not.toMatch(/hemmelig|xoxb-|xapp-/);
    expect(out).toContain('SLACK_SIGNING_SECRET');
  });

  it('writes in the state that is there already', async () => {
    const { env } = await aSetUp();
    await (await openStore({ url: env.DATABASE_URL })).close();

    const lagring = (await findings(env)).find(({ name }) => name === 'Lagring');

    expect(lagring).toMatchObject({ ok: true, message: expect.stringContaining('kan skrives') });
  });
});

describe('one thing that is wrong is told, and hides nothing else', () => {
  type SetUp = Awaited<ReturnType<typeof aSetUp>>;
  type Wrong = (setUp: SetUp) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;

  it.each<[what: string, make: Wrong, name: string, advice: string]>([
    [
      'a scope the app was not given',
      ({ slack }) => {
        const { scopes = [] } = slack.tokens.get(BOT_TOKEN) ?? {};
        slack.tokens.set(BOT_TOKEN, { kind: 'bot', scopes: scopes.filter((scope) => scope !== 'users:read.email') });
        return {};
      },
      'Slack',
      'mangler tillatelsen users:read.email. Installer appen på nytt fra manifest.json.',
    ],
    ['an app token Slack does not take', () => ({ SLACK_APP_TOKEN: 'xapp-annen' }), 'Forbindelse', 'SLACK_APP_TOKEN'],
    [
      'a channel the bot is not in',
      ({ slack }) => {
        slack.channels.set(CHANNEL, { member: false, name: 'samhandling' });
        return {};
      },
      'Kanal',
      'Boten er ikke med i #samhandling. Skriv /invite @samhandlingsbot der.',
    ],
    [
      'a channel that is archived',
      ({ slack }) => {
        slack.channels.set(ADMIN_CHANNEL, { member: true, archived: true, name: 'sekretariat' });
        return {};
      },
      'Admin-kanal',
      '#sekretariat er arkivert. Velg en annen kanal i SLACK_ADMIN_CHANNEL.',
    ],
    ['a channel nobody knows', () => ({ SLACK_CHANNEL: 'C0UKJENT' }), 'Kanal', 'Jeg finner ikke kanalen.'],
    ['a channel by its name', () => ({ SLACK_CHANNEL: '#samhandling' }), 'Kanal', 'skal være kanalens id'],
    ['a plan that is not there', () => ({ HANDLINGSPLAN: 'borte.xlsx' }), 'Handlingsplan', 'Fant ikke «borte.xlsx».'],
    [
      'places without a table',
      async () => ({ KAPASITET: await bookOf({ Kapasitet: [['Hei']] }) }),
      'Kapasitet',
      'Fant ingen tabell for Kapasitet.',
    ],
    [
      'a setting in the sheet that is not understood',
      async () => ({
        HANDLINGSPLAN: await bookOf({
          Handlingsplan: PLAN,
          Kontakter: KONTAKTER,
          Innstillinger: [...INNSTILLINGER, ['Helg teller', 'kanskje']],
        }),
      }),
      'Innstillinger',
      'Innstillinger!B3: «Helg teller» skal være ja eller nei',
    ],
    [
      'those who answer cannot be reached, nor anyone in their place',
      async () => ({
        HANDLINGSPLAN: await bookOf({ Handlingsplan: PLAN, Innstillinger: INNSTILLINGER }),
        SLACK_CHANNEL: '',
      }),
      'Kontakter',
      '2 nås ikke (Teamet og Gruppen). Fyll ut Slack eller E-post i fanen Kontakter.',
    ],
    [
      'a state that is damaged',
      async ({ file }) => {
        await writeFile(file, 'ikke en database'.repeat(100));
        return {};
      },
      'Lagring',
      'er skadet',
    ],
    [
      'a state from a later release',
      async ({ file, env }) => {
        await (await openStore({ url: env.DATABASE_URL })).close();
        const db = new DatabaseSync(file);
        db.exec('insert into schema_version (version, applied_at) values (999, 0)');
        db.close();
        return {};
      },
      'Lagring',
      'nyere utgave',
    ],
    [
      'a database that does not answer',
      () => ({ DATABASE_URL: 'postgres://bot:hemmelig@127.0.0.1:1/bot' }),
      'Lagring',
      'DATABASE_URL',
    ],
    [
      'a port that something else has',
      async () => ({ PORT: await listening((_, response) => response.end('noe annet')) }),
      'Port',
      'Sett PORT til en annen.',
    ],
  ])('%s', async (_, make, name, advice) => {
    const setUp = await aSetUp();
    const change = await make(setUp);

    const wrong = await toMend({ ...setUp.env, ...change });

    expect(Object.keys(wrong)).toEqual([name]);
    expect(wrong[name]).toContain(advice);
  });

  it('a token Slack does not take is told wherever it is used, and the rest goes on', async () => {
    const { env } = await aSetUp();

    const wrong = await toMend({ ...env, SLACK_BOT_TOKEN: 'xoxb-annen' });

    expect(Object.keys(wrong)).toEqual(['Slack', 'Kanal', 'Admin-kanal']);
    expect(wrong.Slack).toContain('Slack godtar ikke SLACK_BOT_TOKEN (invalid_auth).');
  });

  it('the exit status says that something is to be mended', async () => {
    const { env } = await aSetUp();

    const { status, out } = await bot(['doktor'], { env: { ...env, KAPASITET: 'borte.xlsx' } });

    expect(status).toBe(1);
    expect(out).toMatch(/^✗ Kapasitet +Fant ikke «borte.xlsx»/m);
  });

  it('a sheet that is not shared: whom to share it with', async () => {
    const id = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-abcd';
    const google = await startGoogle({ spreadsheets: { [id]: { title: 'Plasser', tabs: [] } } });
    onTestFinished(() => google.close());
    google.share(id, 'no');
    const { env } = await aSetUp();

    const wrong = await toMend({
      ...env,
      KAPASITET: id,
      GOOGLE_APPLICATION_CREDENTIALS: google.keyFile,
      GOOGLE_API_ROOT: google.root,
    });

    expect(wrong).toEqual({ Kapasitet: `Boten har ikke tilgang. Del arket med ${BOT_EMAIL} (leser).` });
  });
});

describe('what is not set', () => {
  it('is to be mended only where the bot has nothing to do without it', async () => {
    const { env } = await aSetUp();
    const { HANDLINGSPLAN: _, SLACK_CHANNEL: __, SLACK_ADMIN_CHANNEL: ___, SLACK_APP_TOKEN: ____, ...few } = env;

    expect(await toMend(few)).toEqual({});
    const { KAPASITET: _____, ...none } = few;
    expect(Object.keys(await toMend(none))).toEqual(['Handlingsplan', 'Kapasitet']);
  });

  it('over HTTP: says where Slack is to find the bot', async () => {
    const { env } = await aSetUp();
    const { SLACK_APP_TOKEN: _, ...http } = { ...env, SLACK_SIGNING_SECRET: SIGNING_SECRET };

    const connection = (await findings(http)).find(({ name }) => name === 'Forbindelse');

    expect(connection).toMatchObject({ ok: true, message: expect.stringContaining('/slack/events') });
  });
});

it('a damaged state is left as it is, for whoever is to look into it', async () => {
  const { env, file, folder } = await aSetUp();
  await writeFile(file, 'ikke en database'.repeat(100));

  await findings(env);

  expect(await readdir(folder)).toEqual(['husk.sqlite']);
  expect(await readFile(file, 'utf8')).toMatch(/^ikke en database/);
});

it('a port that the bot itself has is as it should be', async () => {
  const { env } = await aSetUp();
  const PORT = await listening((request, response) =>
    response.end(request.url === '/metrics' ? '# HELP samhandlingsbot_posts_total x\n' : ''),
  );

  expect(await toMend({ ...env, PORT })).toEqual({});
});
