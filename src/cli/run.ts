import type { Config } from '../config.ts';
import { type Arguments, parseArguments, UsageError } from './arguments.ts';
import { printTrouble, type Terminal } from './output.ts';

/** What a command needs of the process around it. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Adds what stands in `.env` to `env`, where it says nothing else; throws when there is no such file. */
  readonly loadEnvFile: () => void;
  readonly terminal: Terminal;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly onRunning: (running: Running) => void;
}

/** A bot that goes on running after its command line has been carried out. */
export interface Running {
  /** Stops tidily, and tells the exit status. */
  readonly stop: () => Promise<number>;
  /** Takes note of an error that nobody caught. */
  readonly broken: (error: unknown) => void;
}

/** Commands that are not a feature's: each loads only what it needs. */
const OWN_COMMANDS = ['start', 'kjor', 'doktor', 'tolk', 'maler', 'hjelp'] as const;
/** Carries out one command line. Returns the exit status: 0 done, 1 something is to be mended, 2 could not. */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    return await dispatch(parseArguments(argv), surroundings);
  } catch (error) {
    printTrouble(surroundings.terminal, sentence(error));
    return 2;
  }
}

async function dispatch(args: Arguments, surroundings: Surroundings): Promise<number> {
  const { terminal } = surroundings;
  const wantsHelp = args.flags.has('hjelp');
  const command = args.command ?? (wantsHelp ? 'hjelp' : 'start');
  if (isOwn(command) && wantsHelp) return (await import('./help.ts')).help(terminal, null);
  switch (command) {
    case 'tolk':
      return (await import('./tolk.ts')).tolk(args, terminal, () => readAll(surroundings.stdin));
    case 'maler':
      return (await import('./maler-command.ts')).maler(args, terminal, () => readSettings(surroundings));
    case 'hjelp':
      return (await import('./help.ts')).help(terminal, args.words[0] ?? null);
    case 'kjor':
      return (await import('./kjor.ts')).kjor(await readSettings(surroundings), args, surroundings);
    case 'doktor':
      return (await import('./doktor.ts')).doktor(await readSettings(surroundings), args, terminal);
    case 'start':
      return (await import('./start.ts')).start(await readSettings(surroundings), args, surroundings);
  }

  const { FEATURE_COMMANDS, loadCommand } = await import('../features/index.ts');
  const feature = await loadCommand(command);
  if (!feature) throw await unknownCommand(command, [...OWN_COMMANDS, ...FEATURE_COMMANDS]);
  const { answerInTerminal } = await import('./answer.ts');
  return answerInTerminal(feature, await readSettings(surroundings), args, terminal);
}

async function readSettings({ env, loadEnvFile }: Surroundings): Promise<Config> {
  const { readConfig } = await import('../config.ts');
  try {
    loadEnvFile();
  } catch (error) {
    // Without a .env file the environment alone decides; one that cannot be read would be missed.
    if (codeOf(error) !== 'ENOENT')
      throw new UsageError('Jeg får ikke lest filen .env. Sjekk at den er en fil jeg har lov til å lese.');
  }
  return readConfig(env);
}

function isOwn(command: string): boolean {
  return (OWN_COMMANDS as readonly string[]).includes(command);
}

async function unknownCommand(command: string, known: readonly string[]): Promise<UsageError> {
  const { nearest } = await import('../domain/names.ts');
  const near = nearest(command, known);
  const hint = near ? ` Mente du «${near}»?` : ' Skriv «hjelp» for å se kommandoene.';
  return new UsageError(`Jeg kjenner ikke kommandoen «${command}».${hint}`);
}

async function readAll(stdin: AsyncIterable<Uint8Array | string>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const SPOKEN = new Set(['UsageError', 'WorkbookError', 'ConfigError', 'SlackTrouble', 'StoreError', 'TemplateError']);

/** Errors made for people speak for themselves; anything else is a mistake of ours. */
function sentence(error: unknown): string {
  if (!(error instanceof Error)) return `Noe gikk galt hos meg (${String(error)}).`;
  if (SPOKEN.has(error.name)) return error.message;
  // The system's own messages hold paths of the machine; its codes do not.
  const what = codeOf(error) ?? error.message.split('\n')[0];
  return `Noe gikk galt hos meg (${error.name}: ${what}).`;
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
