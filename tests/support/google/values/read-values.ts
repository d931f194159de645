import type { CellData } from '../book.ts';
import type { Box } from '../box.ts';
import { cellAt, withoutTrailing } from '../grid.ts';
import { writeA1 } from '../write-a1.ts';

export interface ReadOptions {
  readonly majorDimension?: string | null | undefined;
  readonly valueRenderOption?: string | null | undefined;
  readonly dateTimeRenderOption?: string | null | undefined;
}

type Value = string | number | boolean;

/** The `ValueRange` of a rectangle: blank rows and cells at the end are left out, but the range is the whole one. */
export function readValues(box: Box, options: ReadOptions): object {
  const { sheet, top, left, bottom, right } = box;
  const columns = options.majorDimension === 'COLUMNS';
  const render = renderer(options);
  const height = Math.max(0, Math.min(bottom, sheet.rows.length) - top);
  const widest = (row: number) => Math.max(0, Math.min(right, sheet.rows[row]?.length ?? 0) - left);
  const line = (length: number, at: (index: number) => CellData) =>
    withoutTrailing(
      Array.from({ length }, (_, index) => render(at(index))),
      (value) => value === '',
    );
  const lines = columns
    ? Array.from({ length: right - left }, (_, across) =>
        line(height, (down) => cellAt(sheet, top + down, left + across)),
      )
    : Array.from({ length: height }, (_, down) =>
        line(widest(top + down), (across) => cellAt(sheet, top + down, left + across)),
      );
  const values = withoutTrailing(lines, (it) => it.length === 0);
  return {
    range: writeA1(box),
    majorDimension: columns ? 'COLUMNS' : 'ROWS',
    ...(values.length > 0 ? { values } : {}),
  };
}

function renderer({ valueRenderOption, dateTimeRenderOption }: ReadOptions): (cell: CellData) => Value {
  if (valueRenderOption !== 'UNFORMATTED_VALUE' && valueRenderOption !== 'FORMULA') {
    return (cell) => cell.formattedValue ?? '';
  }
  const asFormula = valueRenderOption === 'FORMULA';
  const datesAsText = dateTimeRenderOption === 'FORMATTED_STRING';
  return (cell) => {
    const formula = cell.userEnteredValue?.formulaValue;
    if (asFormula && typeof formula === 'string') return formula;
    const { numberValue, boolValue } = cell.effectiveValue ?? {};
    if (typeof boolValue === 'boolean') return boolValue;
    if (typeof numberValue === 'number' && !(datesAsText && isCalendar(cell))) return numberValue;
    return cell.formattedValue ?? '';
  };
}

const isCalendar = ({ effectiveFormat }: CellData): boolean =>
  /^(DATE|TIME)/.test(effectiveFormat?.numberFormat?.type ?? '');
