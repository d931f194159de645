import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { Config } from '../config.ts';
import { nearest } from '../domain/names.ts';
import type { Answer } from '../features/feature.ts';
import { FEATURE_COMMANDS, loadCommand } from '../features/index.ts';
import { escapeMrkdwn, type Message, section } from '../message/message.ts';
import { WorkbookError } from '../workbook/workbook.ts';
import { type Asker, terminalAsker, wholeAnswer } from './answer.ts';
import { type Arguments, asciiName } from './arguments.ts';
import { printMessages } from './output.ts';
import type { Surroundings } from './run.ts';

const FIRST_REMINDERS = 3;

/** Trial mode: shows what the bot would say on a Monday, then answers what is typed, line by line, until input ends. */
export async function tryOut(config: Config, args: Arguments, { terminal, stdin }: Surroundings): Promise<number> {
  const asker = await terminalAsker(config, args);
  const say = (messages: readonly Message[]) => printMessages(terminal, messages);

  say([
    title('Prøvemodus', 'Slik ville boten snakket i Slack. Ingenting sendes.'),
    ...halfSetUp(config),
    ...(await showOff(asker)),
  ]);
  for await (const line of createInterface({ input: Readable.from(stdin) })) {
    if (line.trim() === '') continue;
    terminal.out('\n');
    say(await answerLine(asker, line.trim()));
  }
  return 0;
}

/** A bot that was meant for Slack must not look as if it were there. */
function halfSetUp({ slack }: Config): readonly Message[] {
  if (slack.botToken === null) return [];
  return [
    plain('SLACK_BOT_TOKEN er satt, men verken SLACK_APP_TOKEN eller SLACK_SIGNING_SECRET: boten er ikke i Slack.'),
  ];
}

async function showOff(asker: Asker): Promise<readonly Message[]> {
  const status = await answerTo(asker, 'ukesstatus', '');
  const reminders = await answerTo(asker, 'paaminnelser', '');
  const places = await answerTo(asker, 'kapasitet', '');
  const details = reminders.details ?? [];
  const left = details.length - FIRST_REMINDERS;

  return [
    ...(await notice(asker, 'ukesstatus')),
    title('Ukesstatus i kanalen, mandag 08:00'),
    status.message,
    title('Påminnelser til de ansvarlige'),
    reminders.message,
    ...details.slice(0, FIRST_REMINDERS),
    ...(left > 0 ? [plain(`… og ${left} til. Se alle med «paaminnelser».`)] : []),
    title('/kapasitet'),
    places.message,
    plain('Skriv en kommando, for eksempel /kapasitet 2 rehab nær Orkland fra fredag, /tiltak forfalt eller /kpi.'),
  ];
}

async function answerLine(asker: Asker, line: string): Promise<readonly Message[]> {
  const [typed = '', ...words] = line.split(/\s+/);
  const name = asciiName(typed.replace(/^\//, ''));
  if (name === 'hjelp') return [plain(`${KNOWN} Skriv «hjelp» etter en kommando for å se hvordan den brukes.`)];
  if (!FEATURE_COMMANDS.includes(name)) return [plain(unknownText(typed, name))];
  try {
    const answer = await answerTo(asker, name, words.join(' '));
    return [...(await notice(asker, name)), ...wholeAnswer(answer)];
  } catch (error) {
    // Whoever is trying things out is told, and goes on.
    if (error instanceof WorkbookError) return [plain(escapeMrkdwn(error.message))];
    throw error;
  }
}

const KNOWN = `Jeg svarer på ${FEATURE_COMMANDS.map((command) => `/${command}`).join(', ')}.`;

function unknownText(typed: string, name: string): string {
  const near = nearest(name, FEATURE_COMMANDS);
  return `Jeg kjenner ikke «${escapeMrkdwn(typed)}».${near ? ` Mente du /${near}?` : ''} ${KNOWN}`;
}

async function answerTo(asker: Asker, name: string, words: string): Promise<Answer> {
  const command = await loadCommand(name);
  if (!command) throw new Error(`No feature has the command ${name}`);
  return asker.ask(command, words);
}

async function notice(asker: Asker, name: string): Promise<readonly Message[]> {
  const command = await loadCommand(name);
  return command ? asker.notice(command) : [];
}

function title(text: string, more = ''): Message {
  return plain(`*── ${text} ──*${more ? `\n${more}` : ''}`);
}

/** Markup: typed words in it must have been escaped. */
function plain(text: string): Message {
  return { text, blocks: [section(text)] };
}
