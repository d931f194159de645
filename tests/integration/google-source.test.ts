import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentModel } from '#src/current-model.ts';
import { momentInOslo } from '#src/domain/day.ts';
import { answerFrom } from '#src/features/ask.ts';
import { loadCommand } from '#src/features/index.ts';
import { connectGoogle } from '#src/workbook/google/connection.ts';
import { PATIENCE } from '#src/workbook/google/patience.ts';
import { openGoogleWorkbook } from '#src/workbook/google-workbook.ts';
import { watchWorkbook } from '#src/workbook/watched-workbook.ts';
import { bot, botJson } from '../support/cli.ts';
import { day } from '../support/day.ts';
import { type StandInGoogle, startGoogle } from '../support/google/google.ts';
import { hurriedPatience } from '../support/google/patience.ts';
import { BOT_EMAIL } from '../support/google/token.ts';

const PLAN = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-abcd';
const PLACES = '1PlAsSeRfGhIjKlMnOpQrStUvWxYz0123456789abcd';
const planUrl = `https://docs.google.com/spreadsheets/d/${PLAN}/edit#gid=0`;

const planTab = (title: string, serial = 45_413) => ({
  name: 'Handlingsplan',
  rows: [
    ['Aktivitet', 'Tiltak', 'Tidsrom', 'Ansvarlig'],
    ['1 Drift', `1.1 ${title}`, { serial }, 'Teamet'],
  ],
});
const placesTab = {
  name: 'Kapasitet',
  rows: [
    ['Kommune', 'Kategori', 'Plasser', 'Belagt', 'Oppdatert'],
    ['Lillevik', 'rehabilitering', 4, 1, { serial: 45_446.25 }],
  ],
};

let google: StandInGoogle;
beforeEach(async () => {
  google = await startGoogle({
    spreadsheets: {
      [PLAN]: { title: 'Plan 2024', tabs: [planTab('Mandat')] },
      [PLACES]: { title: 'Plasser', tabs: [placesTab] },
    },
  });
});
afterEach(() => google.close());

const env = () => ({ GOOGLE_API_ROOT: google.root, GOOGLE_APPLICATION_CREDENTIALS: google.keyFile });

describe('a command line', () => {
  it.each([
    ['its address', planUrl],
    ['its id', PLAN],
  ])('reads a spreadsheet by %s', async (_, spec) => {
    const { tiltak, faults } = await botJson(['tiltak', '--handlingsplan', spec, '--dato', '2024-06-03'], {
      env: env(),
    });

    expect(faults).toEqual([]);
    expect(tiltak).toMatchObject([
      { nr: '1.1', frist: { kind: 'by', end: '2024-05-01' }, daysOverdue: 33, cell: 'Handlingsplan!B2' },
    ]);
  });

  it('reads both spreadsheets the environment names', async () => {
    const both = { ...env(), HANDLINGSPLAN: PLAN, KAPASITET: PLACES };

    const { kommuner } = await botJson(['kapasitet', '--dato', '2024-06-03'], { env: both });

    expect(kommuner).toMatchObject([{ kommune: 'Lillevik', ledig: 3, status: 'confirmed' }]);
  });

  it('links each cell to its place in the sheet', async () => {
    const argv = ['ukesstatus', '--handlingsplan', planUrl, '--dato', '2024-06-03'];
    const { messages } = await botJson(argv, { env: env() });

    expect(JSON.stringify(messages[0].thread)).toContain(`<${planUrl}&range=B2|Handlingsplan!B2>`);
    expect((await bot(argv, { env: env() })).out).toContain('Handlingsplan!B2');
  });

  it('says whom to share the sheet with', async () => {
    google.share(PLAN, 'no');

    expect(await bot(['tiltak', '--handlingsplan', planUrl], { env: env() })).toEqual({
      status: 2,
      out: '',
      err: `Boten har ikke tilgang. Del arket med ${BOT_EMAIL} (leser).\n`,
    });
  });

  it('says when there is no such sheet, also to sjekk', async () => {
    google.remove(PLAN);

    for (const command of ['tiltak', 'sjekk']) {
      const { status, out, err } = await bot([command, '--handlingsplan', planUrl], { env: env() });
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err).toContain('Fant ikke regnearket hos Google.');
    }
  });

  it('needs a key that is there', async () => {
    const lost = { ...env(), GOOGLE_APPLICATION_CREDENTIALS: 'finnes-ikke.json' };

    const { status, out, err } = await bot(['tiltak', '--handlingsplan', planUrl], { env: lost });

    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain('finnes-ikke.json');
  });
});

describe('a bot that goes on running', () => {
  const tiltakIn = (json: unknown) => json as { readonly tiltak: readonly { readonly text: string }[] };

  /** Asks `/tiltak` at a time of day, in minutes, of a model that looks at Google every `pollMs`. */
  function aBot(pollMs: number) {
    const connection = connectGoogle({
      credentialsFile: google.keyFile,
      apiRoot: google.root,
      access: 'read',
      patience: hurriedPatience(),
    });
    const workbook = openGoogleWorkbook({ spreadsheetId: PLAN, connection });
    const { reading } = watchWorkbook(workbook, { pollMs });
    const current = currentModel({ handlingsplan: reading, kapasitet: null });
    return async (minutes = 8 * 60) => {
      const command = await loadCommand('tiltak');
      if (!command) throw new Error('no command');
      const now = momentInOslo(day('2024-06-03'), minutes);
      const model = await current(command, () => now);
      const channels = { summary: null, admin: null };
      const { message, json } = answerFrom(command, { words: '', model, now, unit: null, channels });
      return { titles: tiltakIn(json).tiltak.map(({ text }) => text), shown: JSON.stringify(message) };
    };
  }

  const reads = () =>
    google.requests
      .filter(({ service }) => service === 'sheets')
      .map(({ path }) => (path.endsWith(':batchGet') ? 'values' : 'structure'));

  it('follows an edit once the poll time is over', async () => {
    const ask = aBot(0);
    expect((await ask()).titles).toEqual(['Mandat']);

    google.edit(PLAN, [planTab('Nytt mandat')]);

    expect((await ask()).titles).toEqual(['Nytt mandat']);
    expect(reads()).toEqual(['structure', 'values', 'values']);
  });

  it('does not ask Google before the poll time is over, nor for what has not changed', async () => {
    const patient = aBot(600_000);
    await patient();
    const asked = google.requests.length;
    await patient();
    expect(google.requests).toHaveLength(asked);

    const eager = aBot(0);
    await eager();
    await eager();
    await eager();
    expect(reads()).toEqual(['structure', 'values', 'structure', 'values']);
  });

  it('reads once for all who ask at the same time', async () => {
    const ask = aBot(0);

    await Promise.all([ask(), ask(), ask(), ask()]);

    expect(google.requests.map(({ service }) => service)).toEqual(['token', 'drive', 'sheets', 'sheets']);
  });

  it('gives the old figures with their age while Google is away, and new ones afterwards', async () => {
    const ask = aBot(0);
    expect((await ask(8 * 60)).shown).toContain('lest 3. juni 08:00');

    // As many requests as the bot has patience for.
    google.fail({ kind: 'unavailable' }, { on: 'drive', times: PATIENCE.tries });
    google.edit(PLAN, [planTab('Nytt mandat')]);
    const away = await ask(9 * 60);
    expect(away.titles).toEqual(['Mandat']);
    expect(away.shown).toContain('lest 3. juni 08:00');

    const back = await ask(10 * 60);
    expect(back.titles).toEqual(['Nytt mandat']);
    expect(back.shown).toContain('lest 3. juni 10:00');
  });

  it('knows when an unchanged sheet was last looked at, however often', async () => {
    const ask = aBot(0);
    for (let minutes = 480; minutes < 680; minutes++) await ask(minutes);

    expect((await ask(700)).shown).toContain('lest 3. juni 11:40');
  });

  it('gives the old figures with their age when the sheet is no longer shared, too', async () => {
    const ask = aBot(0);
    await ask(8 * 60);
    google.share(PLAN, 'no');

    expect((await ask(9 * 60)).shown).toContain('lest 3. juni 08:00 · får ikke lest nyere tall');
    google.share(PLAN, 'bot');
    expect((await ask(9 * 60)).shown).not.toContain('får ikke lest');
  });
});
