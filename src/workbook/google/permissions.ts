import type { Access } from './account.ts';
import type { GoogleConnection, GoogleSession } from './connection.ts';
import { GoogleFailure, isApiOff, isOutOfScope, isQuota } from './failure.ts';
import type { Setting } from './template.ts';

/** What Google says of the bot and a spreadsheet, each by itself: an answer, or why there is none. */
export interface GooglePermissions {
  /** By Drive, which knows only what is shared with the account. */
  readonly canEdit: boolean | GoogleFailure;
  /** By Sheets. */
  readonly setting: Setting | GoogleFailure;
  /** Whether the login is good for writing at all; null where the bot is not to write. */
  readonly login: 'may-write' | GoogleFailure | null;
}

/** Asks and changes nothing. Throws WorkbookError when nobody can be asked. */
export async function askPermissions(
  connection: GoogleConnection,
  spreadsheetId: string,
  access: Access,
): Promise<GooglePermissions> {
  return connection.session(spreadsheetId, async (google) => {
    const [canEdit, setting, login] = await Promise.all([
      askDrive(google, spreadsheetId).catch(asAnswer),
      askSheets(google, spreadsheetId).catch(asAnswer),
      access === 'write' ? askToWrite(google, spreadsheetId).catch(asAnswer) : null,
    ]);
    return { canEdit, setting, login };
  });
}

/** Whether Google has looked at the spreadsheet itself: whoever asked is known, and may ask. */
export function isOfSpreadsheet(failure: GoogleFailure): boolean {
  if (isQuota(failure) || isApiOff(failure) || isOutOfScope(failure)) return false;
  return failure.status !== null && [400, 403, 404].includes(failure.status);
}

async function askDrive(google: GoogleSession, fileId: string): Promise<boolean> {
  const params = { fileId, fields: 'capabilities(canEdit)', supportsAllDrives: true };
  const { data } = await google.ask('drive', ({ drive }, { timeout }) => drive.files.get(params, { timeout }));
  return data.capabilities?.canEdit === true;
}

async function askSheets(google: GoogleSession, spreadsheetId: string): Promise<Setting> {
  const params = { spreadsheetId, fields: 'properties(locale,timeZone)' };
  const { data } = await google.ask('read', ({ sheets }, { timeout }) => sheets.spreadsheets.get(params, { timeout }));
  return { locale: data.properties?.locale ?? '', timeZone: data.properties?.timeZone ?? '' };
}

/** Looking for metadata is the one question that Google answers only to a login that may write. */
async function askToWrite(google: GoogleSession, spreadsheetId: string): Promise<'may-write'> {
  const requestBody = { dataFilters: [{ developerMetadataLookup: { metadataKey: 'samhandlingsbot.doktor' } }] };
  await google.ask('read', ({ sheets }, { timeout }) =>
    sheets.spreadsheets.developerMetadata.search({ spreadsheetId, requestBody }, { timeout }),
  );
  return 'may-write';
}

function asAnswer(error: unknown): GoogleFailure {
  if (error instanceof GoogleFailure) return error;
  throw error;
}
