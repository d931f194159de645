import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type BotProcess, botProcess, EXAMPLE, startProcess } from '../support/cli.ts';
import { startSlack } from '../support/slack/slack.ts';
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET } from '../support/slack/workspace.ts';
import { aState } from '../support/whole-bot.ts';
import { folderWith } from '../support/workbook-files.ts';

const PLAN = 'Aktivitet\tTiltak\tTidsrom\tAnsvarlig\n1 Drift\t1.1 Mandat\t1.5.24\tTeamet\n';
const PLACES = 'Kommune\tKategori\tPlasser\tBelagt\nLillevik\trehabilitering\t4\t1\n';

describe('a command', () => {
  it('finds the example from any working directory', async () => {
    const cwd = await folderWith({});

    const { status, out, err } = await botProcess(['tiltak', '--json'], { cwd });

    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({ asOf: '2024-06-03T08:00', skipped: 11 });
  });

  it('reads .env in the working directory, where the environment says nothing else', async () => {
    const cwd = await folderWith({
      '.env': 'HANDLINGSPLAN=plan.tsv\nKAPASITET=finnes-ikke.tsv\n',
      'plan.tsv': PLAN,
      'plasser.tsv': PLACES,
    });

    const plan = await botProcess(['tiltak', '--json'], { cwd });
    const places = await botProcess(['kapasitet', '--json'], { cwd, env: { KAPASITET: 'plasser.tsv' } });

    expect(JSON.parse(plan.out).tiltak).toHaveLength(1);
    expect(JSON.parse(places.out).kommuner).toMatchObject([{ kommune: 'Lillevik' }]);
  });

  it('ends with 2 and one sentence when it could not', async () => {
    expect(await botProcess(['tiltak', '--handlingsplan', 'finnes-ikke.xlsx'])).toEqual({
      status: 2,
      out: '',
      err: 'Fant ikke «finnes-ikke.xlsx». Sjekk at navnet og mappen er riktig.\n',
    });
  });

  it('says the one sentence and nothing more, also when a library has something to add', async () => {
    const warning = "process.emitWarning('received unexpected error', 'MetadataLookupWarning')";
    const cwd = await folderWith({ 'advarsel.mjs': `process.once('beforeExit', () => ${warning});` });

    const { err } = await botProcess(['tiltak', '--handlingsplan', 'finnes-ikke.xlsx'], {
      env: { NODE_OPTIONS: `--import=${cwd}/advarsel.mjs` },
    });

    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('ends with 1 when something is to be mended', async () => {
    const cwd = await folderWith({ 'plan.tsv': PLAN.replace('1.5.24', '31.2.24') });

    expect(await botProcess(['sjekk', '--handlingsplan', 'plan.tsv'], { cwd })).toMatchObject({ status: 1, err: '' });
  });

  it('gives the same answer wherever the machine thinks it is', async () => {
    const [oslo, ...others] = await Promise.all(
      ['Europe/Oslo', 'America/New_York', 'Pacific/Kiritimati'].map((TZ) =>
        botProcess(['ukesstatus', '--dato', '2024-03-31T02:30'], { env: { TZ } }),
      ),
    );

    expect(oslo).toMatchObject({ status: 0, err: '' });
    expect(others).toEqual([oslo, oslo]);
  });

  it('answers what is typed on standard input, and ends with it', async () => {
    const { status, out, err } = await botProcess([], { stdin: '/tiltak 1.1\n' });

    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('Handlingsplan!B2');
  });

  it('ends quietly when nobody reads the rest of its answer', async () => {
    const child = startProcess([]);
    const err = text(child.stderr);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stdin.end('/tiltak\n/kpi\n'.repeat(50));

    const [status] = await once(child, 'close');

    expect({ status, err: await err }).toEqual({ status: 0, err: '' });
  });
});

describe('a bot in Slack', () => {
  it.each(['socket', 'http'] as const)(
    'over %s says where it is, and that it is alive; SIGTERM ends it with 0',
    async (kind) => {
      const { child, line, err } = await runningBot(kind);
      const health = /http:\/\/localhost:(\d+)\/readyz/.exec(line);

      expect(line).toContain(kind === 'socket' ? 'Socket Mode' : '/slack/events');
      expect(line).toContain('Jeg er samhandlingsbot i Prøve.');
      expect(Number(health?.[1])).toBeGreaterThan(0);
      expect(await (await fetch(health?.[0] ?? '')).json()).toEqual({ status: 'ready' });

      child.kill('SIGTERM');
      expect(await once(child, 'close')).toEqual([0, null]);
      expect(await err).not.toMatch(/xoxb-|xapp-|hemmelig/);
    },
  );

  it('says what it cannot do as it is set up', async () => {
    const { child, rest } = await runningBot('socket');
    child.kill('SIGTERM');

    const notices = (await rest).map((notice) => notice.split(' ')[0]);
    expect(notices).toEqual(['HANDLINGSPLAN', 'KAPASITET', 'SLACK_CHANNEL', 'SLACK_ADMIN_CHANNEL']);
  });

  it('answers a question', async () => {
    const { slack, line } = await runningBot('http', { HANDLINGSPLAN: EXAMPLE });
    const to = `${/http:\/\/localhost:\d+/.exec(line)?.[0]}/slack/events`;

    expect((await slack.command('/tiltak', '1.1', { to })).text).toContain('1.1');
  });

  it('ends with 2 and one sentence when its port is taken', async () => {
    const { line } = await runningBot('socket');
    const PORT = /localhost:(\d+)/.exec(line)?.[1] ?? '';
    const slack = await aSlack();

    const { status, out, err } = await botProcess([], { env: { ...(await slackEnv(slack, 'http')), PORT } });

    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(sentences(err)).toEqual([`Port ${PORT} er opptatt. Sett PORT til en annen.`]);
  });

  it.each(['socket', 'http'] as const)(
    'over %s ends with 2 and one sentence when Slack does not take its token',
    async (kind) => {
      const slack = await aSlack();
      slack.tokens.delete(BOT_TOKEN);

      const { status, out, err } = await botProcess([], { env: await slackEnv(slack, kind) });

      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(sentences(err)).toEqual([expect.stringContaining('Slack godtar ikke SLACK_BOT_TOKEN (invalid_auth).')]);
    },
  );

  it.each([
    ['a rejection', 'Promise.reject(new Error("Kari"))'],
    ['an exception', 'throw new Error("Kari")'],
  ])('ends with 1 after %s that nobody caught, and keeps its words to itself', async (_, trouble) => {
    const cwd = await folderWith({ 'ulykke.mjs': `process.on('SIGUSR2', () => { ${trouble}; });` });
    const { child, err } = await runningBot('socket', { NODE_OPTIONS: `--import=${cwd}/ulykke.mjs` });

    child.kill('SIGUSR2');

    expect(await once(child, 'close')).toEqual([1, null]);
    expect(await err).toContain('Noe gikk galt hos meg, og jeg må startes på nytt.');
    expect(await err).toContain('"msg":"an error that nobody caught"');
    expect(await err).not.toContain('Kari');
  });
});

type PretendSlack = Awaited<ReturnType<typeof startSlack>>;

async function aSlack(): Promise<PretendSlack> {
  const slack = await startSlack();
  onTestFinished(() => slack.stop());
  return slack;
}

/** How it meets Slack, and a state of its own: never the one that whoever runs the tests may have. */
async function slackEnv({ apiUrl }: PretendSlack, kind: 'socket' | 'http') {
  const way = kind === 'socket' ? { SLACK_APP_TOKEN: APP_TOKEN } : { SLACK_SIGNING_SECRET: SIGNING_SECRET };
  return {
    SLACK_API_URL: apiUrl,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    PORT: '0',
    DATABASE_URL: await aState(),
    ...way,
  };
}

interface RunningBot {
  readonly slack: PretendSlack;
  readonly child: BotProcess;
  /** The line that says it is ready. */
  readonly line: string;
  /** What it says after that. */
  readonly rest: Promise<readonly string[]>;
  readonly err: Promise<string>;
}

/** A bot in a process of its own, once it has said that it is ready. */
async function runningBot(kind: 'socket' | 'http', env: Readonly<Record<string, string>> = {}): Promise<RunningBot> {
  const slack = await aSlack();
  const child = startProcess([], { env: { ...(await slackEnv(slack, kind)), ...env } });
  const err = text(child.stderr);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { value: line = '' } = await lines.next();
  return { slack, child, line, err, rest: toList({ [Symbol.asyncIterator]: () => lines }) };
}

async function toList(lines: AsyncIterable<string>): Promise<readonly string[]> {
  const list: string[] = [];
  for await (const line of lines) list.push(line);
  return list;
}

/** What is said to people, without the log's lines. */
function sentences(err: string): readonly string[] {
  return err
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('{'));
}
