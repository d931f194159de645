import type { Database } from './database.ts';
import type { JobRuns } from './store.ts';

export function runStore(database: Database): JobRuns {
  return {
    async outcome({ helsefellesskap, job, period }) {
      const row = await database.read((db) =>
        db
          .selectFrom('job_runs')
          .select('outcome')
          .where('helsefellesskap', '=', helsefellesskap)
          .where('job', '=', job)
          .where('period', '=', period)
          .executeTakeFirst(),
      );
      return row?.outcome ?? null;
    },

    note: ({ helsefellesskap, job, period }, outcome, at) =>
      database.write(async (db) => {
        await db
          .insertInto('job_runs')
          .values({ helsefellesskap, job, period, outcome, at })
          .onConflict((conflict) =>
            conflict
              .columns(['helsefellesskap', 'job', 'period'])
              .doUpdateSet({ outcome, at })
              .where('job_runs.outcome', '<>', 'done'),
          )
          .execute();
      }),
  };
}
