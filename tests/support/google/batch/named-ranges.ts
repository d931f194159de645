import type { sheets_v4 } from '@googleapis/sheets';
import { type Book, newId } from '../book.ts';
import { boxOf } from '../box.ts';
import { Refusal } from '../refusal.ts';
import type { Handlers } from './kinds.ts';
import { merged, updateMask } from './update-fields.ts';

type NamedRange = sheets_v4.Schema$NamedRange;

export const namedRanges = {
  addNamedRange(book, { namedRange }) {
    const added = { ...namedRange, namedRangeId: namedRange?.namedRangeId ?? `navn${newId(book)}` };
    check(book, added);
    book.namedRanges.push(added);
    return { namedRange: added };
  },

  updateNamedRange(book, { namedRange, fields }) {
    const mask = updateMask(fields, 'NamedRange', ['namedRangeId']);
    const before = find(book, namedRange?.namedRangeId);
    const after = { ...merged(before, namedRange, mask), namedRangeId: before.namedRangeId ?? null };
    check(book, after);
    book.namedRanges = book.namedRanges.map((it) => (it === before ? after : it));
    return undefined;
  },

  deleteNamedRange(book, { namedRangeId }) {
    const found = find(book, namedRangeId);
    book.namedRanges = book.namedRanges.filter((it) => it !== found);
    return undefined;
  },
} satisfies Handlers;

function find(book: Book, id: string | null | undefined): NamedRange {
  const found = book.namedRanges.find((it) => it.namedRangeId === id);
  if (!found) throw new Refusal(`No named range with id: ${id ?? ''}`);
  return found;
}

function check(book: Book, { namedRangeId, name, range }: NamedRange): void {
  boxOf(book, range, 'namedRange.range');
  const usable = /^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u.test(name ?? '') && !LIKE_A_REFERENCE.test(name ?? '');
  if (!usable) throw new Refusal('The name given to this range is invalid');
  const others = book.namedRanges.filter((it) => it.namedRangeId !== namedRangeId || it.name === undefined);
  if (others.some((it) => it.name?.toLowerCase() === name?.toLowerCase())) {
    throw new Refusal(`Cannot add named range with name: ${name}. A named range with that name already exists.`);
  }
  if (book.namedRanges.filter((it) => it.namedRangeId === namedRangeId).length > 1) {
    throw new Refusal(`A named range with id ${namedRangeId} already exists.`);
  }
}

const LIKE_A_REFERENCE = /^(\$?[a-z]{1,3}\$?\d+|r\d*c\d*|true|false)$/i;
