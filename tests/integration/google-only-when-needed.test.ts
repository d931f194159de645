import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { botProcess, EXAMPLE } from '../support/cli.ts';
import { startGoogle } from '../support/google/google.ts';
import { folderWith } from '../support/workbook-files.ts';

const PLAN = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-abcd';
const ROWS = [
  ['Aktivitet', 'Tiltak', 'Tidsrom', 'Ansvarlig'],
  ['1 Drift', '1.1 Mandat', '1.5.24', 'Teamet'],
];

/** Notes every module that the process loads, whichever way, and writes them down when it ends. */
const RECORDER = `
  import { registerHooks } from 'node:module';
  import { writeFileSync } from 'node:fs';
  const loaded = [];
  registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context); } });
  process.once('exit', () => writeFileSync(process.env.LOADED, loaded.join('\\n')));
`;

/** The parts of Google's that a run of the bot loads: client libraries, and our own modules that are for Google alone. */
async function googleLoadedBy(argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const folder = await folderWith({ 'recorder.mjs': RECORDER });
  const LOADED = join(folder, 'loaded.txt');
  const recording = { NODE_OPTIONS: `--import=${join(folder, 'recorder.mjs')}`, LOADED };
  const { status, err } = await botProcess(argv, { env: { ...env, ...recording } });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const loaded = (await readFile(LOADED, 'utf8')).split('\n');
  expect(loaded.some((url) => url.endsWith('/src/cli/run.ts'))).toBe(true);
  return {
    libraries: loaded.flatMap((url) => LIBRARY.exec(url)?.[1] ?? []),
    own: loaded.flatMap((url) => OWN.exec(url)?.[1] ?? []),
  };
}

const LIBRARY = /node_modules\/(@googleapis\/\w+|google-auth-library|googleapis-common|gaxios|gcp-metadata)\//;
const OWN = /src\/workbook\/(google-[\w-]+)\.ts$/;

describe('what is for Google alone', () => {
  it.each([['tiltak'], ['kapasitet'], ['ukesstatus'], ['kpi']])('is not loaded by %s on files', async (command) => {
    const argv = [command, '--json', '--handlingsplan', EXAMPLE, '--kapasitet', EXAMPLE];

    expect(await googleLoadedBy(argv)).toEqual({ libraries: [], own: [] });
  });

  it('is loaded for a spreadsheet at Google', async () => {
    const google = await startGoogle({
      spreadsheets: { [PLAN]: { title: 'Plan', tabs: [{ name: 'Handlingsplan', rows: ROWS }] } },
    });
    onTestFinished(() => google.close());
    const env = { GOOGLE_API_ROOT: google.root, GOOGLE_APPLICATION_CREDENTIALS: google.keyFile };

    const { libraries, own } = await googleLoadedBy(['tiltak', '--json', '--handlingsplan', PLAN], env);

    expect(new Set(libraries)).toContain('google-auth-library');
    expect(new Set(libraries)).toContain('@googleapis/sheets');
    expect(own).toContain('google-workbook');
  });
});
