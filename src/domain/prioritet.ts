import { type CellValue, cellText } from './cell-value.ts';
import { foldLetters } from './misspelt.ts';
import { nameKey } from './names.ts';
import { remembered } from './remembered.ts';

export type Prioritet = 'hoy' | 'middels' | 'lav';
export type Omfang = 'stort' | 'middels' | 'lite';

/** A cell with three possible answers. */
export interface Choice<T> {
  readonly text: string;
  /** Null when nothing is chosen, and when the text could not be read. */
  readonly value: T | null;
  /** False when a person must look at the cell; a blank cell and the template's own text are understood. */
  readonly understood: boolean;
}

const PRIORITET: Record<Prioritet, readonly string[]> = {
  hoy: ['høy', 'høyt', 'høg', 'høgt'],
  middels: ['middels', 'middel', 'midels', 'medium'],
  lav: ['lav', 'lavt', 'låg', 'lågt'],
};

const OMFANG: Record<Omfang, readonly string[]> = {
  stort: ['stort', 'stor'],
  middels: ['middels', 'middel', 'midels', 'medium'],
  lite: ['lite', 'liten', 'lita'],
};

/** Reads a «Prioritet» cell; spaces and lost strokes do not count, since scanned plans split words («Mid dels», «H0y»). */
export const parsePrioritet = remembered(
  (cell: CellValue): Choice<Prioritet> => parseChoice(cell, 'prioritet', PRIORITET),
);

/** Reads an «Omfang» cell, as {@link parsePrioritet}. */
export const parseOmfang = remembered((cell: CellValue): Choice<Omfang> => parseChoice(cell, 'omfang', OMFANG));

function parseChoice<T extends string>(
  cell: CellValue,
  heading: string,
  words: Record<T, readonly string[]>,
): Choice<T> {
  const text = cellText(cell);
  // A question mark is a doubt and not punctuation: «Høy?» is for a person to settle.
  const key = text.includes('?') ? text : nameKey(text).replace(heading, '');
  if (key === '') return { text, value: null, understood: true };

  const values = Object.keys(words) as T[];
  const folded = foldLetters(key);
  const value = values.find((choice) => words[choice].some((word) => foldLetters(word) === folded));
  if (value) return { text, value, understood: true };
  return { text, value: null, understood: isWholeList(key, Object.values(words)) };
}

/** «Høy / Middel / Lav»: the template's list of answers, of which none has been chosen. */
function isWholeList(key: string, choices: readonly (readonly string[])[]): boolean {
  const alternatives = choices.map((spellings) => `(?:${spellings.join('|')})`);
  return new RegExp(`^(?:${alternatives.join('')}|${alternatives.toReversed().join('')})$`).test(key);
}
