import type { DeleteResult } from 'kysely';
import type { Database } from './database.ts';
import type { Queries } from './schema.ts';

/**
 * Deletes what was over before that time, and what was last known of people and workbooks that have not been met since.
 * What is open stays whatever its age, and of each tiltak that was there then, the newest record: it tells how it was.
 * @returns how many rows
 */
export function purge(database: Database, before: number): Promise<number> {
  return database.transaction(async (trx) => {
    const day = new Date(before).toISOString().slice(0, 10);
    const results = [
      await trx.deleteFrom('outbox').where('closed_at', '<', before).executeTakeFirst(),
      await trx.deleteFrom('job_runs').where('at', '<', before).executeTakeFirst(),
      await trx.deleteFrom('troubles').where('ended_at', '<', before).executeTakeFirst(),
      await trx.deleteFrom('kapasitet_history').where('day', '<', day).executeTakeFirst(),
      await trx.deleteFrom('known_users').where('at', '<', before).executeTakeFirst(),
      await trx.deleteFrom('conversations').where('at', '<', before).executeTakeFirst(),
      await trx.deleteFrom('snapshots').where('read_at', '<', before).executeTakeFirst(),
      await purgePlan(trx, before),
    ];
    return results.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
  });
}

function purgePlan(trx: Queries, before: number): Promise<DeleteResult> {
  return trx
    .deleteFrom('plan_history')
    .where('at', '<', before)
    .where((is) =>
      is.or([
        is('gone', '=', 1),
        is.exists(
          is
            .selectFrom('plan_history as later')
            .select('later.at')
            .whereRef('later.source', '=', 'plan_history.source')
            .whereRef('later.key', '=', 'plan_history.key')
            .whereRef('later.at', '>', 'plan_history.at')
            .where('later.at', '<=', before),
        ),
      ]),
    )
    .executeTakeFirst();
}
