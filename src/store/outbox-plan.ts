import type { Insertable, Selectable } from 'kysely';
import type { OutboxRow, PlannedMessage } from './outbox.ts';
import { asRow, newMessage } from './outbox-rows.ts';
import type { OutboxTable, Queries } from './schema.ts';

/** Rows for one statement, well within what either database takes. */
const CHUNK = 500;

/** Writes messages down in the order given; part of the caller's transaction. See `Outbox.plan`. */
export async function planMessages(
  trx: Queries,
  messages: readonly PlannedMessage[],
  at: number,
): Promise<readonly OutboxRow[]> {
  const last = await lastSeq(trx);
  const rows = messages.map((message, index) => newMessage(message, last + 1 + index, at));
  await insertNew(trx, rows);

  const there = await find(trx, messages);
  for (const message of messages) {
    if (there.get(nameOf(message))?.some(canBeTriedAgain)) {
      there.set(nameOf(message), await planAnew(trx, message, at));
    }
  }
  return messages.flatMap((message) => {
    const row = there.get(nameOf(message))?.find(({ part }) => part === 0);
    return row ? [asRow(row)] : [];
  });
}

/** Leaves alone what is there already. */
export async function insertNew(trx: Queries, rows: readonly Insertable<OutboxTable>[]): Promise<void> {
  for (const chunk of inChunks(rows)) {
    await trx
      .insertInto('outbox')
      .values(chunk)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Of the message and its thread, what failed and was certainly not said. */
async function planAnew(trx: Queries, message: PlannedMessage, at: number): Promise<Row[]> {
  const { helsefellesskap, job, period, recipient, expiresAt, lookFirst } = message;
  await trx
    .updateTable('outbox')
    .set({ status: 'planned', next_at: at, expires_at: expiresAt, code: null, unsaid: 0, closed_at: null })
    .$if(lookFirst, (update) => update.set({ look_first: 1 }))
    .where('helsefellesskap', '=', helsefellesskap)
    .where('job', '=', job)
    .where('period', '=', period)
    .where('recipient', '=', recipient)
    .where('status', '=', 'failed')
    .where('unsaid', '=', 1)
    .execute();
  return [...(await find(trx, [message])).values()].flat();
}

/** The messages themselves, and the parts of their threads that can be tried again. */
async function find(trx: Queries, messages: readonly PlannedMessage[]): Promise<Map<string, Row[]>> {
  const occasions = Map.groupBy(messages, ({ helsefellesskap, job, period }) =>
    JSON.stringify([helsefellesskap, job, period]),
  );
  const found: Row[] = [];
  for (const chunk of [...occasions.values()].flatMap(inChunks)) found.push(...(await findOfOccasion(trx, chunk)));
  return Map.groupBy(found, nameOf);
}

async function findOfOccasion(trx: Queries, messages: readonly PlannedMessage[]): Promise<Row[]> {
  const [first] = messages;
  if (!first) return [];
  const recipients = messages.map(({ recipient }) => recipient);
  return trx
    .selectFrom('outbox')
    .selectAll()
    .where('helsefellesskap', '=', first.helsefellesskap)
    .where('job', '=', first.job)
    .where('period', '=', first.period)
    .where('recipient', 'in', recipients)
    .where((is) => is.or([is('part', '=', 0), is.and([is('status', '=', 'failed'), is('unsaid', '=', 1)])]))
    .execute();
}

function canBeTriedAgain({ status, unsaid }: Row): boolean {
  return status === 'failed' && unsaid === 1;
}

async function lastSeq(trx: Queries): Promise<number> {
  const row = await trx
    .selectFrom('outbox')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .executeTakeFirst();
  return row?.seq ?? 0;
}

type Row = Selectable<OutboxTable>;

function nameOf({ helsefellesskap, job, period, recipient }: Omit<PlannedMessage, 'expiresAt' | 'lookFirst'>): string {
  return JSON.stringify([helsefellesskap, job, period, recipient]);
}

function inChunks<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, index) =>
    all.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}
