import type { Config } from '../config.ts';
import { type Check, examine, type Finding, unset } from '../doctor/check.ts';
import { clockVerdict } from '../doctor/clock-check.ts';
import { portVerdict } from '../doctor/port-check.ts';
import { isBotOn } from '../doctor/running-bot.ts';
import { settingsVerdict } from '../doctor/settings-check.ts';
import { askSlackForDate, slackChecks } from '../doctor/slack-checks.ts';
import { stateVerdict } from '../doctor/state-check.ts';
import { headingsMessage } from '../features/datakvalitet/headings-view.ts';
import type { Arguments } from './arguments.ts';
import { type SheetChecks, sheetChecks } from './doktor-sheets.ts';
import { printJson, printMessages, type Terminal } from './output.ts';

/** Slack is asked three times, for ten seconds each: whoever is silent is given up first where it is asked, by name. */
const LIMIT_MS = 35_000;

/**
 * Tries every setting and connection, and prints a line for each; then how the headings of the sheets were understood.
 * Says nothing to anyone in Slack, and changes nothing but a note in the state, which shows that it can be written.
 * Returns the exit status: 1 when something is to be mended. Throws UsageError for a wrong `--dato`.
 */
export async function doktor(config: Config, args: Arguments, terminal: Terminal): Promise<number> {
  const sheets = await sheetChecks(config, args);
  const checks = checksFor(config, sheets);
  const findings = examine(checks, LIMIT_MS);
  if (args.flags.has('json')) {
    const made = await Promise.all(findings);
    printJson(terminal, {
      checks: made.map(({ name, mark, message }) => ({ name, ok: mark !== 'mend', message })),
      sheets: sheets.read().tabs,
    });
  } else {
    const width = Math.max(...checks.map(({ name }) => name.length));
    // In their order, each as soon as it is known.
    for (const finding of findings) terminal.out(`${line(await finding, width)}\n`);
    printHeadings(terminal, sheets);
  }
  return (await Promise.all(findings)).some(({ mark }) => mark === 'mend') ? 1 : 0;
}

const SYMBOLS = { good: '✓', mend: '✗', unset: '–' } as const;

function line({ name, mark, message }: Finding, width: number): string {
  return `${SYMBOLS[mark]} ${name.padEnd(width)}  ${message}`;
}

function printHeadings(terminal: Terminal, sheets: SheetChecks): void {
  const read = sheets.read();
  if (read.tabs.length === 0) return;
  terminal.out('\n');
  printMessages(terminal, [headingsMessage(read)]);
}

function checksFor(config: Config, sheets: SheetChecks): readonly Check[] {
  const inSlack = config.slack.botToken !== null;
  return [
    { name: 'Oppsett', run: async () => settingsVerdict(config) },
    ...slackChecks(config),
    ...sheets.checks,
    {
      name: 'Lagring',
      run: async () =>
        inSlack || config.databaseUrl !== null ? stateVerdict(config.databaseUrl) : unset('brukes først i Slack'),
    },
    {
      name: 'Klokke',
      run: async () =>
        inSlack
          ? clockVerdict(() => askSlackForDate(config.slack.apiUrl), Date.now)
          : unset('prøves mot Slack når SLACK_BOT_TOKEN er satt'),
    },
    { name: 'Port', run: async () => (inSlack ? portVerdict(config.port, isBotOn) : unset('brukes først i Slack')) },
  ];
}
