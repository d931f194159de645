import type { Cell } from './workbook.ts';

/*
 * A workbook to be made, in terms of no program: what stands in it, and how it helps the one who fills it in.
 * A writer turns it into an .xlsx, or into requests to Google.
 */

/** A workbook to be made. */
export interface WorkbookLayout {
  readonly title: string;
  readonly sheets: readonly SheetLayout[];
}

/** One tab of it. */
export type SheetLayout = TableLayout | TextLayout;

/** A tab to be filled in: a row of headings, the first rows, and room below. */
export interface TableLayout {
  readonly kind: 'table';
  readonly name: string;
  readonly columns: readonly ColumnLayout[];
  /** What stands below the headings from the start; rows may be shorter than the headings. */
  readonly rows: readonly (readonly Cell[])[];
  /** Rows that are no data are grey for as long as they are none. */
  readonly greyRows: GreyRows;
}

/** A row is grey when the cell in one of these columns (0-based) begins with the text, whatever its case. */
export interface GreyRows {
  readonly beginsWith: string;
  readonly columns: readonly number[];
}

/** How a value is shown, and what a spreadsheet makes of what is typed: a text column keeps it as it is. */
export type CellFormat = 'text' | 'number' | 'share' | 'date' | 'moment';

/** One column of a table. */
export interface ColumnLayout {
  readonly title: string;
  /** What to write here, shown on the heading. */
  readonly note: string;
  /** Characters wide. */
  readonly width: number;
  readonly format: CellFormat;
  /** Whether a long text breaks into lines, so that all of it is seen. */
  readonly wraps: boolean;
  /** Offered in a drop-down; other values can be typed. Empty: no drop-down. */
  readonly values: readonly string[];
  /** The cell's background for some of the values, as ARGB. */
  readonly colours: Readonly<Record<string, string>>;
}

/** A tab to be read: lines of text, of which some have a word to the left. */
export interface TextLayout {
  readonly kind: 'text';
  readonly name: string;
  readonly lines: readonly TextLine[];
}

/** One line of a text tab. A term stands in the first column and what it means in the second. */
export type TextLine =
  | { readonly look: 'title' | 'heading' | 'paragraph'; readonly text: string }
  | { readonly look: 'term'; readonly term: string; readonly text: string };
