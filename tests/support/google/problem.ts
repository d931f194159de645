/** An answer that is not a success, with the body Google gives. Handlers throw it. */
export class GoogleProblem extends Error {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    super(`Google answers ${status}: ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** The error shape of the newer APIs (Sheets, IAM): a status word, and more in the details. */
export function sheetsProblem(
  code: number,
  status: string,
  message: string,
  details: readonly object[] = [],
): GoogleProblem {
  return new GoogleProblem(code, { error: { code, message, status, ...(details.length > 0 ? { details } : {}) } });
}

/** A detail that says why in one word. */
export function errorInfo(reason: string): object {
  return { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com' };
}

/** The error shape of the older APIs (Drive): a list of reasons. */
export function driveProblem(code: number, reason: string, message: string): GoogleProblem {
  return new GoogleProblem(code, { error: { errors: [{ domain: 'global', reason, message }], code, message } });
}

/** The error shape of the token endpoint (RFC 6749). */
export function tokenProblem(error: string, description: string): GoogleProblem {
  return new GoogleProblem(400, { error, error_description: description });
}

/** The minute's share of reads or writes is spent, for this account (`user`) or the whole project. */
export function quotaProblem(what: 'Read' | 'Write', per: 'user' | 'project', retryAfter?: number): GoogleProblem {
  const limit = `limit '${what} requests per minute per ${per}' of service 'sheets.googleapis.com'`;
  const message = `Quota exceeded for quota metric '${what} requests' and ${limit} for consumer 'project_number:1'.`;
  const { body } = sheetsProblem(429, 'RESOURCE_EXHAUSTED', message, [errorInfo('RATE_LIMIT_EXCEEDED')]);
  return new GoogleProblem(429, body, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) });
}

export const unauthenticated = (): GoogleProblem =>
  sheetsProblem(
    401,
    'UNAUTHENTICATED',
    'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
  );

export const scopeInsufficient = (): GoogleProblem =>
  sheetsProblem(403, 'PERMISSION_DENIED', 'Request had insufficient authentication scopes.', [
    errorInfo('ACCESS_TOKEN_SCOPE_INSUFFICIENT'),
  ]);

export const notAllowed = (): GoogleProblem =>
  sheetsProblem(403, 'PERMISSION_DENIED', 'The caller does not have permission');

export const noSuchEntity = (): GoogleProblem => sheetsProblem(404, 'NOT_FOUND', 'Requested entity was not found.');

export const invalidArgument = (message: string): GoogleProblem => sheetsProblem(400, 'INVALID_ARGUMENT', message);
