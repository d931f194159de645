import { type Logger as BoltLogger, LogLevel, WebAPIRequestError } from '@slack/web-api';
import type { Logger } from 'pino';

/**
 * Bolt's log lines in the bot's own log. Debug lines are dropped, whatever the log's level: Bolt puts tokens and what
 * people typed in them.
 */
export function boltLogger(parent: Logger): BoltLogger {
  const log = parent.child({ from: 'slack' });
  return {
    debug: () => undefined,
    info: (...parts) => log.info(line(parts)),
    warn: (...parts) => log.warn(line(parts)),
    error: (...parts) => log.error(line(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}

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

/** The system's own word for why a request did not get through, such as `ENOTFOUND`; null when it was something else. */
export function networkCode(error: unknown): string | null {
  return error instanceof WebAPIRequestError ? (errorCode(error.original.cause) ?? error.original.name) : null;
}

function line(parts: readonly unknown[]): string {
  return parts
    .map((part) => (part instanceof Error ? `${part.name} ${errorCode(part) ?? ''}`.trim() : String(part)))
    .join(' ');
}
