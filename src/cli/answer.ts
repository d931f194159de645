import { existsSync } from 'node:fs';
import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { PlanPast } from '../domain/plan-past.ts';
import type { Answer, Command } from '../features/feature.ts';
import { type Message, section } from '../message/message.ts';
import { dato, klokkeslett } from '../message/norsk.ts';
import type { Model } from '../sheets/model.ts';
import { USUAL_FILE } from '../store/usual-file.ts';
import type { Arguments } from './arguments.ts';
import { type Figures, openFigures, workbooksOf } from './figures.ts';
import { printJson, printMessages, type Terminal } from './output.ts';

/** A terminal's way of asking: words in, an answer out, from the workbooks the command line and the settings name. */
export interface Asker {
  ask(command: Command, words: string): Promise<Answer>;
  /** What an answer must say first of where its figures come from; nothing when they are the user's own, now. */
  notice(command: Command): readonly Message[];
}

/** Makes an asker. The example stands in for workbooks nobody has named. Throws UsageError for a wrong `--dato`. */
export async function terminalAsker(config: Config, args: Arguments): Promise<Asker> {
  const figures = await openFigures(config, args, { exampleWhenUnset: true, allMustOpen: true });
  const unitOf = await unitNamed(args.values.som);
  const past = () => pastOf(config, figures);
  return {
    ask: (command, words) => figures.answer(command, words, { unitOf, past }),
    notice(command) {
      const text = exampleNotice(command, figures);
      return text === null ? [] : [{ text, blocks: [section(text)] }];
    },
  };
}

/** Asks one question and prints the answer. Returns the exit status: 1 when something is to be mended. */
export async function answerInTerminal(
  command: Command,
  config: Config,
  args: Arguments,
  terminal: Terminal,
): Promise<number> {
  const asker = await terminalAsker(config, args);
  const answer = await asker.ask(command, args.flags.has('hjelp') ? 'hjelp' : args.words.join(' '));
  if (args.flags.has('json')) printJson(terminal, answer.json);
  else printMessages(terminal, [...asker.notice(command), ...wholeAnswer(answer)]);
  return answer.toMend ? 1 : 0;
}

/** The answer with its details, which a terminal has room for. */
export function wholeAnswer({ message, details = [] }: Answer): readonly Message[] {
  return [message, ...details];
}

/** How the plan was, where a bot has kept a state; the terminal makes none, and mostly there is none to load. */
async function pastOf({ databaseUrl }: Config, { books }: Figures): Promise<PlanPast | null> {
  if (databaseUrl === null && !existsSync(USUAL_FILE)) return null;
  const source = books.sources.handlingsplan;
  if (source === null) return null;
  const { pastInTime } = await import('./past-in-time.ts');
  return pastInTime(databaseUrl, source);
}

/** The unit `--som` names, as Kontakter or the plan spells it. */
async function unitNamed(som: string | undefined): Promise<(model: Model) => string | null> {
  if (som === undefined) return () => null;
  const { findUnit } = await import('../features/unit.ts');
  return (model) => findUnit(som, model) ?? som;
}

function exampleNotice(command: Command, { books, clockFor }: Figures): string | null {
  const read = workbooksOf(command);
  const invented = read.filter((name) => books.examples.includes(name));
  if (invented.length === 0) return null;
  const what =
    invented.length === read.length ? 'Eksempel med oppdiktede tall.' : INVENTED[invented[0] ?? 'handlingsplan'];
  const clock = clockFor(command);
  if (clock === systemClock) return what;
  const now = clock();
  return `${what} Klokken er satt til ${dato(now.day, now.day)} ${now.day.slice(0, 4)} ${klokkeslett(now)}.`;
}

const INVENTED = {
  handlingsplan: 'Handlingsplanen er et oppdiktet eksempel.',
  kapasitet: 'Kapasitetstallene er oppdiktede eksempler.',
} as const;
