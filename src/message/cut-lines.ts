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
    if (chars > maxChars || kept.length === maxLines - (last ? 0 : 1))
      return [...kept, more(lines.length - kept.length)];
    kept.push(line);
  }
  return kept;
}
