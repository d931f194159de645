import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectGoogle } from '#src/workbook/google/connection.ts';
import { openGoogleWorkbook } from '#src/workbook/google-workbook.ts';
import { type StandInGoogle, startGoogle } from '../support/google/google.ts';
import { hurriedPatience } from '../support/google/patience.ts';
import { BOT_EMAIL } from '../support/google/token.ts';
import { troubleOf } from '../support/google/trouble.ts';

const ID = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-abcd';

let google: StandInGoogle;

beforeEach(async () => {
  google = await startGoogle({ spreadsheets: { [ID]: { title: 'Plan', tabs: [{ name: 'Ark1', rows: [['a']] }] } } });
});
afterEach(() => google.close());

function connect(credentialsFile: string) {
  return connectGoogle({ credentialsFile, apiRoot: google.root, access: 'read', patience: hurriedPatience() });
}

const open = (credentialsFile: string) =>
  openGoogleWorkbook({ spreadsheetId: ID, connection: connect(credentialsFile) });

test('workload identity: a machine that proves who it is without a key reads, as the account it stands for', async () => {
  const { tabs } = await open(google.federationFile).read();

  expect(tabs.map(({ rows }) => rows)).toEqual([[['a']]]);
  expect(google.requests.slice(0, 2).map(({ service }) => service)).toEqual(['sts', 'iam']);
  expect(await connect(google.federationFile).email()).toBe(BOT_EMAIL);
});

test('workload identity: whom to share with', async () => {
  google.share(ID, 'no');

  expect((await troubleOf(open(google.federationFile).read())).message).toContain(BOT_EMAIL);
});

test('workload identity: a proof that is not there is told in a sentence, without what stands in the files', async () => {
  const configuration = JSON.parse(await readFile(google.federationFile, 'utf8'));
  const path = join(google.federationFile, '..', 'uten-bevis.json');
  await writeFile(path, JSON.stringify({ ...configuration, credential_source: { file: '/finnes/ikke/bevis' } }));

  const { trouble, message } = await troubleOf(open(path).read());

  expect(['no-access', 'unavailable']).toContain(trouble);
  expect(message).toMatch(/\.$/);
  expect(message).not.toContain('/finnes');
});

test('workload identity: whoever is to vouch for the bot and never answers keeps nobody waiting for ever', async () => {
  google.fail({ kind: 'silence' }, { on: 'sts', times: 100 });
  const patience = hurriedPatience({ requestMs: 100, tries: 2 });
  const connection = connectGoogle({
    credentialsFile: google.federationFile,
    apiRoot: google.root,
    access: 'read',
    patience,
  });
  const workbook = openGoogleWorkbook({ spreadsheetId: ID, connection });

  expect(await troubleOf(workbook.read())).toMatchObject({ trouble: 'unavailable' });
  await expect(connection.signIn()).rejects.toMatchObject({ trouble: 'unavailable' });
});

test('a token of one hour is used by all, and asked for anew when it is spent', async () => {
  const connection = connect(google.keyFile);
  const workbooks = [0, 1].map(() => openGoogleWorkbook({ spreadsheetId: ID, connection }));
  await Promise.all(workbooks.map((workbook) => workbook.version()));
  await workbooks[0]?.version();
  expect(google.requests.filter(({ service }) => service === 'token').length).toBeLessThanOrEqual(2);

  google.expireTokens();
  await Promise.all(workbooks.map((workbook) => workbook.version()));
});
