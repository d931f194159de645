import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { run } from '#src/cli/run.ts';

/** What a command line came to. */
export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  /** What stands in `.env`; no such file when left out. */
  readonly envFile?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

/** Unless a test names another one: never the state that whoever runs the tests may have in their working directory. */
const NO_STATE = { DATABASE_URL: `file:${join(tmpdir(), 'ingen-tilstand-i-prove', 'tilstand.sqlite')}` };

/** Carries out a command line in this process: fast, with everything real but the process around it. */
export async function bot(argv: readonly string[], { env = {}, envFile, stdin = '' }: Surroundings = {}): Promise<Ran> {
  const said = { out: '', err: '' };
  const surroundings = { ...NO_STATE, ...env };
  const status = await run(argv, {
    env: surroundings,
    loadEnvFile: () => {
      if (!envFile) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
      Object.assign(surroundings, { ...NO_STATE, ...envFile, ...env });
    },
    terminal: {
      colour: false,
      out: (words) => {
        said.out += words;
      },
      err: (words) => {
        said.err += words;
      },
    },
    stdin: (async function* () {
      yield stdin;
    })(),
    onRunning: () => undefined,
  });
  return { status, ...said };
}

/** The answer as data. Throws when the command failed, said anything else, or wrote on standard error. */
export async function botJson(argv: readonly string[], surroundings: Surroundings = {}) {
  const { out, err } = await bot([...argv, '--json'], surroundings);
  if (err !== '') throw new Error(err);
  return JSON.parse(out);
}

const MAIN = join(import.meta.dirname, '../../src/main.ts');
export const EXAMPLE = join(import.meta.dirname, '../../sheets-templates/eksempel');

interface ProcessOptions {
  readonly cwd?: string;
  /** All the environment there is, besides where programs are found. */
  readonly env?: Readonly<Record<string, string>>;
}

export type BotProcess = ChildProcessByStdio<Writable, Readable, Readable>;

/** Starts the bot as people do. It is killed when the test is over. */
export function startProcess(argv: readonly string[], options: ProcessOptions = {}): BotProcess {
  const child = spawnProcess(argv, options);
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** The same, for whoever sees to it that it ends. */
export function spawnProcess(argv: readonly string[], { cwd, env = {} }: ProcessOptions): BotProcess {
  return spawn(process.execPath, [MAIN, ...argv], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { PATH: process.env.PATH ?? '', ...NO_STATE, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Runs the bot as a process of its own until it ends. */
export async function botProcess(
  argv: readonly string[],
  options: ProcessOptions & { stdin?: string } = {},
): Promise<Ran> {
  const child = startProcess(argv, options);
  child.stdin.end(options.stdin ?? '');
  const ended = once(child, 'close');
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = await ended;
  return { status, out, err };
}
