import type { CellData } from './book.ts';
import { formatted, withPattern } from './format.ts';
import { evaluate } from './formula.ts';
import { Refusal } from './refusal.ts';

/**
 * A cell with what follows from what was entered: its value, its format and what the sheet shows.
 * @param before the cell it takes the place of: chips that are left alone go on showing their names
 */
export function settled(cell: CellData, before?: CellData): CellData {
  const { effectiveValue: _value, effectiveFormat: _format, formattedValue: _shown, note, ...rest } = cell;
  const entered = note ? { ...rest, note } : rest;
  const format = entered.userEnteredFormat;
  const numberFormat = format?.numberFormat && withPattern(format.numberFormat);
  const effectiveFormat = format && { ...format, ...(numberFormat ? { numberFormat } : {}) };
  const userEnteredValue = entered.userEnteredValue;
  const value = sameFormula(cell, before) ? before?.effectiveValue : userEnteredValue && evaluate(userEnteredValue);
  if (!value) {
    const { userEnteredValue: _nothing, ...blank } = entered;
    return { ...blank, ...(effectiveFormat ? { effectiveFormat } : {}) };
  }
  const sameChips = cell.chipRuns && cell.chipRuns === before?.chipRuns && before.formattedValue;
  return {
    ...entered,
    effectiveValue: value,
    formattedValue: sameChips || withChips(cell) || formatted(value, numberFormat),
    ...(effectiveFormat ? { effectiveFormat } : {}),
  };
}

function sameFormula(cell: CellData, before: CellData | undefined): boolean {
  const formula = cell.userEnteredValue?.formulaValue;
  return typeof formula === 'string' && formula === before?.userEnteredValue?.formulaValue;
}

/** Throws a {@link Refusal} for what Google does not take into a cell. */
export function checkCell({ userEnteredValue, userEnteredFormat, chipRuns, note }: CellData): void {
  const { numberFormat, padding } = userEnteredFormat ?? {};
  if (numberFormat && !numberFormat.type) throw new Refusal('numberFormat.type must be set.');
  if (padding && Object.keys(padding).length < 4) throw new Refusal('Every field of padding must be specified.');
  const { stringValue, formulaValue, errorValue } = userEnteredValue ?? {};
  if (errorValue) throw new Refusal('Error values cannot be written.');
  if (typeof formulaValue === 'string' && !/^[=+]/.test(formulaValue)) {
    throw new Refusal(`Invalid formula: ${formulaValue}`);
  }
  const longest = Math.max(stringValue?.length ?? 0, formulaValue?.length ?? 0, note?.length ?? 0);
  if (longest > 50_000) {
    throw new Refusal('Your input contains more than the maximum of 50000 characters in a single cell.');
  }
  for (const { startIndex, chip } of chipRuns ?? []) {
    if (chip?.personProperties && !chip.personProperties.email) throw new Refusal('A person chip must have an email.');
    if (chip && stringValue?.[startIndex ?? 0] !== '@')
      throw new Refusal('Chips must be placed on an "@" placeholder.');
  }
}

/** Each chip stands as one `@` in the text; a person nobody has named is shown by the address. */
function withChips({ userEnteredValue, chipRuns }: CellData): string {
  if (!chipRuns || chipRuns.length === 0) return '';
  let text = userEnteredValue?.stringValue ?? '';
  for (const { startIndex, chip } of [...chipRuns].reverse()) {
    const shown = chip?.personProperties?.email ?? chip?.richLinkProperties?.uri;
    if (shown) text = text.slice(0, startIndex ?? 0) + shown + text.slice((startIndex ?? 0) + 1);
  }
  return text;
}
