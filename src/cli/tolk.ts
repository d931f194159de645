import { parseAnsvarlig } from '../domain/ansvarlig.ts';
import { nearest } from '../domain/names.ts';
import { parseOmfang, parsePrioritet } from '../domain/prioritet.ts';
import { parseStatus } from '../domain/status.ts';
import { parseTall } from '../domain/tall.ts';
import { parseTidsrom } from '../domain/tidsrom.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { printJson, type Terminal } from './output.ts';
import { readingText } from './tolk-text.ts';

/** How one kind of column reads a cell, as data. */
type Reader = (text: string | null, year: number | null) => Readonly<Record<string, unknown>>;

const withText = (text: string | null) => text ?? '';

const READERS: Readonly<Record<string, Reader>> = {
  tidsrom: (text, year) => ({ ...parseTidsrom(text, year), text: withText(text) }),
  status: (text) => ({ text: withText(text), status: parseStatus(text).status }),
  ansvarlig: (text) => ({ ...parseAnsvarlig(text), text: withText(text) }),
  prioritet: (text) => ({ text: withText(text), value: parsePrioritet(text).value }),
  omfang: (text) => ({ text: withText(text), value: parseOmfang(text).value }),
  tall: (text) => ({ text: withText(text), value: parseTall(text).value }),
};

/** Shows how the bot reads cells, one for each argument or each line of standard input. */
export async function tolk(
  { words, values, flags }: Arguments,
  terminal: Terminal,
  readStdin: () => Promise<string>,
): Promise<number> {
  const kolonne = values.kolonne ?? 'tidsrom';
  const reader = Object.hasOwn(READERS, kolonne) ? READERS[kolonne] : undefined;
  if (!reader) throw unknownColumn(kolonne);

  const year = values.aar === undefined ? null : readYear(values.aar);
  const texts = flags.has('stdin') ? lines(await readStdin()) : words;
  if (texts.length === 0 && !flags.has('stdin')) {
    throw new UsageError('Skriv teksten jeg skal tolke, for eksempel: tolk "Innen 1.5.24".');
  }
  const readings = texts.map((text) => reader(text === '' ? null : text, year));
  if (flags.has('json')) printJson(terminal, readings);
  else terminal.out(readings.map((reading) => `${readingText(kolonne, reading)}\n`).join(''));
  return 0;
}

/** One text a line; the line break at the very end ends the last line and starts no new one. */
function lines(input: string): readonly string[] {
  if (input === '') return [];
  return input
    .replace(/^\ufeff/, '')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
}

function readYear(text: string): number {
  const year = /^\d{4}$/.test(text) ? Number(text) : Number.NaN;
  if (year >= 1990 && year <= 2100) return year;
  throw new UsageError(`--aar skal være et årstall som 2024, ikke «${text}».`);
}

function unknownColumn(kolonne: string): UsageError {
  const names = Object.keys(READERS);
  const near = nearest(kolonne, names);
  return new UsageError(
    `Jeg kjenner ikke kolonnen «${kolonne}».${near ? ` Mente du ${near}?` : ` Velg en av ${names.join(', ')}.`}`,
  );
}
