import type { PageSetup, Style } from '@cj-tech-master/excelts';
import type { CellFormat, ColumnLayout, TextLine } from './layout.ts';

/*
 * How things look in an .xlsx. Colours are ARGB, sizes are points.
 */

/** Who made the file and wrote its notes. */
export const CREATOR = 'samhandlingsbot';

const INK = 'FF1F2933';
const BLUE = 'FF1F4E79';
const WHITE = 'FFFFFFFF';
const GREY = 'FF6B7280';

const FORMATS: Readonly<Record<CellFormat, string>> = {
  text: '@',
  number: '0',
  share: '0 %',
  date: 'dd.mm.yyyy',
  moment: 'dd.mm.yyyy hh:mm',
};

/** A4, landscape, as many pages long as it takes; the headings on each. */
export const PAGE: Partial<PageSetup> = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
};

export const HEADING: Partial<Style> = {
  font: { name: 'Calibri', size: 11, bold: true, color: { argb: WHITE } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: BLUE } },
  alignment: { vertical: 'middle', wrapText: true },
};

/** A cell to be filled in. */
export function cellLook({ format, wraps }: ColumnLayout): Partial<Style> {
  return { numFmt: FORMATS[format], alignment: { vertical: 'top', wrapText: wraps } };
}

/** Laid over a cell by a rule. */
export const GREYED: Partial<Style> = { font: { italic: true, color: { argb: GREY } } };

/** Laid over a cell by a rule; the text stays dark, so that it can be read on any of the colours. */
export function coloured(argb: string): Partial<Style> {
  return { font: { color: { argb: INK } }, fill: { type: 'pattern', pattern: 'solid', bgColor: { argb } } };
}

export const GUIDE_LOOKS: Readonly<Record<TextLine['look'], Partial<Style>>> = {
  title: { font: { name: 'Calibri', size: 18, bold: true, color: { argb: BLUE } } },
  heading: {
    font: { name: 'Calibri', size: 13, bold: true, color: { argb: BLUE } },
    alignment: { vertical: 'bottom' },
  },
  paragraph: { font: { name: 'Calibri', size: 11, color: { argb: INK } }, alignment: { vertical: 'top' } },
  term: { font: { name: 'Calibri', size: 11, bold: true, color: { argb: INK } }, alignment: { vertical: 'top' } },
};

/** What a term means, to the right of it. */
export const MEANING: Partial<Style> = { ...GUIDE_LOOKS.paragraph, alignment: { vertical: 'top', wrapText: true } };
