import { type Logger, pino } from 'pino';

/** A log that keeps its lines, for a test about what they must not hold. */
export function capturedLog(): { readonly log: Logger; readonly lines: readonly string[] } {
  const lines: string[] = [];
  return { log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }), lines };
}
