import type { Fault } from '#src/domain/fault.ts';

/** Collects the faults of one tab through the whole reading. */
export class FaultList {
  readonly #sheet: string;
  readonly #faults: Fault[] = [];

  constructor(sheet: string) {
    this.#sheet = sheet;
  }

  /**
   * @param cell A1 address
   * @param found the cell as written
   * @param expected what could have stood there
   * @param message Norwegian sentences for the one who mends it
   */
  add(cell: string, found: string, expected: string, message: string): void {
    this.#faults.push({ sheet: this.#sheet, cell, found, expected, message });
  }

  get faults(): readonly Fault[] {
    return this.#faults;
  }
}

/** What reading one tab gave. */
export interface TabResult<T> {
  readonly value: T;
  readonly faults: readonly Fault[];
  /** Rows with something in them that were understood as data. */
  readonly rows: number;
  /** Template and example rows. */
  readonly skipped: number;
}
