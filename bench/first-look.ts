/** The program that looks at a Google spreadsheet once and ends; with the compile cache, as the bot has it. */
import { enableCompileCache } from 'node:module';
import { SPREADSHEET_ID } from './spreadsheet-id.ts';

enableCompileCache();

const [{ connectGoogle }, { openGoogleWorkbook }] = await Promise.all([
  import('#src/workbook/google/connection.ts'),
  import('#src/workbook/google-workbook.ts'),
]);
const [apiRoot, credentialsFile] = process.argv.slice(2);
const connection = connectGoogle({ credentialsFile, apiRoot, access: 'read' });
await openGoogleWorkbook({ spreadsheetId: SPREADSHEET_ID, connection }).version();
// The connection stays open a while, which nobody is to wait for.
process.exit();
