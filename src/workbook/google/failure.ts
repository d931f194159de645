/**
 * Why a request to Google did not succeed, without anything that could be a secret: the client's own errors carry
 * the request with its bearer token, so they go no further than {@link readFailure}.
 */
export class GoogleFailure extends Error {
  override readonly name = 'GoogleFailure';
  /** The HTTP status, or null when there was no answer at all. */
  readonly status: number | null;
  /** Google's words for it, such as `PERMISSION_DENIED`, `invalid_grant` or `ECONNRESET`. */
  readonly reasons: readonly string[];
  /** What Google asked us to wait, in milliseconds, or null when it did not say. */
  readonly retryAfterMs: number | null;

  constructor(status: number | null, reasons: readonly string[], retryAfterMs: number | null = null) {
    super(`${status === null ? 'No answer from Google' : `Google answered ${status}`} ${reasons.join(' ')}`.trim());
    this.status = status;
    this.reasons = reasons;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Reads what the Google client threw; the three error dialects (Sheets, Drive, OAuth) become one list of reasons. */
export function readFailure(thrown: unknown): GoogleFailure {
  if (thrown instanceof GoogleFailure) return thrown;

  const response = field(thrown, 'response');
  const status = field(response, 'status');
  if (typeof status !== 'number') return new GoogleFailure(null, texts(noAnswer(thrown)));

  const error = field(field(response, 'data'), 'error');
  const reasons = [
    error,
    field(error, 'status'),
    ...list(field(error, 'details')).map((detail) => field(detail, 'reason')),
    ...list(field(error, 'errors')).map((detail) => field(detail, 'reason')),
    ...tooLarge(thrown),
  ];
  return new GoogleFailure(status, texts(reasons), retryAfterMs(field(response, 'headers')));
}

/** Google says «no quota left» in three ways; Drive says it as a 403. */
export function isQuota(failure: GoogleFailure): boolean {
  return failure.status === 429 || failure.reasons.some((reason) => /^(user)?rateLimitExceeded$/i.test(reason));
}

/** An API is not turned on in the Google Cloud project that the account belongs to. */
export function isApiOff({ reasons }: GoogleFailure): boolean {
  return reasons.includes('SERVICE_DISABLED') || reasons.includes('accessNotConfigured');
}

/** The login may not do such a thing with any spreadsheet. */
export function isOutOfScope({ reasons }: GoogleFailure): boolean {
  return reasons.includes('ACCESS_TOKEN_SCOPE_INSUFFICIENT') || reasons.includes('insufficientPermissions');
}

/** The reason added when it was the token that was asked for, not the spreadsheet. */
export const TOKEN_REQUEST = 'token-request';

/** The reason given when an answer was larger than asked for; only our own limit has this name. */
export const TOO_LARGE = 'response-too-large';

/** The reason given when an answer is not whole. */
export const CUT_SHORT = 'answer-cut-short';

/** An answer that came through as something else than what was asked for: a connection that broke may look like one. */
export function cutShort(): GoogleFailure {
  return new GoogleFailure(null, [CUT_SHORT]);
}

function noAnswer(thrown: unknown): readonly unknown[] {
  const cause = field(thrown, 'cause');
  return [...tooLarge(thrown), field(thrown, 'code') ?? field(cause, 'code') ?? field(thrown, 'name')];
}

/** The client refuses on the announced length, node-fetch on the length that has arrived. */
function tooLarge(thrown: unknown): readonly string[] {
  const announced = String(field(thrown, 'message')).includes('`Content-Length` is over the limit');
  const arrived = field(field(thrown, 'cause'), 'type') === 'max-size';
  return announced || arrived ? [TOO_LARGE] : [];
}

/** The client answers with node-fetch's own `Headers`, which is not Node's. */
function retryAfterMs(headers: unknown): number | null {
  const value = isHeaders(headers) ? headers.get('retry-after') : null;
  if (value === null) return null;

  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? ms : null;
}

const isHeaders = (value: unknown): value is Pick<Headers, 'get'> => typeof field(value, 'get') === 'function';

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const texts = (values: readonly unknown[]): readonly string[] =>
  values.filter((value) => typeof value === 'string' && value !== '').map(String);
