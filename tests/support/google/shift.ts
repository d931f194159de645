import type { Book, GridRange, Sheet } from './book.ts';

export type Dimension = 'ROWS' | 'COLUMNS';

interface Span {
  readonly start: number | undefined;
  readonly end: number | undefined;
}

/** Where a half-open span of rows or columns lies after a change, or null when it is gone. Missing ends stay missing. */
export type Shift = (span: Span) => Span | null;

export function inserted(at: number, count: number): Shift {
  return ({ start, end }) => ({
    start: start === undefined || start < at ? start : start + count,
    // Rows put in right after a range do not belong to it.
    end: end === undefined || end <= at ? end : end + count,
  });
}

export function deleted(from: number, to: number): Shift {
  const map = (index: number) => (index <= from ? index : Math.max(from, index - (to - from)));
  return ({ start, end }) => {
    const span = { start: start === undefined ? start : map(start), end: end === undefined ? end : map(end) };
    return span.end !== undefined && span.end <= (span.start ?? 0) ? null : span;
  };
}

/** @param to in the coordinates before the move */
export function moved(from: number, until: number, to: number): Shift {
  const count = until - from;
  const target = to > from ? to - count : to;
  const out = deleted(from, until);
  const back = inserted(target, count);
  return (span) => {
    const { start, end } = span;
    if (start !== undefined && end !== undefined && start >= from && end <= until) {
      return { start: start - from + target, end: end - from + target };
    }
    const left = out(span);
    return left && back(left);
  };
}

/** Lets everything that lies on a sheet's rows or columns follow them. */
export function shiftRanges(book: Book, sheet: Sheet, dimension: Dimension, shift: Shift): void {
  const on = (range: GridRange) => shiftRange(range, dimension, shift);
  const each = <T extends { range?: GridRange | null }>(items: readonly T[]): T[] =>
    items.flatMap((item) => {
      if (!item.range) return [item];
      const range = on(item.range);
      return range ? [{ ...item, range }] : [];
    });
  const all = (ranges: readonly GridRange[] | null | undefined) => (ranges ?? []).flatMap((range) => on(range) ?? []);

  sheet.merges = all(sheet.merges).filter(hasSeveralCells);
  sheet.conditionalFormats = sheet.conditionalFormats
    .map((rule) => ({ ...rule, ranges: all(rule.ranges) }))
    .filter(({ ranges }) => ranges.length > 0);
  sheet.protectedRanges = each(sheet.protectedRanges).map((it) =>
    it.unprotectedRanges ? { ...it, unprotectedRanges: all(it.unprotectedRanges) } : it,
  );
  sheet.bandedRanges = each(sheet.bandedRanges);
  sheet.tables = each(sheet.tables.map((table) => (dimension === 'COLUMNS' ? shiftColumns(table, shift) : table)));
  sheet.basicFilter = sheet.basicFilter && (each([sheet.basicFilter])[0] ?? null);
  book.namedRanges = book.namedRanges.map((it) => shiftNamed(it, sheet, dimension, shift));
  book.metadata = book.metadata.flatMap((it) => shiftMetadata(it, sheet, dimension, shift) ?? []);
}

function shiftRange(range: GridRange, dimension: Dimension, shift: Shift): GridRange | null {
  const rows = dimension === 'ROWS';
  const start = (rows ? range.startRowIndex : range.startColumnIndex) ?? undefined;
  const end = (rows ? range.endRowIndex : range.endColumnIndex) ?? undefined;
  const span = shift({ start, end });
  if (span === null) return null;
  const names = rows ? (['startRowIndex', 'endRowIndex'] as const) : (['startColumnIndex', 'endColumnIndex'] as const);
  return {
    ...range,
    ...(span.start === undefined ? {} : { [names[0]]: span.start }),
    ...(span.end === undefined ? {} : { [names[1]]: span.end }),
  };
}

const hasSeveralCells = (range: GridRange): boolean =>
  (range.endRowIndex ?? 0) - (range.startRowIndex ?? 0) > 1 ||
  (range.endColumnIndex ?? 0) - (range.startColumnIndex ?? 0) > 1;

function shiftNamed(named: Book['namedRanges'][number], sheet: Sheet, dimension: Dimension, shift: Shift) {
  if (!named.range || (named.range.sheetId ?? 0) !== sheet.id) return named;
  const { range, ...rest } = named;
  const after = shiftRange(range, dimension, shift);
  // A name whose cells are deleted stays, and means nothing.
  return after ? { ...rest, range: after } : rest;
}

function shiftMetadata(it: Book['metadata'][number], sheet: Sheet, dimension: Dimension, shift: Shift) {
  const range = it.location?.dimensionRange;
  if (!range || range.sheetId !== sheet.id || range.dimension !== dimension) return it;
  const span = shift({ start: range.startIndex ?? 0, end: range.endIndex ?? 0 });
  if (span === null) return null;
  const dimensionRange = { ...range, startIndex: span.start ?? 0, endIndex: span.end ?? 0 };
  return { ...it, location: { ...it.location, dimensionRange } };
}

/** The columns of a table are counted from its own first column. */
function shiftColumns(table: Sheet['tables'][number], shift: Shift): Sheet['tables'][number] {
  const { startColumnIndex: left, endColumnIndex: right } = table.range ?? {};
  const range = shift({ start: left ?? 0, end: right ?? 0 });
  const columnProperties = (table.columnProperties ?? []).flatMap((column) => {
    const at = (left ?? 0) + (column.columnIndex ?? 0);
    const span = shift({ start: at, end: at + 1 });
    return span && range ? [{ ...column, columnIndex: (span.start ?? 0) - (range.start ?? 0) }] : [];
  });
  return { ...table, columnProperties };
}
