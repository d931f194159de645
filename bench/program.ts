import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BOT_TOKEN, SIGNING_SECRET } from '../tests/support/slack/workspace.ts';
import type { Place } from './place.ts';

/** A program that takes Slack's requests over HTTP. */
export interface Program {
  /** From its start until it said where it listens. */
  readonly readyMs: number;
  /** Where Slack's requests go. */
  readonly to: string;
  /** Memory it holds now, in MB (RSS, as Linux counts it). */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts programs in a place, against a pretend Slack. */
export interface Starter {
  bot(workbooks: { readonly handlingsplan: string; readonly kapasitet: string }): Promise<Program>;
  /** @param message path of the JSON it is to answer with */
  bareBolt(message?: string): Promise<Program>;
}

const MAIN = fileURLToPath(import.meta.resolve('#src/main.ts'));
const BARE_BOLT = fileURLToPath(import.meta.resolve('./bare-bolt.ts'));
/** The invented figures are fresh at this hour. */
const DATO = '2024-06-03T08:00';

export function starter(place: Place, apiUrl: string): Starter {
  const slack = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_SIGNING_SECRET: SIGNING_SECRET, SLACK_API_URL: apiUrl, PORT: '0' };
  return {
    bot: ({ handlingsplan, kapasitet }) =>
      start([MAIN, 'start', '--dato', DATO], place, { ...slack, HANDLINGSPLAN: handlingsplan, KAPASITET: kapasitet }),
    bareBolt: (message) => start([BARE_BOLT], place, { ...slack, ...(message ? { MESSAGE: message } : {}) }),
  };
}

async function start(
  args: readonly string[],
  { folder, env }: Place,
  settings: Readonly<Record<string, string>>,
): Promise<Program> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...env, ...settings }, stdio: 'pipe' });
  const exited = once(child, 'exit');
  const to = await new Promise<string>((resolve, reject) => {
    let said = '';
    const hear = (text: Buffer) => {
      said += text;
      const found = /http:\/\/localhost(:\d+\/slack\/events)/.exec(said)?.[1];
      // By number: on some machines «localhost» is looked up first, and tried as IPv6.
      if (found) resolve(`http://127.0.0.1${found}`);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void exited.then(() => reject(new Error(`node ${args.join(' ')} ended before it was ready: ${said}`)));
  });
  const readyMs = performance.now() - begun;

  return {
    readyMs,
    to,
    memory: () => residentMb(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

function residentMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1]) / 1024;
}
