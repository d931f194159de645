import type { sheets_v4 } from '@googleapis/sheets';
import type { Book, GridRange } from './book.ts';
import { covers, overlap } from './box.ts';
import { PROTECTED, Refusal } from './refusal.ts';
import { BOT_EMAIL } from './token.ts';

type ProtectedRange = sheets_v4.Schema$ProtectedRange;

/** Throws a {@link Refusal} when the bot would touch what is protected against it. A person's hands may touch all. */
export function guard(book: Book, range: GridRange): void {
  if (book.by === 'person') return;
  const sheet = book.sheets.find(({ id }) => id === (range.sheetId ?? 0));
  const hit = sheet?.protectedRanges.some((it) => !mayEdit(it) && touches(book, it, range));
  if (hit) throw new Refusal(PROTECTED);
}

/** Throws a {@link Refusal} when the sheet as a whole is protected: it may not be deleted, renamed or have rows added. */
export function guardSheet(book: Book, sheetId: number): void {
  if (book.by === 'person') return;
  const sheet = book.sheets.find(({ id }) => id === sheetId);
  const whole = (it: ProtectedRange) => isWhole(rangeOf(book, it));
  if (sheet?.protectedRanges.some((it) => !mayEdit(it) && whole(it))) throw new Refusal(PROTECTED);
}

export const mayEdit = ({ warningOnly, editors }: ProtectedRange): boolean =>
  warningOnly === true || (editors?.users ?? []).includes(BOT_EMAIL);

/** The range itself, or that of the named range or the table it stands for. */
export function rangeOf(book: Book, { range, namedRangeId, tableId }: ProtectedRange): GridRange {
  if (range) return range;
  const named = book.namedRanges.find((it) => it.namedRangeId === namedRangeId)?.range;
  const table = book.sheets.flatMap(({ tables }) => tables).find((it) => it.tableId === tableId)?.range;
  return named ?? table ?? { sheetId: -1 };
}

function touches(book: Book, protectedRange: ProtectedRange, range: GridRange): boolean {
  const open = protectedRange.unprotectedRanges ?? [];
  return overlap(rangeOf(book, protectedRange), range) && !open.some((it) => covers(it, range));
}

const isWhole = ({ startRowIndex, endRowIndex, startColumnIndex, endColumnIndex }: GridRange): boolean =>
  [startRowIndex, endRowIndex, startColumnIndex, endColumnIndex].every((it) => it === undefined || it === null);
