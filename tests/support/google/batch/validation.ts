import type { GridRange } from '../book.ts';
import { boxOf, overlap, toGridRange } from '../box.ts';
import { checkCondition } from '../condition.ts';
import { cellAt, putCell } from '../grid.ts';
import { guard } from '../protection.ts';
import { Refusal } from '../refusal.ts';
import type { Table } from '../table.ts';
import type { Handlers } from './kinds.ts';

export const validation = {
  /** Without a rule it is cleared. */
  setDataValidation(book, { range, rule }) {
    const { sheet, ...box } = boxOf(book, range);
    guard(book, toGridRange({ sheet, ...box }));
    if (rule) checkCondition(rule.condition, 'validation');
    if (sheet.tables.some((table) => hasTypedColumn(table, toGridRange({ sheet, ...box })))) {
      throw new Refusal('This operation is not allowed on cells in typed columns.');
    }
    for (let row = box.top; row < box.bottom; row++) {
      for (let column = box.left; column < box.right; column++) {
        const { dataValidation: _old, ...rest } = cellAt(sheet, row, column);
        if (rule) putCell(sheet, row, column, { ...rest, dataValidation: rule });
        else if (_old) putCell(sheet, row, column, rest);
      }
    }
    return undefined;
  },
} satisfies Handlers;

/** Whether a range touches the body of a column that the table has given a type. */
function hasTypedColumn({ range, columnProperties }: Table, touched: GridRange): boolean {
  const left = range?.startColumnIndex ?? 0;
  return (columnProperties ?? []).some(({ columnIndex, columnType }) => {
    const at = left + (columnIndex ?? 0);
    const startRowIndex = (range?.startRowIndex ?? 0) + 1;
    const body = { ...range, startRowIndex, startColumnIndex: at, endColumnIndex: at + 1 };
    return Boolean(columnType) && overlap(body, touched);
  });
}
