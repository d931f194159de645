import { onTestFinished } from 'vitest';
import { connectGoogle } from '#src/workbook/google/connection.ts';
import { openGoogleWorkbook } from '#src/workbook/google-workbook.ts';
import type { WorkbookMaker } from '../workbook-maker.ts';
import { startGoogle } from './google.ts';

/** A shared spreadsheet at a Google of its own, which is closed when the test is over. */
export const googleSpreadsheet: WorkbookMaker = async (tabs) => {
  const spreadsheetId = '1ProveArkMedMinstTjueTegn';
  const google = await startGoogle({ spreadsheets: { [spreadsheetId]: { title: 'Prøve', tabs } } });
  onTestFinished(() => google.close());
  const connection = connectGoogle({ credentialsFile: google.keyFile, apiRoot: google.root, access: 'read' });
  return {
    workbook: openGoogleWorkbook({ spreadsheetId, connection }),
    edit: async (edited) => google.edit(spreadsheetId, edited),
    remove: async () => google.remove(spreadsheetId),
  };
};
