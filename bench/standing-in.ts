/**
 * The process that stands in for Google with an invented spreadsheet of 400 kommuner, and for whoever edits it, so that
 * neither's work is counted as the bot's.
 */
import { READ, SEE, tokenFor } from '../tests/support/google/clients.ts';
import { startGoogle } from '../tests/support/google/google.ts';
import { inventedKommuner } from './invented-kommuner.ts';
import { placesSpreadsheet } from './invented-spreadsheet.ts';
import { SPREADSHEET_ID } from './spreadsheet-id.ts';

/** What the process says first. */
export interface Standing {
  readonly root: string;
  readonly keyFile: string;
  /** For whoever asks without a client. */
  readonly token: string;
}

/** What it can be told to do. It answers when it is done: with the addresses asked for since last time. */
export type Order =
  /** Somebody confirms a row: a new number and a new hour. */
  | { readonly kind: 'edit' }
  /** From now on every answer takes so long. */
  | { readonly kind: 'slow'; readonly ms: number };

const google = await startGoogle({ spreadsheets: { [SPREADSHEET_ID]: placesSpreadsheet(inventedKommuner(400)) } });
const person = google.person(SPREADSHEET_ID);
const confirmed = person.read('Kapasitet').flatMap((cells, row) => (isConfirmed(cells[12]) ? [row + 1] : []));
let edits = 0;
let told = 0;

function isConfirmed(oppdatert: unknown): boolean {
  return typeof oppdatert === 'object' && oppdatert !== null && 'serial' in oppdatert;
}

/** Never the same twice in a row's turn: an edit that changes no value is another matter. */
function edit(): void {
  edits += 1;
  const row = confirmed[edits % confirmed.length];
  person.type(`Kapasitet!F${row}`, String(edits % 7));
  person.type(`Kapasitet!M${row}`, `03.06.2024 07:${10 + (edits % 49)}`);
}

process.on('message', (order: Order) => {
  if (order.kind === 'edit') edit();
  else google.fail({ kind: 'slow', ms: order.ms }, { times: Number.POSITIVE_INFINITY });
  process.send?.(google.requests.slice(told).map(({ path, query }) => `${path.slice(1)}?${query}`));
  told = google.requests.length;
});
process.once('disconnect', () => void google.close());
process.send?.({ root: google.root, keyFile: google.keyFile, token: await tokenFor(google, READ, SEE) });
