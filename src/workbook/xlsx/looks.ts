import type { PageSetup, Style } from '@cj-tech-master/excelts';
import type { ColumnLayout, TextLine } from '#src/workbook/layout.ts';
import { BLUE, FONT, GREY, GUIDE_SIZES, INK, PATTERNS, WHITE } from '#src/workbook/looks.ts';

/*
 * How things look in an .xlsx.
 */

/** Who made the file and wrote its notes. */
export const CREATOR = 'samhandlingsbot';

/** A4, landscape, as many pages long as it takes; the headings on each. */
export const PAGE: Partial<PageSetup> = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
};

export const HEADING: Partial<Style> = {
  font: { name: FONT, size: GUIDE_SIZES.paragraph, bold: true, color: { argb: WHITE } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: BLUE } },
  alignment: { vertical: 'middle', wrapText: true },
};

/** A cell to be filled in. */
export function cellLook({ format, wraps }: ColumnLayout): Partial<Style> {
  return { numFmt: PATTERNS[format], alignment: { vertical: 'top', wrapText: wraps } };
}

/** Laid over a cell by a rule. */
export const GREYED: Partial<Style> = { font: { italic: true, color: { argb: GREY } } };

/** Laid over a cell by a rule; the text stays dark, so that it can be read on any of the colours. */
export function coloured(argb: string): Partial<Style> {
  return { font: { color: { argb: INK } }, fill: { type: 'pattern', pattern: 'solid', bgColor: { argb } } };
}

export const GUIDE_LOOKS: Readonly<Record<TextLine['look'], Partial<Style>>> = {
  title: { font: { name: FONT, size: GUIDE_SIZES.title, bold: true, color: { argb: BLUE } } },
  heading: {
    font: { name: FONT, size: GUIDE_SIZES.heading, bold: true, color: { argb: BLUE } },
    alignment: { vertical: 'bottom' },
  },
  paragraph: {
    font: { name: FONT, size: GUIDE_SIZES.paragraph, color: { argb: INK } },
    alignment: { vertical: 'top' },
  },
  term: {
    font: { name: FONT, size: GUIDE_SIZES.term, bold: true, color: { argb: INK } },
    alignment: { vertical: 'top' },
  },
};

/** What a term means, to the right of it. */
export const MEANING: Partial<Style> = { ...GUIDE_LOOKS.paragraph, alignment: { vertical: 'top', wrapText: true } };
