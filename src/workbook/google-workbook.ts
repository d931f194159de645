import type { drive_v3 } from '@googleapis/drive';
import type { sheets_v4 } from '@googleapis/sheets';
import type { GoogleAccount } from './google-auth.ts';
import { SPREADSHEET_FIELDS, toTabs } from './google-cells.ts';
import { GoogleFailure } from './google-failure.ts';
import { type Ask, PATIENCE, type Patience, startAsking } from './google-patience.ts';
import { sharedByLinkOnly, toWorkbookError } from './google-trouble.ts';
import { type Workbook, WorkbookError } from './workbook.ts';

export interface GoogleWorkbookOptions {
  readonly spreadsheetId: string;
  /** A service account's key file; without it the machine's default credentials are used. */
  readonly credentialsFile?: string | undefined;
  /** Another root URL for Sheets and Drive, for tests and proxies. */
  readonly apiRoot?: string | undefined;
  readonly patience?: Patience;
  /** How long one look at the workbook may take, in milliseconds; as the patience says when left out. */
  readonly withinMs?: number;
}

/**
 * A shared Google spreadsheet, read only. Nothing is loaded and nobody is asked before the first look.
 * The version is Drive's: it follows every edit, but not what formulas such as `TODAY()` or `IMPORTRANGE` come to.
 */
export function openGoogleWorkbook(options: GoogleWorkbookOptions): Workbook {
  const { spreadsheetId } = options;
  const patience = patienceOf(options);
  let connecting: Promise<Google> | null = null;
  let title: string | null = null;

  async function look<T>(read: Read<T>): Promise<T> {
    connecting ??= connect(options);
    try {
      return await readWithToken(await connecting, startAsking(patience), read);
    } catch (error) {
      // The key file can be put right while the bot runs.
      if (error instanceof WorkbookError && error.trouble === 'no-access') connecting = null;
      throw error;
    }
  }

  return {
    get name() {
      return title ?? spreadsheetId;
    },
    version() {
      return look((google, ask) => readVersion(google, ask, spreadsheetId));
    },
    read() {
      return look(async (google, ask) => {
        // Before the cells: an edit that comes in between is then seen as a new version at the next look.
        const version = await readVersion(google, ask, spreadsheetId);
        const { data } = await ask((timeout) =>
          google.sheets.spreadsheets.get(
            { spreadsheetId, fields: SPREADSHEET_FIELDS, prettyPrint: false },
            { timeout, maxContentLength: MAX_BYTES },
          ),
        );
        title = data.properties?.title ?? title;
        return { tabs: toTabs(data, spreadsheetId), version };
      });
    },
  };
}

function patienceOf({ patience = PATIENCE, withinMs = patience.totalMs }: GoogleWorkbookOptions): Patience {
  return { ...patience, totalMs: Math.min(patience.totalMs, withinMs) };
}

/** Unpacked. A spreadsheet of 10 000 rows is about 12 MB; one several times as large is not a plan but an archive. */
const MAX_BYTES = 50_000_000;

interface Google {
  readonly account: GoogleAccount;
  readonly drive: drive_v3.Drive;
  readonly sheets: sheets_v4.Sheets;
}

type Read<T> = (google: Google, ask: Ask) => Promise<T>;

/** Reads, once more with a new token when Google refuses the old one. Throws {@link WorkbookError}. */
async function readWithToken<T>(google: Google, ask: Ask, read: Read<T>): Promise<T> {
  const { email, forgetToken } = google.account;
  try {
    return await read(google, ask).catch((error: unknown) => {
      if (!isFailure(error, 401)) throw error;
      forgetToken();
      return read(google, ask);
    });
  } catch (error) {
    throw error instanceof GoogleFailure ? toWorkbookError(error, email) : error;
  }
}

/** The Google libraries are loaded here, for they cost more than the rest of the bot together. */
async function connect({ credentialsFile, apiRoot }: GoogleWorkbookOptions): Promise<Google> {
  const { openAccount } = await import('./google-auth.ts');
  const account = await openAccount(credentialsFile);
  const [{ drive }, { sheets }] = await Promise.all([import('@googleapis/drive'), import('@googleapis/sheets')]);
  // The library's own retries are over in two seconds and ignore Retry-After; `Ask` does it instead.
  const options = { auth: account.auth, retry: false, ...(apiRoot === undefined ? {} : { rootUrl: apiRoot }) };
  return { account, drive: drive({ version: 'v3', ...options }), sheets: sheets({ version: 'v4', ...options }) };
}

async function readVersion({ account, drive, sheets }: Google, ask: Ask, spreadsheetId: string): Promise<string> {
  try {
    const params = { fileId: spreadsheetId, fields: 'version,modifiedTime', supportsAllDrives: true };
    const { data } = await ask((timeout) => drive.files.get(params, { timeout }));
    return `${data.version} ${data.modifiedTime}`;
  } catch (error) {
    if (!isFailure(error, 404)) throw error;

    // Drive hides a file that is not shared as if it did not exist; Sheets tells the difference.
    await ask((timeout) => sheets.spreadsheets.get({ spreadsheetId, fields: 'spreadsheetId' }, { timeout }));
    throw sharedByLinkOnly(account.email);
  }
}

const isFailure = (error: unknown, status: number): boolean =>
  error instanceof GoogleFailure && error.status === status;
