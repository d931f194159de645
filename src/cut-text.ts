/** Cuts at a word, with «…», so that the whole is at most `max` characters. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const room = text.slice(0, max - 1);
  const lastSpace = room.search(/\s\S*$/);
  // A single long word is cut where it must be, but never through a surrogate pair.
  const kept = lastSpace > max / 2 ? room.slice(0, lastSpace) : room.replace(/[\ud800-\udbff]$/, '');
  return `${kept.replace(/[\s,.;:–-]+$/, '')}…`;
}
