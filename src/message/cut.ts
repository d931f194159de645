/** Cuts at a word, with «…», so that the whole is at most `max` characters. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const room = text.slice(0, max - 1);
  const lastSpace = room.search(/\s\S*$/);
  // A single long word is cut where it must be, but never through a surrogate pair.
  const kept = lastSpace > max / 2 ? room.slice(0, lastSpace) : room.replace(/[\ud800-\udbff]$/, '');
  return `${kept.replace(/[\s,.;:–-]+$/, '')}…`;
}

/**
 * Keeps the first lines that fit, and says honestly how many were left out.
 * @param more the line for those left out, such as «… og 12 til»
 */
export function cutLines(
  lines: readonly string[],
  { maxLines, maxChars }: { readonly maxLines: number; readonly maxChars: number },
  more: (left: number) => string,
): readonly string[] {
  const kept: string[] = [];
  let chars = 0;
  for (const line of lines) {
    chars += line.length + 1;
    const last = kept.length === lines.length - 1;
    if (chars > maxChars || kept.length === maxLines - (last ? 0 : 1)) return [...kept, more(lines.length - kept.length)];
    kept.push(line);
  }
  return kept;
}
