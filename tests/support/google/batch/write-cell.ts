import type { CellData } from '../book.ts';
import { checkCell, settled } from '../cell.ts';
import { checkCondition } from '../condition.ts';
import type { Mask } from '../fields.ts';
import { merged, names, updateMask } from './update-fields.ts';

const READ_ONLY = ['effectiveValue', 'effectiveFormat', 'formattedValue', 'hyperlink'];

export const cellMask = (fields: string | null | undefined): Mask => updateMask(fields, 'CellData', READ_ONLY);

/** A cell after an update of these fields. */
export function written(before: CellData, given: CellData | undefined, mask: Mask): CellData {
  checkCell(given ?? {});
  if (given?.dataValidation) checkCondition(given.dataValidation.condition, 'validation');
  const after = merged(before, given, mask);
  // A new value takes the chips and the formatted parts of the old one with it.
  const { chipRuns, textFormatRuns, ...rest } = after;
  const valueOnly = names(mask, 'userEnteredValue');
  const keptChips = valueOnly && !names(mask, 'chipRuns') ? undefined : chipRuns;
  const keptRuns = valueOnly && !names(mask, 'textFormatRuns') ? undefined : textFormatRuns;
  return settled(
    { ...rest, ...(keptChips ? { chipRuns: keptChips } : {}), ...(keptRuns ? { textFormatRuns: keptRuns } : {}) },
    before,
  );
}
