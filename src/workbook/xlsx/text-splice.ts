/** What is to stand instead of the characters from `start` to `end`; nothing is taken out when they are the same. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with these changes made, and everything between them as it was. They must not overlap. */
export function splice(text: string, changes: readonly Splice[]): string {
  let result = '';
  let at = 0;
  for (const change of changes.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, change.start) + change.text;
    at = change.end;
  }
  return result + text.slice(at);
}
