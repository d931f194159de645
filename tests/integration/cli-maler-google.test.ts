import { describe, expect, it, onTestFinished } from 'vitest';
import { templateLayout } from '#src/sheets/template.ts';
import { bot, botJson } from '../support/cli.ts';
import { type StandInGoogle, startGoogle } from '../support/google/google.ts';
import type { GoogleTab } from '../support/google/seed.ts';
import { BOT_EMAIL } from '../support/google/token.ts';

const PLAN = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-abcd';
const PLACES = '1PlAsSeRfGhIjKlMnOpQrStUvWxYz0123456789abcd';
const PLAN_TABS = ['Les meg', 'Handlingsplan', 'Status per kommune', 'Kontakter', 'Innstillinger', 'KPI', 'KPI-data'];

async function aGoogle(planTabs: readonly GoogleTab[] = [{ name: 'Ark1', rows: [] }]): Promise<StandInGoogle> {
  const google = await startGoogle({
    spreadsheets: {
      [PLAN]: { title: 'Plan 2025', tabs: planTabs },
      [PLACES]: { title: 'Plasser', tabs: [{ name: 'Ark1', rows: [] }] },
    },
  });
  onTestFinished(() => google.close());
  return google;
}

const access = (google: StandInGoogle) => ({
  GOOGLE_API_ROOT: google.root,
  GOOGLE_APPLICATION_CREDENTIALS: google.keyFile,
});
const both = (google: StandInGoogle) => ({ ...access(google), HANDLINGSPLAN: PLAN, KAPASITET: PLACES });
const onlyPlan = (google: StandInGoogle) => ({ ...access(google), HANDLINGSPLAN: PLAN });

const fill = (google: StandInGoogle) => bot(['maler', '--google'], { env: both(google) });
const fillPlan = (google: StandInGoogle) => bot(['maler', '--google'], { env: onlyPlan(google) });

const sheetsOf = (google: StandInGoogle, id = PLAN) => google.person(id).book.sheets;
const titlesOf = (google: StandInGoogle, id = PLAN) => sheetsOf(google, id).map(({ title }) => title);
const contentOf = (google: StandInGoogle, id = PLAN) => {
  const { properties, sheets, namedRanges } = google.person(id).book;
  return JSON.stringify({ properties, sheets, namedRanges });
};
const writesIn = (google: StandInGoogle) => google.requests.filter(({ call }) => call === 'sheets.batchUpdate');

describe('two empty spreadsheets', () => {
  it('are filled, and the bot reads them as an empty plan without faults', async () => {
    const google = await aGoogle();

    const { status, out, err } = await fill(google);

    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain(
      'Handlingsplan, i regnearket «Plan 2025»\n  La til Les meg, Handlingsplan, Status per kommune,',
    );
    expect(out).toContain('Kapasitet, i regnearket «Plasser»\n  La til Les meg og Kapasitet.');
    expect(out).toContain('Fanen «Ark1» er tom og kan slettes.');
    expect(out).toContain(`https://docs.google.com/spreadsheets/d/${PLAN}/edit`);
    expect(titlesOf(google)).toEqual(['Ark1', ...PLAN_TABS]);
    expect(titlesOf(google, PLACES)).toEqual(['Ark1', 'Les meg', 'Kapasitet']);

    const { faults, sheets } = await botJson(['sjekk'], { env: both(google) });
    expect(faults).toEqual([]);
    // The example row is the one that is skipped.
    expect(sheets).toMatchObject(sheets.map(() => ({ headingRows: [1], skipped: 1, ignored: [] })));
    expect(sheets).toHaveLength(7);
    expect((await bot(['tiltak'], { env: both(google) })).out).toContain('Planen er tom');
    expect((await bot(['kapasitet'], { env: both(google) })).out).toContain('tomt');
  });

  it('get the headings, notes and first rows of the .xlsx', async () => {
    const google = await aGoogle();
    await fill(google);

    for (const sheet of templateLayout('handlingsplan').sheets) {
      if (sheet.kind === 'text') continue;
      const rows = google.person(PLAN).read(sheet.name);
      expect(rows[0]).toEqual(sheet.columns.map(({ title }) => title));
      expect(rows.slice(1)).toEqual(
        sheet.rows.map((cells) => cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1)),
      );
      expect(google.person(PLAN).at(`'${sheet.name}'!A1`).note).toBe(sheet.columns[0]?.note);
    }
  });

  it('keep what people type in them as they typed it', async () => {
    const google = await aGoogle();
    await fill(google);
    const ola = google.person(PLAN);
    for (const [cell, text] of Object.entries({
      A3: '1. Kvalitet',
      B3: '1.10',
      C3: 'Lage mal',
      D3: '1.5',
      J3: 'I rute',
    })) {
      ola.type(`Handlingsplan!${cell}`, text);
    }

    expect(ola.read('Handlingsplan')[2]).toEqual(expect.arrayContaining(['1.10', '1.5', 'I rute']));
    const { tiltak } = await botJson(['tiltak'], { env: both(google) });
    expect(tiltak).toMatchObject([{ nr: '1.10', text: 'Lage mal', cell: 'Handlingsplan!C3' }]);
  });

  it('are each filled by one request, with a token that may write and see files, and no more', async () => {
    const google = await aGoogle();
    await fill(google);
    expect(writesIn(google)).toHaveLength(2);
    expect(google.lastScopes()).toEqual([
      'https://www.googleapis.com/auth/spreadsheets',
      'https://www.googleapis.com/auth/drive.metadata.readonly',
    ]);
  });

  it('are named on the command line, too', async () => {
    const google = await aGoogle();
    const argv = ['maler', '--google', '--kapasitet', `https://docs.google.com/spreadsheets/d/${PLACES}/edit#gid=0`];
    const { status, out } = await bot(argv, { env: access(google) });
    expect(status).toBe(0);
    expect(titlesOf(google, PLACES)).toEqual(['Ark1', 'Les meg', 'Kapasitet']);
    expect(out).toContain('Handlingsplan: HANDLINGSPLAN er ikke satt, så malen er ikke lagt inn noe sted.');
  });
});

describe('a language', () => {
  const inEnglish = (google: StandInGoogle) =>
    google.person(PLAN).does({
      updateSpreadsheetProperties: {
        properties: { locale: 'en_US', timeZone: 'America/Los_Angeles' },
        fields: 'locale,timeZone',
      },
    });
  const settingsOf = (google: StandInGoogle) => google.person(PLAN).book.properties;

  it('that is not Norwegian is changed while nothing stands in the spreadsheet', async () => {
    const google = await aGoogle();
    inEnglish(google);
    const { out } = await fillPlan(google);
    expect(settingsOf(google)).toMatchObject({ locale: 'no_NO', timeZone: 'Europe/Oslo' });
    expect(out).not.toContain('Velg Norge');
  });

  it('is left to people where something stands, since its looks would change', async () => {
    const google = await aGoogle([{ name: 'Møter', rows: [['Dato'], [{ serial: 45_446 }]] }]);
    inEnglish(google);
    const { out } = await fillPlan(google);
    expect(settingsOf(google)).toMatchObject({ locale: 'en_US', timeZone: 'America/Los_Angeles' });
    expect(out).toContain('Velg Norge og tidssonen Oslo under Fil → Innstillinger');
    expect(titlesOf(google)).toEqual(['Møter', ...PLAN_TABS]);
  });
});

describe('a second time', () => {
  it('nothing is added or changed, and the answer says so', async () => {
    const google = await aGoogle();
    await fill(google);
    const before = [contentOf(google), contentOf(google, PLACES)];

    const { status, out } = await fill(google);

    expect(status).toBe(0);
    expect(out.match(/Ingenting å legge til, og ingenting er endret\./g)).toHaveLength(2);
    expect(writesIn(google)).toHaveLength(2);
    expect([contentOf(google), contentOf(google, PLACES)]).toEqual(before);
  });

  it('a tab that somebody has deleted comes back, and no other is touched', async () => {
    const google = await aGoogle();
    await fillPlan(google);
    google.person(PLAN).deleteTab('Kontakter');
    const before = sheetsOf(google);

    expect((await fillPlan(google)).out).toContain('La til Kontakter.');

    expect(sheetsOf(google).slice(0, -1)).toEqual(before);
    expect(titlesOf(google).at(-1)).toBe('Kontakter');
  });
});

describe('what people have made', () => {
  const own: readonly GoogleTab[] = [
    { name: 'Forside', rows: [['Vår plan'], [], [{ serial: 45_446 }, 1.5, { formula: '=1+1', value: 2 }]] },
    {
      name: 'Tiltak 2024',
      rows: [
        ['Tiltak', 'Frist', 'Ansvarlig'],
        ['1.1 Lage mal', 'Q3 2024', 'Gruppen'],
      ],
      merges: [{ top: 0, left: 3, bottom: 0, right: 4 }],
    },
    {
      name: 'Innstillinger',
      rows: [
        ['Navn', 'Verdi'],
        ['Frist snart', '7'],
      ],
    },
    { name: 'KPI', rows: [['Notater om KPI']] },
    { name: 'Ark4', rows: [] },
  ];

  it('is as it was, byte for byte, and the rest is added after it', async () => {
    const google = await aGoogle(own);
    google.person(PLAN).protect('Forside!A1:B2');
    google.person(PLAN).note("'Tiltak 2024'!A1", 'Bare ett tiltak på hver rad');
    const before = JSON.stringify(sheetsOf(google));

    const { status, out } = await fillPlan(google);

    expect(status).toBe(0);
    expect(JSON.stringify(sheetsOf(google).slice(0, own.length))).toBe(before);
    expect(titlesOf(google).slice(own.length)).toEqual(['Les meg', 'Status per kommune', 'Kontakter', 'KPI-data']);
    expect(out).toContain('La til Les meg, Status per kommune, Kontakter og KPI-data.');
    expect(out).toContain('Fanen «Tiltak 2024» brukes som Handlingsplan, og er ikke rørt.');
    expect(out).toContain('Fanen «KPI» mangler overskriftene boten ser etter, og er ikke rørt.');
    expect(out).toContain('Fanen «Ark4» er tom og kan slettes.');
    expect((await botJson(['tiltak'], { env: onlyPlan(google) })).tiltak).toMatchObject([{ nr: '1.1' }]);
  });

  it('keeps its names: ours go round them', async () => {
    const google = await aGoogle([{ name: 'Mitt', rows: [['Alt']] }]);
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
    google.person(PLAN).does({ addNamedRange: { namedRange: { name: 'handlingsplan_status', range } } });
    const [mine] = google.person(PLAN).book.namedRanges;

    expect((await fillPlan(google)).status).toBe(0);

    const { namedRanges } = google.person(PLAN).book;
    expect(namedRanges.filter(({ name }) => name?.toLowerCase() === 'handlingsplan_status')).toEqual([mine]);
    expect(namedRanges.map(({ name }) => name)).toContain('Handlingsplan_Nr');
  });

  it('may be one spreadsheet for both: it gets one guide, by one request', async () => {
    const google = await aGoogle();
    const env = { ...access(google), HANDLINGSPLAN: PLAN, KAPASITET: PLAN };

    const { status, out } = await bot(['maler', '--google'], { env });

    expect(status).toBe(0);
    expect(out).toContain('Handlingsplan og Kapasitet, i regnearket «Plan 2025»');
    expect(titlesOf(google)).toEqual(['Ark1', ...PLAN_TABS, 'Kapasitet']);
    expect(writesIn(google)).toHaveLength(1);
    expect((await botJson(['sjekk'], { env })).faults).toEqual([]);
  });

  it('may lie on a shared drive', async () => {
    const google = await startGoogle({
      spreadsheets: { [PLAN]: { title: 'Felles', tabs: [{ name: 'Ark1', rows: [] }], inSharedDrive: true } },
    });
    onTestFinished(() => google.close());
    expect((await fillPlan(google)).status).toBe(0);
    expect((await botJson(['sjekk'], { env: onlyPlan(google) })).faults).toEqual([]);
  });
});

describe('a broken connection', () => {
  it.each(['unavailable-after-commit', 'reset-after-commit', 'truncated'] as const)(
    'after Google has done it (%s) is followed by a look, and nothing is done twice',
    async (kind) => {
      const google = await aGoogle();
      google.fail({ kind }, { on: 'sheets.batchUpdate' });

      const { status, out } = await fillPlan(google);

      expect(status).toBe(0);
      expect(out).toContain('La til Les meg, Handlingsplan,');
      expect(writesIn(google)).toHaveLength(1);
      expect(titlesOf(google)).toEqual(['Ark1', ...PLAN_TABS]);
    },
  );

  it.each(['unavailable', 'reset'] as const)('before Google has done it (%s) is tried once more', async (kind) => {
    const google = await aGoogle();
    google.fail({ kind }, { on: 'sheets.batchUpdate' });

    expect((await fillPlan(google)).out).toContain('La til Les meg, Handlingsplan,');

    expect(writesIn(google)).toHaveLength(2);
    expect(titlesOf(google)).toEqual(['Ark1', ...PLAN_TABS]);
  });

  it('that lasts ends in a sentence, with nothing half done, and the next run ends right', async () => {
    const google = await aGoogle();
    google.fail({ kind: 'unavailable' }, { on: 'sheets.batchUpdate', times: 3 });

    const { status, out, err } = await fillPlan(google);

    expect({ status, out }).toEqual({ status: 2, out: expect.not.stringContaining('La til') });
    expect(err).toBe('Handlingsplan: Google svarer ikke som det skal akkurat nå. Prøv igjen om litt.\n');
    expect(titlesOf(google)).toEqual(['Ark1']);
    expect((await fillPlan(google)).out).toContain('La til Les meg, Handlingsplan,');
  });
});

describe('somebody else at the same moment', () => {
  it('runs the same command: every tab comes once', async () => {
    const google = await aGoogle();

    const ran = await Promise.all([fillPlan(google), fillPlan(google)]);

    expect(ran.map(({ status, err }) => ({ status, err }))).toEqual([
      { status: 0, err: '' },
      { status: 0, err: '' },
    ]);
    expect(titlesOf(google)).toEqual(['Ark1', ...PLAN_TABS]);
  });

  it('adds a tab of the name: Google refuses ours, and the others come', async () => {
    const google = await aGoogle();
    google.before('sheets.batchUpdate', () => google.person(PLAN).addTab('KPI'));

    expect((await fillPlan(google)).status).toBe(0);

    expect(titlesOf(google)).toEqual(['Ark1', 'KPI', ...PLAN_TABS.filter((name) => name !== 'KPI')]);
  });
});

describe('without the means', () => {
  it.each([
    ['reader', `Handlingsplan: Boten får ikke endre arket. Del arket med ${BOT_EMAIL} (redigerer).\n`],
    ['no', `Handlingsplan: Boten får ikke endre arket. Del arket med ${BOT_EMAIL} (redigerer).\n`],
  ] as const)('shared as «%s» it says whom to share with, and fills the other', async (shared, sentence) => {
    const google = await aGoogle();
    google.share(PLAN, shared);

    const { status, out, err } = await fill(google);

    expect({ status, err }).toEqual({ status: 2, err: sentence });
    expect(titlesOf(google)).toEqual(['Ark1']);
    expect(out).toContain('La til Les meg og Kapasitet.');
  });

  it('a file is not filled, and neither is what is not set', async () => {
    const google = await aGoogle();
    const argv = ['maler', '--google', '--handlingsplan', 'min-plan.xlsx'];

    expect(await bot(argv, { env: access(google) })).toMatchObject({
      status: 2,
      out: '',
      err: expect.stringContaining(
        'HANDLINGSPLAN er ikke et Google-regneark. Lag et tomt Google-regneark, del det med boten',
      ),
    });
    expect(await bot(['maler', '--google'], { env: access(google) })).toMatchObject({
      status: 2,
      err: expect.stringContaining('HANDLINGSPLAN og KAPASITET er ikke satt.'),
    });
    const { status, out } = await bot(argv, { env: { ...access(google), KAPASITET: PLACES } });
    expect(status).toBe(0);
    expect(out).toContain('Handlingsplan: HANDLINGSPLAN er ikke et Google-regneark.');
    expect(google.requests.filter(({ path }) => path.includes(PLAN))).toEqual([]);
  });

  it('an Excel file that lies in Drive is explained, and so is a spreadsheet that is gone', async () => {
    const google = await startGoogle({
      spreadsheets: { [PLAN]: { title: 'Plan', tabs: [], kind: 'xlsx' } },
    });
    onTestFinished(() => google.close());
    expect((await fillPlan(google)).err).toContain('Filen i Google Disk er en Excel-fil.');
    google.remove(PLAN);
    expect((await fillPlan(google)).err).toContain('Fant ikke regnearket hos Google.');
  });

  it('it does not both fill spreadsheets and write files', async () => {
    expect(await bot(['maler', '--google', '--til', 'maler'])).toMatchObject({
      status: 2,
      err: 'Velg --til MAPPE eller --google, ikke begge.\n',
    });
  });
});
