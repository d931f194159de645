import { tableStart } from './parse.ts';

/** Where a cell stands in the text of its file, its quotes included. */
interface CellSpan {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/** Where a row stands; `next` is where its line break ends. */
export interface RowSpan {
  readonly cells: readonly CellSpan[];
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/**
 * Where the rows and cells stand in the text of a file whose quoting is sound, as `parseDelimited` reads them. Spaces
 * between the end of a quoted cell and the delimiter belong to the cell.
 */
export function spansOf(text: string, delimiter: string): readonly RowSpan[] {
  const quotedCell = new RegExp(`"[^"]*(?:""[^"]*)*"[^\\S\\r\\n${delimiter}]*(?=[${delimiter}\\r\\n]|$)`, 'y');
  const plainCell = new RegExp(`[^${delimiter}\\r\\n]*`, 'y');
  const rows: RowSpan[] = [];
  let cells: CellSpan[] = [];
  let rowStart = tableStart(text);
  let at = rowStart;
  for (;;) {
    const start = at;
    quotedCell.lastIndex = plainCell.lastIndex = start;
    const quoted = text[start] === '"' && quotedCell.test(text);
    if (!quoted) plainCell.test(text);
    at = quoted ? quotedCell.lastIndex : plainCell.lastIndex;
    cells.push({ start, end: at, quoted });
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    const next = at + lineBreakAt(text, at);
    rows.push({ cells, start: rowStart, end: at, next });
    if (next === at) return rows;
    cells = [];
    rowStart = at = next;
  }
}

/** How long the line break is; 0 at the end of the text. */
function lineBreakAt(text: string, at: number): number {
  if (text[at] === '\r') return text[at + 1] === '\n' ? 2 : 1;
  return text[at] === '\n' ? 1 : 0;
}
