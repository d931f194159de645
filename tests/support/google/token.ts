import { generateKeyPairSync, type KeyObject, verify } from 'node:crypto';
import { scopeInsufficient, tokenProblem, unauthenticated } from './problem.ts';

export const BOT_EMAIL = 'bot@prosjekt.iam.gserviceaccount.com';

export interface Token {
  readonly access_token: string;
  readonly expires_in: number;
  readonly token_type: 'Bearer';
}

/** The token endpoint's side of a service account: it knows the public key and remembers what it has issued. */
export interface TokenIssuer {
  /** The key file's content. */
  readonly key: Readonly<Record<string, string>>;
  /** Trades a signed assertion for a token. Throws a `GoogleProblem` like Google's when anything is off. */
  issue(form: URLSearchParams): Token;
  /** A token without a statement, as a machine in Google Cloud gets one. */
  grant(scopes: readonly string[]): Token;
  /** The scopes of the last token. */
  lastScopes(): readonly string[];
  /** Throws unless the request carries a live token with one of these scopes. */
  check(authorization: string | undefined, anyOf: readonly string[]): void;
  /** All tokens stop working, as when they run out. */
  expireTokens(): void;
  /** The key is deleted in Google Cloud: no more tokens. */
  deleteKey(): void;
}

export function tokenIssuer(tokenUri: string): TokenIssuer {
  const { publicKey, privateKey } = keyPair();
  const tokens = new Map<string, readonly string[]>();
  let deleted = false;
  let issued = 0;

  function grant(scopes: readonly string[]): Token {
    const token = `ya29.${++issued}`;
    tokens.set(token, scopes);
    return { access_token: token, expires_in: 3599, token_type: 'Bearer' };
  }

  return {
    grant,
    lastScopes: () => [...tokens.values()].at(-1) ?? [],
    key: {
      type: 'service_account',
      project_id: 'prosjekt',
      private_key_id: 'nokkel-1',
      private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      client_email: BOT_EMAIL,
      token_uri: tokenUri,
    },
    issue: (form) => grant(readAssertion(form, deleted ? null : publicKey, tokenUri)),
    check(authorization, anyOf) {
      const scopes = tokens.get(authorization?.replace(/^Bearer /, '') ?? '');
      if (!scopes) throw unauthenticated();
      if (!anyOf.some((scope) => scopes.includes(scope))) throw scopeInsufficient();
    },
    expireTokens: () => tokens.clear(),
    deleteKey() {
      deleted = true;
    },
  };
}

/** The scopes asked for, when the assertion is what Google accepts. */
function readAssertion(form: URLSearchParams, key: KeyObject | null, tokenUri: string): readonly string[] {
  if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:jwt-bearer') {
    throw tokenProblem('unsupported_grant_type', 'Invalid grant_type');
  }
  const [header = '', claims = '', signature = ''] = form.get('assertion')?.split('.') ?? [];
  const { alg } = decode(header);
  const signed = Buffer.from(`${header}.${claims}`);
  if (alg !== 'RS256' || !key || !verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64url'))) {
    throw tokenProblem('invalid_grant', 'Invalid JWT Signature.');
  }
  const { iss, aud, scope, iat, exp } = decode(claims);
  const now = Date.now() / 1000;
  const timely = Number(exp) > now && Number(iat) < now + 300 && Number(exp) - Number(iat) <= 3600;
  if (!timely) throw tokenProblem('invalid_grant', 'Invalid JWT: Token must be a short-lived token (60 minutes).');
  if (iss !== BOT_EMAIL) throw tokenProblem('invalid_grant', 'Invalid grant: account not found');
  if (aud !== tokenUri) throw tokenProblem('invalid_grant', 'Invalid JWT: Failed audience check.');
  if (typeof scope !== 'string' || scope === '') throw tokenProblem('invalid_scope', 'Empty or missing scope.');
  return scope.split(' ');
}

function decode(part: string): Readonly<Record<string, unknown>> {
  try {
    return { ...JSON.parse(Buffer.from(part, 'base64url').toString()) };
  } catch {
    throw tokenProblem('invalid_request', 'Bad JWT.');
  }
}

let pair: { readonly publicKey: KeyObject; readonly privateKey: KeyObject } | undefined;

/** Made once: a key pair costs more than all the tests that use it. */
function keyPair(): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  pair ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
  return pair;
}
