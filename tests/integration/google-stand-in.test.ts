import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askToken, assertionFor, READ, SEE, tokenFor } from '../support/google/clients.ts';
import { type StandInGoogle, startGoogle } from '../support/google/google.ts';

/** What our tests lean on: that the stand-in is as particular as Google is. */
let google: StandInGoogle;
beforeAll(async () => {
  google = await startGoogle({
    spreadsheets: {
      ARK: {
        title: 'Prøve',
        tabs: [
          { name: 'Ark', rows: [['A1', 'B1', ''], [], [null, 7], [null, '']] },
          { name: "Ark 'to'", rows: [[{ serial: 45_413 }, 0.9, true, { error: '#REF!' }]] },
          { name: 'Tomt', rows: [] },
        ],
      },
    },
  });
});
afterAll(() => google.close());

const token = (...scopes: readonly string[]) => tokenFor(google, ...scopes);

async function get(path: string, bearer?: string): Promise<Response> {
  return fetch(`${google.root}${path}`, { headers: bearer === undefined ? {} : { authorization: `Bearer ${bearer}` } });
}

async function json(response: Response): Promise<Readonly<Record<string, unknown>>> {
  return { ...JSON.parse(await response.text()) };
}

describe('tokens', () => {
  test('the key file is one that Google Cloud could have made', async () => {
    expect(Object.keys(JSON.parse(await readFile(google.keyFile, 'utf8')))).toEqual(
      expect.arrayContaining(['type', 'client_email', 'private_key', 'private_key_id', 'token_uri']),
    );
  });

  test.each<[string, (good: string) => string]>([
    ['another signature', (good) => `${good.slice(0, -20)}${'A'.repeat(20)}`],
    ['no signature', (good) => `${good.split('.').slice(0, 2).join('.')}.`],
    [
      'changed claims',
      (good) => good.replace(/\.[^.]+\./, `.${Buffer.from('{"scope":"alt"}').toString('base64url')}.`),
    ],
  ])('%s is refused', async (_what, spoil) => {
    const good = await assertionFor(google, { scope: READ });

    const response = await askToken(google, spoil(good));

    expect(response.status).toBe(400);
    expect(await json(response)).toMatchObject({ error: 'invalid_grant' });
  });

  const now = Math.floor(Date.now() / 1000);
  test.each([
    ['a clock two hours slow', { iat: now - 7200, exp: now - 3600 }],
    ['a clock an hour fast', { iat: now + 3600, exp: now + 7200 }],
    ['another audience', { aud: 'https://oauth2.googleapis.com/token' }],
    ['another account', { iss: 'annen@prosjekt.iam.gserviceaccount.com' }],
  ])('%s is refused', async (_what, claims) => {
    const response = await askToken(google, await assertionFor(google, { scope: READ, ...claims }));

    expect(await json(response)).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('access', () => {
  test.each(['v4/spreadsheets/ARK', 'drive/v3/files/ARK'])('%s without a token, or with another', async (path) => {
    expect((await get(path)).status).toBe(401);
    expect((await get(path, 'ya29.gjettet')).status).toBe(401);
  });

  test.each([
    ['v4/spreadsheets/ARK', SEE],
    ['drive/v3/files/ARK', READ],
  ])('%s needs more than %s', async (path, scope) => {
    const response = await get(path, await token(scope));

    expect(response.status).toBe(403);
    expect(await response.text()).toContain('ACCESS_TOKEN_SCOPE_INSUFFICIENT');
  });

  test('a method that is not imitated is not found', async () => {
    expect((await get('v4/spreadsheets/ARK/sheets/0:copyTo', await token(READ))).status).toBe(404);
  });
});

describe('fields', () => {
  test.each([
    ['properties.title', { properties: { title: 'Prøve' } }],
    ['properties/title,spreadsheetId', { spreadsheetId: 'ARK', properties: { title: 'Prøve' } }],
    [
      'sheets(properties(sheetId,index))',
      { sheets: [0, 1, 2].map((index) => ({ properties: { sheetId: index * 1000, index } })) },
    ],
  ])('%s', async (fields, expected) => {
    expect(await json(await get(`v4/spreadsheets/ARK?fields=${fields}`, await token(READ)))).toEqual(expected);
  });

  test.each(['tittel', 'sheets(properties(tittel))', 'sheets(properties', 'properties.title.more', ''])(
    'a mask that Google would refuse: %j',
    async (fields) => {
      expect((await get(`v4/spreadsheets/ARK?fields=${fields}`, await token(READ))).status).toBe(400);
    },
  );

  test('the grid comes only when it is asked for', async () => {
    expect(await (await get('v4/spreadsheets/ARK', await token(READ))).text()).not.toContain('rowData');
  });
});

describe('values', () => {
  const raw = '&valueRenderOption=UNFORMATTED_VALUE';
  test.each([
    ['Ark', raw, { range: 'Ark!A1:Z1000', values: [['A1', 'B1'], [], ['', 7]] }],
    ['A1:B1', raw, { range: 'Ark!A1:B1', values: [['A1', 'B1']] }],
    ['Ark!B3', raw, { range: 'Ark!B3', values: [[7]] }],
    ['Ark!B:B', raw, { range: 'Ark!B1:B1000', values: [['B1'], [], [7]] }],
    ['Tomt!A1:C3', raw, { range: 'Tomt!A1:C3' }],
    ["'Ark ''to'''!A1:D1", raw, { range: "'Ark ''to'''!A1:D1", values: [[45_413, 0.9, true, '#REF!']] }],
    ["'Ark ''to'''!A1:B1", '', { range: "'Ark ''to'''!A1:B1", values: [['01.05.2024', '0,9']] }],
    [
      "'Ark ''to'''!A1",
      `${raw}&dateTimeRenderOption=FORMATTED_STRING`,
      { range: "'Ark ''to'''!A1", values: [['01.05.2024']] },
    ],
  ])('%s%s', async (range, options, expected) => {
    const path = `v4/spreadsheets/ARK/values:batchGet?ranges=${encodeURIComponent(range)}${options}`;

    expect(await json(await get(path, await token(READ)))).toEqual({
      spreadsheetId: 'ARK',
      valueRanges: [{ majorDimension: 'ROWS', ...expected }],
    });
  });

  test.each(['Finnes ikke!A1', 'Ark!A0:', 'Ark!1A', ''])('a range that cannot be read: %j', async (range) => {
    const path = `v4/spreadsheets/ARK/values:batchGet?ranges=${encodeURIComponent(range)}`;

    expect((await get(path, await token(READ))).status).toBe(400);
  });
});
