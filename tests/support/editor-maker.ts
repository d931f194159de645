import type { Editor } from '#src/workbook/edit.ts';
import type { Workbook } from '#src/workbook/workbook.ts';
import type { TabContent } from './workbook-maker.ts';

/** A workbook that really stands somewhere, with the editor under test and the means to look at what it did. */
export interface MadeEditor {
  readonly editor: Editor;
  /** The same workbook, to be read back. */
  readonly workbook: Workbook;
  /** The rows of the log, headings and all, as they are read; none when there is no log. */
  log(): Promise<readonly (readonly unknown[])[]>;
  /**
   * Somebody has changed these tabs and is about to save. They are saved, all of them, at the moment that what is returned
   * is called; other tabs stay as they are.
   */
  prepare(tabs: readonly TabContent[]): Promise<() => void>;
  /** Someone deletes the workbook. */
  remove(): Promise<void>;
}

/** Makes a workbook with this content and opens it with the adapter under test. */
export type EditorMaker = (tabs: readonly TabContent[]) => Promise<MadeEditor>;
