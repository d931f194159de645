import type { Cell, Tab } from './workbook.ts';

/** What may be put in a cell: text stays text and never becomes a formula, `null` empties it. */
export type NewCell = null | string | number | boolean | { readonly serial: number };

/** One cell of a row. */
interface CellChange {
  /** 0-based. */
  readonly column: number;
  /** What the person who asked saw there. Blank is `null`. */
  readonly from: Cell;
  readonly to: NewCell;
}

/** A row of a tab as it stands at this moment, and what is to be changed in it. */
export interface Target {
  /** The tab's name, as in the snapshot. */
  readonly tab: string;
  /** 0-based. */
  readonly row: number;
  /** The cells that tell which row it is, such as its nr; none of them is changed. At least one. */
  readonly key: readonly { readonly column: number; readonly value: Cell }[];
  /** What people call the row, for the log: «5.7», «Malvik, rehabilitering». */
  readonly name: string;
  /** At least one. */
  readonly changes: readonly CellChange[];
}

/**
 * Why there is nothing to write. `changed`: the cell no longer holds what the person saw. `same`: it holds what was asked
 * for already. `several-rows`: the key does not tell which row is meant.
 */
export interface Miss {
  readonly why: 'no-tab' | 'no-row' | 'several-rows' | 'no-column' | 'changed' | 'same';
  /** `Handlingsplan!J5`, where one cell is the reason. */
  readonly cell: string | null;
  /** What stands there now. */
  readonly now: Cell;
}

/** Where to write, or why not. */
export type Aim = { readonly kind: 'target'; readonly target: Target } | { readonly kind: 'miss'; readonly miss: Miss };

/** A change that a person has asked for. */
export interface Edit {
  /**
   * Finds the row by its key and compares what stands there with what the person saw, in the tabs as they are when it is
   * called. Pure; called again whenever the sheet may have moved.
   */
  aim(tabs: readonly Tab[]): Aim;
  /** The Slack user id of the one who asked. */
  readonly by: string;
  /** When, in Oslo, as the log shows it: `2024-06-03 08:12`. */
  readonly at: string;
}

/**
 * What became of it. `written`: the cells, as `Handlingsplan!J5`. `missed`: nothing was written. `unsettled`: people were
 * editing at the same time, and the bot could neither finish nor be sure that nothing of it is left; somebody must look at
 * these cells.
 */
export type EditOutcome =
  | { readonly kind: 'written'; readonly cells: readonly string[] }
  | { readonly kind: 'missed'; readonly miss: Miss }
  | { readonly kind: 'unsettled'; readonly cells: readonly string[] };

/** Writes what people asked for into a workbook, and nothing else. */
export interface Editor {
  /**
   * Carries out one change: all of its cells or none, only where the row still is the one that was meant and holds what
   * the person saw, and with a line in the tab {@link LOGG} for each cell. Edits of one workbook are made one at a time.
   * Throws WorkbookError when the workbook cannot be read or written, and then nothing has been written.
   */
  edit(edit: Edit): Promise<EditOutcome>;
}

/** The tab that tells what the bot has written; made when it is missing. The newest line stands first. */
export const LOGG = {
  name: 'Logg',
  /** `Ref` names the edit, so that it can be known again after a broken connection. */
  headings: ['Tidspunkt', 'Celle', 'Rad', 'Fra', 'Til', 'Bruker', 'Ref'],
} as const;
