import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { errorFacts } from '#src/error-facts.ts';
import { boltLogger } from '#src/slack/logger.ts';

describe('what the log keeps', () => {
  it('never holds Bolt’s debug lines, where tokens and what people typed stand', () => {
    const lines: string[] = [];
    const logger = boltLogger(pino({ level: 'trace' }, { write: (line) => void lines.push(line) }));

    logger.debug('http request body: {"text":"Kari Nordmann"}');
    logger.warn('http request failed', Object.assign(new Error('Kari Nordmann'), { code: 'ECONNRESET' }));

    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ from: 'slack', msg: 'http request failed Error ECONNRESET' });
  });

  it('tells an error’s kind, code and place, and its cause’s, but not what it says', () => {
    const cause = Object.assign(new TypeError('Kari Nordmann'), { code: 'ENOTFOUND' });
    const facts = errorFacts(new Error('om Kari Nordmann', { cause }));

    expect(facts).toMatchObject({ type: 'Error', code: null, cause: { type: 'TypeError', code: 'ENOTFOUND' } });
    expect(facts.at[0]).toContain('logger.test.ts');
    expect(JSON.stringify(facts)).not.toContain('Kari');
  });

  it('takes anything that was thrown', () => {
    expect(errorFacts('Kari Nordmann')).toEqual({ type: 'string', code: null, at: [], cause: null });
  });
});
