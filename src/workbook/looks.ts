import type { CellFormat, TextLine } from './layout.ts';

/*
 * How a workbook of ours looks, in an .xlsx and at Google alike. Colours are ARGB, sizes are points, widths are characters.
 */

export const FONT = 'Calibri';
export const INK = 'FF1F2933';
export const BLUE = 'FF1F4E79';
export const WHITE = 'FFFFFFFF';
export const GREY = 'FF6B7280';

/** How values are shown: the same codes in Excel and at Google, whatever the language. */
export const PATTERNS: Readonly<Record<CellFormat, string>> = {
  text: '@',
  number: '0',
  share: '0 %',
  date: 'dd.mm.yyyy',
  moment: 'dd.mm.yyyy hh:mm',
};

/** Rows of a table that are prepared, headings included: drop-downs, colours and formats reach so far down. */
export const PREPARED_ROWS = 500;

export const GUIDE_SIZES: Readonly<Record<TextLine['look'], number>> = {
  title: 18,
  heading: 13,
  paragraph: 11,
  term: 11,
};
export const TERM_WIDTH = 24;
export const TEXT_WIDTH = 96;
/** A heading stands at the foot of its row, away from what is above it. */
export const GUIDE_HEADING_HEIGHT = 32;
