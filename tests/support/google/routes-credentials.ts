import { notAllowed } from './problem.ts';
import { IAM_SCOPES, type Route } from './route.ts';
import { BOT_EMAIL } from './token.ts';

const open = { scopes: null, query: null, body: null, answer: null } as const;

/** Where tokens come from: for a key, for a machine in Google Cloud, and for somebody else's login. */
export const credentialRoutes: readonly Route[] = [
  {
    ...open,
    id: 'token',
    service: 'token',
    method: 'POST',
    path: /^\/token$/,
    handle: ({ body, tokens }) => tokens.issue(new URLSearchParams(String(body))),
  },
  {
    ...open,
    id: 'metadata',
    service: 'metadata',
    method: 'GET',
    path: /^\/computeMetadata\/v1\/instance\/?(?<key>.*)$/,
    headers: { 'metadata-flavor': 'Google' },
    handle({ params, query, tokens }) {
      if (params.key === 'service-accounts/default/email') return BOT_EMAIL;
      if (params.key === 'service-accounts/default/token') return tokens.grant(query.get('scopes')?.split(',') ?? []);
      return { attributes: {} };
    },
  },
  {
    ...open,
    id: 'sts.exchange',
    service: 'sts',
    method: 'POST',
    path: /^\/v1\/token$/,
    handle: ({ body, federation }) => federation.exchange(new URLSearchParams(String(body))),
  },
  {
    id: 'iam.generateAccessToken',
    service: 'iam',
    method: 'POST',
    path: /^\/v1\/projects\/-\/serviceAccounts\/(?<email>[^:]+):generateAccessToken$/,
    scopes: IAM_SCOPES,
    query: {},
    body: 'GenerateAccessTokenRequest',
    answer: null,
    handle({ params, body, federation }) {
      if (params.email !== BOT_EMAIL) throw notAllowed();
      return federation.impersonate(body as { scope?: string[]; lifetime?: string });
    },
  },
];
