import type { Database } from './database.ts';
import type { Queries } from './schema.ts';
import type { Notes } from './store.ts';

/** Names the note of when the state was made anew after the old one was lost, in real milliseconds. */
export const RECREATED_AT = 'recreatedAt';

export function noteStore(database: Database): Notes {
  return {
    async get(name) {
      const row = await database.read((db) =>
        db.selectFrom('notes').select('value').where('name', '=', name).executeTakeFirst(),
      );
      return row?.value ?? null;
    },
    set: (name, value) => database.write((db) => setNote(db, name, value)),
  };
}

export async function setNote(db: Queries, name: string, value: string): Promise<void> {
  await db
    .insertInto('notes')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
