import type { sheets_v4 } from '@googleapis/sheets';
import type { CellFormat, ColumnLayout, TextLine } from '#src/workbook/layout.ts';
import { BLUE, FONT, GREY, GUIDE_SIZES, INK, PATTERNS, WHITE } from '#src/workbook/looks.ts';

/*
 * How things look at Google.
 */

type Format = sheets_v4.Schema$CellFormat;

const NUMBER_TYPES: Readonly<Record<CellFormat, string>> = {
  text: 'TEXT',
  number: 'NUMBER',
  share: 'PERCENT',
  date: 'DATE',
  moment: 'DATE_TIME',
};

/** ARGB, such as `FF1F4E79`; everything of ours is opaque. */
export function colour(argb: string): sheets_v4.Schema$ColorStyle {
  const part = (at: number) => Number.parseInt(argb.slice(at, at + 2), 16) / 255;
  return { rgbColor: { red: part(2), green: part(4), blue: part(6) } };
}

export const HEADING: Format = {
  backgroundColorStyle: colour(BLUE),
  textFormat: text(GUIDE_SIZES.paragraph, WHITE, true),
  verticalAlignment: 'MIDDLE',
  wrapStrategy: 'WRAP',
};

/** Of {@link HEADING} and the others: what a request that sets them has to name. */
export const FORMAT_FIELDS =
  'userEnteredFormat(numberFormat,backgroundColorStyle,textFormat,verticalAlignment,wrapStrategy)';

/** A cell to be filled in. */
export function cellLook({ format, wraps }: Pick<ColumnLayout, 'format' | 'wraps'>): Format {
  return {
    numberFormat: { type: NUMBER_TYPES[format], pattern: PATTERNS[format] },
    verticalAlignment: 'TOP',
    wrapStrategy: wraps ? 'WRAP' : 'OVERFLOW_CELL',
  };
}

/** Laid over a cell by a rule. */
export const GREYED: Format = { textFormat: { italic: true, foregroundColorStyle: colour(GREY) } };

/** Laid over a cell by a rule; the text stays dark, so that it can be read on any of the colours. */
export function coloured(argb: string): Format {
  return { backgroundColorStyle: colour(argb), textFormat: { foregroundColorStyle: colour(INK) } };
}

export const GUIDE_LOOKS: Readonly<Record<TextLine['look'], Format>> = {
  title: { textFormat: text(GUIDE_SIZES.title, BLUE, true) },
  heading: { textFormat: text(GUIDE_SIZES.heading, BLUE, true), verticalAlignment: 'BOTTOM' },
  paragraph: { textFormat: text(GUIDE_SIZES.paragraph, INK, false), verticalAlignment: 'TOP' },
  term: { textFormat: text(GUIDE_SIZES.term, INK, true), verticalAlignment: 'TOP' },
};

/** What a term means, to the right of it. */
export const MEANING: Format = { ...GUIDE_LOOKS.paragraph, wrapStrategy: 'WRAP' };

/** A column's width; what is beside the text in a heading is Google's own button for filtering. */
export function pixelsWide(characters: number, beside = 0): number {
  return Math.round(characters * 7) + 5 + beside;
}

export function pixelsHigh(points: number): number {
  return Math.round((points * 4) / 3);
}

function text(fontSize: number, argb: string, bold: boolean): sheets_v4.Schema$TextFormat {
  return { fontFamily: FONT, fontSize, bold, foregroundColorStyle: colour(argb) };
}
