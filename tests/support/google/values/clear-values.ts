import type { Book } from '../book.ts';
import { type Box, toGridRange } from '../box.ts';
import { settled } from '../cell.ts';
import { cellAt, putCell } from '../grid.ts';
import { guard } from '../protection.ts';

/** Values go; formats, notes and validation stay. */
export function clearValues(book: Book, box: Box): void {
  guard(book, toGridRange(box));
  const { sheet, top, left, bottom, right } = box;
  for (let row = top; row < Math.min(bottom, sheet.rows.length); row++) {
    for (let column = left; column < Math.min(right, sheet.rows[row]?.length ?? 0); column++) {
      const { userEnteredValue: _value, chipRuns: _chips, textFormatRuns: _runs, ...rest } = cellAt(sheet, row, column);
      putCell(sheet, row, column, settled(rest));
    }
  }
}
