import type { Span } from './unit-register.ts';

const LETTER = '[\\p{L}\\p{N}]';
const WORDS = `(?<!${LETTER})(?:og ?/ ?eller|og|samt|sammen\\s+med|saman\\s+med)(?!${LETTER})`;

/** Any of these stands for a hyphen when people are in a hurry. */
const HYPHEN = '[-‐‑–−]';
/** «helse- og omsorgssjef», «sykepleiere og -ledere» or a line broken at a hyphen: still one name. */
const HANGING_BEFORE = new RegExp(`${LETTER}${HYPHEN}(?:\\s+og)?\\s*$`, 'iu');
/** «Helse - og omsorgsdepartementet»: only «og» shows that the loose hyphen is no dash. */
const LOOSE_BEFORE_OG = new RegExp(`${LETTER} ${HYPHEN} og `, 'iu');
const HANGING_AFTER = new RegExp(`^og\\s+${HYPHEN}${LETTER}`, 'iu');

/** «v/ leder», and «ved» before a role: «Klinikken ved sykehuset» is a name. */
const ROLE =
  '(?:leder|leiar|sjef|direktør|koordinator|rådgiver|rådgjevar|overlege|sekretær|representant|kontakt(?:person)?)';
const REPRESENTED = `(?<!\\S)(?:v ?/|ved\\s+(?=\\p{L}*${ROLE}(?:en)?(?!\\p{L})))`;

const MARK = new RegExp(`(?<open>[([])|(?<close>[)\\]])|(?<role>${REPRESENTED})|${WORDS}|[&+/,;\\n]`, 'giu');

/**
 * Splits a text with several names at `&`, `+`, `/`, comma, `;`, line breaks, «og», «samt» and «sammen med», but never
 * inside one of the `keep` spans (in order, not overlapping) nor after a hanging hyphen. What stands in parentheses or
 * brackets is no part of a name, nor is who speaks for it («v/ leder»); a parenthesis that is never closed ends with its line. Pieces come as written, and may be empty.
 * Takes time in proportion to the text.
 */
export function splitNames(text: string, keep: readonly Span[]): readonly string[] {
  const marks = marksOutside(text, keep).filter((mark) => mark.kind !== 'separator' || !isHanging(text, mark));
  const closing = matchParentheses(marks);
  const pieces: string[] = [];
  let [piece, from] = ['', 0];

  for (const [index, mark] of marks.entries()) {
    if (mark.start < from) continue;

    piece += text.slice(from, mark.start);
    from = mark.end;
    if (mark.kind === 'open') from = closing.get(mark.start) ?? endOfLine(text, mark.end);
    if (mark.kind === 'role') from = marks[index + 1]?.start ?? text.length;
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
  readonly kind: 'open' | 'close' | 'role' | 'separator';
}

function marksOutside(text: string, keep: readonly Span[]): readonly Mark[] {
  const marks: Mark[] = [];
  let kept = 0;
  for (const { 0: found, index: start, groups } of text.matchAll(MARK)) {
    while ((keep[kept]?.end ?? Number.POSITIVE_INFINITY) <= start) kept++;
    if ((keep[kept]?.start ?? Number.POSITIVE_INFINITY) <= start) continue;
    marks.push({ start, end: start + found.length, kind: kindOf(groups) });
  }
  return marks;
}

function kindOf(groups: Record<string, string | undefined> | undefined): Mark['kind'] {
  if (groups?.open) return 'open';
  if (groups?.close) return 'close';
  return groups?.role ? 'role' : 'separator';
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
  const before = text.slice(Math.max(0, start - 6), start);
  return (
    HANGING_BEFORE.test(before) ||
    LOOSE_BEFORE_OG.test(`${before}${text.slice(start, end + 1)}`) ||
    HANGING_AFTER.test(text.slice(start, end + 4))
  );
}
