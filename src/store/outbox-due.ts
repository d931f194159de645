import { type SelectQueryBuilder, sql } from 'kysely';
import type { OutboxScope } from './outbox.ts';
import type { Queries, Tables } from './schema.ts';

/**
 * The first open row of each recipient. Whoever waits behind it is not looked at before it is closed: its own thread
 * comes first, then what was planned next. With jobs named, what other jobs have for the recipient is not waited for.
 */
export function firstInLine(
  db: Queries,
  { helsefellesskap, jobs: named }: OutboxScope,
): SelectQueryBuilder<Tables, 'outbox', object> {
  const jobs = named && oneAtLeast(named);
  return (
    db
      .selectFrom('outbox')
      .where('outbox.closed_at', 'is', null)
      .where('outbox.seq', '>', sql.lit(0))
      .where('outbox.helsefellesskap', '=', helsefellesskap)
      .$if(jobs !== undefined, (query) => query.where('outbox.job', 'in', jobs ?? []))
      // One look in the index for each row. «None is ahead of it» says the same, but PostgreSQL compares all with all.
      .where('outbox.id', '=', ({ selectFrom }) =>
        selectFrom('outbox as line')
          .select('line.id')
          .where('line.closed_at', 'is', null)
          .whereRef('line.helsefellesskap', '=', 'outbox.helsefellesskap')
          .whereRef('line.recipient', '=', 'outbox.recipient')
          .$if(jobs !== undefined, (query) => query.where('line.job', 'in', jobs ?? []))
          .orderBy('line.seq')
          .orderBy('line.head')
          .orderBy('line.part')
          .limit(1),
      )
  );
}

/** Not every database knows a list of nothing; no job has an empty name. */
export function oneAtLeast(names: readonly string[]): readonly string[] {
  return names.length === 0 ? [''] : names;
}
