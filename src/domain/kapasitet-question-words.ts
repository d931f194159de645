import { addDays, type Day, weekdayOf } from './day.ts';
import { firstDayOf } from './kapasitet-day.ts';

/** Said on the way to the point; they change nothing. */
const FILL_WORDS: ReadonlySet<string> = new Set(
  `plass plasser plassen plassene seng senger ledig ledige kapasitet kommune kommunen kommuner for til fra fom i på av
  med og eller et hvem hva hvor har er finnes dere vi jeg trenger ønsker søker finn vis se noen pasient pasienter andre
  nå gjerne helst stk kun bare hos neste`.split(/\s+/),
);

/** Neighbours will do: this asks for a place, not for that kommune's own figures. */
const NEAR_WORDS: ReadonlySet<string> = new Set(
  'nær nærme nærmest nærheten naer naermest nærmast ved rundt omkring'.split(' '),
);

const NUMBER_WORDS = 'null en to tre fire fem seks sju åtte ni ti'.split(' ');
const OTHER_NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ['ett', 1],
  ['ein', 1],
  ['én', 1],
  ['ei', 1],
  ['syv', 7],
  ['aatte', 8],
]);

/** Bokmål and nynorsk, and as typed without ø; Monday first. A word may be cut to its first letters. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ['mandag', 'måndag'],
  ['tirsdag', 'tysdag'],
  ['onsdag'],
  ['torsdag'],
  ['fredag'],
  ['lørdag', 'lordag', 'loerdag', 'laurdag'],
  ['søndag', 'sondag', 'soendag', 'sundag'],
];

const DAYS_AHEAD: ReadonlyMap<string, number> = new Map([
  ...['i dag', 'idag', 'i kveld', 'ikveld', 'i natt', 'inatt', 'i ettermiddag'].map((now) => [now, 0] as const),
  ['i morgen', 1],
  ['imorgen', 1],
  ['i morgon', 1],
  ['i overmorgen', 2],
  ['overmorgen', 2],
]);
const NEXT_MONDAY: ReadonlySet<string> = new Set([
  'neste uke',
  'neste veke',
  'over helga',
  'over helgen',
  'etter helga',
  'etter helgen',
]);

const WEEKEND: ReadonlySet<string> = new Set(['i helgen', 'i helga', 'til helgen', 'til helga', 'helgen', 'helga']);
const SATURDAY = 6;

/** Without this look, «2 rehab» would be tried as a date. */
const DATE_LIKE =
  /^(?:\d{1,2}\.? ?\p{L}{3,}\.?(?: \d{4})?|\d{1,2}[./]\d{1,2}(?:[./-]\d{2,4})?\.?|\d{4}-\d\d-\d\d|(?:uke|veke) ?\d{1,2}(?: \d{4})?)$/iu;
/** «10. juni 2024» */
const LONGEST_DATE = 3;

export function isFillWord(word: string): boolean {
  return FILL_WORDS.has(word.toLowerCase());
}

export function isNearWord(word: string): boolean {
  return NEAR_WORDS.has(word.toLowerCase());
}

/** «2», «to»; null when it is no number of places. */
export function readNumber(word: string): number | null {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  const text = word.toLowerCase();
  const spelt = NUMBER_WORDS.indexOf(text);
  return spelt >= 0 ? spelt : (OTHER_NUMBER_WORDS.get(text) ?? null);
}

/** The day written at a position, and how many words it took. «fredag» is the next one, today included. */
export function readDateAt(
  words: readonly string[],
  at: number,
  today: Day,
): { readonly day: Day; readonly words: number } | null {
  for (let length = Math.min(LONGEST_DATE, words.length - at); length > 0; length--) {
    const day = readDate(
      words
        .slice(at, at + length)
        .join(' ')
        .toLowerCase(),
      today,
    );
    if (day) return { day, words: length };
  }
  return null;
}

function readDate(text: string, today: Day): Day | null {
  const ahead = DAYS_AHEAD.get(text) ?? daysToWeek(text, weekdayOf(today)) ?? daysToWeekday(text, today);
  if (ahead !== null) return addDays(today, ahead);
  return DATE_LIKE.test(text) ? firstDayOf(text, today) : null;
}

/** «Neste uke» begins on Monday; «i helgen» on Saturday, or is now. */
function daysToWeek(text: string, weekday: number): number | null {
  if (NEXT_MONDAY.has(text)) return 8 - weekday;
  return WEEKEND.has(text) ? Math.max(0, SATURDAY - weekday) : null;
}

function daysToWeekday(text: string, today: Day): number | null {
  const word = text.replace(/\.$/, '');
  if (word.length < 3) return null;
  const weekday = WEEKDAYS.findIndex((names) => names.some((name) => name.startsWith(word)));
  return weekday < 0 ? null : (weekday + 1 - weekdayOf(today) + 7) % 7;
}
