import type { Selectable } from 'kysely';
import type { Database } from './database.ts';
import { keptJson } from './kept-json.ts';
import { planMessages } from './outbox-plan.ts';
import type { TroubleTable } from './schema.ts';
import type { Trouble, Troubles } from './store.ts';

export function troubleStore(database: Database): Troubles {
  return {
    begin: ({ helsefellesskap, key, beganAt, facts }, alert) =>
      database.transaction(async (trx) => {
        const begun = await trx
          .insertInto('troubles')
          .values({
            id: crypto.randomUUID(),
            helsefellesskap,
            key,
            began_at: beganAt,
            facts: JSON.stringify(facts),
            ended_at: null,
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst();
        if (begun && alert) await planMessages(trx, [alert], beganAt);
        return begun !== undefined;
      }),

    end: (helsefellesskap, key, at, alert) =>
      database.transaction(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('troubles')
          .set({ ended_at: at })
          .where('helsefellesskap', '=', helsefellesskap)
          .where('key', '=', key)
          .where('ended_at', 'is', null)
          .executeTakeFirst();
        const ended = numUpdatedRows > 0n;
        if (ended && alert) await planMessages(trx, [alert], at);
        return ended;
      }),

    async find(helsefellesskap, key, beganAt) {
      const row = await database.read((db) =>
        db
          .selectFrom('troubles')
          .selectAll()
          .where('helsefellesskap', '=', helsefellesskap)
          .where('key', '=', key)
          .where('began_at', '=', beganAt)
          .orderBy('ended_at')
          .limit(1)
          .executeTakeFirst(),
      );
      return row ? { ...asTrouble(row), endedAt: row.ended_at } : null;
    },

    async together(helsefellesskap, when) {
      const rows = await database.read((db) =>
        db
          .selectFrom('troubles')
          .selectAll()
          .where('helsefellesskap', '=', helsefellesskap)
          .where((is) => ('beganAt' in when ? is('began_at', '=', when.beganAt) : is('ended_at', '=', when.endedAt)))
          .orderBy('key')
          .execute(),
      );
      return rows.map(asTrouble);
    },

    async open(helsefellesskap) {
      const rows = await database.read((db) =>
        db
          .selectFrom('troubles')
          .selectAll()
          .where('helsefellesskap', '=', helsefellesskap)
          .where('ended_at', 'is', null)
          .orderBy('began_at')
          .orderBy('key')
          .execute(),
      );
      return rows.map(asTrouble);
    },
  };
}

function asTrouble({ helsefellesskap, key, began_at, facts }: Selectable<TroubleTable>): Trouble {
  return { helsefellesskap, key, beganAt: began_at, facts: keptJson<Trouble['facts']>(facts) };
}
