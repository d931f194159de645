import { type Logger as BoltLogger, LogLevel, WebAPIRequestError } from '@slack/web-api';
import type { Logger } from 'pino';
import { errorCode } from '../error-facts.ts';

/**
 * Bolt's log lines in the bot's own log. Debug lines are dropped, whatever the log's level: Bolt puts tokens and what
 * people typed in them.
 */
export function boltLogger(parent: Logger): BoltLogger {
  const log = parent.child({ from: 'slack' });
  return {
    ...quietLogger,
    info: (...parts) => log.info(line(parts)),
    warn: (...parts) => log.warn(line(parts)),
    error: (...parts) => log.error(line(parts)),
  };
}

/** For a call whose outcome is told to the one who asked for it. */
export const quietLogger: BoltLogger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.INFO,
  setName: () => undefined,
};

/** The system's own word for why a request did not get through, such as `ENOTFOUND`; null when it was something else. */
export function networkCode(error: unknown): string | null {
  return error instanceof WebAPIRequestError ? (errorCode(error.original.cause) ?? wordFor(error.original)) : null;
}

function line(parts: readonly unknown[]): string {
  return parts
    .map((part) => (part instanceof Error ? `${part.name} ${errorCode(part) ?? ''}`.trim() : String(part)))
    .join(' ');
}

/** `TimeoutError` tells something; fetch's own `TypeError` only says that it did not work. */
function wordFor({ name }: Error): string | null {
  return name === 'TypeError' ? null : name;
}
