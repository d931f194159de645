import type { sheets_v4 } from '@googleapis/sheets';
import type { Book, CellData } from '../book.ts';
import { type Box, boxOf, sheetOf, toGridRange } from '../box.ts';
import { settled } from '../cell.ts';
import { cellAt, putCell } from '../grid.ts';
import { guard } from '../protection.ts';
import { Refusal } from '../refusal.ts';
import { afterTyping } from '../typed.ts';
import type { Handlers } from './kinds.ts';

type Request = sheets_v4.Schema$FindReplaceRequest;

export const findReplace = {
  findReplace(book, request) {
    if (!request.find) throw new Refusal('Find must not be empty.');
    const counts = { valuesChanged: 0, formulasChanged: 0, rowsChanged: 0, sheetsChanged: 0, occurrencesChanged: 0 };
    for (const box of areas(book, request)) {
      const before = counts.occurrencesChanged;
      for (let row = box.top; row < Math.min(box.bottom, box.sheet.rows.length); row++) {
        const inRow = counts.occurrencesChanged;
        for (let column = box.left; column < box.right; column++) {
          const cell = cellAt(box.sheet, row, column);
          const { found, after, formula } = replacedIn(cell, request);
          if (found === 0) continue;
          guard(book, toGridRange({ ...box, top: row, bottom: row + 1, left: column, right: column + 1 }));
          putCell(box.sheet, row, column, after);
          counts.occurrencesChanged += found;
          counts[formula ? 'formulasChanged' : 'valuesChanged']++;
        }
        if (counts.occurrencesChanged > inRow) counts.rowsChanged++;
      }
      if (counts.occurrencesChanged > before) counts.sheetsChanged++;
    }
    // Google leaves out what is zero.
    return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
  },
} satisfies Handlers;

function areas(book: Book, { range, sheetId, allSheets }: Request): readonly Box[] {
  if (
    [range, sheetId ?? undefined, allSheets || undefined].filter((it) => it !== undefined && it !== null).length !== 1
  ) {
    throw new Refusal('Exactly one of range, sheetId and allSheets must be set.');
  }
  if (range) return [boxOf(book, range)];
  const sheets = allSheets ? book.sheets : [sheetOf(book, sheetId)];
  return sheets.map((sheet) => ({ sheet, top: 0, left: 0, bottom: sheet.rowCount, right: sheet.columnCount }));
}

function replacedIn(cell: CellData, request: Request): { found: number; after: CellData; formula: boolean } {
  const formulaText = cell.userEnteredValue?.formulaValue;
  const formula = typeof formulaText === 'string';
  const nothing = { found: 0, after: cell, formula };
  if (formula && !request.includeFormulas) return nothing;
  const text = formula ? formulaText : (cell.formattedValue ?? '');
  if (text === '') return nothing;

  const pattern = patternOf(request);
  const found = text.match(pattern)?.length ?? 0;
  if (found === 0) return nothing;
  const replacement = request.replacement ?? '';
  // A dollar is a dollar unless the search is by pattern.
  const after = text.replace(pattern, request.searchByRegex ? replacement : replacement.replaceAll('$', '$$$$'));
  // What comes of it is taken as if somebody had typed it.
  return { found, after: settled(afterTyping(cell, after)), formula };
}

function patternOf({ find, matchCase, matchEntireCell, searchByRegex }: Request): RegExp {
  const source = searchByRegex ? (find ?? '') : (find ?? '').replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  try {
    return new RegExp(matchEntireCell ? `^(?:${source})$` : source, matchCase ? 'gs' : 'gis');
  } catch {
    throw new Refusal(`Invalid regular expression: ${find}`);
  }
}
