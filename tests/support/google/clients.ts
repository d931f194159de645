import { createSign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { drive, type drive_v3 } from '@googleapis/drive';
import { sheets, type sheets_v4 } from '@googleapis/sheets';
import { OAuth2Client } from 'google-auth-library';
import type { StandInGoogle } from './google.ts';

export const READ = 'https://www.googleapis.com/auth/spreadsheets.readonly';
export const WRITE = 'https://www.googleapis.com/auth/spreadsheets';
export const SEE = 'https://www.googleapis.com/auth/drive.metadata.readonly';

interface Key {
  readonly client_email: string;
  readonly private_key: string;
  readonly token_uri: string;
}

/** The claims of a statement, with what a test would have otherwise. */
export async function assertionFor(google: StandInGoogle, claims: object): Promise<string> {
  const key: Key = JSON.parse(await readFile(google.keyFile, 'utf8'));
  const now = Math.floor(Date.now() / 1000);
  const all = { iss: key.client_email, aud: key.token_uri, iat: now, exp: now + 3600, ...claims };
  const signed = [{ alg: 'RS256', typ: 'JWT' }, all]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key.private_key, 'base64url')}`;
}

export async function askToken(google: StandInGoogle, assertion: string): Promise<Response> {
  const body = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
  return fetch(`${google.root}token`, { method: 'POST', body });
}

export async function tokenFor(google: StandInGoogle, ...scopes: readonly string[]): Promise<string> {
  const response = await askToken(google, await assertionFor(google, { scope: scopes.join(' ') }));
  return String(Reflect.get(Object(await response.json()), 'access_token'));
}

interface Clients {
  readonly sheets: sheets_v4.Sheets;
  readonly drive: drive_v3.Drive;
}

/** Google's own clients with a token of the service account; they ask once. */
export async function clientsOf(google: StandInGoogle, ...scopes: readonly string[]): Promise<Clients> {
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: await tokenFor(google, ...(scopes.length > 0 ? scopes : [WRITE, SEE])) });
  const options = { auth, rootUrl: google.root, retry: false };
  return { sheets: sheets({ version: 'v4', ...options }), drive: drive({ version: 'v3', ...options }) };
}

/** What Google said when it would not. */
export async function refusalOf(
  asked: Promise<unknown>,
): Promise<{ readonly status: number; readonly message: string }> {
  const thrown: unknown = await asked.catch((error: unknown) => error);
  const response: unknown = Reflect.get(Object(thrown), 'response');
  if (typeof response !== 'object' || response === null) throw new Error(`Expected a refusal, got ${String(thrown)}`);
  const error = Reflect.get(Object(Reflect.get(response, 'data')), 'error');
  return { status: Number(Reflect.get(response, 'status')), message: String(Reflect.get(Object(error), 'message')) };
}
