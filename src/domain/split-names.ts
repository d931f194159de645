import type { Span } from './unit-register.ts';

const LETTER = '[\\p{L}\\p{N}]';
const WORDS = `(?<!${LETTER})(?:og ?/ ?eller|og|samt|sammen\\s+med|saman\\s+med)(?!${LETTER})`;
const MARK = new RegExp(`(?<open>[([])|(?<close>[)\\]])|${WORDS}|[&+/,;\\n]`, 'giu');

/** «helse- og omsorgssjef», «sykepleiere og -ledere» or a line broken at a hyphen: still one name. */
const HANGING_BEFORE = new RegExp(`${LETTER}[-‑](?:\\s+og)?\\s*$`, 'iu');
const HANGING_AFTER = new RegExp(`^og\\s+[-‑]${LETTER}`, 'iu');

/**
 * Splits a text with several names at `&`, `+`, `/`, comma, `;`, line breaks, «og», «samt» and «sammen med», but never
 * inside one of the `keep` spans (in order, not overlapping) nor after a hanging hyphen. What stands in parentheses or
 * brackets is no part of a name; one that is never closed ends with its line. Pieces come as written, and may be empty.
 * Takes time in proportion to the text.
 */
export function splitNames(text: string, keep: readonly Span[]): readonly string[] {
  const marks = marksOutside(text, keep);
  const closing = matchParentheses(marks);
  const pieces: string[] = [];
  let [piece, from] = ['', 0];

  for (const mark of marks) {
    if (mark.start < from) continue;
    if (mark.kind === 'separator' && isHanging(text, mark)) continue;

    piece += text.slice(from, mark.start);
    from = mark.kind === 'open' ? (closing.get(mark.start) ?? endOfLine(text, mark.end)) : mark.end;
    if (mark.kind === 'separator') {
      pieces.push(piece);
      piece = '';
    } else {
      piece += ' ';
    }
  }
  return [...pieces, piece + text.slice(from)];
}

interface Mark extends Span {
  readonly kind: 'open' | 'close' | 'separator';
}

function marksOutside(text: string, keep: readonly Span[]): readonly Mark[] {
  const marks: Mark[] = [];
  let kept = 0;
  for (const { 0: found, index: start, groups } of text.matchAll(MARK)) {
    while ((keep[kept]?.end ?? Number.POSITIVE_INFINITY) <= start) kept++;
    if ((keep[kept]?.start ?? Number.POSITIVE_INFINITY) <= start) continue;
    const kind = groups?.open ? 'open' : groups?.close ? 'close' : 'separator';
    marks.push({ start, end: start + found.length, kind });
  }
  return marks;
}

/** Where each closed parenthesis, by its start, ends. */
function matchParentheses(marks: readonly Mark[]): ReadonlyMap<number, number> {
  const open: number[] = [];
  const ends = new Map<number, number>();
  for (const { kind, start, end } of marks) {
    if (kind === 'open') open.push(start);
    const opened = kind === 'close' ? open.pop() : undefined;
    if (opened !== undefined) ends.set(opened, end);
  }
  return ends;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** Looks at a few characters only, since a cell may hold a whole page. */
function isHanging(text: string, { start, end }: Span): boolean {
  return (
    HANGING_BEFORE.test(text.slice(Math.max(0, start - 6), start)) || HANGING_AFTER.test(text.slice(start, end + 4))
  );
}
