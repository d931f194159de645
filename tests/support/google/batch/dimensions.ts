import { sheetOf } from '../box.ts';
import { asDimension, countOf, existing, lineRange, spanOf, word } from '../dimension-span.ts';
import { guard, guardSheet } from '../protection.ts';
import { Refusal } from '../refusal.ts';
import { grow, insertBlank } from '../room.ts';
import { deleted, moved, shiftRanges } from '../shift.ts';
import { cut, splice } from '../splice.ts';
import type { Handlers } from './kinds.ts';
import { merged, updateMask } from './update-fields.ts';

export const dimensions = {
  insertDimension(book, { range, inheritFromBefore }) {
    if (typeof range?.startIndex !== 'number' || typeof range.endIndex !== 'number') {
      throw new Refusal('range.startIndex and range.endIndex must be bounded.');
    }
    const { sheet, dimension, start, end } = spanOf(book, range);
    const count = countOf(sheet, dimension);
    if (start > count)
      throw new Refusal(`range.startIndex[${start}] is after last ${word(dimension)} in grid[${count}]`);
    if (inheritFromBefore && start === 0) {
      throw new Refusal('inheritFromBefore cannot be true when inserting at the first row or column.');
    }
    guardSheet(book, sheet.id);
    // An empty range overlaps only what it lies strictly inside.
    guard(book, lineRange(sheet, dimension, start, start));
    const like = inheritFromBefore ? start - 1 : start;
    insertBlank(book, sheet, { dimension, at: start, count: end - start, like });
    return undefined;
  },

  deleteDimension(book, { range }) {
    const { sheet, dimension, start, end } = existing(book, range, 'delete');
    if (end - start >= countOf(sheet, dimension)) {
      throw new Refusal(`You can't delete all the ${word(dimension)}s on the sheet.`);
    }
    const frozen = (dimension === 'ROWS' ? sheet.gridLooks.frozenRowCount : sheet.gridLooks.frozenColumnCount) ?? 0;
    if (start <= frozen && end === countOf(sheet, dimension)) {
      throw new Refusal(`Sorry, it is not possible to delete all non-frozen ${word(dimension)}s.`);
    }
    guard(book, lineRange(sheet, dimension, start, end));
    cut(sheet, dimension, start, end - start);
    if (dimension === 'ROWS') sheet.rowCount -= end - start;
    else sheet.columnCount -= end - start;
    shiftRanges(book, sheet, dimension, deleted(start, end));
    return undefined;
  },

  moveDimension(book, { source, destinationIndex }) {
    const { sheet, dimension, start, end } = existing(book, source, 'move');
    const to = destinationIndex ?? 0;
    if (to > countOf(sheet, dimension))
      throw new Refusal(`destinationIndex[${to}] is after the last ${word(dimension)}.`);
    if (to > start && to < end) throw new Refusal('destinationIndex must not be inside the source range.');
    guard(book, lineRange(sheet, dimension, start, end));
    guardSheet(book, sheet.id);
    const lines = cut(sheet, dimension, start, end - start);
    splice(sheet, dimension, to > start ? to - (end - start) : to, lines);
    shiftRanges(book, sheet, dimension, moved(start, end, to));
    return undefined;
  },

  appendDimension(book, { sheetId, dimension, length }) {
    const sheet = sheetOf(book, sheetId);
    if (!dimension) throw new Refusal('No dimension specified.');
    if (!length || length < 1) throw new Refusal('length must be greater than 0.');
    guardSheet(book, sheet.id);
    const count = countOf(sheet, asDimension(dimension)) + length;
    grow(book, sheet, dimension === 'ROWS' ? { rows: count } : { columns: count });
    return undefined;
  },

  updateDimensionProperties(book, { range, properties, fields }) {
    const mask = updateMask(fields, 'DimensionProperties', ['hiddenByFilter', 'developerMetadata']);
    const { sheet, dimension, start, end } = existing(book, range, 'update');
    const looks = dimension === 'ROWS' ? sheet.rowLooks : sheet.columnLooks;
    for (let at = looks.length; at < start; at++) looks.push(undefined);
    for (let at = start; at < end; at++) looks[at] = merged(looks[at] ?? {}, properties, mask);
    return undefined;
  },

  autoResizeDimensions(book, { dimensions: range }) {
    existing(book, range, 'resize');
    return undefined;
  },
} satisfies Handlers;
