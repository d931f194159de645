import { nearest } from '#src/domain/names.ts';

/** Options that take a value, and those that do not. */
const WITH_VALUE = ['handlingsplan', 'kapasitet', 'dato', 'som', 'kolonne', 'aar', 'til'] as const;
const FLAGS = ['json', 'stdin', 'google', 'hjelp'] as const;
const OPTION = /^--\p{L}/u;

type ValueOption = (typeof WITH_VALUE)[number];
type Flag = (typeof FLAGS)[number];

/** A command line, taken apart. */
export interface Arguments {
  /** Null when none was given. ASCII: «påminnelser» is `paaminnelser`. */
  readonly command: string | null;
  readonly words: readonly string[];
  readonly values: Readonly<Partial<Record<ValueOption, string>>>;
  readonly flags: ReadonlySet<Flag>;
}

/** The command could not be carried out (exit status 2). `message` is one Norwegian sentence or two. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Takes a command line apart. Not node:util's parseArgs: deadlines such as «-» and «– 31.12.24» are words here, and an
 * unknown option gets a Norwegian answer with the nearest one there is. Throws {@link UsageError}.
 */
export function parseArguments(argv: readonly string[]): Arguments {
  const words: string[] = [];
  const values: Partial<Record<ValueOption, string>> = {};
  const flags = new Set<Flag>();
  const left = [...argv];

  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    if (arg === '--') {
      words.push(...left.splice(0));
    } else if (OPTION.test(arg)) {
      const [name, inline] = splitOption(arg);
      if (isOneOf(WITH_VALUE, name)) values[name] = optionValue(name, inline ?? left.shift());
      else if (!isOneOf(FLAGS, name)) throw unknownOption(name, arg);
      else if (inline === undefined) flags.add(name);
      else throw new UsageError(`Valget --${name} skal ikke ha noen verdi.`);
    } else if (arg === '-h') {
      flags.add('hjelp');
    } else words.push(arg);
  }
  const [command = null, ...rest] = words;
  return { command: command === null ? null : asciiName(command), words: rest, values, flags };
}

/** «kjør» → `kjor`, «påminnelser» → `paaminnelser`. */
export function asciiName(name: string): string {
  return name.normalize('NFC').toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'o').replaceAll('å', 'aa');
}

function splitOption(arg: string): readonly [string, string | undefined] {
  const equals = arg.indexOf('=');
  if (equals < 0) return [asciiName(arg.slice(2)), undefined];
  return [asciiName(arg.slice(2, equals)), arg.slice(equals + 1)];
}

/** A blank value is a slip (an unset shell variable), and so is the next option in its place. */
function optionValue(name: ValueOption, value: string | undefined): string {
  if (value?.trim() && !OPTION.test(value)) return value.trim();
  throw new UsageError(`Valget --${name} trenger en verdi etter seg.`);
}

function unknownOption(name: string, arg: string): UsageError {
  const near = nearest(name, [...WITH_VALUE, ...FLAGS]);
  const hint = near ? ` Mente du --${near}?` : ' Skriv «hjelp» for å se valgene.';
  // What stands after «=» may be a secret that was meant for another option.
  return new UsageError(`Jeg kjenner ikke valget ${arg.split('=')[0]}.${hint}`);
}

function isOneOf<T extends string>(names: readonly T[], name: string): name is T {
  return (names as readonly string[]).includes(name);
}
