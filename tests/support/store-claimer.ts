/*
 * A process of its own: plans messages in the store it is told of, begins those nobody has begun, and prints how many.
 * `node store-claimer.ts URL COUNT`
 */
import { openStore } from '#src/store/open-store.ts';
import type { PlannedMessage } from '#src/store/outbox.ts';

const [url = null, count = '0'] = process.argv.slice(2);
const store = await openStore({ url });
const rows = await store.outbox.plan(
  Array.from({ length: Number(count) }, (_, index) => aMessageTo(`Enhet ${index}`)),
  10,
);
let begun = 0;
for (const row of rows.filter(({ status }) => status === 'planned')) {
  if (await store.outbox.begin(row, 11, 'C0000000001', 1_000_000)) begun += 1;
}
await store.close();
process.stdout.write(`${begun}\n`);

function aMessageTo(recipient: string): PlannedMessage {
  return {
    helsefellesskap: 'Fjordvik',
    job: 'paaminnelser',
    period: 'i dag',
    recipient,
    expiresAt: 99,
    lookFirst: false,
  };
}
