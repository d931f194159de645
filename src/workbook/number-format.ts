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
  const [forPositive = ''] = code.replace(quotedText, '').split(';');
  return /\[(?:h+|m+|s+)\]/i.test(forPositive) || /[ydmhs]/i.test(forPositive.replace(/\[[^\]]*\]/g, ''));
}

/** "text", \x (a character as it is), _x (room for it) and *x (filled with it): no instructions. */
const quotedText = /"[^"]*"|[\\_*]./g;
