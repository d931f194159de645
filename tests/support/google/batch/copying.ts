import type { CellData } from '../book.ts';
import { type Box, boxOf, covers, overlap, toGridRange } from '../box.ts';
import { settled } from '../cell.ts';
import { movedFormula } from '../formula.ts';
import { cellAt, putCell } from '../grid.ts';
import { guard } from '../protection.ts';
import { Refusal } from '../refusal.ts';
import type { Handlers } from './kinds.ts';

export const copying = {
  copyPaste(book, { source, destination, pasteType, pasteOrientation }) {
    const from = boxOf(book, source, 'source');
    const across = pasteOrientation === 'TRANSPOSE';
    const size = across ? turned(sizeOf(from)) : sizeOf(from);
    const to = atLeast(boxOf(book, destination, 'destination'), size);
    guard(book, toGridRange(to));
    const copied = takeCells(from);
    for (let row = to.top; row < to.bottom; row++) {
      for (let column = to.left; column < to.right; column++) {
        const at = [(row - to.top) % size.height, (column - to.left) % size.width] as const;
        const [down, right] = across ? [at[1], at[0]] : at;
        const original = copied[down]?.[right] ?? {};
        const cell = moved(original, row - (from.top + down), column - (from.left + right));
        const before = cellAt(to.sheet, row, column);
        putCell(to.sheet, row, column, pasted(before, cell, pasteType ?? 'PASTE_NORMAL'));
      }
    }
    return undefined;
  },

  cutPaste(book, { source, destination, pasteType }) {
    const from = boxOf(book, source, 'source');
    const [top, left] = [destination?.rowIndex ?? 0, destination?.columnIndex ?? 0];
    const corner = { startRowIndex: top, endRowIndex: top + 1, startColumnIndex: left, endColumnIndex: left + 1 };
    const start = boxOf(book, { sheetId: destination?.sheetId ?? 0, ...corner }, 'destination');
    const to = atLeast(start, sizeOf(from));
    guard(book, toGridRange(from));
    guard(book, toGridRange(to));
    const copied = takeCells(from);
    for (const [row, cells] of copied.entries()) {
      for (const column of cells.keys()) putCell(from.sheet, from.top + row, from.left + column, {});
    }
    for (const [row, cells] of copied.entries()) {
      for (const [column, cell] of cells.entries()) {
        const before = cellAt(to.sheet, top + row, left + column);
        putCell(to.sheet, top + row, left + column, pasted(before, cell, pasteType ?? 'PASTE_NORMAL'));
      }
    }
    moveMerges(from, to);
    return undefined;
  },
} satisfies Handlers;

interface Size {
  readonly height: number;
  readonly width: number;
}

const sizeOf = ({ top, left, bottom, right }: Box): Size => ({ height: bottom - top, width: right - left });
const turned = ({ height, width }: Size): Size => ({ height: width, width: height });

/** A destination smaller than the source is filled beyond its end. */
function atLeast(box: Box, { height, width }: Size): Box {
  const { top, left, sheet } = box;
  const to = { ...box, bottom: Math.max(box.bottom, top + height), right: Math.max(box.right, left + width) };
  if (to.bottom > sheet.rowCount || to.right > sheet.columnCount) {
    throw new Refusal('The destination is outside the grid: there is not room for all that is pasted.');
  }
  return to;
}

const takeCells = ({ sheet, top, left, bottom, right }: Box): readonly (readonly CellData[])[] =>
  Array.from({ length: bottom - top }, (_, row) =>
    Array.from({ length: right - left }, (_cell, column) => cellAt(sheet, top + row, left + column)),
  );

function pasted(before: CellData, cell: CellData, pasteType: string): CellData {
  switch (pasteType) {
    case 'PASTE_NORMAL':
    case 'PASTE_NO_BORDERS':
      return cell;
    case 'PASTE_VALUES':
      return withEntered(before, cell, cell.effectiveValue);
    case 'PASTE_FORMULA':
      return withEntered(before, cell, cell.userEnteredValue);
    case 'PASTE_FORMAT':
      return replaced(before, cell, 'userEnteredFormat');
    case 'PASTE_DATA_VALIDATION':
      return replaced(before, cell, 'dataValidation');
    default:
      throw new Refusal(`The stand-in cannot paste as ${pasteType}.`);
  }
}

/** A copied formula looks at other cells; what it came to stays, for nothing is calculated here. */
function moved(cell: CellData, rows: number, columns: number): CellData {
  const formula = cell.userEnteredValue?.formulaValue;
  if (typeof formula !== 'string') return cell;
  return { ...cell, userEnteredValue: { formulaValue: movedFormula(formula, rows, columns) } };
}

function withEntered(before: CellData, from: CellData, value: CellData['userEnteredValue']): CellData {
  const { userEnteredValue: _value, chipRuns: _chips, textFormatRuns: _runs, ...rest } = before;
  return settled({ ...rest, ...(value ? { userEnteredValue: value } : {}) }, from);
}

function replaced(before: CellData, from: CellData, field: 'userEnteredFormat' | 'dataValidation'): CellData {
  const { [field]: _old, ...rest } = before;
  const value = from[field];
  return settled({ ...rest, ...(value ? { [field]: value } : {}) }, before);
}

function moveMerges(from: Box, to: Box): void {
  const area = toGridRange(from);
  const inside = from.sheet.merges.filter((merge) => covers(area, merge));
  from.sheet.merges = from.sheet.merges.filter((merge) => !inside.includes(merge));
  to.sheet.merges = to.sheet.merges.filter((merge) => !overlap(toGridRange(to), merge));
  for (const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } of inside) {
    to.sheet.merges.push({
      sheetId: to.sheet.id,
      startRowIndex: (startRowIndex ?? 0) - from.top + to.top,
      endRowIndex: (endRowIndex ?? 0) - from.top + to.top,
      startColumnIndex: (startColumnIndex ?? 0) - from.left + to.left,
      endColumnIndex: (endColumnIndex ?? 0) - from.left + to.left,
    });
  }
}
