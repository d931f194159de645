import { once } from 'node:events';
import { type BotProcess, spawnProcess } from '../cli.ts';

/** How a process came to its end. */
export interface End {
  /** Null when it was killed. */
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** A process of the bot, and what it says of itself. */
export interface Life {
  readonly child: BotProcess;
  /** Its first line, which a bot says when it is ready; '' when it ends without a word. */
  readonly line: Promise<string>;
  readonly end: Promise<End>;
}

/** Starts the bot as people do. */
export function live(...options: Parameters<typeof spawnProcess>): Life {
  const child = spawnProcess(...options);
  const said = { out: '', err: '' };
  const { promise: line, resolve } = Promise.withResolvers<string>();
  child.stdin.end();
  child.stderr.setEncoding('utf8').on('data', (words: string) => {
    said.err += words;
  });
  child.stdout.setEncoding('utf8').on('data', (words: string) => {
    said.out += words;
    if (said.out.includes('\n')) resolve(said.out.slice(0, said.out.indexOf('\n')));
  });
  const end = once(child, 'close').then(([status]): End => {
    resolve('');
    return { status, ...said };
  });
  return { child, line, end };
}

/** What `kjor --json` answered; the end itself when it did not do what it should. */
export function delivered({ status, out, err }: End): unknown {
  return status === 0 && err === '' ? JSON.parse(out) : { status, out, err };
}
