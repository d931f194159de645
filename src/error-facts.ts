export interface ErrorFacts {
  readonly type: string;
  readonly code: string | null;
  readonly at: readonly string[];
  readonly cause: ErrorFacts | null;
}

/** What the log may keep of an error: its kind, code and place. Its message is left out, since it may quote a person. */
export function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { type: typeof error, code: null, at: [], cause: null };
  return {
    type: error.name,
    code: errorCode(error),
    at: (error.stack ?? '').split('\n').flatMap((row) => /^\s+at (.*)/.exec(row)?.[1] ?? []),
    cause: error.cause === undefined ? null : errorFacts(error.cause),
  };
}

/** `ECONNREFUSED`, `slack_webapi_platform_error` and the like. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
