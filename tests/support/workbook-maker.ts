import type { Cell, Merge, Workbook } from '#src/workbook/workbook.ts';

/** What a person typed into one tab, in the terms of the port and of no adapter. */
export interface TabContent {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges?: readonly Merge[];
}

/** A workbook that really stands somewhere, and the means to edit it behind the adapter's back. */
interface MadeWorkbook {
  readonly workbook: Workbook;
  /** Someone edits: from now on the workbook holds exactly these tabs. */
  edit(tabs: readonly TabContent[]): Promise<void>;
  /** Someone deletes the workbook. */
  remove(): Promise<void>;
}

/** Makes a workbook with this content and opens it with the adapter under test. */
export type WorkbookMaker = (tabs: readonly TabContent[]) => Promise<MadeWorkbook>;
