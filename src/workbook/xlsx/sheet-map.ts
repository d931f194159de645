import type { Merge } from '#src/workbook/workbook.ts';
import { parseRange, parseReference } from './reference.ts';
import { type PlacedTag, walkPlaces } from './xml.ts';

/** An element and where it stands in the text of its sheet. */
interface PlacedElement {
  readonly tag: PlacedTag;
  /** Where its content ends; the end of the tag when it closes itself. */
  readonly contentEnd: number;
  readonly end: number;
}

export interface PlacedCell extends PlacedElement {
  readonly column: number;
  readonly hasFormula: boolean;
}

export interface PlacedRow extends PlacedElement {
  readonly index: number;
  readonly cells: readonly PlacedCell[];
}

/** What is where in the text of a worksheet. */
export interface SheetMap {
  readonly data: PlacedElement;
  readonly rows: readonly PlacedRow[];
  readonly dimension: PlacedTag | null;
  /** 0-based and inclusive. */
  readonly columnStyles: readonly { readonly first: number; readonly last: number; readonly style: number }[];
  /** Ranges that one formula fills, though only their first cell has it. */
  readonly filledRanges: readonly Merge[];
  readonly isProtected: boolean;
  /** The names of all elements outside the table. */
  readonly others: ReadonlySet<string>;
}

/** Two rows by one number: nobody knows which of them a program shows. */
export function rowAt({ rows }: SheetMap, row: number): PlacedRow | null {
  const [found, another] = rows.filter(({ index }) => index === row);
  if (another) throw new Error(`Two rows are number ${row + 1}`);
  return found ?? null;
}

/** An attribute that says yes. */
export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';

/**
 * Walks through a worksheet as `readSheet` does, and notes where things stand.
 *
 * @param wanted - the rows (0-based) whose cells are to be known; every other row is told without its cells
 * @throws an Error when the XML is damaged
 */
export function mapSheet(xml: string, wanted: (row: number) => boolean): SheetMap {
  const table = tableWalker(wanted);
  const columnStyles: { readonly first: number; readonly last: number; readonly style: number }[] = [];
  const others = new Set<string>();
  const seen: { tag: PlacedTag | null; data: PlacedElement | null; dimension: PlacedTag | null; isProtected: boolean } =
    {
      tag: null,
      data: null,
      dimension: null,
      isProtected: false,
    };

  walkPlaces(xml, {
    open: (tag) => {
      if (seen.tag !== null && seen.data === null) return table.open(tag);
      others.add(tag.name);
      const { min, max, style, ref, sheet } = tag.attributes;
      if (tag.name === 'sheetData') seen.tag = tag;
      if (tag.name === 'dimension' && ref !== undefined) seen.dimension = tag;
      if (tag.name === 'sheetProtection') seen.isProtected = isOn(sheet);
      if (tag.name === 'col' && style !== undefined) {
        columnStyles.push({ first: Number(min) - 1, last: Number(max) - 1, style: Number(style) });
      }
    },
    close: (name, contentEnd, end) => {
      if (seen.tag === null || seen.data !== null) return;
      if (name === 'sheetData') seen.data = { tag: seen.tag, contentEnd, end };
      else table.close(name, contentEnd, end);
    },
  });
  const { data, dimension, isProtected } = seen;
  if (data === null) throw new Error('A worksheet without a table');
  return { data, rows: table.rows, dimension, columnStyles, filledRanges: table.filledRanges, isProtected, others };
}

/** Notes the rows and cells between `<sheetData>` and its end. */
function tableWalker(wanted: (row: number) => boolean) {
  const rows: PlacedRow[] = [];
  const filledRanges: Merge[] = [];
  const at: {
    row: { readonly tag: PlacedTag; readonly index: number; readonly cells: PlacedCell[] } | null;
    cell: { readonly tag: PlacedTag; readonly column: number; readonly hasFormula: boolean } | null;
  } = { row: null, cell: null };
  let lastRow = -1;
  let lastColumn = -1;

  return {
    rows,
    filledRanges,
    open(tag: PlacedTag): void {
      const { r, t, ref } = tag.attributes;
      if (tag.name === 'row') {
        // The address may be left out, and is then the next one.
        lastRow = r === undefined ? lastRow + 1 : Number(r) - 1;
        lastColumn = -1;
        at.row = { tag, index: lastRow, cells: [] };
      } else if (tag.name === 'c') {
        lastColumn = r === undefined ? lastColumn + 1 : parseReference(r).column;
        at.cell = { tag, column: lastColumn, hasFormula: false };
      } else if (tag.name === 'f' && at.cell !== null) {
        at.cell = { ...at.cell, hasFormula: true };
        if ((t === 'array' || t === 'dataTable') && ref !== undefined) filledRanges.push(parseRange(ref));
      }
    },
    close(name: string, contentEnd: number, end: number): void {
      if (name === 'c' && at.cell !== null) {
        if (at.row !== null && wanted(at.row.index)) at.row.cells.push({ ...at.cell, contentEnd, end });
        at.cell = null;
      } else if (name === 'row' && at.row !== null) {
        rows.push({ ...at.row, contentEnd, end });
        at.row = null;
      }
    },
  };
}
