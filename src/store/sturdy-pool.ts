import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { DatabaseError, type Pool, type PoolClient } from 'pg';

/**
 * A pool that lives through the database going away: a connection that is lost while nobody waits for it is no error, and
 * one whose answer did not come is never used again, since nobody knows what the server makes of it.
 */
export function sturdyPool(pool: Pool): PostgresPool {
  pool.on('error', ignore);
  // From when it is connected: the server may say goodbye in the same breath as welcome, before anybody has it in hand.
  // Whoever waits for an answer gets the error too.
  pool.on('connect', (client) => void client.on('error', ignore));
  return {
    options: pool.options,
    connect: async () => sturdyClient(await pool.connect()),
    end: () => pool.end(),
  };
}

function sturdyClient(client: PoolClient): PostgresPoolClient {
  let lost = false;

  async function query(text: string, parameters: readonly unknown[]): Promise<unknown> {
    try {
      return await client.query(text, [...parameters]);
    } catch (error) {
      lost ||= !(error instanceof DatabaseError);
      throw error;
    }
  }

  return {
    query: query as PostgresPoolClient['query'],
    release(destroy = false) {
      client.release(destroy || lost);
    },
  };
}

function ignore(): void {}
