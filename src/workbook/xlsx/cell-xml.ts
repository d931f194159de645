import { escapeXml } from './xml-write.ts';

/** What stands in a cell of the file: a moment is a number here. Blank is `null`. */
export type CellContent = null | string | number | boolean;

/** Attribute `t` of the cell that holds it; a number needs none. */
export function cellType(content: CellContent): string | null {
  if (typeof content === 'boolean') return 'b';
  return typeof content === 'string' ? 'inlineStr' : null;
}

/**
 * What stands between `<c>` and `</c>`. A text stands in the cell itself: the table of shared texts need not be touched,
 * and every program reads it. Excel moves it there the next time somebody saves.
 */
export function cellInside(content: CellContent, prefix: string): string {
  if (content === null) return '';
  if (typeof content !== 'string') return `<${prefix}v>${Number(content)}</${prefix}v>`;
  const text = `<${prefix}t xml:space="preserve">${escapeXml(withoutUnspeakables(content))}</${prefix}t>`;
  return `<${prefix}is>${text}</${prefix}is>`;
}

/** A whole cell that was not there before. */
export function newCell(reference: string, content: CellContent, style: number, prefix: string): string {
  const type = cellType(content);
  const attributes = `r="${reference}"${style === 0 ? '' : ` s="${style}"`}${type === null ? '' : ` t="${type}"`}`;
  return `<${prefix}c ${attributes}>${cellInside(content, prefix)}</${prefix}c>`;
}

/**
 * Characters that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19), and so is a `_` that begins what
 * would be taken for one.
 */
const withoutUnspeakables = (text: string): string =>
  text.replace(LOOKS_ESCAPED, '_x005F_').replace(UNSPEAKABLE, (character) => {
    return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  });

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const UNSPEAKABLE = /[\0-\x08\x0b-\x1f\ufffe\uffff]|\p{Surrogate}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the next character will be escaped, and begin with «_»
const LOOKS_ESCAPED = /_(?=x[0-9a-f]{4}(?:[_\0-\x08\x0b-\x1f\ufffe\uffff]|\p{Surrogate}))/giu;
