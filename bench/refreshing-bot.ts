import { setTimeout as sleep } from 'node:timers/promises';
import { watchBooks } from '#src/cli/watched-books.ts';
import { currentModel } from '#src/current-model.ts';
import { momentAt } from '#src/domain/day.ts';
import { connectGoogle } from '#src/workbook/google/connection.ts';
import { createLimiter } from '#src/workbook/google/limiter.ts';
import { STRUCTURE_FIELDS, toStructure } from '#src/workbook/google/structure.ts';
import { openGoogleWorkbook } from '#src/workbook/google-workbook.ts';
import { inventedKommuner, kontakterWorkbook } from './invented-kommuner.ts';
import { SPREADSHEET_ID } from './spreadsheet-id.ts';
import type { Standing } from './standing-in.ts';

/** The part of a running bot that follows the sheet of places. */
export interface RefreshingBot {
  /** All that follows a change: version, cells, comparison with the last good reading, and the model with its places. */
  refresh(): Promise<void>;
  /** Version and cells alone. */
  cells(): Promise<void>;
  /** The structure alone, which is read first and when it may have changed. */
  structure(): Promise<void>;
}

const ROWS = 500;
const NOW = momentAt(Date.parse('2024-06-03T08:00+02:00'));

export function startRefreshingBot({ root, keyFile }: Standing): RefreshingBot {
  // A minute goes by between any two requests: the quota is not what is measured.
  const limiter = createLimiter({ now: () => performance.now() * 1e6, sleep });
  const connection = connectGoogle({ credentialsFile: keyFile, apiRoot: root, access: 'read', limiter });
  const open = () => openGoogleWorkbook({ spreadsheetId: SPREADSHEET_ID, connection });
  const [kapasitet, cellsOnly] = [open(), open()];
  const sources = { handlingsplan: 'plan', kapasitet: 'places' };
  const books = {
    handlingsplan: kontakterWorkbook(inventedKommuner(400)),
    kapasitet,
    sources,
    examples: [],
    editor: async () => null,
  };
  const watched = watchBooks(books, {
    pollMs: 0,
    memoryFor: () => ({ keep: () => undefined, load: async () => null }),
    inBackground: false,
    onMistake: () => undefined,
  });
  const current = currentModel({
    handlingsplan: watched.handlingsplan?.reading ?? null,
    kapasitet: watched.kapasitet?.reading ?? null,
  });
  let last: unknown;

  return {
    async refresh() {
      const model = await current({ needs: ['kapasitet'], uses: ['handlingsplan'] }, () => NOW);
      const rows = model.kapasitet;
      if (rows?.length !== ROWS || rows === last) throw new Error('the places were not read anew');
      last = rows;
    },
    async cells() {
      await cellsOnly.read(await cellsOnly.version());
    },
    async structure() {
      const params = { spreadsheetId: SPREADSHEET_ID, fields: STRUCTURE_FIELDS, prettyPrint: false };
      const { tabs } = await connection.session(SPREADSHEET_ID, (google) =>
        google.ask('read', async ({ sheets }, options) =>
          toStructure((await sheets.spreadsheets.get(params, options)).data),
        ),
      );
      if (tabs.length !== 1) throw new Error('the structure was not read');
    },
  };
}
