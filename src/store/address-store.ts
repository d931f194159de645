import type { Database } from './database.ts';
import type { Addresses } from './store.ts';

export function addressStore(database: Database): Addresses {
  return {
    async user(helsefellesskap, unit) {
      const row = await database.read((db) =>
        db
          .selectFrom('known_users')
          .select(['slack_id as slackId', 'proof'])
          .where('helsefellesskap', '=', helsefellesskap)
          .where('unit', '=', unit)
          .executeTakeFirst(),
      );
      return row ?? null;
    },

    rememberUser: (helsefellesskap, unit, { slackId, proof }, at) =>
      database.writeJointly(async (db) => {
        await db
          .insertInto('known_users')
          .values({ helsefellesskap, unit, slack_id: slackId, proof, at })
          .onConflict((conflict) =>
            conflict.columns(['helsefellesskap', 'unit']).doUpdateSet({ slack_id: slackId, proof, at }),
          )
          .execute();
      }),

    async conversation(slackId) {
      const row = await database.read((db) =>
        db.selectFrom('conversations').select('channel').where('slack_id', '=', slackId).executeTakeFirst(),
      );
      return row?.channel ?? null;
    },

    rememberConversation: (slackId, channel, at) =>
      database.writeJointly(async (db) => {
        await db
          .insertInto('conversations')
          .values({ slack_id: slackId, channel, at })
          .onConflict((conflict) => conflict.column('slack_id').doUpdateSet({ channel, at }))
          .execute();
      }),
  };
}
