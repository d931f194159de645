import type { UpdateObject } from 'kysely';
import type { Database } from './database.ts';
import type { Outbox, OutboxRow, OutboxStatus } from './outbox.ts';
import { firstInLine, oneAtLeast } from './outbox-due.ts';
import { insertNew, planMessages } from './outbox-plan.ts';
import { asRow, threadOf } from './outbox-rows.ts';
import type { Tables } from './schema.ts';

export function outboxStore(database: Database): Outbox {
  /** Changes a row that is open, unless somebody else has begun it since the caller did. */
  async function change(row: OutboxRow, values: UpdateObject<Tables, 'outbox'>): Promise<void> {
    await database.writeJointly((db) =>
      db
        .updateTable('outbox')
        .set(values)
        .where('id', '=', row.id)
        .where('closed_at', 'is', null)
        .where('attempts', '<=', row.attempts + 1)
        .execute(),
    );
  }

  return {
    async plan(messages, at) {
      if (messages.length === 0) return [];
      return database.transaction((trx) => planMessages(trx, messages, at));
    },

    async due(scope, at, limit, except = []) {
      const rows = await database.read((db) =>
        firstInLine(db, scope)
          .selectAll('outbox')
          .where('outbox.next_at', '<=', at)
          .$if(except.length > 0, (query) => query.where('outbox.recipient', 'not in', except))
          .orderBy('outbox.seq')
          .orderBy('outbox.head')
          .orderBy('outbox.part')
          .limit(limit)
          .execute(),
      );
      return rows.map(asRow);
    },

    async nextAt(scope) {
      const row = await database.read((db) =>
        firstInLine(db, scope)
          .select(({ fn }) => fn.min('outbox.next_at').as('nextAt'))
          .executeTakeFirst(),
      );
      return row?.nextAt ?? null;
    },

    begin: (row, at, channel, lookAt) =>
      database.writeJointly(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('outbox')
          .set({
            status: 'sending',
            attempts: row.attempts + 1,
            next_at: lookAt,
            first_tried_at: row.firstTriedAt ?? at,
            channel,
          })
          .where('id', '=', row.id)
          .where('status', '=', row.status)
          .where('attempts', '=', row.attempts)
          .where('closed_at', 'is', null)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),

    sent(row, sent) {
      const { at, channel, ts, saidAt, threadParts } = sent;
      const hasMore = threadParts > row.part;
      return database[hasMore ? 'transaction' : 'writeJointly'](async (db) => {
        const said = await db
          .updateTable('outbox')
          .set({ status: 'sent', channel, ts, said_at: saidAt, code: null, unsaid: 0, closed_at: at })
          .where('id', '=', row.id)
          .where('status', '<>', 'sent')
          .returningAll()
          .executeTakeFirst();
        if (said && hasMore) await insertNew(db, threadOf(said, sent));
      });
    },

    postpone: (row, nextAt, code) => change(row, { status: 'planned', next_at: nextAt, code }),
    unsure: (row, lookAt, code) => change(row, { status: 'sending', next_at: lookAt, code }),
    fail: (row, at, code, unsaid) => change(row, { status: 'failed', closed_at: at, code, unsaid: unsaid ? 1 : 0 }),
    close: (row, at, status) => change(row, { status, closed_at: at }),

    async count({ helsefellesskap, jobs, period }) {
      const rows = await database.read((db) =>
        db
          .selectFrom('outbox')
          .select(({ fn }) => ['status', fn.countAll<number>().as('rows')])
          .where('helsefellesskap', '=', helsefellesskap)
          .$if(jobs !== undefined, (query) => query.where('job', 'in', oneAtLeast(jobs ?? [])))
          .$if(period !== undefined, (query) => query.where('period', '=', period ?? ''))
          .groupBy('status')
          .execute(),
      );
      const counts: Partial<Record<OutboxStatus, number>> = {};
      for (const { status, rows: count } of rows) counts[status] = count;
      return counts;
    },

    async lastSaid(helsefellesskap, job, recipient, except) {
      const row = await database.read((db) =>
        db
          .selectFrom('outbox')
          .select(({ fn }) => fn.max('said_at').as('saidAt'))
          .where('helsefellesskap', '=', helsefellesskap)
          .where('job', '=', job)
          .where('recipient', '=', recipient)
          .where('said_at', 'is not', null)
          .$if(except !== undefined, (query) => query.where('period', '<>', except ?? ''))
          .executeTakeFirst(),
      );
      return row?.saidAt ?? null;
    },
  };
}
