import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { Leases } from './store.ts';

export function leaseStore(database: Database): Leases {
  return {
    acquire: (name, owner, ttlMs) =>
      database.write(async (db) => {
        const now = database.now();
        const taken = await db
          .insertInto('leases')
          .values({ name, owner, expires_at: sql<number>`${now} + ${sql.lit(Math.round(ttlMs))}` })
          .onConflict((conflict) =>
            conflict
              .column('name')
              .doUpdateSet((to) => ({ owner: to.ref('excluded.owner'), expires_at: to.ref('excluded.expires_at') }))
              .where((is) => is.or([is('leases.owner', '=', owner), is('leases.expires_at', '<=', now)])),
          )
          .returning('name')
          .executeTakeFirst();
        return taken !== undefined;
      }),

    release: (name, owner) =>
      database.write(async (db) => {
        await db.deleteFrom('leases').where('name', '=', name).where('owner', '=', owner).execute();
      }),
  };
}
