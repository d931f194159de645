import { LOGG } from '#src/workbook/edit.ts';
import type { Tab } from '#src/workbook/workbook.ts';
import type { GoogleSession } from './connection.ts';
import { cutShort, GoogleFailure } from './failure.ts';
import { STRUCTURE_FIELDS, type Structure, toStructure } from './structure.ts';
import { isDoubtful, isSame, type RawRows, toTab, wholeTab } from './values.ts';

/** Reads the cells of one spreadsheet, again and again. */
export interface GoogleReader {
  /** Every tab; the bot's own log comes without its lines. One `values.batchGet`, and before or after it one `spreadsheets.get` where the structure may have changed. */
  read(google: GoogleSession): Promise<readonly Tab[]>;
  /** What is known of the spreadsheet's structure; null before it is first read. */
  structure(): Structure | null;
  /** The structure is known to have changed: it is read anew the next time. */
  forget(): void;
}

/** What was read last: the next reading is compared with it. */
interface Known {
  readonly structure: Structure;
  /** Of each of the structure's tabs. */
  readonly values: readonly RawRows[];
  /** When the structure was read, in milliseconds of the reader's clock. */
  readonly at: number;
}

/** The structure is read anew after this time, whatever the values look like. Milliseconds. */
const STRUCTURE_FOR_MS = 10 * 60_000;

/** Unpacked. A spreadsheet of 10 000 rows is a few MB; one many times as large is not a plan but an archive. */
const MAX_BYTES = 50_000_000;

/** @param now in milliseconds, of any clock that does not go back */
export function googleReader(spreadsheetId: string, now: () => number): GoogleReader {
  let known: Known | null = null;

  return {
    structure: () => known?.structure ?? null,
    forget() {
      known = null;
    },
    async read(google) {
      const isFresh = known !== null && now() - known.at < STRUCTURE_FOR_MS;
      known = (isFresh && known && (await readOn(google, known))) || (await readAnew(google));
      const { structure, values } = known;
      return structure.tabs.map((tab, index) => toTab(values[index] ?? [], tab, spreadsheetId));
    },
  };

  async function readAnew(google: GoogleSession): Promise<Known> {
    const at = now();
    const structure = await readStructure(google);
    return { structure, values: await readValues(google, structure), at };
  }

  /** By the structure that is known, if it still fits; null when it has to be read anew, values and all. */
  async function readOn(google: GoogleSession, last: Known): Promise<Known | null> {
    const values = await readValues(google, last.structure).catch(ignoreUnknownTab);
    if (values === null) return null;
    if (!mayHaveChanged(last, values)) return { ...last, values };

    const at = now();
    const structure = await readStructure(google);
    const sameTabs = wholeTabs(structure).join() === wholeTabs(last.structure).join();
    return sameTabs ? { structure, values, at } : { structure, values: await readValues(google, structure), at };
  }

  async function readStructure(google: GoogleSession): Promise<Structure> {
    const params = { spreadsheetId, fields: STRUCTURE_FIELDS, prettyPrint: false };
    return google.ask('read', async ({ sheets }, { timeout }) => {
      const { data } = await sheets.spreadsheets.get(params, { timeout, maxContentLength: MAX_BYTES });
      // Without sheets there is no spreadsheet: half an answer must not be taken for an empty one.
      if (!Array.isArray(data.sheets)) throw cutShort();
      return toStructure(data);
    });
  }

  async function readValues(google: GoogleSession, structure: Structure): Promise<readonly RawRows[]> {
    const ranges = wholeTabs(structure);
    if (ranges.length === 0) return structure.tabs.map(() => []);
    const params = {
      spreadsheetId,
      ranges,
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
      prettyPrint: false,
    };
    return google.ask('read', async ({ sheets }, { timeout }) => {
      const { data } = await sheets.spreadsheets.values.batchGet(params, { timeout, maxContentLength: MAX_BYTES });
      const { valueRanges = [] } = data;
      if (valueRanges.length !== ranges.length) throw cutShort();
      // In the order they were asked for. A cell has no type in the client: it is what UNFORMATTED_VALUE gives.
      const inOrder = valueRanges.map(({ values }) => (values ?? []) as RawRows).values();
      return structure.tabs.map((tab) => (isRead(tab) ? (inOrder.next().value ?? []) : []));
    });
  }
}

const wholeTabs = ({ tabs }: Structure): string[] => tabs.filter(isRead).map(wholeTab);

/** The bot's own log only grows, and nothing is read from it. */
const isRead = ({ name }: Structure['tabs'][number]): boolean => name !== LOGG.name;

/** Somebody has given a tab another name, or taken it away. */
function ignoreUnknownTab(error: unknown): null {
  if (error instanceof GoogleFailure && error.status === 400) return null;
  throw error;
}

function mayHaveChanged({ structure, values: before }: Known, after: readonly RawRows[]): boolean {
  const tabs = structure.tabs.map((tab, index) => ({ tab, was: before[index] ?? [], is: after[index] ?? [] }));
  return tabs.every(({ was, is }) => isSame(was, is)) || tabs.some(({ tab, was, is }) => isDoubtful(was, is, tab));
}
