import { type CellValue, cellLines } from './cell-value.ts';

/** Monday to Friday as people write them: bokmål, nynorsk, short and plural. The bot never speaks in weekends. */
const DAYS: readonly RegExp[] = ['m[aå]n', 'tirs?|tys', 'ons', 'tors?', 'fre'].map(
  (name) => new RegExp(`^(?:${name})(?:\\.|dag(?:e[nr]|ene|ar|ane)?)?$`),
);

const ALL = [1, 2, 3, 4, 5] as const;
const WORKING_DAYS = /^(?:hver |kvar |alle )?(?:arbeids|virke|yrke|kvar|hver)dag(?:e[nr]|ene|ar|ane)?$/;
const BETWEEN_DAYS = /\s*(?:[,;&+/\n]| og )\s*/;
const FROM_TO = /\s*(?:[-–—]| til | t\.o\.m\. )\s*/;

/**
 * Reads weekdays as ISO numbers (Monday is 1), ascending: «mandag», «man, ons og fre», «mandag–fredag», «hver
 * arbeidsdag». Null when it is something else, or names a day of the weekend.
 */
export function parseUkedager(cell: CellValue): readonly number[] | null {
  const text = cellLines(cell).toLowerCase();
  if (WORKING_DAYS.test(text)) return ALL;
  const parts = text.split(BETWEEN_DAYS).map(readPart);
  const days = new Set(parts.flatMap((part) => part ?? []));
  return parts.includes(null) ? null : ALL.filter((weekday) => days.has(weekday));
}

/** «hver mandag» or «mandag–onsdag». */
function readPart(text: string): readonly number[] | null {
  const [first = '', last = first, ...more] = text.split(FROM_TO);
  const [from, to] = [weekday(first), weekday(last)];
  return from === 0 || to < from || more.length > 0 ? null : ALL.slice(from - 1, to);
}

/** Its ISO number, or 0. */
function weekday(text: string): number {
  const name = text.replace(/^(?:hver|kvar) /, '');
  return DAYS.findIndex((day) => day.test(name)) + 1;
}
