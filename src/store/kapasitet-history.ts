import { isDeepStrictEqual } from 'node:util';
import type { Database } from './database.ts';
import { asKapasitetRecord, kapasitetRow } from './history-rows.ts';
import type { Queries } from './schema.ts';
import type { History, KapasitetRecord } from './store.ts';

export function kapasitetHistory(database: Database): Pick<History, 'recordKapasitet' | 'kapasitet'> {
  return {
    async recordKapasitet(source, day, records) {
      const changes = (db: Queries) => changesSince(db, source, day, records);
      if ((await database.read(changes)).length === 0) return;
      await database.transaction(async (trx) => {
        for (const record of await changes(trx)) await note(trx, source, day, record);
      });
    },

    async kapasitet(source, from, to) {
      const rows = await database.read((db) => between(db, source, from, to));
      return rows.map(asKapasitetRecord);
    },
  };
}

async function changesSince(
  db: Queries,
  source: string,
  day: string,
  records: readonly KapasitetRecord[],
): Promise<readonly KapasitetRecord[]> {
  const rows = await between(db, source, day, day);
  const there = new Map(rows.map((row) => [nameOf(row), row]));
  const now = new Map(records.map((record) => [nameOf(record), record]));
  return [...now].flatMap(([name, record]) =>
    isDeepStrictEqual({ ...there.get(name) }, kapasitetRow(source, day, record)) ? [] : [record],
  );
}

function between(db: Queries, source: string, from: string, to: string) {
  return db
    .selectFrom('kapasitet_history')
    .selectAll()
    .where('source', '=', source)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .orderBy('kommune')
    .orderBy('kategori')
    .execute();
}

async function note(trx: Queries, source: string, day: string, record: KapasitetRecord): Promise<void> {
  const row = kapasitetRow(source, day, record);
  const { plasser, ledig, confirmed } = row;
  await trx
    .insertInto('kapasitet_history')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['source', 'day', 'kommune', 'kategori']).doUpdateSet({ plasser, ledig, confirmed }),
    )
    .execute();
}

function nameOf({ kommune, kategori }: Pick<KapasitetRecord, 'kommune' | 'kategori'>): string {
  return JSON.stringify([kommune, kategori]);
}
