import { AwsClient, GoogleAuth, IdentityPoolClient, OAuth2Client, PluggableAuthClient } from 'google-auth-library';
import { WorkbookError } from '#src/workbook/workbook.ts';
import { GoogleFailure, readFailure, TOKEN_REQUEST } from './failure.ts';
import { readCredentials, type ServiceAccountKey, signAssertion } from './key.ts';

/** Whether the bot only reads, or may write what people ask for, too. */
export type Access = 'read' | 'write';

/** What the bot may do at Google, and no more: see when a file was changed, and read cells or write them, too. */
const SCOPES: Readonly<Record<Access, readonly string[]>> = {
  read: [scope('spreadsheets.readonly'), scope('drive.metadata.readonly')],
  write: [scope('spreadsheets'), scope('drive.metadata.readonly')],
};

function scope(name: string): string {
  return `https://www.googleapis.com/auth/${name}`;
}

/** How the bot proves who it is: by a key, by another cloud's token, or by what the machine is logged in with. */
export type Login = 'key-file' | 'workload-identity' | 'machine';

/** Who the bot is at Google. */
export interface GoogleAccount {
  readonly login: Login;
  readonly auth: OAuth2Client | GoogleAuth | WorkloadClient;
  /** The address to share a spreadsheet with, or null when the credentials do not tell. */
  readonly email: string | null;
  /** Google refused the token before its time: the next request is to ask for a new one. */
  forgetToken(): void;
}

/** Whom the file names, else the machine's default credentials. Throws {@link WorkbookError}. */
export async function openAccount(credentialsFile: string | undefined, access: Access): Promise<GoogleAccount> {
  const scopes = SCOPES[access];
  if (credentialsFile === undefined) return openDefaultAccount(scopes);

  const credentials = await readCredentials(credentialsFile);
  if (credentials.kind === 'workload-identity') return openWorkloadIdentity(credentials.configuration, scopes);
  const auth = serviceAccountClient(credentials.key, scopes);
  return { auth, login: 'key-file', email: credentials.key.email, forgetToken: () => auth.setCredentials({}) };
}

const TOKEN_TIMEOUT_MS = 10_000;

/** google-auth-library's own JWT client always asks oauth2.googleapis.com; this one honours the key's `token_uri`. */
function serviceAccountClient(key: ServiceAccountKey, scopes: readonly string[]): OAuth2Client {
  const client = new OAuth2Client();
  client.refreshHandler = async () => {
    try {
      return await fetchToken(client, key, scopes);
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

async function fetchToken(client: OAuth2Client, key: ServiceAccountKey, scopes: readonly string[]): Promise<Token> {
  const { data } = await client.transporter.request<{ access_token: string; expires_in: number }>({
    url: key.tokenUri,
    method: 'POST',
    data: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: signAssertion(key, scopes, Date.now()),
    }),
    timeout: TOKEN_TIMEOUT_MS,
    retry: false,
  });
  return { access_token: data.access_token, expiry_date: Date.now() + data.expires_in * 1000 };
}

/** A machine outside Google Cloud that proves who it is by its own cloud's token: there is no key to keep. */
function openWorkloadIdentity(
  configuration: Readonly<Record<string, unknown>>,
  scopes: readonly string[],
): GoogleAccount {
  const { service_account_impersonation_url: url } = configuration;
  const [, email = null] = /serviceAccounts\/([^/:]+@[^/:]+):/.exec(typeof url === 'string' ? url : '') ?? [];
  const auth = identityClient({ ...configuration, scopes: [...scopes] });
  return { auth, login: 'workload-identity', email, forgetToken: () => undefined };
}

/** The library's own way in, which tells them apart in the same way, warns of what may stand in files of strangers. */
function identityClient(configuration: object): WorkloadClient {
  const { credential_source: source } = configuration as { readonly credential_source?: object };
  if (source && 'environment_id' in source) return new AwsClient(configuration as Options<typeof AwsClient>);
  if (source && 'executable' in source)
    return new PluggableAuthClient(configuration as Options<typeof PluggableAuthClient>);
  return new IdentityPoolClient(configuration as Options<typeof IdentityPoolClient>);
}

type WorkloadClient = AwsClient | PluggableAuthClient | IdentityPoolClient;
type Options<T extends abstract new (...args: never) => unknown> = ConstructorParameters<T>[0];

async function openDefaultAccount(scopes: readonly string[]): Promise<GoogleAccount> {
  const auth = new GoogleAuth({ scopes: [...scopes] });
  try {
    const { client_email: email } = await auth.getCredentials();
    return { auth, login: 'machine', email: email ?? null, forgetToken: () => undefined };
  } catch {
    // The cause is left out: it may name files and quote credentials.
    throw noKey();
  }
}

function noKey(): WorkbookError {
  return new WorkbookError(
    'no-access',
    'Boten har ingen nøkkel til Google. Sett GOOGLE_APPLICATION_CREDENTIALS til nøkkelfilen for en tjenestekonto.',
  );
}
