import type { Target } from '#src/workbook/edit.ts';
import { cellName } from '#src/workbook/log-lines.ts';
import type { Merge, Tab } from '#src/workbook/workbook.ts';
import {
  formulaCell,
  lockedCell,
  mergedCell,
  shared,
  signed,
  tableHeading,
  writeReserved,
} from '#src/workbook/write-trouble.ts';
import type { XlsxBook } from './book.ts';
import { styleAt } from './cell-edit.ts';
import { readRelationships } from './parts.ts';
import { parseRange } from './reference.ts';
import { rowAt, type SheetMap } from './sheet-map.ts';
import type { StyleBook } from './style-edit.ts';
import { walkXml } from './xml.ts';

/** Refuses workbooks that a change would spoil. Throws WorkbookError. */
export function assertBookMayChange(book: XlsxBook, fileName: string): void {
  const has = (folder: string) => [...book.keys].some((key) => key.startsWith(folder) || key.includes(`/${folder}`));
  if (has('_xmlsignatures/')) throw signed(fileName);
  if (has('revisions/')) throw shared(fileName);
  walkXml(book.need(book.path), {
    open: (name, { reservationPassword, hashValue }) => {
      if (name === 'fileSharing' && (reservationPassword ?? hashValue) !== undefined) throw writeReserved(fileName);
    },
  });
}

/** What is known of the sheet that the cells are in. */
export interface ChangingSheet {
  readonly tab: Tab;
  readonly part: string;
  readonly map: SheetMap;
}

/** Refuses cells whose content is not people's to write, or not the bot's. Throws WorkbookError. */
export function assertCellsMayChange(book: XlsxBook, sheet: ChangingSheet, styles: StyleBook, target: Target): void {
  const { tab, map, part } = sheet;
  const row = rowAt(map, target.row);
  const fixed = tableEdges(book, part);
  for (const { column } of target.changes) {
    const cell = cellName(target, column);
    const isHere = (range: Merge) => holds(range, target.row, column);
    const hasFormula = row?.cells.some((each) => each.column === column && each.hasFormula) ?? false;
    if (hasFormula || map.filledRanges.some(isHere)) throw formulaCell(cell);
    const merge = tab.merges.find(isHere);
    if (merge && (merge.top !== target.row || merge.left !== column)) {
      throw mergedCell(cell, cellName({ tab: target.tab, row: merge.top }, merge.left));
    }
    if (map.isProtected && styles.isLocked(styleAt(map, target.row, column))) throw lockedCell(cell);
    if (fixed.some(isHere)) throw tableHeading(cell);
  }
}

/** Headings and sums of Excel's tables are written down in the table too; where they differ, Excel finds the file damaged. */
function tableEdges(book: XlsxBook, part: string): readonly Merge[] {
  const edges: Merge[] = [];
  for (const { kind, target } of readRelationships(book, part).values()) {
    if (kind !== 'table') continue;
    walkXml(book.need(target), {
      open: (name, { ref, headerRowCount, totalsRowCount }) => {
        if (name !== 'table' || ref === undefined) return;
        const range = parseRange(ref);
        edges.push({ ...range, bottom: range.top + Number(headerRowCount ?? 1) - 1 });
        edges.push({ ...range, top: range.bottom - Number(totalsRowCount ?? 0) + 1 });
      },
    });
  }
  return edges;
}

const holds = ({ top, left, bottom, right }: Merge, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;
