import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LOGG } from '#src/workbook/edit.ts';
import { bot, botJson, EXAMPLE } from '../support/cli.ts';
import type { SpreadsheetSeed } from '../support/google/files.ts';
import { type StandInGoogle, startGoogle } from '../support/google/google.ts';
import { driveProblem } from '../support/google/problem.ts';
import { BOT_EMAIL } from '../support/google/token.ts';
import { bookOf } from '../support/whole-bot.ts';
import { folderWith, xlsxBytes } from '../support/workbook-files.ts';

const PLAN_ID = '1HandlingsplanMedMinstTjueTegn';
const PLACES_ID = '1KapasitetMedMinstTjueTegn';
const PLAN = [
  ['Oppgave', 'Frist', 'Ansvarlig', 'Fase'],
  ['1.1 Mandat', '1.5.24', 'Teamet', 'B'],
  ['1.2 Mal', '1.6.24', 'Gruppen', 'B'],
];
const KONTAKTER = [
  ['Navn', 'Slack'],
  ['Teamet', 'C0TEAMET'],
  ['Gruppen', 'C0GRUPPEN'],
];
const PLACES = [
  ['Kommune', 'Kategori', 'Plasser'],
  ['Lillevik', 'rehabilitering', 4],
];
const TABS = [
  { name: 'Plan 2024', rows: PLAN },
  { name: 'Kontakter', rows: KONTAKTER },
];

/** Both workbooks at Google, shared as reader, and the settings a secretary has pasted. */
async function aSetUp(plan: Partial<SpreadsheetSeed> = {}) {
  const google = await startGoogle({
    spreadsheets: {
      [PLAN_ID]: { title: 'Plan', tabs: TABS, shared: 'reader', ...plan },
      [PLACES_ID]: { title: 'Plasser', tabs: [{ name: 'Kapasitet', rows: PLACES }], shared: 'reader' },
    },
  });
  onTestFinished(() => google.close());
  const env = {
    HANDLINGSPLAN: `https://docs.google.com/spreadsheets/d/${PLAN_ID}/edit#gid=0`,
    KAPASITET: `https://docs.google.com/spreadsheets/d/${PLACES_ID}/edit`,
    GOOGLE_APPLICATION_CREDENTIALS: google.keyFile,
    GOOGLE_API_ROOT: google.root,
    DATABASE_URL: '',
  };
  return { google, env };
}

type Env = Readonly<Record<string, string>>;

async function doctored(env: Env) {
  return botJson(['doktor', '--dato', '2024-05-20'], { env });
}

/** What is said of each, marked as it is in the terminal. */
async function said(env: Env): Promise<Readonly<Record<string, string>>> {
  const { checks } = await doctored(env);
  return Object.fromEntries(
    checks.map(({ name, ok, message }: { name: string; ok: boolean; message: string }) => [
      name,
      `${ok ? 'ok' : 'rett'}: ${message}`,
    ]),
  );
}

function changesAt({ requests }: StandInGoogle): readonly string[] {
  const asked = requests.filter(({ service }) => service === 'sheets' || service === 'drive');
  const looks = ['drive.files.get', 'sheets.get', 'sheets.values.batchGet', 'sheets.developerMetadata.search'];
  return asked.flatMap(({ call }) => (call !== null && looks.includes(call) ? [] : [String(call)]));
}

describe('two spreadsheets, shared with the bot as reader', () => {
  it('tells as whom the bot comes, what it read, and that nothing is to be mended', async () => {
    const { env } = await aSetUp();

    const { status, out, err } = await bot(['doktor', '--dato', '2024-05-20'], { env });

    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(new RegExp(`^✓ Google +koblet til som ${BOT_EMAIL} \\(nøkkelfil\\)$`, 'm'));
    expect(out).toMatch(/^✓ Handlingsplan +lest, 2 faner, 2 tiltak$/m);
    expect(out).toMatch(/^✓ Kapasitet +lest, 1 fane, 1 kommune$/m);
  });

  it('tells whoever has just made one how to get the tabs', async () => {
    const { env } = await aSetUp({ tabs: [{ name: 'Ark1', rows: [] }] });

    expect(await said(env)).toMatchObject({
      Handlingsplan: expect.stringMatching(
        /^rett: Ark1: Fant ingen tabell .* Er arket nytt, kan «maler» lage fanene\.$/,
      ),
      Kapasitet: expect.stringMatching(/^ok: /),
    });
  });

  it('asks, and changes nothing', async () => {
    const { google, env } = await aSetUp({ shared: 'editor' });

    await doctored({ ...env, WRITE_BACK: 'on' });

    expect(changesAt(google)).toEqual([]);
    expect(google.person(PLAN_ID).read('Plan 2024')).toEqual(PLAN);
  });

  it('shows neither token nor key nor cell', async () => {
    const { google, env } = await aSetUp();

    const { out, err } = await bot(['doktor'], {
      env: { ...env, WRITE_BACK: 'on', PUBLIC_URL: 'https://127.0.0.1:1' },
    });

    const { private_key_id: id } = JSON.parse(await readFile(google.keyFile, 'utf8'));
    expect(out + err).not.toMatch(new RegExp(`ya29|PRIVATE KEY|${id}|Mandat|Teamet`));
  });

  it('by workload identity, where there is no key', async () => {
    const { google, env } = await aSetUp();

    const { Google, Handlingsplan } = await said({ ...env, GOOGLE_APPLICATION_CREDENTIALS: google.federationFile });

    expect(Google).toBe(`ok: koblet til som ${BOT_EMAIL} (arbeidslastidentitet)`);
    expect(Handlingsplan).toMatch(/^ok: lest/);
  });

  it('more than it needs is told of, and is no fault', async () => {
    const { env } = await aSetUp({ shared: 'editor' });

    const { Handlingsplan, Kapasitet } = await said(env);

    expect(Handlingsplan).toBe('ok: lest, 2 faner, 2 tiltak · delt som redigerer, leser er nok');
    expect(Kapasitet).toBe('ok: lest, 1 fane, 1 kommune');
  });
});

it('is not spoken of where no workbook is there', async () => {
  expect(Object.keys(await said({ DATABASE_URL: '' }))).not.toContain('Google');
});

describe('what is not shared', () => {
  it('tells whom to share with, though nothing is shared yet', async () => {
    const { google, env } = await aSetUp({ shared: 'no' });
    google.share(PLACES_ID, 'no');

    const { Google, Handlingsplan, Kapasitet, Kontakter } = await said(env);

    expect(Google).toBe(`ok: koblet til som ${BOT_EMAIL} (nøkkelfil)`);
    expect(Handlingsplan).toBe(`rett: Boten har ikke tilgang. Del arket med ${BOT_EMAIL} (leser).`);
    expect(Kapasitet).toBe(Handlingsplan);
    expect(Kontakter).toMatch(/^ok: prøves når/);
  });

  it.each(['no', 'link'] as const)(
    'where the bot is to write, it is to be shared for that at once: %s',
    async (shared) => {
      const { env } = await aSetUp({ shared });

      const { Handlingsplan } = await said({ ...env, WRITE_BACK: 'on' });

      expect(Handlingsplan).toBe(`rett: Boten har ikke tilgang. Del arket med ${BOT_EMAIL} (redigerer).`);
    },
  );

  it('the other workbook is read all the same, and its headings are told', async () => {
    const { env } = await aSetUp({ shared: 'no' });

    const { sheets } = await doctored(env);

    expect(sheets.map(({ sheet }: { sheet: string }) => sheet)).toEqual(['Kapasitet']);
  });

  it('one that is not there is told of by its own line', async () => {
    const { google, env } = await aSetUp();
    google.remove(PLAN_ID);

    const { Google, Handlingsplan } = await said({ ...env, WRITE_BACK: 'on' });

    expect(Google).toMatch(/^ok/);
    expect(Handlingsplan).toMatch(/^rett: Fant ikke regnearket hos Google\./);
  });
});

describe('with WRITE_BACK', () => {
  it('says that the bot may edit', async () => {
    const { env } = await aSetUp({ shared: 'editor' });

    const { Handlingsplan, Oppsett } = await said({ ...env, WRITE_BACK: 'on' });

    expect(Handlingsplan).toBe('ok: lest, 2 faner, 2 tiltak · boten får redigere');
    expect(Oppsett).toMatch(/^ok: satt: .* og WRITE_BACK$/);
  });

  it('a reader is asked for more', async () => {
    const { env } = await aSetUp();

    const { Google, Handlingsplan } = await said({ ...env, WRITE_BACK: 'on' });

    expect(Google).toMatch(/^ok/);
    expect(Handlingsplan).toBe(
      `rett: lest, 2 faner, 2 tiltak. WRITE_BACK er på, men boten får bare lese. Del arket med ${BOT_EMAIL} (redigerer).`,
    );
  });

  it('a login that may only read is found out without writing', async () => {
    const { google, env } = await aSetUp({ shared: 'editor' });
    google.before('sheets.developerMetadata.search', refuse(403, 'insufficientPermissions'), 2);

    const { Google } = await said({ ...env, WRITE_BACK: 'on' });

    expect(Google).toMatch(/^rett: Innloggingen boten bruker hos Google, gir ikke lov til å endre regneark\./);
  });

  it('the example is nobody’s to change', async () => {
    const { Handlingsplan } = await said({ WRITE_BACK: 'on', HANDLINGSPLAN: EXAMPLE, DATABASE_URL: '' });

    expect(Handlingsplan).toMatch(/^ok: det oppdiktede eksempelet, .* · boten endrer ikke eksempelet$/);
  });
});

describe('files with WRITE_BACK', () => {
  const asked = async (path: string) =>
    (await said({ WRITE_BACK: 'on', HANDLINGSPLAN: path, DATABASE_URL: '' })).Handlingsplan;

  it('may be written, and are left as they are', async () => {
    const path = await bookOf({ Handlingsplan: PLAN, Kontakter: KONTAKTER });

    expect(await asked(path)).toBe('ok: lest, 2 faner, 2 tiltak · boten får skrive');
    expect(await readdir(path)).toEqual(['Handlingsplan.tsv', 'Kontakter.tsv']);
  });

  it('an .xlsx may, too', async () => {
    const folder = await folderWith({ 'plan.xlsx': await xlsxBytes(TABS) });

    expect(await asked(join(folder, 'plan.xlsx'))).toMatch(/ · boten får skrive$/);
  });

  it('one that is read-only is to be mended', async () => {
    const path = await bookOf({ Handlingsplan: PLAN });
    await chmod(join(path, 'Handlingsplan.tsv'), 0o444);

    expect(await asked(path)).toMatch(
      /^rett: lest, .* WRITE_BACK er på, men boten får ikke skrive: «Handlingsplan.tsv» er skrivebeskyttet\./,
    );
  });

  it('a log that is somebody else’s tab is to be mended', async () => {
    const Logg = [['Dagbok'], ['Mandag']];
    const xlsx = await xlsxBytes([...TABS, { name: 'Logg', rows: Logg }]);
    const other = /^rett: lest, .*har ikke overskriftene til botens logg/;

    expect(await asked(await bookOf({ Handlingsplan: PLAN, Logg }))).toMatch(other);
    expect(await asked(join(await folderWith({ 'plan.xlsx': xlsx }), 'plan.xlsx'))).toMatch(other);
  });

  it('one with the log of earlier changes may be written', async () => {
    const Logg = [[...LOGG.headings], ['2024-06-03 08:12', 'Handlingsplan!J5', '1.1', '', 'Ferdig', 'U1', 'abc']];
    const xlsx = await xlsxBytes([...TABS, { name: 'Logg', rows: Logg }]);

    expect(await asked(await bookOf({ Handlingsplan: PLAN, Logg }))).toMatch(/ · boten får skrive$/);
    expect(await asked(join(await folderWith({ 'plan.xlsx': xlsx }), 'plan.xlsx'))).toMatch(/ · boten får skrive$/);
  });

  it('one that somebody has open passes', async () => {
    const path = await bookOf({ Handlingsplan: PLAN });
    await writeFile(join(path, '.~lock.Handlingsplan.tsv#'), '');

    expect(await asked(path)).toMatch(/^ok: lest, .* · «Handlingsplan.tsv» er åpen i et regnearkprogram\./);
  });
});

describe('Google does not let the bot in', () => {
  it('an API that is off is named, and the account', async () => {
    const { google, env } = await aSetUp();
    google.fail({ kind: 'api-disabled' }, { on: 'drive', times: 9 });

    const { Google } = await said(env);

    expect(Google).toBe(
      `rett: Koblet til som ${BOT_EMAIL} (nøkkelfil), men Google Drive API må slås på i Google Cloud-prosjektet boten hører til.`,
    );
  });

  it('both of them', async () => {
    const { google, env } = await aSetUp();
    google.fail(
      { kind: 'api-disabled' },
      { on: ({ service }) => service === 'drive' || service === 'sheets', times: 99 },
    );

    const { Google, Handlingsplan } = await said(env);

    expect(Google).toContain('men Google Sheets API og Google Drive API må slås på');
    expect(Handlingsplan).toMatch(/^rett: Google Sheets API og Google Drive API må slås på/);
  });

  it('a key that is deleted', async () => {
    const { google, env } = await aSetUp();
    google.deleteKey();

    const { Google, Handlingsplan } = await said({ ...env, PUBLIC_URL: 'https://127.0.0.1:1' });

    expect(Google).toBe(
      `rett: Google godtar ikke nøkkelen til ${BOT_EMAIL}. Lag en ny nøkkel, og sjekk at klokka på maskinen går riktig.`,
    );
    expect(Handlingsplan).toBe(Google);
  });

  it('a workload identity that is not taken, for which there is no key to make', async () => {
    const { google, env } = await aSetUp();
    google.before('sts.exchange', refuse(403, 'forbidden'), 9);

    const { Google } = await said({ ...env, GOOGLE_APPLICATION_CREDENTIALS: google.federationFile });

    expect(Google).toMatch(new RegExp(`^rett: Google godtar ikke arbeidslastidentiteten til ${BOT_EMAIL}\\.`));
    expect(Google).not.toContain('nøkkel');
  });

  it('a file that is no key', async () => {
    const { env } = await aSetUp();
    const folder = await folderWith({ 'bot.json': '{ "type": "noe annet" }' });

    const { Google } = await said({ ...env, GOOGLE_APPLICATION_CREDENTIALS: join(folder, 'bot.json') });

    expect(Google).toMatch(/^rett: Nøkkelfilen «bot.json» hører ikke til en tjenestekonto\./);
  });
});

describe('PUBLIC_URL', () => {
  const PUBLIC_URL = 'https://127.0.0.1:1';

  it('is tried, and the agreement let go of at once', async () => {
    const { google, env } = await aSetUp();

    const { Varsling } = await said({ ...env, PUBLIC_URL });

    expect(Varsling).toBe(
      'ok: Google godtar PUBLIC_URL for varsler om endringer. Om de når fram, viser seg når boten går',
    );
    expect(changesAt(google)).toEqual(['drive.files.watch', 'drive.channels.stop']);
    google.person(PLAN_ID).type('Kontakter!A2', 'Laget');
    await google.notified();
  });

  it('that Google refuses: what to do, and that the bot looks by itself meanwhile', async () => {
    const { google, env } = await aSetUp();
    google.before('drive.files.watch', refuse(401, 'push.webhookUrlUnauthorized'), 9);

    const { Varsling, Google } = await said({ ...env, PUBLIC_URL, POLL_SECONDS: '15' });

    expect(Varsling).toBe(
      'rett: Google varsler ikke på PUBLIC_URL. Adressen må være åpen på nettet med et gyldig sertifikat, på et domene dere eier. ' +
        'Til da ser boten etter endringer hvert 15. sekund.',
    );
    expect(Google).toMatch(/^ok/);
  });

  it('an agreement that could not be let go of is told of', async () => {
    const { google, env } = await aSetUp();
    google.before('drive.channels.stop', refuse(404, 'notFound'));

    expect((await said({ ...env, PUBLIC_URL })).Varsling).toMatch(/^ok: .* Prøven ble ikke avsluttet/);
  });

  it('that is not https is not asked about', async () => {
    const { google, env } = await aSetUp();

    const { Varsling } = await said({ ...env, PUBLIC_URL: 'http://127.0.0.1:1' });

    expect(Varsling).toMatch(/^rett: PUBLIC_URL må begynne med https:\/\/\./);
    expect(changesAt(google)).toEqual([]);
  });

  it('waits for a sheet that the bot may see, and is tried on whichever that is', async () => {
    const { google, env } = await aSetUp({ shared: 'no' });
    expect((await said({ ...env, PUBLIC_URL })).Varsling).toMatch(/^ok: Google godtar/);

    google.share(PLACES_ID, 'no');

    expect((await said({ ...env, PUBLIC_URL })).Varsling).toBe('ok: PUBLIC_URL prøves når boten får lest et av arkene');
  });

  it('has no effect for files', async () => {
    expect((await said({ PUBLIC_URL, DATABASE_URL: '' })).Varsling).toMatch(/^ok: PUBLIC_URL brukes bare når/);
  });
});

describe('how the headings were understood', () => {
  it('a line for each tab that is not like the template', async () => {
    const { env } = await aSetUp();

    const { out } = await bot(['doktor', '--dato', '2024-05-20'], { env });

    expect(out.slice(out.indexOf('\n\n') + 2).split('\n')).toEqual([
      'Slik leser jeg overskriftene',
      'Plan 2024: overskrifter i rad 1 · Tiltak ← «Oppgave» · Tidsrom ← «Frist» · Ansvarlig enhet ← «Ansvarlig» · ikke brukt: «Fase»',
      'Kapasitet: overskrifter i rad 1 · mangler: «Belagt» «Oppdatert»',
      'Overskrifter som i malen: Kontakter',
      'Faner som ikke finnes: Status per kommune, Innstillinger, KPI og KPI-data',
      '«sjekk» viser mer om fanene, og hva som bør rettes i dem.',
      '',
    ]);
  });

  it('as data: the checks as they always were, and the sheets as in sjekk', async () => {
    const { env } = await aSetUp();

    const { checks, sheets } = await doctored(env);

    const sjekk = await botJson(['sjekk', '--dato', '2024-05-20'], { env });
    expect(sheets).toEqual(sjekk.sheets);
    for (const check of checks) {
      expect(check).toEqual({ name: expect.any(String), ok: expect.any(Boolean), message: expect.any(String) });
    }
  });

  it('the example takes no more than a screen', async () => {
    const { out } = await bot(['doktor'], { env: { DATABASE_URL: '' } });

    expect(out.split('\n').length).toBeLessThan(24);
  });
});

describe('a spreadsheet that is set up for another country', () => {
  const setting = (google: StandInGoogle, locale: string, timeZone: string) =>
    google.person(PLAN_ID).does({
      updateSpreadsheetProperties: { properties: { locale, timeZone }, fields: 'locale,timeZone' },
    });

  it('is read, with advice', async () => {
    const { google, env } = await aSetUp();
    setting(google, 'en_US', 'America/New_York');

    const { Handlingsplan } = await said(env);

    expect(Handlingsplan?.split(' · ')).toEqual([
      'ok: lest, 2 faner, 2 tiltak',
      'arket er satt opp for en_US, så skriv datoer som «1.5.24», ikke «1/5/24»',
      'klokkeslett fra formler følger tidssonen America/New_York',
      'velg Norge og Oslo under Fil → Innstillinger',
    ]);
  });

  it('is told only what concerns it', async () => {
    const { google, env } = await aSetUp();
    setting(google, 'no_NO', 'Europe/London');

    const { Handlingsplan } = await said(env);

    expect(Handlingsplan).not.toContain('datoer');
    expect(Handlingsplan).toContain('Europe/London');
  });

  it.each(['nb_NO', 'nn_NO', 'no'])('%s is Norwegian', async (locale) => {
    const { google, env } = await aSetUp();
    setting(google, locale, 'Europe/Oslo');

    expect((await said(env)).Handlingsplan).toBe('ok: lest, 2 faner, 2 tiltak');
  });
});

function refuse(status: number, reason: string) {
  return () => {
    throw driveProblem(status, reason, reason);
  };
}
