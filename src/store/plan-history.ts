import { isDeepStrictEqual } from 'node:util';
import type { TiltakRecord, TiltakState } from '#src/domain/plan-past.ts';
import type { Database } from './database.ts';
import { asTiltakRecord, tiltakRow } from './history-rows.ts';
import type { Queries } from './schema.ts';
import type { History } from './store.ts';

export function planHistory(database: Database): Pick<History, 'recordPlan' | 'plan'> {
  return {
    async recordPlan(source, tiltak, at) {
      const changes = (db: Queries) => changesSince(db, source, tiltak, at);
      // Nearly always nothing has changed, and then nobody is to wait for the right to write.
      if ((await database.read(changes)).length === 0) return;
      await database.transaction(async (trx) => {
        for (const record of await changes(trx)) await note(trx, source, record);
      });
    },

    async plan(source) {
      const rows = await database.read((db) =>
        db.selectFrom('plan_history').selectAll().where('source', '=', source).orderBy('at').orderBy('key').execute(),
      );
      return rows.map(asTiltakRecord);
    },
  };
}

async function changesSince(
  db: Queries,
  source: string,
  tiltak: readonly TiltakState[],
  at: number,
): Promise<readonly TiltakRecord[]> {
  const last = await lastOfEach(db, source);
  if (last.values().some((record) => record.at > at)) return [];

  const now = new Map(tiltak.map((state): [string, TiltakRecord] => [state.key, recordOf(state, at)]));
  const changed = now.values().filter((record) => !isSame(record, last.get(record.key)));
  const gone = last.values().filter(({ key, gone }) => !gone && !now.has(key));
  return [...changed, ...gone.map((record) => ({ ...record, at, gone: true }))];
}

async function lastOfEach(db: Queries, source: string): Promise<Map<string, TiltakRecord>> {
  const rows = await db
    .selectFrom('plan_history')
    .selectAll('plan_history')
    .innerJoin(
      (from) =>
        from
          .selectFrom('plan_history')
          .select(({ fn }) => ['key as last_key', fn.max('at').as('last_at')])
          .where('source', '=', source)
          .groupBy('key')
          .as('last'),
      (join) => join.onRef('last.last_key', '=', 'plan_history.key').onRef('last.last_at', '=', 'plan_history.at'),
    )
    .where('source', '=', source)
    .execute();
  return new Map(rows.map((row) => [row.key, asTiltakRecord(row)]));
}

async function note(trx: Queries, source: string, record: TiltakRecord): Promise<void> {
  const { source: _, key, at, ...state } = tiltakRow(source, record);
  await trx
    .insertInto('plan_history')
    .values({ source, key, at, ...state })
    // Two readings at the same time of a clock that stands still: the later one holds.
    .onConflict((conflict) => conflict.columns(['source', 'key', 'at']).doUpdateSet(state))
    .execute();
}

/** Only what is kept: what is handed in may know more. */
function recordOf({ key, nr, title, status, fristKind, fristEnd, reported, kommuner }: TiltakState, at: number) {
  return { key, nr, title, status, fristKind, fristEnd, reported, kommuner, at, gone: false };
}

function isSame(record: TiltakRecord, last: TiltakRecord | undefined): boolean {
  return last !== undefined && isDeepStrictEqual({ ...record, at: last.at }, last);
}
