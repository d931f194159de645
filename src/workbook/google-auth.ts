import { GoogleAuth, OAuth2Client } from 'google-auth-library';
import { GoogleFailure, readFailure, TOKEN_REQUEST } from './google-failure.ts';
import { readServiceAccountKey, type ServiceAccountKey, signAssertion } from './google-key.ts';
import { WorkbookError } from './workbook.ts';

/** What the bot may do at Google, and no more: read cells, and see when a file was changed. */
const SCOPES: readonly string[] = [
  'https://www.googleapis.com/auth/spreadsheets.readonly',
  'https://www.googleapis.com/auth/drive.metadata.readonly',
];

/** Who the bot is at Google. */
export interface GoogleAccount {
  readonly auth: OAuth2Client | GoogleAuth;
  /** The address to share a spreadsheet with, or null when the credentials do not tell. */
  readonly email: string | null;
  /** Google refused the token before its time: the next request is to ask for a new one. */
  forgetToken(): void;
}

/** The key file's service account, else the machine's default credentials. Throws {@link WorkbookError}. */
export async function openAccount(credentialsFile: string | undefined): Promise<GoogleAccount> {
  if (credentialsFile === undefined) return openDefaultAccount();

  const key = await readServiceAccountKey(credentialsFile);
  const auth = serviceAccountClient(key);
  return { auth, email: key.email, forgetToken: () => auth.setCredentials({}) };
}

const TOKEN_TIMEOUT_MS = 10_000;

/** google-auth-library's own JWT client always asks oauth2.googleapis.com; this one honours the key's `token_uri`. */
function serviceAccountClient(key: ServiceAccountKey): OAuth2Client {
  const client = new OAuth2Client();
  client.refreshHandler = async () => {
    try {
      return await fetchToken(client, key);
    } catch (thrown) {
      const { status, reasons, retryAfterMs } = readFailure(thrown);
      throw new GoogleFailure(status, [...reasons, TOKEN_REQUEST], retryAfterMs);
    }
  };
  return client;
}

interface Token {
  readonly access_token: string;
  /** Milliseconds since 1970. */
  readonly expiry_date: number;
}

async function fetchToken(client: OAuth2Client, key: ServiceAccountKey): Promise<Token> {
  const { data } = await client.transporter.request<{ access_token: string; expires_in: number }>({
    url: key.tokenUri,
    method: 'POST',
    data: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: signAssertion(key, SCOPES, Date.now()),
    }),
    timeout: TOKEN_TIMEOUT_MS,
    retry: false,
  });
  return { access_token: data.access_token, expiry_date: Date.now() + data.expires_in * 1000 };
}

async function openDefaultAccount(): Promise<GoogleAccount> {
  const auth = new GoogleAuth({ scopes: [...SCOPES] });
  try {
    const { client_email: email } = await auth.getCredentials();
    return { auth, email: email ?? null, forgetToken: () => undefined };
  } catch {
    // The cause is left out: it may name files and quote credentials.
    throw new WorkbookError(
      'no-access',
      'Boten har ingen nøkkel til Google. Sett GOOGLE_APPLICATION_CREDENTIALS til nøkkelfilen for en tjenestekonto.',
    );
  }
}
