/** What a spreadsheet takes for the beginning of a formula when it opens a text file (OWASP, «CSV injection»). */
const FORMULA = /^[\s']*[=+\-@＝＋－＠]/;

/** A plain number, and the dash that people write for «none»: no program makes a formula of them. */
const HARMLESS = /^(?:[+-]?\d+(?:[.,]\d+)?|-)$/;

/**
 * A text as it is to stand in a .tsv or .csv: with an apostrophe first, as people type it in Excel and Google Sheets,
 * where it would else be a formula. Such a text that has one already gets another, so that {@link unguarded} gives
 * every text back as it was.
 */
export const guarded = (text: string): string => (FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text);

/** The text without the apostrophe that keeps it from being a formula. Any other apostrophe is part of the text. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
