import type { Book, CellData, Sheet } from './book.ts';
import { cellAt } from './grid.ts';
import { Refusal } from './refusal.ts';
import { type Dimension, inserted, shiftRanges } from './shift.ts';
import { splice } from './splice.ts';

interface Gap {
  readonly dimension: Dimension;
  readonly at: number;
  readonly count: number;
  /** The row or column they look like. */
  readonly like: number;
}

/** Makes room: blank rows or columns that look like a neighbour. */
export function insertBlank(book: Book, sheet: Sheet, { dimension, at, count, like }: Gap): void {
  checkSize(book, sheet, dimension, count);
  const length = dimension === 'ROWS' ? (sheet.rows[like]?.length ?? 0) : sheet.rows.length;
  const looks = Array.from({ length }, (_, other) =>
    lookOf(dimension === 'ROWS' ? cellAt(sheet, like, other) : cellAt(sheet, other, like)),
  );
  splice(
    sheet,
    dimension,
    at,
    Array.from({ length: count }, () => ({ cells: looks.slice(), looks: undefined })),
  );
  if (dimension === 'ROWS') sheet.rowCount += count;
  else sheet.columnCount += count;
  shiftRanges(book, sheet, dimension, inserted(at, count));
}

/** Format and validation, without what somebody has entered. */
function lookOf({ userEnteredFormat, effectiveFormat, dataValidation }: CellData): CellData {
  return {
    ...(userEnteredFormat ? { userEnteredFormat } : {}),
    ...(effectiveFormat ? { effectiveFormat } : {}),
    ...(dataValidation ? { dataValidation } : {}),
  };
}

/** Makes the grid at least so large. */
export function grow(book: Book, sheet: Sheet, { rows = 0, columns = 0 }: { rows?: number; columns?: number }): void {
  checkSize(book, sheet, 'ROWS', Math.max(0, rows - sheet.rowCount));
  checkSize(book, sheet, 'COLUMNS', Math.max(0, columns - sheet.columnCount));
  sheet.rowCount = Math.max(sheet.rowCount, rows);
  sheet.columnCount = Math.max(sheet.columnCount, columns);
}

const MOST_CELLS = 10_000_000;
const MOST_COLUMNS = 18_278;

function checkSize(book: Book, sheet: Sheet, dimension: Dimension, added: number): void {
  if (dimension === 'COLUMNS' && sheet.columnCount + added > MOST_COLUMNS) {
    throw new Refusal(
      `This action would increase the number of columns in the sheet above the limit of ${MOST_COLUMNS} columns.`,
    );
  }
  const other = dimension === 'ROWS' ? sheet.columnCount : sheet.rowCount;
  const cells = book.sheets.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, added * other);
  if (cells > MOST_CELLS) {
    throw new Refusal(
      `This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`,
    );
  }
}
