import { columnLetters } from '#src/workbook/column-letters.ts';
import type { Merge } from '#src/workbook/workbook.ts';
import { parseRange } from './reference.ts';
import type { SheetMap } from './sheet-map.ts';
import type { Splice } from './text-splice.ts';
import { retagged } from './xml-write.ts';

/** What is to change for the sheet to say that it reaches as far as these cells; nothing when it does or says nothing. */
export function dimensionWith(
  xml: string,
  { dimension }: Pick<SheetMap, 'dimension'>,
  filled: Merge,
): readonly Splice[] {
  if (dimension === null) return [];
  const { top, left, bottom, right } = parseRange(dimension.attributes.ref ?? '');
  const isWithin = filled.top >= top && filled.left >= left && filled.bottom <= bottom && filled.right <= right;
  if (isWithin) return [];
  const ref = rangeName({
    top: Math.min(top, filled.top),
    left: Math.min(left, filled.left),
    bottom: Math.max(bottom, filled.bottom),
    right: Math.max(right, filled.right),
  });
  return [{ start: dimension.start, end: dimension.end, text: retagged(xml, dimension, { ref }) }];
}

/** `A2:C5`. */
export const rangeName = ({ top, left, bottom, right }: Merge): string =>
  `${columnLetters(left)}${top + 1}:${columnLetters(right)}${bottom + 1}`;
