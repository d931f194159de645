import type { Book, CellData } from '../book.ts';
import { boxOf, overlap, toGridRange } from '../box.ts';
import { cellAt, putCell } from '../grid.ts';
import { guard } from '../protection.ts';
import { Refusal } from '../refusal.ts';
import type { Handlers } from './kinds.ts';

export const sorting = {
  /**
   * Cells move with all that is theirs. Whether developer metadata on the rows stays where it was or goes along is for
   * the one who starts the stand-in to say: a bot had better be right either way.
   */
  sortRange(book, { range, sortSpecs }) {
    const box = boxOf(book, range);
    const { sheet, top, left, bottom, right } = box;
    guard(book, toGridRange(box));
    const specs = (sortSpecs ?? []).map(({ dimensionIndex, sortOrder }) => {
      const column = dimensionIndex ?? 0;
      if (column < left || column >= right) {
        throw new Refusal(`sortSpecs dimensionIndex[${column}] is outside the range to sort.`);
      }
      return { at: column - left, sign: sortOrder === 'DESCENDING' ? -1 : 1 };
    });
    if (specs.length === 0) throw new Refusal('At least one sort spec must be given.');
    if (sheet.merges.some((merge) => overlap(merge, toGridRange(box)))) {
      throw new Refusal("You can't sort a range with merged cells in it.");
    }
    const rows = Array.from({ length: Math.min(bottom, sheet.rows.length) - top }, (_, row) => ({
      from: top + row,
      cells: Array.from({ length: right - left }, (_cell, at) => cellAt(sheet, top + row, left + at)),
    }));
    rows.sort((one, other) => {
      for (const { at, sign } of specs) {
        const order = compare(one.cells[at] ?? {}, other.cells[at] ?? {}, sign);
        if (order !== 0) return order;
      }
      return 0;
    });
    for (const [row, { cells }] of rows.entries()) {
      for (const [column, cell] of cells.entries()) putCell(sheet, top + row, left + column, cell);
    }
    if (book.metadataFollowsSort)
      carryMetadata(book, sheet.id, new Map(rows.map(({ from }, row) => [from, top + row])));
    return undefined;
  },
} satisfies Handlers;

/** @param moved where each row went */
function carryMetadata(book: Book, sheetId: number, moved: ReadonlyMap<number, number>): void {
  book.metadata = book.metadata.map((it) => {
    const range = it.location?.dimensionRange;
    const to = range?.sheetId === sheetId && range.dimension === 'ROWS' ? moved.get(range.startIndex ?? 0) : undefined;
    if (to === undefined) return it;
    return { ...it, location: { ...it.location, dimensionRange: { ...range, startIndex: to, endIndex: to + 1 } } };
  });
}

const collator = new Intl.Collator('nb', { sensitivity: 'accent' });

/** Numbers before text before booleans before errors; blank cells last whichever the order. */
function compare(one: CellData, other: CellData, sign: number): number {
  const [a, b] = [rank(one), rank(other)];
  if (a === BLANK || b === BLANK) return a - b;
  if (a !== b) return (a - b) * sign;
  const [x, y] = [one.effectiveValue ?? {}, other.effectiveValue ?? {}];
  if (a === 0) return ((x.numberValue ?? 0) - (y.numberValue ?? 0)) * sign;
  if (a === 1) return collator.compare(one.formattedValue ?? '', other.formattedValue ?? '') * sign;
  return (Number(x.boolValue ?? false) - Number(y.boolValue ?? false)) * sign;
}

const BLANK = 9;

function rank({ effectiveValue }: CellData): number {
  if (!effectiveValue) return BLANK;
  if (typeof effectiveValue.numberValue === 'number') return 0;
  if (typeof effectiveValue.stringValue === 'string') return 1;
  return typeof effectiveValue.boolValue === 'boolean' ? 2 : 3;
}
