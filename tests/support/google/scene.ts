import type { sheets_v4 } from '@googleapis/sheets';
import { onTestFinished } from 'vitest';
import { clientsOf } from './clients.ts';
import type { Sharing } from './files.ts';
import { startGoogle } from './google.ts';
import type { GoogleTab } from './seed.ts';
import type { StartOptions } from './stand-in.ts';

type BatchUpdate = sheets_v4.Schema$BatchUpdateSpreadsheetRequest;

interface Props extends Omit<StartOptions, 'spreadsheets'> {
  readonly shared?: Sharing;
  readonly inSharedDrive?: boolean;
  /** What the token is for; to write cells and see files when left out. */
  readonly scopes?: readonly string[];
}

export const ID = '1ProveArkMedMinstTjueTegn';

/** A Google with one spreadsheet, the clients of one who may use it and a person who has it open. Closed when the test is over. */
export async function sceneWith(
  tabs: readonly GoogleTab[],
  { shared, inSharedDrive, scopes = [], ...options }: Props = {},
) {
  const seed = { title: 'Prøve', tabs, ...(shared ? { shared } : {}), ...(inSharedDrive ? { inSharedDrive } : {}) };
  const google = await startGoogle({ spreadsheets: { [ID]: seed }, ...options });
  onTestFinished(() => google.close());
  const { sheets, drive } = await clientsOf(google, ...scopes);
  return {
    google,
    sheets,
    drive,
    ola: google.person(ID),
    /** One `batchUpdate`; its answer. */
    async update(requests: readonly sheets_v4.Schema$Request[], more: BatchUpdate = {}) {
      const requestBody = { requests: [...requests], ...more };
      return (await sheets.spreadsheets.batchUpdate({ spreadsheetId: ID, requestBody })).data;
    },
  };
}
