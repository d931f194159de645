/** Excel's built-in formats that show a date or a time (ECMA-376 part 1, 18.8.30), East Asian ones included. */
const builtInDateFormats: readonly (readonly [first: number, last: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/**
 * Whether a number with this format is a date or a time to the one who looks at it.
 *
 * @param code - the format's own code; undefined for a built-in one
 */
export function showsDate(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDateFormats.some(([first, last]) => id >= first && id <= last);
  const forPositive = instructions(code);
  return /\[(?:h+|m+|s+)\]/i.test(forPositive) || /[ydmhs]/i.test(withoutBrackets(forPositive));
}

/** Of a format that shows a date: whether it has the day, the time of day, or both. Built-in ones are those of Excel. */
export function dateParts(id: number, code: string | undefined): { readonly day: boolean; readonly time: boolean } {
  if (code === undefined) {
    const isTime = (id >= 18 && id <= 21) || (id >= 45 && id <= 47);
    return { day: !isTime, time: isTime || id === 22 };
  }
  const shown = withoutBrackets(instructions(code));
  return { day: /[yd]/i.test(shown), time: /h/i.test(instructions(code)) };
}

/** What the format says of a positive number. */
const instructions = (code: string): string => code.replace(quotedText, '').split(';')[0] ?? '';

const withoutBrackets = (code: string): string => code.replace(/\[[^\]]*\]/g, '');

/** "text", \x (a character as it is), _x (room for it) and *x (filled with it): no instructions. */
const quotedText = /"[^"]*"|[\\_*]./g;
