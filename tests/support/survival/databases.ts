import { afterAll } from 'vitest';
import { startPostgres, type TestPostgres } from '../postgres.ts';

/**
 * Empty databases on a PostgreSQL for the tests of this file, which is started when the first is asked for; to be called
 * where tests are declared.
 */
export function useDatabases(): () => Promise<string> {
  let starting: Promise<TestPostgres> | null = null;
  afterAll(async () => {
    await (await starting)?.remove();
  });
  return async () => {
    starting ??= startPostgres();
    return (await starting).database();
  };
}
