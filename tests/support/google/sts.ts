import { invalidArgument, tokenProblem } from './problem.ts';
import { BOT_EMAIL, type Token, type TokenIssuer } from './token.ts';

/** Somebody else's login traded for a token (workload identity federation): no key to look after. */
export interface Federation {
  /** What a credentials file of the type `external_account` holds; the login itself lies in a file of its own. */
  config(loginFile: string): object;
  /** What that file holds. */
  readonly login: string;
  /** RFC 8693: a login for a token that may do nothing but ask for another one. */
  exchange(form: URLSearchParams): object;
  /** That token for one of the service account's. */
  impersonate(request: { readonly scope?: readonly string[]; readonly lifetime?: string }): object;
}

const AUDIENCE = '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/bot/providers/helse';
const JWT_TYPE = 'urn:ietf:params:oauth:token-type:jwt';
const ACCESS_TYPE = 'urn:ietf:params:oauth:token-type:access_token';

export function federationOf(root: string, tokens: TokenIssuer): Federation {
  const login = 'innlogging-hos-en-annen';
  return {
    login,
    config: (loginFile) => ({
      universe_domain: 'googleapis.com',
      type: 'external_account',
      audience: AUDIENCE,
      subject_token_type: JWT_TYPE,
      token_url: `${root}v1/token`,
      service_account_impersonation_url: `${root}v1/projects/-/serviceAccounts/${BOT_EMAIL}:generateAccessToken`,
      credential_source: { file: loginFile, format: { type: 'text' } },
    }),
    exchange(form) {
      const expected = {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        audience: AUDIENCE,
        subject_token_type: JWT_TYPE,
        requested_token_type: ACCESS_TYPE,
      };
      for (const [name, value] of Object.entries(expected)) {
        if (form.get(name) !== value) throw tokenProblem('invalid_request', `Invalid value for "${name}".`);
      }
      if (form.get('subject_token') !== login) {
        throw tokenProblem('invalid_grant', 'The given credential is rejected by the attribute condition.');
      }
      return { ...tokens.grant(form.get('scope')?.split(' ') ?? []), issued_token_type: ACCESS_TYPE };
    },
    impersonate({ scope = [], lifetime = '3600s' }) {
      const seconds = Number(/^(\d+)s$/.exec(lifetime)?.[1]);
      if (scope.length === 0) throw invalidArgument('Request contains an invalid argument: scope is required.');
      if (!(seconds > 0 && seconds <= 3600)) throw invalidArgument(`The lifetime ${lifetime} is not allowed.`);
      const { access_token: accessToken }: Token = tokens.grant(scope);
      return { accessToken, expireTime: new Date(Date.now() + seconds * 1000).toISOString() };
    },
  };
}
