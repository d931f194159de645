import type { Snapshot } from '#src/workbook/workbook.ts';
import type { Database } from './database.ts';
import { keptJson } from './kept-json.ts';
import type { Snapshots } from './store.ts';

export function snapshotStore(database: Database): Snapshots {
  return {
    save: (source, snapshot, readAt) =>
      database.write(async (db) => {
        const content = JSON.stringify(snapshot);
        await db
          .insertInto('snapshots')
          .values({ source, content, read_at: readAt })
          .onConflict((conflict) => conflict.column('source').doUpdateSet({ content, read_at: readAt }))
          .execute();
      }),

    async load(source) {
      const row = await database.read((db) =>
        db.selectFrom('snapshots').select(['content', 'read_at']).where('source', '=', source).executeTakeFirst(),
      );
      return row ? { snapshot: keptJson<Snapshot>(row.content), readAt: row.read_at } : null;
    },
  };
}
