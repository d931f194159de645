import type { drive_v3 } from '@googleapis/drive';
import type { sheets_v4 } from '@googleapis/sheets';
import { sheets as sheetsApi } from '@googleapis/sheets';
import { GoogleAuth } from 'google-auth-library';
import { describe, expect, it } from 'vitest';
import { READ, refusalOf, SEE, WRITE } from '../support/google/clients.ts';
import type { Sharing } from '../support/google/files.ts';
import { ID, sceneWith } from '../support/google/scene.ts';
import { BOT_EMAIL } from '../support/google/token.ts';

const plan = { name: 'Plan', rows: [['a'], ['b']] };
const on = { spreadsheetId: ID };
const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

type Ask = (sheets: sheets_v4.Sheets, drive: drive_v3.Drive) => Promise<unknown>;

const read: Ask = ({ spreadsheets }) => spreadsheets.values.get({ ...on, range: 'Plan' });
const write: Ask = ({ spreadsheets }) =>
  spreadsheets.values.update({ ...on, range: 'A1', valueInputOption: 'RAW', requestBody: { values: [['c']] } });
const batch: Ask = ({ spreadsheets }) =>
  spreadsheets.batchUpdate({ ...on, requestBody: { requests: [{ addSheet: {} }] } });
const byFilter: Ask = ({ spreadsheets }) =>
  spreadsheets.values.batchGetByDataFilter({ ...on, requestBody: { dataFilters: [{ a1Range: 'A1' }] } });
const look: Ask = (_sheets, drive) => drive.files.get({ fileId: ID });

const NO_SCOPE = { status: 403, message: 'Request had insufficient authentication scopes.' };

describe('a token', () => {
  it.each<[string, Ask, readonly string[]]>([
    ['to read cells is not for writing them', write, [READ, SEE]],
    ['to read cells is not for changing the sheet', batch, [READ, SEE]],
    ['to read cells is not for reading by filter, which is a POST', byFilter, [READ, SEE]],
    ['to see files is not for reading cells', read, [SEE]],
    ['to write cells is not for seeing files', look, [WRITE]],
  ])('%s', async (_what, ask, scopes) => {
    const { sheets, drive } = await sceneWith([plan], { scopes });

    expect(await refusalOf(ask(sheets, drive))).toEqual(NO_SCOPE);
  });

  it('to write cells is for reading them too', async () => {
    const { sheets, drive } = await sceneWith([plan], { scopes: [WRITE] });

    await expect(Promise.all([read, write, batch, byFilter].map((ask) => ask(sheets, drive)))).resolves.toHaveLength(4);
  });

  it('can be had without a key, by somebody else’s login', async () => {
    const { google } = await sceneWith([plan]);
    const auth = new GoogleAuth({ keyFile: google.federationFile, scopes: [READ] });

    const { data } = await sheetsApi({ version: 'v4', auth, rootUrl: google.root }).spreadsheets.values.get({
      ...on,
      range: 'Plan',
    });

    expect(data.values).toEqual([['a'], ['b']]);
    expect(google.requests.slice(1).map(({ call }) => call)).toEqual([
      'sts.exchange',
      'iam.generateAccessToken',
      'sheets.values.get',
    ]);
    expect(google.lastScopes()).toEqual([READ]);
  });
});

describe('somebody else’s login', () => {
  const exchange = (root: string, changes: object) =>
    fetch(`${root}v1/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        audience: '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/bot/providers/helse',
        subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
        requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        scope: 'https://www.googleapis.com/auth/cloud-platform',
        subject_token: 'innlogging-hos-en-annen',
        ...changes,
      }),
    });

  it.each([
    ['another login', { subject_token: 'gjettet' }, 'invalid_grant'],
    ['another pool', { audience: '//iam.googleapis.com/projects/2' }, 'invalid_request'],
    ['another kind of grant', { grant_type: 'password' }, 'invalid_request'],
  ])('is refused with %s', async (_what, changes, error) => {
    const { google } = await sceneWith([plan]);
    const response = await exchange(google.root, changes);

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error });
  });

  it('opens no sheet by itself', async () => {
    const { google } = await sceneWith([plan]);
    const { access_token: token } = Object(await (await exchange(google.root, {})).json());
    const response = await fetch(`${google.root}v4/spreadsheets/${ID}`, {
      headers: { authorization: `Bearer ${token}` },
    });

    expect(response.status).toBe(403);
  });
});

describe('sharing', () => {
  const may = { status: 200, message: '' };
  const denied = { status: 403, message: 'The caller does not have permission' };
  const hidden = { status: 404, message: `File not found: ${ID}.` };

  it.each<[Sharing, object, object, object]>([
    ['bot', may, may, may],
    ['editor', may, may, may],
    ['reader', may, denied, may],
    ['link', may, denied, hidden],
    ['no', denied, denied, hidden],
  ])('%s', async (shared, toRead, toWrite, toSee) => {
    const { sheets, drive } = await sceneWith([plan], { shared });
    const outcome = async (ask: Ask) => {
      const asked = ask(sheets, drive);
      return asked.then(
        () => may,
        () => refusalOf(asked),
      );
    };

    expect(await outcome(read)).toEqual(toRead);
    expect(await outcome(write)).toEqual(toWrite);
    expect(await outcome(batch)).toEqual(toWrite);
    expect(await outcome(look)).toEqual(toSee);
  });

  it.each<[Sharing, boolean]>([
    ['editor', true],
    ['reader', false],
  ])('as %s shows in what Drive says may be done', async (shared, canEdit) => {
    const { drive } = await sceneWith([plan], { shared });

    const { data } = await drive.files.get({ fileId: ID, fields: 'name,capabilities(canEdit)' });

    expect(data).toEqual({ name: 'Prøve', capabilities: { canEdit } });
  });

  it('a service account makes no spreadsheets', async () => {
    const { sheets } = await sceneWith([plan]);

    expect(await refusalOf(sheets.spreadsheets.create({ requestBody: { properties: { title: 'Ny' } } }))).toEqual({
      status: 403,
      message: 'The caller does not have permission',
    });
  });

  it('a shared drive is seen only by those who say they know of it', async () => {
    const { drive } = await sceneWith([plan], { inSharedDrive: true });

    expect(await refusalOf(drive.files.get({ fileId: ID }))).toMatchObject({ status: 404 });
    expect((await drive.files.get({ fileId: ID, supportsAllDrives: true })).data.name).toBe('Prøve');
  });

  it('an unknown parameter is refused', async () => {
    const { sheets } = await sceneWith([plan]);
    const params = { ...on, range: 'A1', includeFormulas: true };

    expect(await refusalOf(sheets.spreadsheets.values.get(params))).toEqual({
      status: 400,
      message: `Invalid JSON payload received. Unknown name "includeFormulas": Cannot bind query parameter. Field 'includeFormulas' could not be found in request message.`,
    });
  });
});

describe('protection', () => {
  it.each<[string, string, Ask]>([
    ['a cell from being written', 'Plan!A1', write],
    ['a tab from being written', 'Plan', write],
  ])('keeps %s', async (_what, protectedRange, ask) => {
    const { sheets, drive, ola } = await sceneWith([plan]);
    const id = ola.protect(protectedRange);

    expect(await refusalOf(ask(sheets, drive))).toEqual({ status: 400, message: PROTECTED });
    ola.unprotect(id);
    await expect(ask(sheets, drive)).resolves.toBeDefined();
  });

  it.each<[string, string, sheets_v4.Schema$Request]>([
    [
      'a row of it from being deleted',
      'Plan!A1:B2',
      { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', endIndex: 1 } } },
    ],
    [
      'rows from being put inside it',
      'Plan!A1:B4',
      { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 3 } } },
    ],
    ['a tab from being renamed', 'Plan', { updateSheetProperties: { properties: { title: 'Ny' }, fields: 'title' } }],
    ['a tab from having rows added', 'Plan', { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 1 } }],
    [
      'rows from being sorted through it',
      'Plan!A2:B2',
      { sortRange: { range: { sheetId: 0 }, sortSpecs: [{ dimensionIndex: 0 }] } },
    ],
  ])('keeps %s', async (_what, protectedRange, request) => {
    const { update, ola } = await sceneWith([plan]);
    ola.protect(protectedRange);

    expect((await refusalOf(update([request]))).message).toContain(PROTECTED);
  });

  it('lets rows be put in beside it', async () => {
    const { update, ola } = await sceneWith([plan]);
    ola.protect('Plan!A1:B1');

    await update([{ insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } }]);

    expect(ola.read('Plan')).toEqual([['a'], [], ['b']]);
  });

  it('that the bot itself has put on does not keep it out', async () => {
    const { update, sheets, drive } = await sceneWith([plan]);
    const protectedRange = { range: { sheetId: 0 }, description: 'Bare boten', editors: { users: [] } };
    const { replies } = await update([{ addProtectedRange: { protectedRange } }]);

    const added = replies?.[0]?.addProtectedRange?.protectedRange;
    expect(added).toMatchObject({ requestingUserCanEdit: true, editors: { users: [BOT_EMAIL] } });
    await expect(write(sheets, drive)).resolves.toBeDefined();
  });

  it('that only warns keeps nobody out', async () => {
    const { sheets, drive, ola } = await sceneWith([plan]);
    ola.does({ addProtectedRange: { protectedRange: { range: { sheetId: 0 }, warningOnly: true } } });

    await expect(write(sheets, drive)).resolves.toBeDefined();
  });
});
