/**
 * One cell as the spreadsheet holds it. `null` is blank; a calendar cell is its serial number (days since
 * 1899-12-30, the fraction is the time of day); an error cell is its code, such as `#REF!`.
 * Text files hold nothing but text, so there every filled cell is a string.
 */
export type Cell = null | string | number | boolean | DateCell | ErrorCell;

interface DateCell {
  readonly serial: number;
}

interface ErrorCell {
  readonly error: string;
}

/** A merged range, 0-based and inclusive. Its value stands in its first cell; the others are blank. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One tab. `rows[0]` is row 1 of the sheet and `rows[0][0]` is A1, so that every cell keeps its address. */
export interface Tab {
  readonly name: string;
  /** Rows may be shorter than the widest one; cells that are left out at the end are blank. */
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly Merge[];
  /** Where a person can open the tab (append `&range=C5` for a cell), or null when it is a file. */
  readonly url: string | null;
}

/** Everything a workbook held at one moment. */
export interface Snapshot {
  readonly tabs: readonly Tab[];
  /** Changes whenever the content may have changed; equal versions mean equal content. */
  readonly version: string;
}

/** Where the figures live. This port only reads: people keep the sheets. */
export interface Workbook {
  /** What a person calls it: the file's name or the spreadsheet's title or id. No path. */
  readonly name: string;
  /** It stands at the other end of a network: nobody who asks should have to wait for it. */
  readonly isRemote?: true;
  /** A cheap look at whether anything has changed since a snapshot. Throws {@link WorkbookError}. */
  version(): Promise<string>;
  /**
   * Every tab, values only, in as few requests as possible. Throws {@link WorkbookError}.
   * @param version what {@link version} has just said, so that it is not asked for again
   */
  read(version?: string): Promise<Snapshot>;
  /** Asks for calls to this address when the workbook changes, where it can do that. Throws {@link WorkbookError}. */
  notices?(address: string): Promise<ChangeNotices>;
}

/** A standing agreement to be called when a workbook changes. */
export interface ChangeNotices {
  /** Both come with each call. */
  readonly id: string;
  readonly secret: string;
  /** In milliseconds since 1970. */
  readonly expiresAt: number;
  /** Lets it go. Throws {@link WorkbookError}. */
  end(): Promise<void>;
}

/** Why a workbook could not be opened at all. Faults inside it are data, not errors. */
export type WorkbookTrouble = 'not-found' | 'no-access' | 'read-only' | 'unreadable' | 'too-large' | 'unavailable';

/** The workbook could not be opened. `message` is one Norwegian sentence or two for the person who asked. */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';
  readonly trouble: WorkbookTrouble;

  constructor(trouble: WorkbookTrouble, message: string, options?: ErrorOptions) {
    super(message, options);
    this.trouble = trouble;
  }
}
