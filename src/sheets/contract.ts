/** The two workbooks people share. */
export type WorkbookName = 'handlingsplan' | 'kapasitet';

/** In the order in which people are told of them. */
export const WORKBOOK_NAMES: readonly WorkbookName[] = ['handlingsplan', 'kapasitet'];

/** How the cells of a column are filled in, for the template's number format and the reader's expectations. */
export type ColumnFormat = 'text' | 'number' | 'share' | 'date' | 'moment' | 'month';

/** One column of a tab, spelt once: the reader, the blank template and the user guide's table all come from it. */
export interface Column<K extends string = string> {
  readonly key: K;
  /** The heading in our own template. */
  readonly title: string;
  /** Other headings people use; where several stand in one table, the title wins, then the first alias. */
  readonly aliases?: readonly string[];
  readonly format: ColumnFormat;
  /** Shown as a drop-down in the template. The reader accepts more than this. */
  readonly values?: readonly string[];
  /** Colours for values, as ARGB, shown by conditional formatting. */
  readonly colours?: Readonly<Record<string, string>>;
  /** What to write here: the template's note on the heading. */
  readonly note: string;
  /** Characters wide. */
  readonly width: number;
  /** The template's greyed example row. */
  readonly example: string | number;
  /** A table without it is still read, but its absence is a fault. */
  readonly expected?: boolean;
  /** Columns that make up for its absence. */
  readonly orElse?: readonly K[];
  /** A merged cell speaks for all its rows, except in a column where every row must have its own. */
  readonly ownPerRow?: boolean;
  /** Nothing is judged by it: when it goes, the rest is as good as before. */
  readonly extra?: true;
  /** It tells how to reach a person, or who somebody is: it is not kept between runs. */
  readonly personal?: true;
}

/** One tab of one workbook. */
export interface TabContract<K extends string = string> {
  readonly workbook: WorkbookName;
  readonly name: string;
  /** Without it there is nothing to answer from. */
  readonly compulsory: boolean;
  /** What the tab is for, in one Norwegian sentence. */
  readonly purpose: string;
  readonly columns: readonly Column<K>[];
  /** A row is a heading row when it has one of the headings of every group. */
  readonly recognisedBy: readonly (readonly K[])[];
}
