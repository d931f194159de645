import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connectGoogle } from '#src/workbook/google/connection.ts';
import type { Patience } from '#src/workbook/google/patience.ts';
import { openGoogleWorkbook } from '#src/workbook/google-workbook.ts';
import type { Workbook } from '#src/workbook/workbook.ts';
import { type StandInGoogle, startGoogle } from '../support/google/google.ts';
import { hurriedPatience } from '../support/google/patience.ts';
import { BOT_EMAIL } from '../support/google/token.ts';
import { troubleOf } from '../support/google/trouble.ts';

const ID = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-abcd';
const plan = {
  name: 'Handlingsplan',
  rows: [
    ['Tiltak', 'Tidsrom'],
    ['1.1 Kvalitetsindikatorer', { serial: 45_413 }],
  ],
};

let google: StandInGoogle;

beforeEach(async () => {
  google = await startGoogle({ spreadsheets: { [ID]: { title: 'Handlingsplan 2024', tabs: [plan] } } });
});
afterEach(() => {
  vi.unstubAllEnvs();
  return google.close();
});

function open(spreadsheetId = ID, patience: Patience = hurriedPatience(), credentialsFile = google.keyFile): Workbook {
  const connection = connectGoogle({ credentialsFile, apiRoot: google.root, access: 'read', patience });
  return openGoogleWorkbook({ spreadsheetId, connection });
}

const asked = (): readonly string[] => google.requests.map(({ service }) => service);

describe('reading', () => {
  test('asks for a token, the version and then everything else at once', async () => {
    await open().read();

    expect(asked()).toEqual(['token', 'drive', 'sheets', 'sheets']);
  });

  test('asks for nothing before it is used, and for one token only', async () => {
    const workbook = open();
    expect(asked()).toEqual([]);

    await workbook.version();
    await workbook.version();

    expect(asked()).toEqual(['token', 'drive', 'drive']);
  });

  test('is not over while Google is working out a formula, which no new version will tell of', async () => {
    const workbook = open();
    expect((await workbook.read()).version).toBe(await workbook.version());

    google.person(ID).set('Handlingsplan!B2', { formula: '=IMPORTRANGE("ark";"A1")', value: { error: 'Loading...' } });

    expect((await workbook.read()).version).not.toBe(await workbook.version());
  });

  test('asks for leave to read and see changes, and no more', async () => {
    await open().version();

    expect(google.lastScopes()).toEqual([
      'https://www.googleapis.com/auth/spreadsheets.readonly',
      'https://www.googleapis.com/auth/drive.metadata.readonly',
    ]);
  });

  test('on a machine in Google Cloud it needs no key file', async () => {
    vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', '');
    vi.stubEnv('HOME', dirname(google.keyFile)); // where a developer's own login would lie
    vi.stubEnv('GCE_METADATA_HOST', google.root);
    google.share(ID, 'no');
    const connection = connectGoogle({ apiRoot: google.root, access: 'read' });
    const workbook = openGoogleWorkbook({ spreadsheetId: ID, connection });

    const { message } = await troubleOf(workbook.read());
    google.share(ID, 'bot');

    expect(message).toContain(BOT_EMAIL);
    expect((await workbook.read()).tabs).toHaveLength(1);
  });

  test('is called by its id until its title is known', async () => {
    const workbook = open();
    expect(workbook.name).toBe(ID);

    await workbook.read();

    expect(workbook.name).toBe('Handlingsplan 2024');
  });

  test('a person can open each tab', async () => {
    google.edit(ID, [plan, { name: 'Kontakter', rows: [] }]);

    const { tabs } = await open().read();

    expect(tabs.map(({ url }) => url)).toEqual([
      `https://docs.google.com/spreadsheets/d/${ID}/edit#gid=0`,
      `https://docs.google.com/spreadsheets/d/${ID}/edit#gid=1000`,
    ]);
  });

  test('a people chip is read as the e-mail address of whom it stands for', async () => {
    google.edit(ID, [{ name: 'Kontakter', rows: [[{ person: 'post@kommune.example', shown: 'Fagenhet helse' }]] }]);

    const { tabs } = await open().read();

    expect(tabs[0]?.rows).toEqual([['post@kommune.example']]);
  });

  test('a chart on a tab of its own is no tab', async () => {
    google.edit(ID, [{ name: 'Diagram', rows: [], type: 'OBJECT' }, plan]);

    const { tabs } = await open().read();

    expect(tabs.map(({ name }) => name)).toEqual(['Handlingsplan']);
  });

  test('an edit made while it reads shows as a new version at the next look', async () => {
    const workbook = open();
    const edited = { name: 'Handlingsplan', rows: [['Tiltak'], ['1.1 Ny tekst']] };
    google.fail({ kind: 'slow', ms: 50 }, { on: 'sheets' });

    const reading = workbook.read();
    await vi.waitFor(() => expect(asked()).toContain('sheets'));
    google.edit(ID, [edited]);

    expect((await reading).version).not.toBe(await workbook.version());
  });

  test('a token that Google no longer takes is replaced without anybody noticing', async () => {
    const workbook = open();
    await workbook.version();
    google.expireTokens();

    expect(await workbook.version()).toEqual(expect.any(String));
  });
});

describe('trouble that passes', () => {
  test.each([
    ['a spent quota', { kind: 'quota' }],
    ['a quota as Drive says it', { kind: 'drive-quota' }],
    ['a service that is down', { kind: 'unavailable' }],
    ['a connection that breaks', { kind: 'reset' }],
  ] as const)('%s is asked again', async (_what, fault) => {
    google.fail(fault, { on: 'drive' });
    google.fail(fault, { on: 'sheets' });
    const patience = hurriedPatience();

    const { tabs } = await open(ID, patience).read();

    expect(tabs).toHaveLength(1);
    expect(patience.waits.length).toBeGreaterThanOrEqual(2);
  });

  test('a request that is not answered in time is made again', async () => {
    google.fail({ kind: 'silence' }, { on: 'sheets' });

    const { tabs } = await open(ID, hurriedPatience({ requestMs: 1000 })).read();

    expect(tabs).toHaveLength(1);
    expect(asked().filter((service) => service === 'sheets').length).toBeGreaterThan(1);
  });

  test('a token endpoint that is down is asked again', async () => {
    google.fail({ kind: 'unavailable' }, { on: 'token', times: 2 });

    expect((await open().read()).tabs).toHaveLength(1);
  });

  test('waits as long as Google asks', async () => {
    google.fail({ kind: 'quota', retryAfter: 37 }, { on: 'sheets' });
    const patience = hurriedPatience();

    await open(ID, patience).read();

    expect(patience.waits).toEqual([37_000]);
  });

  test('does not wait at all when Google asks for longer than there is patience', async () => {
    google.fail({ kind: 'quota', retryAfter: 3600 }, { on: 'drive' });
    const patience = hurriedPatience();

    expect(await troubleOf(open(ID, patience).version())).toMatchObject({ trouble: 'unavailable' });
    expect(patience.waits).toEqual([]);
  });
});
