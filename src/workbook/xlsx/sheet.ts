import type { Merge, Tab } from '#src/workbook/workbook.ts';
import { type CellContext, type RawCell, toCell } from './cells.ts';
import { growingGrid } from './grid.ts';
import { type Position, parseRange, parseReference } from './reference.ts';
import { walkXml } from './xml.ts';

/**
 * The cells of one worksheet, where they stand; hidden rows and columns count.
 *
 * @throws GridTooLarge, or an Error when the XML is damaged
 */
export function readSheet(xml: string, context: CellContext): Pick<Tab, 'rows' | 'merges'> {
  const grid = growingGrid();
  const merges: Merge[] = [];
  let at: Position = { row: -1, column: -1 };
  let cell: RawCell = { type: 'n', style: 0, value: '', hasFormula: false };
  let inValue = false;
  let inReadingAid = false;

  walkXml(xml, {
    open: (name, { r, t, s, ref }) => {
      switch (name) {
        // The address may be left out, and is then the next one.
        case 'row':
          at = { row: r === undefined ? at.row + 1 : Number(r) - 1, column: -1 };
          break;
        case 'c':
          at = r === undefined ? { row: at.row, column: at.column + 1 } : parseReference(r);
          cell = { type: t ?? 'n', style: Number(s ?? 0), value: '', hasFormula: false };
          break;
        case 'f':
          cell = { ...cell, hasFormula: true };
          break;
        case 'rPh':
          inReadingAid = true;
          break;
        case 'v':
        case 't':
          inValue = !inReadingAid;
          break;
        case 'mergeCell':
          merges.push(parseRange(ref ?? ''));
          break;
      }
    },
    text: (chunk) => {
      if (inValue) cell = { ...cell, value: cell.value + chunk };
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      if (name === 'rPh') inReadingAid = false;
      if (name === 'c') grid.put(at, toCell(cell, context));
    },
  });

  return { rows: grid.toRows(merges), merges };
}
