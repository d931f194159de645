import type { GooglePatience } from '../book-opener.ts';
import { onlyExample, openBooks } from '../books.ts';
import { type Clock, chooseClock, parseDato } from '../clock.ts';
import type { Config } from '../config.ts';
import { type Books, currentModel, type Source } from '../current-model.ts';
import type { Moment } from '../domain/day.ts';
import type { PlanPast } from '../domain/plan-past.ts';
import { answerFrom } from '../features/ask.ts';
import type { Answer, Channels, Command, Reader } from '../features/feature.ts';
import { asksForHelp, commandHelp } from '../features/hjelp/help.ts';
import type { WorkbookName } from '../sheets/contract.ts';
import type { Model } from '../sheets/model.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { readWhenAsked } from './read-when-asked.ts';
import type { Following, WatchedBooks } from './watched-books.ts';

/** What a terminal and a chat want differently of the same figures. */
export interface Manner {
  /** The invented example stands in for a workbook nobody has named. */
  readonly exampleWhenUnset: boolean;
  /** A workbook that is only made use of must open too: whoever typed its name is there to correct it. */
  readonly allMustOpen: boolean;
  /** With Google; the usual when left out. */
  readonly patience?: GooglePatience;
  /** What counts as now where nobody has chosen it; the machine's when left out. */
  readonly clock?: Clock | undefined;
  /** How workbooks are followed by a bot that goes on running; left out where somebody is there and asks. */
  readonly following?: Following;
}

/** The workbooks that settings and command line name, and the clock that belongs to them. */
export interface Figures {
  readonly books: Books;
  readonly channels: Channels;
  /** What counts as now for somebody who reads these workbooks: `--dato`, the example's own time, or the real one. */
  clockFor(reader: Reader): Clock;
  /** The workbooks that are followed. */
  readonly watched: WatchedBooks;
  /** Throws WorkbookError when a workbook that is needed cannot be read. */
  modelFor(reader: Reader): Promise<Model>;
  /** Answers a question. Throws WorkbookError. */
  answer(command: Command, words: string, by: AskedBy): Promise<Answer>;
}

/** What an answer may depend on besides the figures. */
interface AskedBy {
  /** Which unit the asker speaks for; null when that is not known. */
  unitOf(model: Model): string | null;
  /** How the plan was; null when nothing is remembered. Asked only for commands that tell of it. */
  past(): Promise<PlanPast | null>;
}

/** Opens the figures; nothing is read before somebody asks. Throws {@link UsageError} for a wrong `--dato`. */
export async function openFigures(config: Config, { values }: Arguments, manner: Manner): Promise<Figures> {
  const named = {
    google: config.google,
    handlingsplan: values.handlingsplan ?? config.handlingsplan,
    kapasitet: values.kapasitet ?? config.kapasitet,
  };
  const chosen = chosenMoment(values.dato);
  const books = await openBooks(named, manner.exampleWhenUnset, manner.patience);
  const watched = manner.following ? await follow(books, manner.following) : NOT_FOLLOWED;
  const sourceOf = (name: WorkbookName): Source | null => {
    const workbook = books[name];
    return workbook && (watched[name]?.reading ?? readWhenAsked(workbook));
  };
  const sources = { handlingsplan: sourceOf('handlingsplan'), kapasitet: sourceOf('kapasitet') };
  const current = currentModel(sources, books.examples);
  const channels = { summary: config.slack.channel, admin: config.slack.adminChannel };

  const clockFor = (reader: Reader) => {
    const read = workbooksOf(reader).filter((name) => books[name] !== null);
    return chooseClock(chosen, onlyExample(books, read), manner.clock);
  };
  const modelFor = (reader: Reader) =>
    current(manner.allMustOpen ? { ...reader, needs: workbooksOf(reader) } : reader, clockFor(reader));

  return {
    books,
    channels,
    watched,
    clockFor,
    modelFor,
    async answer(command, words, { unitOf, past }) {
      if (asksForHelp(words)) return { message: commandHelp(command), json: { usage: command.usage } };
      const [model, remembered] = await Promise.all([modelFor(command), command.withPast ? past() : null]);
      const now = clockFor(command)();
      return answerFrom(command, { words, model, now, unit: unitOf(model), channels, past: remembered });
    },
  };
}

const NOT_FOLLOWED: WatchedBooks = { handlingsplan: null, kapasitet: null };

/** Loaded only where it is made use of: a command in the terminal is to be quick. */
async function follow(books: Books, following: Following): Promise<WatchedBooks> {
  const { watchBooks } = await import('./watched-books.ts');
  return watchBooks(books, following);
}

/** Every workbook somebody reads, whether it is needed or only made use of. */
export function workbooksOf({ needs, uses }: Reader): readonly WorkbookName[] {
  return [...needs, ...uses];
}

function chosenMoment(text: string | undefined): Moment | null {
  if (text === undefined) return null;
  const moment = parseDato(text);
  if (moment) return moment;
  throw new UsageError(`«${text}» er ikke en dato. Skriv --dato 2024-06-03 eller --dato 2024-06-03T08:00.`);
}
