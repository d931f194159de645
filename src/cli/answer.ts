import { onlyExample, openBooks } from '../books.ts';
import { chooseClock, parseDato } from '../clock.ts';
import type { Config } from '../config.ts';
import { currentModel } from '../current-model.ts';
import type { Moment } from '../domain/day.ts';
import { answerFrom } from '../features/ask.ts';
import type { Answer, Command } from '../features/feature.ts';
import { asksForHelp, commandHelp } from '../features/hjelp/help.ts';
import { section } from '../message/message.ts';
import { dato, klokkeslett } from '../message/norsk.ts';
import type { WorkbookName } from '../sheets/contract.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { printJson, printMessages, type Terminal } from './output.ts';

/** A terminal's way of asking: words in, an answer out, from the workbooks the command line and the settings name. */
export interface Asker {
  ask(command: Command, words: string): Promise<Answer>;
  /** What every answer must say of where its figures come from; null when they are the user's own, now. */
  notice(command: Command): string | null;
}

/** Makes an asker. The example stands in for workbooks nobody has named. Throws {@link UsageError} for a wrong `--dato`. */
export async function terminalAsker(config: Config, { values }: Arguments): Promise<Asker> {
  const books = await openBooks(
    {
      ...config,
      handlingsplan: values.handlingsplan ?? config.handlingsplan,
      kapasitet: values.kapasitet ?? config.kapasitet,
    },
    true,
  );
  const chosen = chosenMoment(values.dato);
  const clockFor = (command: Command) => chooseClock(chosen, onlyExample(books, [...command.needs, ...command.uses]));

  return {
    async ask(command, words) {
      const clock = clockFor(command);
      const model = await currentModel(books, { clock, pollMs: 0 })({
        ...command,
        needs: [...command.needs, ...command.uses],
      });
      const channels = { summary: config.slack.channel, admin: config.slack.adminChannel };
      if (asksForHelp(words)) return { message: commandHelp(command), json: { usage: command.usage } };
      return answerFrom(command, { words, model, now: clock(), unit: values.som?.trim() || null, channels });
    },
    notice(command) {
      const read: readonly WorkbookName[] = [...command.needs, ...command.uses];
      if (!read.some((name) => books.examples.includes(name))) return null;
      const now = clockFor(command)();
      const year = now.day.slice(0, 4);
      return `Eksempel med oppdiktede tall. Klokken er satt til ${dato(now.day, now.day)} ${year} ${klokkeslett(now)}.`;
    },
  };
}

/** The moment `--dato` asks for; null without it. Throws {@link UsageError}. */
export function chosenMoment(text: string | undefined): Moment | null {
  if (text === undefined) return null;
  const moment = parseDato(text);
  if (moment) return moment;
  throw new UsageError(`«${text}» er ikke en dato. Skriv --dato 2024-06-03 eller --dato 2024-06-03T08:00.`);
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
  else {
    const notice = asker.notice(command);
    const details = answer.details ?? [];
    printMessages(terminal, [
      ...(notice === null ? [] : [{ text: notice, blocks: [section(notice)] }]),
      answer.message,
      ...details,
    ]);
  }
  return answer.toMend ? 1 : 0;
}
