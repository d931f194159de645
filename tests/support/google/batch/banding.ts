import type { sheets_v4 } from '@googleapis/sheets';
import { type Book, newId, type Sheet } from '../book.ts';
import { boxOf, overlap, toGridRange } from '../box.ts';
import { Refusal } from '../refusal.ts';
import type { Handlers } from './kinds.ts';
import { merged, updateMask } from './update-fields.ts';

type Banding = sheets_v4.Schema$BandedRange;

export const banding = {
  addBanding(book, { bandedRange }) {
    const added = { ...bandedRange, bandedRangeId: bandedRange?.bandedRangeId ?? newId(book) };
    check(book, added).bandedRanges.push(added);
    return { bandedRange: added };
  },

  updateBanding(book, { bandedRange, fields }) {
    const mask = updateMask(fields, 'BandedRange', ['bandedRangeId']);
    const { sheet, found } = find(book, bandedRange?.bandedRangeId);
    sheet.bandedRanges = sheet.bandedRanges.filter((it) => it !== found);
    const after = { ...merged(found, bandedRange, mask), bandedRangeId: found.bandedRangeId ?? null };
    check(book, after).bandedRanges.push(after);
    return undefined;
  },

  deleteBanding(book, { bandedRangeId }) {
    const { sheet, found } = find(book, bandedRangeId);
    sheet.bandedRanges = sheet.bandedRanges.filter((it) => it !== found);
    return undefined;
  },
} satisfies Handlers;

function find(book: Book, id: number | null | undefined): { sheet: Sheet; found: Banding } {
  for (const sheet of book.sheets) {
    const found = sheet.bandedRanges.find((it) => it.bandedRangeId === id);
    if (found) return { sheet, found };
  }
  throw new Refusal(`No banded range with ID: ${id ?? 0}`);
}

function check(book: Book, { range, rowProperties, columnProperties }: Banding): Sheet {
  const box = boxOf(book, range, 'bandedRange.range');
  if (!rowProperties && !columnProperties)
    throw new Refusal('At least one of rowProperties and columnProperties must be set.');
  for (const colours of [rowProperties, columnProperties]) {
    const { firstBandColor, firstBandColorStyle, secondBandColor, secondBandColorStyle } = colours ?? {};
    if (colours && !((firstBandColorStyle ?? firstBandColor) && (secondBandColorStyle ?? secondBandColor))) {
      throw new Refusal('BandingProperties must have a firstBandColor and a secondBandColor.');
    }
  }
  const taken = [...box.sheet.bandedRanges, ...box.sheet.tables].some(
    (it) => it.range && overlap(it.range, toGridRange(box)),
  );
  if (taken)
    throw new Refusal(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
  return box.sheet;
}
