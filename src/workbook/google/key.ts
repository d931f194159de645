import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { WorkbookError } from '#src/workbook/workbook.ts';

/** A service account's key, as Google Cloud hands it out. */
export interface ServiceAccountKey {
  /** The address people share their spreadsheet with. */
  readonly email: string;
  readonly id: string | null;
  readonly privateKey: KeyObject;
  readonly tokenUri: string;
}

const GOOGLE_TOKEN_URI = 'https://oauth2.googleapis.com/token';

/** What a credentials file may hold. */
type Credentials =
  | { readonly kind: 'service-account'; readonly key: ServiceAccountKey }
  /** How this machine proves who it is without a key (workload identity federation), as Google Cloud writes it. */
  | { readonly kind: 'workload-identity'; readonly configuration: Readonly<Record<string, unknown>> };

/** Reads the credentials file. Throws {@link WorkbookError}, never with anything from inside the file. */
export async function readCredentials(path: string): Promise<Credentials> {
  const file = `«${basename(path)}»`;
  const json = parseJson(await readText(path, file), file);
  if (json.type === 'external_account') return { kind: 'workload-identity', configuration: json };
  return { kind: 'service-account', key: serviceAccountKey(json, file) };
}

function serviceAccountKey(json: Readonly<Record<string, unknown>>, file: string): ServiceAccountKey {
  const { type, client_email: email, private_key_id: id, private_key: pem, token_uri: tokenUri } = json;
  if (type !== 'service_account' || typeof email !== 'string' || typeof pem !== 'string') {
    throw keyFault(`Nøkkelfilen ${file} hører ikke til en tjenestekonto. ${NEW_KEY}`);
  }
  return {
    email,
    id: typeof id === 'string' ? id : null,
    privateKey: parsePem(pem, file),
    tokenUri: typeof tokenUri === 'string' && URL.canParse(tokenUri) ? tokenUri : GOOGLE_TOKEN_URI,
  };
}

/**
 * The signed statement a service account trades for an access token (RFC 7523), valid for an hour.
 * @param nowMs real time: Google refuses a statement whose clock is more than a few minutes off
 */
export function signAssertion(key: ServiceAccountKey, scopes: readonly string[], nowMs: number): string {
  const issuedAt = Math.floor(nowMs / 1000);
  const header = { alg: 'RS256', typ: 'JWT', ...(key.id === null ? {} : { kid: key.id }) };
  const claims = {
    iss: key.email,
    scope: scopes.join(' '),
    aud: key.tokenUri,
    iat: issuedAt,
    exp: issuedAt + 3600,
  };
  const signed = `${base64url(header)}.${base64url(claims)}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key.privateKey).toString('base64url')}`;
}

const NEW_KEY = 'Last ned en ny JSON-nøkkel for tjenestekontoen i Google Cloud.';

async function readText(path: string, file: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw keyFault(`Får ikke lest nøkkelfilen ${file}. Sjekk GOOGLE_APPLICATION_CREDENTIALS.`, { cause });
  }
}

// Both parsers' errors may quote what they read, which is the key itself: they are not passed on as causes.
function parseJson(text: string, file: string): Readonly<Record<string, unknown>> {
  try {
    return { ...JSON.parse(text) };
  } catch {
    throw keyFault(`Nøkkelfilen ${file} er ikke JSON. ${NEW_KEY}`);
  }
}

function parsePem(pem: string, file: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    throw keyFault(`Nøkkelfilen ${file} er skadet: feltet private_key er ikke en nøkkel. ${NEW_KEY}`);
  }
}

const keyFault = (message: string, options?: ErrorOptions): WorkbookError =>
  new WorkbookError('no-access', message, options);

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
