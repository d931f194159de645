import type { GoogleConnection, GoogleSession } from './google/connection.ts';
import { cutShort, GoogleFailure } from './google/failure.ts';
import { googleReader } from './google/reading.ts';
import { sharedByLinkOnly } from './google/trouble.ts';
import type { Tab, Workbook } from './workbook.ts';

export interface GoogleWorkbookOptions {
  readonly spreadsheetId: string;
  readonly connection: GoogleConnection;
  /** How long one look at the workbook may take, in milliseconds; as the connection's patience says when left out. */
  readonly withinMs?: number | undefined;
  /** In milliseconds; the machine's when left out. */
  readonly now?: () => number;
}

/**
 * A shared Google spreadsheet, read only. Nothing is loaded and nobody is asked before the first look.
 * The version is Drive's: it follows every edit, but not what formulas such as `TODAY()` or `IMPORTRANGE` come to.
 */
export function openGoogleWorkbook(options: GoogleWorkbookOptions): Workbook {
  const { spreadsheetId, connection, withinMs, now = () => performance.now() } = options;
  const reader = googleReader(spreadsheetId, now);
  const look = <T>(work: (google: GoogleSession) => Promise<T>) => connection.session(spreadsheetId, work, withinMs);

  return {
    get name() {
      return reader.structure()?.title ?? spreadsheetId;
    },
    isRemote: true,
    notices: async (address) => {
      const { openChannel } = await import('./google/push.ts');
      return openChannel(connection, spreadsheetId, address, Date.now());
    },
    version: () => look((google) => readVersion(google, spreadsheetId)),
    read: (known) =>
      look(async (google) => {
        // Before the cells: an edit that comes in between is then seen as a new version at the next look.
        const version = known ?? (await readVersion(google, spreadsheetId));
        const tabs = await reader.read(google);
        // Drive tells of no new version when the formulas are done, so this must not be taken for the version that it has.
        return { tabs, version: tabs.some(isLoading) ? `${version} laster` : version };
      }),
  };
}

/** Google was still working out a formula, such as IMPORTRANGE. */
function isLoading({ rows }: Tab): boolean {
  return rows.some((cells) =>
    cells.some(
      (cell) => typeof cell === 'object' && cell !== null && 'error' in cell && cell.error.startsWith('Loading'),
    ),
  );
}

async function readVersion(google: GoogleSession, spreadsheetId: string): Promise<string> {
  try {
    const params = { fileId: spreadsheetId, fields: 'version,modifiedTime', supportsAllDrives: true };
    return await google.ask('drive', async ({ drive }, { timeout }) => {
      const { data } = await drive.files.get(params, { timeout });
      if (!data.version) throw cutShort();
      return `${data.version} ${data.modifiedTime}`;
    });
  } catch (error) {
    if (!(error instanceof GoogleFailure && error.status === 404)) throw error;

    // Drive hides a file that is not shared as if it did not exist; Sheets tells the difference.
    await google.ask('read', ({ sheets }, { timeout }) =>
      sheets.spreadsheets.get({ spreadsheetId, fields: 'spreadsheetId' }, { timeout }),
    );
    throw sharedByLinkOnly(google.email);
  }
}
