import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseDato } from '#src/clock.ts';
import type { Moment } from '#src/domain/day.ts';
import type { Model } from '#src/sheets/model.ts';
import { readModel } from '#src/sheets/read-model.ts';
import { openFileWorkbook } from '#src/workbook/file-workbook.ts';
import { connectGoogle } from '#src/workbook/google/connection.ts';
import { openGoogleWorkbook } from '#src/workbook/google-workbook.ts';
import type { Snapshot } from '#src/workbook/workbook.ts';
import { startGoogle } from '../support/google/google.ts';

const TEMPLATES = join(import.meta.dirname, '../../sheets-templates');
const ID = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-abcd';
const readAt = parseDato('2024-06-03') as Moment;

async function throughGoogle({ tabs }: Snapshot): Promise<Snapshot> {
  const google = await startGoogle({ spreadsheets: { [ID]: { title: 'Eksempel', tabs } } });
  onTestFinished(() => google.close());
  const connection = connectGoogle({ credentialsFile: google.keyFile, apiRoot: google.root, access: 'read' });
  return openGoogleWorkbook({ spreadsheetId: ID, connection }).read();
}

/** All that a model says, except where a person can open the sheet. */
async function modelOf(plan: Snapshot, places: Snapshot): Promise<Omit<Model, 'urls' | 'register'>> {
  const source = { handlingsplan: plan, kapasitet: places, withKpi: true, readAt, examples: [] };
  const { urls: _urls, register: _register, ...said } = { ...(await readModel(source)) };
  return said;
}

test.each([
  ['the example', 'eksempel', 'eksempel'],
  ['the blank templates, with real dates and numbers', 'handlingsplan.xlsx', 'kapasitet.xlsx'],
])('%s: exactly the same model through Google as from files', async (_what, plan, places) => {
  const [planFile, placesFile] = await Promise.all(
    [plan, places].map((name) => openFileWorkbook(join(TEMPLATES, name)).read()),
  );
  if (!planFile || !placesFile) throw new Error('Both have been read');

  const fromFiles = await modelOf(planFile, placesFile);
  const fromGoogle = await modelOf(await throughGoogle(planFile), await throughGoogle(placesFile));

  expect(fromGoogle).toEqual(fromFiles);
  expect(fromFiles.tabs.length).toBeGreaterThan(3);
});
