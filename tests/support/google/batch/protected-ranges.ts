import type { sheets_v4 } from '@googleapis/sheets';
import { type Book, newId, type Sheet } from '../book.ts';
import { boxOf, sheetOf } from '../box.ts';
import { mayEdit, rangeOf } from '../protection.ts';
import { PROTECTED, Refusal } from '../refusal.ts';
import { toProtectedJson } from '../spreadsheet-json.ts';
import { findTable } from '../table.ts';
import { BOT_EMAIL } from '../token.ts';
import type { Handlers } from './kinds.ts';
import { merged, updateMask } from './update-fields.ts';

type ProtectedRange = sheets_v4.Schema$ProtectedRange;

export const protectedRanges = {
  addProtectedRange(book, { protectedRange }) {
    const id = protectedRange?.protectedRangeId ?? newId(book);
    if (book.sheets.some((sheet) => sheet.protectedRanges.some((it) => it.protectedRangeId === id))) {
      throw new Refusal(`A protected range with id ${id} already exists.`);
    }
    const added = withAdder(book, { ...protectedRange, protectedRangeId: id });
    check(book, added).protectedRanges.push(added);
    return { protectedRange: toProtectedJson(added, true) };
  },

  updateProtectedRange(book, { protectedRange, fields }) {
    const mask = updateMask(fields, 'ProtectedRange', ['protectedRangeId', 'requestingUserCanEdit']);
    const { sheet, found } = find(book, protectedRange?.protectedRangeId);
    const { protectedRangeId: _id, ...given } = protectedRange ?? {};
    const after = { ...merged(found, given, mask), protectedRangeId: found.protectedRangeId ?? null };
    const onto = check(book, after);
    sheet.protectedRanges = sheet.protectedRanges.filter((it) => it !== found);
    onto.protectedRanges.push(withAdder(book, after));
    return undefined;
  },

  deleteProtectedRange(book, { protectedRangeId }) {
    const { sheet, found } = find(book, protectedRangeId);
    sheet.protectedRanges = sheet.protectedRanges.filter((it) => it !== found);
    return undefined;
  },
} satisfies Handlers;

/** Nobody can shut themselves out, and a mere warning has no editors. */
function withAdder(book: Book, range: ProtectedRange): ProtectedRange {
  const { editors: _editors, ...warning } = range;
  if (range.warningOnly) return warning;
  if (book.by === 'person') return range;
  const users = range.editors?.users ?? [];
  return { ...range, editors: { ...range.editors, users: users.includes(BOT_EMAIL) ? users : [...users, BOT_EMAIL] } };
}

function find(book: Book, id: number | null | undefined): { sheet: Sheet; found: ProtectedRange } {
  for (const sheet of book.sheets) {
    const found = sheet.protectedRanges.find((it) => it.protectedRangeId === id);
    if (!found) continue;
    if (book.by === 'bot' && !mayEdit(found)) throw new Refusal(PROTECTED);
    return { sheet, found };
  }
  throw new Refusal(`No protected range with ID: ${id ?? 0}`);
}

/** The sheet it is on. */
function check(book: Book, it: ProtectedRange): Sheet {
  if ([it.range, it.namedRangeId, it.tableId].filter(Boolean).length !== 1) {
    throw new Refusal('Exactly one of range, namedRangeId and tableId must be set.');
  }
  if (it.tableId) return findTable(book, it.tableId).sheet;
  const range = rangeOf(book, it);
  const { sheet } = boxOf(book, range, 'protectedRange.range');
  const bounded = Object.entries(range).some(([name, value]) => name !== 'sheetId' && value !== null);
  if (bounded && it.unprotectedRanges?.length) {
    throw new Refusal('Unprotected ranges are only supported on protected sheets.');
  }
  return sheetOf(book, sheet.id);
}
