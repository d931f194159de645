import type { Phrases } from './tidsrom-spelling.ts';
import type { Token } from './tidsrom-tokens.ts';

/** Reads tokens from left to right. Every `take` either moves past what it names or stays put and answers null. */
export class Cursor {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isDone(): boolean {
    return this.#at >= this.#tokens.length;
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead];
  }

  /** Tries a reading; when it answers null, nothing has been read. */
  attempt<T>(read: () => T | null): T | null {
    const from = this.#at;
    const found = read();
    if (found === null) this.#at = from;
    return found;
  }

  /** Whatever stands here. */
  takeToken(): Token | null {
    const token = this.peek() ?? null;
    if (token) this.#at++;
    return token;
  }

  /** One of these signs, such as `.` or `-`. */
  takeSign(...signs: readonly string[]): string | null {
    const token = this.peek();
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return null;
    this.#at++;
    return token.text;
  }

  /** A number of at least `least` and at most `most` digits. */
  takeNumber(least: number, most: number): number | null {
    const token = this.peek();
    if (token?.kind !== 'number' || token.text.length < least || token.text.length > most) return null;
    this.#at++;
    return Number(token.text);
  }

  /** What a word means by this table; a dot after it (a short form) goes with it. */
  takeWord<T>(words: ReadonlyMap<string, T>): T | null {
    const token = this.peek();
    const value = token?.kind === 'word' ? words.get(token.text) : undefined;
    if (value === undefined) return null;
    this.#at++;
    this.takeSign('.');
    return value;
  }

  /** The longest phrase of this list that stands here. Dots inside it do not count: «t.o.m.» is «t o m». */
  takePhrase<T>(phrases: Phrases<T>): T | null {
    const token = this.peek();
    if (token?.kind !== 'word') return null;
    for (const { words, value } of phrases.byFirstWord.get(token.text) ?? []) {
      if (this.attempt(() => this.#takeWords(words))) return value;
    }
    return null;
  }

  #takeWords(words: readonly string[]): true | null {
    for (const word of words) {
      const token = this.peek();
      if (token?.kind !== 'word' || token.text !== word) return null;
      this.#at++;
      this.takeSign('.');
    }
    return true;
  }
}
