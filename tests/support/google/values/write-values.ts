import type { Book, CellData } from '../book.ts';
import { type Box, toGridRange } from '../box.ts';
import { checkCell, settled } from '../cell.ts';
import { cellAt, putCell } from '../grid.ts';
import { letters } from '../letters.ts';
import { invalidArgument } from '../problem.ts';
import { guard } from '../protection.ts';
import { afterTyping } from '../typed.ts';
import { writeA1 } from '../write-a1.ts';
import { type ReadOptions, readValues } from './read-values.ts';

export type Lines = readonly (readonly unknown[])[];

/** How the values are taken, and what is wanted back. */
export interface WriteOptions {
  readonly valueInputOption?: string | null | undefined;
  readonly includeValuesInResponse?: boolean | null | undefined;
  readonly responseValueRenderOption?: string | null | undefined;
  readonly responseDateTimeRenderOption?: string | null | undefined;
}

/** What an `UpdateValuesResponse` tells, without the spreadsheet's id. */
export interface Updated {
  readonly updatedRange: string;
  readonly updatedRows?: number;
  readonly updatedColumns?: number;
  readonly updatedCells?: number;
  readonly updatedData?: object;
}

/** Writes lines of values from the first cell of a rectangle, which they must stay within unless it is a single cell. */
export function writeValues(
  book: Book,
  box: Box,
  majorDimension: string | null | undefined,
  lines: Lines,
  options: WriteOptions,
): Updated {
  const enter = entering(options.valueInputOption);
  const rows = majorDimension === 'COLUMNS' ? transposed(lines) : lines;
  const area = areaOf(box, rows);
  guard(book, toGridRange(area));
  let cells = 0;
  for (const [down, row] of rows.entries()) {
    for (const [across, value] of row.entries()) {
      // Nothing is to be done with a null; an empty text clears.
      if (value === null || value === undefined) continue;
      cells++;
      const before = cellAt(box.sheet, box.top + down, box.left + across);
      const entered = enter(before, checked(value, down, across));
      checkCell(entered);
      putCell(box.sheet, box.top + down, box.left + across, settled(entered));
    }
  }
  const [height, width] = [rows.length, area.right - area.left];
  return {
    updatedRange: writeA1(area),
    ...(cells > 0 ? { updatedRows: height, updatedColumns: width, updatedCells: cells } : {}),
    ...(options.includeValuesInResponse
      ? { updatedData: readValues(isCell(box) ? area : box, readingOf(options)) }
      : {}),
  };
}

const readingOf = (options: WriteOptions): ReadOptions => ({
  valueRenderOption: options.responseValueRenderOption,
  dateTimeRenderOption: options.responseDateTimeRenderOption,
});

const isCell = ({ top, left, bottom, right }: Box): boolean => bottom - top === 1 && right - left === 1;

/** What is really written to. Throws when it does not fit in the range that was asked for, or in the grid. */
function areaOf(box: Box, rows: Lines): Box {
  const { sheet, top, left } = box;
  const width = Math.max(1, ...rows.map((row) => row.length));
  const area = { sheet, top, left, bottom: top + Math.max(1, rows.length), right: left + width };
  // From a single cell there is room as far as the grid goes.
  const room = isCell(box) ? { bottom: sheet.rowCount, right: sheet.columnCount } : box;
  if (area.bottom > room.bottom) throw notWithin(box, `row [${room.bottom + 1}]`);
  if (area.right > room.right) throw notWithin(box, `column [${letters(room.right)}]`);
  return area;
}

const notWithin = (box: Box, where: string) =>
  invalidArgument(`Requested writing within range [${writeA1(box)}], but tried writing to ${where}`);

function checked(value: unknown, row: number, column: number): string | number | boolean {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  const kind = Array.isArray(value) ? 'list_value' : 'struct_value';
  throw invalidArgument(`Invalid data[0].values[${row}][${column}]: ${kind} ${JSON.stringify(value)}`);
}

type Enter = (before: CellData, value: string | number | boolean) => CellData;

function entering(option: string | null | undefined): Enter {
  if (!option) throw invalidArgument("'valueInputOption' is required but not specified");
  return (before, value) => {
    if (option === 'USER_ENTERED' && typeof value === 'string') return afterTyping(before, value);
    const { userEnteredValue: _value, chipRuns: _chips, textFormatRuns: _runs, ...rest } = before;
    if (value === '') return rest;
    const entered =
      typeof value === 'string'
        ? { stringValue: value }
        : typeof value === 'number'
          ? { numberValue: value }
          : { boolValue: value };
    return { ...rest, userEnteredValue: entered };
  };
}

function transposed(lines: Lines): Lines {
  const height = Math.max(0, ...lines.map((line) => line.length));
  return Array.from({ length: height }, (_, row) => lines.map((line) => line[row] ?? null));
}
