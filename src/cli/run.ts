import { hideBirthNumbers } from '../domain/birth-number.ts';
import { type Arguments, asciiName, parseArguments, UsageError } from './arguments.ts';
import { printTrouble, type Terminal } from './output.ts';

/** What a command needs of the process around it. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Adds what stands in `.env` to `env`; throws when there is no such file. */
  readonly loadEnvFile: () => void;
  readonly terminal: Terminal;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** Called with what stops a bot that goes on running. */
  readonly onRunning: (stop: () => Promise<void>) => void;
}

/** Commands that are not a feature's: each loads only what it needs. */
const OWN_COMMANDS = ['start', 'tolk', 'maler', 'hjelp'] as const;
/** Named in the user guide, but not in this release. */
const LATER_COMMANDS: Readonly<Record<string, string>> = {
  kjor: '«kjor» er ikke med i denne utgaven. Bruk «ukesstatus» eller «paaminnelser» for å se hva som ville blitt sendt.',
  doktor: '«doktor» er ikke med i denne utgaven. Bruk «sjekk» for å se hvordan arkene leses.',
};

/** Carries out one command line. Returns the exit status: 0 done, 1 something is to be mended, 2 could not. */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const { terminal } = surroundings;
  try {
    return await dispatch(parseArguments(argv), surroundings);
  } catch (error) {
    printTrouble(terminal, hideBirthNumbers(sentence(error)));
    return 2;
  }
}

async function dispatch(args: Arguments, surroundings: Surroundings): Promise<number> {
  const command = args.command ?? 'start';
  const { terminal } = surroundings;
  switch (command) {
    case 'tolk': {
      const { tolk } = await import('./tolk.ts');
      return tolk(args, terminal, () => readAll(surroundings.stdin));
    }
    case 'maler':
      return (await import('./maler-command.ts')).maler(args, terminal);
    case 'hjelp':
      return (await import('./help.ts')).help(terminal);
    case 'start':
      return (await import('./start.ts')).start(args, readSettings, surroundings);
  }
  const later = LATER_COMMANDS[command];
  if (later) throw new UsageError(later);

  const { FEATURE_COMMANDS, loadCommand } = await import('../features/index.ts');
  const feature = await loadCommand(command);
  if (!feature) throw await unknownCommand(command, [...OWN_COMMANDS, ...FEATURE_COMMANDS]);
  const { answerInTerminal } = await import('./answer.ts');
  return answerInTerminal(feature, await readSettings(), args, terminal);

  async function readSettings() {
    const { readConfig } = await import('../config.ts');
    try {
      surroundings.loadEnvFile();
    } catch {
      // No .env file: the environment alone decides.
    }
    return readConfig(surroundings.env);
  }
}

async function unknownCommand(command: string, known: readonly string[]): Promise<UsageError> {
  const { nearest } = await import('../domain/names.ts');
  const near = nearest(asciiName(command), known);
  const hint = near ? ` Mente du «${near}»?` : ' Skriv «hjelp» for å se kommandoene.';
  return new UsageError(`Jeg kjenner ikke kommandoen «${command}».${hint}`);
}

async function readAll(stdin: AsyncIterable<Uint8Array | string>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const SPOKEN = new Set(['UsageError', 'WorkbookError', 'ConfigError', 'SlackTrouble', 'TemplateError']);

/** Errors made for people speak for themselves; anything else is a mistake of ours. */
function sentence(error: unknown): string {
  if (error instanceof Error && SPOKEN.has(error.name)) return error.message;
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `Noe gikk galt hos meg (${what.split('\n')[0]}).`;
}
