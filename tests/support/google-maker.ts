import { onTestFinished } from 'vitest';
import { openGoogleWorkbook } from '#src/workbook/google-workbook.ts';
import { startGoogle } from './google.ts';
import type { WorkbookMaker } from './workbook-maker.ts';

/** A shared spreadsheet at a Google of its own, which is closed when the test is over. */
export const googleSpreadsheet: WorkbookMaker = async (tabs) => {
  const spreadsheetId = '1ProveArkMedMinstTjueTegn';
  const google = await startGoogle({ spreadsheets: { [spreadsheetId]: { title: 'Prøve', tabs } } });
  onTestFinished(() => google.close());
  return {
    workbook: openGoogleWorkbook({ spreadsheetId, credentialsFile: google.keyFile, apiRoot: google.root }),
    edit: async (edited) => google.edit(spreadsheetId, edited),
    remove: async () => google.remove(spreadsheetId),
  };
};
