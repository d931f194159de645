import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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

test.each([
  ['quota', { kind: 'quota' }, 'Google har fått for mange forespørsler på kort tid. Prøv igjen om et minutt.'],
  ['down', { kind: 'unavailable' }, 'Google svarer ikke som det skal akkurat nå. Prøv igjen om litt.'],
  ['cut', { kind: 'reset' }, 'Boten får ikke svar fra Google. Sjekk nettforbindelsen, og prøv igjen om litt.'],
] as const)('%s for too long is unavailable', async (_what, fault, message) => {
  google.fail(fault, { times: 100 });

  expect(await troubleOf(open().read())).toMatchObject({ trouble: 'unavailable', message });
});

test('no network', async () => {
  const patience = hurriedPatience();
  const apiRoot = 'http://127.0.0.1:9/';
  const connection = connectGoogle({ credentialsFile: google.keyFile, apiRoot, access: 'read', patience });
  const nobody = openGoogleWorkbook({ spreadsheetId: ID, connection });

  expect(await troubleOf(nobody.read())).toMatchObject({ trouble: 'unavailable' });
});

test('a sheet that is not shared: whom to share it with', async () => {
  google.share(ID, 'no');

  const expected = { trouble: 'no-access', message: `Boten har ikke tilgang. Del arket med ${BOT_EMAIL} (leser).` };
  expect(await troubleOf(open().read())).toMatchObject(expected);
  expect(await troubleOf(open().version())).toMatchObject(expected);
});

test('a sheet that is readable by link only cannot be watched', async () => {
  google.share(ID, 'link');

  const { trouble, message } = await troubleOf(open().read());

  expect(trouble).toBe('no-access');
  expect(message).toContain(`Del arket med ${BOT_EMAIL} (leser).`);
});

test('an id nobody knows', async () => {
  expect(await troubleOf(open('1ukjent0123456789012345678901234567').read())).toMatchObject({
    trouble: 'not-found',
    message: 'Fant ikke regnearket hos Google. Sjekk at adressen er riktig og at arket ikke er slettet.',
  });
});

test('an Excel file that lies in Drive as it is', async () => {
  const excel = '1excel01234567890123456789012345678';
  await google.close();
  google = await startGoogle({ spreadsheets: { [excel]: { title: 'Plan.xlsx', tabs: [], kind: 'xlsx' } } });

  const { trouble, message } = await troubleOf(open(excel).read());

  expect(trouble).toBe('unreadable');
  expect(message).toContain('«Lagre som Google Regneark»');
});

test('an API that is not switched on', async () => {
  google.fail({ kind: 'api-disabled' }, { times: 100, on: 'sheets' });

  const { trouble, message } = await troubleOf(open().read());

  expect(trouble).toBe('no-access');
  expect(message).toContain('må slås på i Google Cloud');
});

test('a key that has been deleted at Google', async () => {
  google.deleteKey();

  const { trouble, message } = await troubleOf(open().read());

  expect(trouble).toBe('no-access');
  expect(message).toContain(`Google godtar ikke nøkkelen til ${BOT_EMAIL}.`);
});

test('a key whose token address is wrong', async () => {
  const path = join(google.keyFile, '..', 'feil.json');
  await writeFile(path, await keyWithWrongAddress());

  const { trouble, message } = await troubleOf(open(ID, hurriedPatience(), path).read());

  expect(trouble).toBe('no-access');
  expect(message).toContain(`Google godtar ikke nøkkelen til ${BOT_EMAIL}.`);
});

test('a spreadsheet that is far too large', async () => {
  const wide = 'x'.repeat(50_000);
  google.edit(ID, [{ name: 'Arkiv', rows: Array.from({ length: 600 }, () => [wide, wide]) }]);

  expect(await troubleOf(open().read())).toMatchObject({ trouble: 'too-large' });
});

test('no key file and no default credentials', async () => {
  vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', join(google.keyFile, '..', 'finnes-ikke.json'));
  const connection = connectGoogle({ apiRoot: google.root, access: 'read' });
  const workbook = openGoogleWorkbook({ spreadsheetId: ID, connection });

  const { trouble, message } = await troubleOf(workbook.read());

  expect(trouble).toBe('no-access');
  expect(message).toContain('Sett GOOGLE_APPLICATION_CREDENTIALS');
});

test('a key file that is put right is read again', async () => {
  const path = join(google.keyFile, '..', 'ny.json');
  const workbook = open(ID, hurriedPatience(), path);
  expect(await troubleOf(workbook.read())).toMatchObject({ trouble: 'no-access' });
  await writeFile(path, await keyWithWrongAddress());
  expect(await troubleOf(workbook.read())).toMatchObject({ trouble: 'no-access' });

  await writeFile(path, await readFile(google.keyFile));

  expect((await workbook.read()).tabs).toHaveLength(1);
});

test('no error carries the token, the assertion or the key', async () => {
  const workbook = open();
  await workbook.version();
  google.share(ID, 'no');
  const unshared = await troubleOf(workbook.read());
  google.deleteKey();
  const refused = await troubleOf(open().read());

  for (const error of [unshared, refused]) {
    expect(everythingIn(error)).not.toMatch(/ya29|Bearer|assertion|PRIVATE KEY|eyJ/);
  }
});

async function keyWithWrongAddress(): Promise<string> {
  const key = JSON.parse(await readFile(google.keyFile, 'utf8'));
  return JSON.stringify({ ...key, token_uri: `${google.root}finnes-ikke` });
}

/** All that a logger could find on an error and its causes. */
function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = Object.getOwnPropertyNames(error).map((name) => JSON.stringify(Reflect.get(error, name)));
  return [...own, error.message, error.stack, everythingIn(error.cause)].join('\n');
}
