import { isKnownWord, mendWord } from './tidsrom-known-words.ts';

/** A word, a run of digits, or one sign; lower case. */
export interface Token {
  readonly kind: 'word' | 'number' | 'sign';
  readonly text: string;
  /** White space stands before it. */
  readonly gap: boolean;
}

const DASHES = /[-=]+>|[‐‑‒–—―−→⟶➔➜⇒]/g;
const QUOTES = /["“”„«»]/g;
const ZERO_IN_WORD = /(?<=\p{L})0(?=\p{L})/gu;
const APOSTROPHES = /[’‘´`]/g;
const PIECE = /(\s*)(?:(\p{L}+)|(\d+)|(\S))/gu;
/** What a scanner may have made of a date: digits, dots, and letters that look like digits. */
const RUN = /[\p{L}\d.]+/gu;
const MAYBE_SCANNED = /[oil][\d.]|[\d.][oil]|\p{L}0\p{L}/u;
const SCANNED_DATE = /^[oil.]*\d[\doil.]*$/;
/** OCR splits a word in two or, rarely, three: «des ember», «Inn en». */
const MOST_PIECES = 3;

/**
 * The words, numbers and signs of a cell, with the usual slips mended: any dash or arrow is `-`, a doubled dot or dash
 * is one, quotation marks are gone, «1O.5.24» and «l.5.24» are dates, «des ember» is one word, «h0sten» is «høsten». Linear in the length of the text.
 */
export function tokenise(text: string): readonly Token[] {
  const lower = text.toLowerCase().replace(DASHES, '-').replace(QUOTES, ' ');
  const plain = lower.replace(APOSTROPHES, "'").replaceAll('…', '.');
  const mended = MAYBE_SCANNED.test(plain) ? plain.replace(RUN, mendDigits) : plain;
  return joinSplitWords(withoutDoubles(split(mended)));
}

function split(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const [, space, word, digits, sign = ''] of text.matchAll(PIECE)) {
    const gap = space !== '';
    if (word !== undefined) tokens.push({ kind: 'word', text: mendWord(word), gap });
    else if (digits !== undefined) tokens.push({ kind: 'number', text: digits, gap });
    else tokens.push({ kind: 'sign', text: sign, gap });
  }
  return tokens;
}

function mendDigits(run: string): string {
  if (SCANNED_DATE.test(run)) return run.replaceAll('o', '0').replace(/[il]/g, '1');
  return run.replace(ZERO_IN_WORD, 'o');
}

function withoutDoubles(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ text }, index) => (text !== '.' && text !== '-') || tokens[index - 1]?.text !== text);
}

function joinSplitWords(tokens: readonly Token[]): readonly Token[] {
  if (tokens.every(({ kind, text }) => kind !== 'word' || isKnownWord(text))) return tokens;

  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const { token, length } = joinFrom(tokens, at);
    if (token) joined.push(token);
    at += length;
  }
  return joined;
}

function joinFrom(
  tokens: readonly Token[],
  at: number,
): { readonly token: Token | undefined; readonly length: number } {
  const first = tokens[at];
  for (let length = MOST_PIECES; length > 1; length--) {
    const pieces = tokens.slice(at, at + length);
    const isMendable =
      pieces.length === length &&
      pieces.every(({ kind }) => kind === 'word') &&
      pieces.some(({ text }) => !isKnownWord(text));
    const word = pieces.map(({ text }) => text).join('');
    if (first && isMendable && isKnownWord(word)) return { token: { ...first, text: word }, length };
  }
  return { token: first, length: 1 };
}
