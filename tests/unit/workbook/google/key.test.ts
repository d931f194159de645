import { generateKeyPairSync, verify } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCredentials, type ServiceAccountKey, signAssertion } from '#src/workbook/google/key.ts';
import { WorkbookError } from '#src/workbook/workbook.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const valid = {
  type: 'service_account',
  client_email: 'bot@prosjekt.iam.gserviceaccount.com',
  private_key_id: 'nokkel-1',
  private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  token_uri: 'https://token.example/token',
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'google-key-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileWith(content: string): Promise<string> {
  const path = join(folder, 'nokkel.json');
  await writeFile(path, content);
  return path;
}

const keyWith = async (changes: object) => keyIn(await fileWith(JSON.stringify({ ...valid, ...changes })));

async function keyIn(path: string): Promise<ServiceAccountKey> {
  const credentials = await readCredentials(path);
  if (credentials.kind !== 'service-account') throw new Error('Not a key');
  return credentials.key;
}

describe('the signed statement', () => {
  test('says who asks for what, of whom and for how long', async () => {
    const nowMs = Date.UTC(2024, 5, 3, 6, 0, 0, 789);

    const [header, claims] = decoded(signAssertion(await keyWith({}), ['a', 'b'], nowMs));

    expect(header).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'nokkel-1' });
    expect(claims).toEqual({
      iss: 'bot@prosjekt.iam.gserviceaccount.com',
      scope: 'a b',
      aud: 'https://token.example/token',
      iat: 1_717_394_400,
      exp: 1_717_398_000,
    });
  });

  test('is signed with the key', async () => {
    const [header, claims, signature = ''] = signAssertion(await keyWith({}), ['a'], 0).split('.');

    const signed = Buffer.from(`${header}.${claims}`);
    expect(verify('RSA-SHA256', signed, publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
  });

  test('a key without an id leaves the id out', async () => {
    const [header] = decoded(signAssertion(await keyWith({ private_key_id: undefined }), ['a'], 0));

    expect(header).toEqual({ alg: 'RS256', typ: 'JWT' });
  });
});

test.each([undefined, '', 'ikke en adresse'])('a key with token_uri %j is Google’s own', async (token_uri) => {
  expect((await keyWith({ token_uri })).tokenUri).toBe('https://oauth2.googleapis.com/token');
});

describe('a key file that cannot be used is told without quoting it', () => {
  test.each([
    ['not JSON', '-----BEGIN PRIVATE KEY-----HEMMELIG', 'er ikke JSON'],
    ['empty', '', 'er ikke JSON'],
    ['null', 'null', 'hører ikke til en tjenestekonto'],
    ['a list', '["HEMMELIG"]', 'hører ikke til en tjenestekonto'],
    ['a person’s login', '{"type":"authorized_user","refresh_token":"HEMMELIG"}', 'hører ikke til en tjenestekonto'],
    ['without a key', JSON.stringify({ ...valid, private_key: undefined }), 'hører ikke til en tjenestekonto'],
    ['a damaged key', JSON.stringify({ ...valid, private_key: 'HEMMELIG' }), 'feltet private_key er ikke en nøkkel'],
  ])('%s', async (_what, content, expected) => {
    const error = await refusal(await fileWith(content));

    expect(error.trouble).toBe('no-access');
    expect(error.cause).toBeUndefined();
    expect(error.message).toContain('«nokkel.json»');
    expect(error.message).toContain(expected);
    expect(error.message).not.toContain('HEMMELIG');
  });

  test('not there', async () => {
    const error = await refusal(join(folder, 'borte.json'));

    expect(error.message).toBe('Får ikke lest nøkkelfilen «borte.json». Sjekk GOOGLE_APPLICATION_CREDENTIALS.');
  });
});

async function refusal(path: string): Promise<WorkbookError> {
  const error: unknown = await keyIn(path).catch((thrown: unknown) => thrown);
  if (error instanceof WorkbookError) return error;
  throw new Error('The key was accepted');
}

const decoded = (assertion: string): readonly unknown[] =>
  assertion
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));
