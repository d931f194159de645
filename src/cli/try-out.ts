import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { Config } from '../config.ts';
import { nearest } from '../domain/names.ts';
import type { Answer } from '../features/feature.ts';
import { FEATURE_COMMANDS, loadCommand } from '../features/index.ts';
import { type Message, section } from '../message/message.ts';
import { type Asker, terminalAsker } from './answer.ts';
import { type Arguments, asciiName } from './arguments.ts';
import { printMessages } from './output.ts';
import type { Surroundings } from './run.ts';

const FIRST_REMINDERS = 3;

/** Trial mode: shows what the bot would say on a Monday, then answers what is typed, line by line, until input ends. */
export async function tryOut(config: Config, args: Arguments, { terminal, stdin }: Surroundings): Promise<number> {
  const asker = await terminalAsker(config, args);
  const say = (messages: readonly Message[]) => printMessages(terminal, messages);

  await showOff(asker, say);
  for await (const line of createInterface({ input: Readable.from(stdin) })) {
    if (line.trim() === '') continue;
    terminal.out('\n');
    say(await answerLine(asker, line.trim()));
  }
  return 0;
}

async function showOff(asker: Asker, say: (messages: readonly Message[]) => void): Promise<void> {
  const status = await answerTo(asker, 'ukesstatus', '');
  const reminders = await answerTo(asker, 'paaminnelser', '');
  const places = await answerTo(asker, 'kapasitet', '');
  const details = reminders.details ?? [];
  const left = details.length - FIRST_REMINDERS;

  say([
    title('Prøvemodus', 'Slik ville boten snakket i Slack. Ingenting sendes.'),
    ...(await notice(asker)),
    title('Ukesstatus i kanalen, mandag 08:00'),
    status.message,
    title('Påminnelser til de ansvarlige'),
    reminders.message,
    ...details.slice(0, FIRST_REMINDERS),
    ...(left > 0 ? [plain(`… og ${left} til. Se alle med «paaminnelser».`)] : []),
    title('/kapasitet'),
    places.message,
    plain('Skriv en kommando, for eksempel /kapasitet 2 rehab nær Orkland fra fredag, /tiltak forfalt eller /kpi.'),
  ]);
}

async function answerLine(asker: Asker, line: string): Promise<readonly Message[]> {
  const [typed = '', ...words] = line.split(/\s+/);
  const name = asciiName(typed.replace(/^\//, ''));
  if (!FEATURE_COMMANDS.includes(name)) return [plain(unknownText(typed, name))];
  try {
    const answer = await answerTo(asker, name, words.join(' '));
    return [...(await notice(asker, name)), answer.message];
  } catch (error) {
    // Whoever is trying things out is told, and goes on.
    if (error instanceof Error && error.name === 'WorkbookError') return [plain(error.message)];
    throw error;
  }
}

function unknownText(typed: string, name: string): string {
  const near = nearest(name, FEATURE_COMMANDS);
  const known = FEATURE_COMMANDS.map((command) => `/${command}`).join(', ');
  return `Jeg kjenner ikke «${typed}».${near ? ` Mente du /${near}?` : ''} Jeg svarer på ${known}.`;
}

async function answerTo(asker: Asker, name: string, words: string): Promise<Answer> {
  const command = await loadCommand(name);
  if (!command) throw new Error(`No feature has the command ${name}`);
  return asker.ask(command, words);
}

async function notice(asker: Asker, name = 'ukesstatus'): Promise<readonly Message[]> {
  const command = await loadCommand(name);
  const text = command && asker.notice(command);
  return text ? [plain(text)] : [];
}

function title(text: string, more = ''): Message {
  return plain(`*── ${text} ──*${more ? `\n${more}` : ''}`);
}

function plain(text: string): Message {
  return { text, blocks: [section(text)] };
}
