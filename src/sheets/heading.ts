import { remembered } from '#src/domain/remembered.ts';

const ENDINGS = ['ene', 'ane', 'en', 'et', 'er', 'ar', 'a', 'e'] as const;

/**
 * The form in which headings are compared: without case, punctuation, years and plural or definite endings, so that
 * «Fristene», «FRIST:» and «Frist 2024» are one heading. Both sides of a comparison go through here.
 */
export const headingForm = remembered((text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\b(?:19|20)\d\d\b/g, ' ')
    .replace(/[-–/]/g, ' ')
    .replace(/[^\p{L}\p{N}#\s]/gu, '')
    .split(/\s+/)
    .map(stem)
    .join(''),
);

/** The same without what stands in parentheses: «Tidsrom (start – slutt)» is «Tidsrom». */
export function headingFormWithoutParenthesis(text: string): string {
  return headingForm(text.replace(/\([^)]*\)?/g, ' '));
}

function stem(word: string): string {
  const ending = ENDINGS.find((e) => word.endsWith(e) && word.length - e.length >= 2);
  if (ending) return stem(word.slice(0, -ending.length));
  // «tidsrommet» loses its ending as «tidsromm».
  return word.length > 3 && word.at(-1) === word.at(-2) ? word.slice(0, -1) : word;
}
