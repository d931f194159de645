import type { XlsxBook } from './book.ts';
import { isOn } from './sheet-map.ts';
import { splice } from './text-splice.ts';
import { type PlacedTag, walkPlaces } from './xml.ts';
import { retagged } from './xml-write.ts';

/** What may stand before `calcPr` in the workbook (ECMA-376 part 1, 18.2.27), from the last to the first. */
const BEFORE = ['definedNames', 'externalReferences', 'functionGroups', 'sheets'];

/**
 * Asks the program that opens the workbook to calculate every formula anew. A formula is stored with its last result, and
 * Excel trusts it: a sum over a cell that the bot has changed would go on showing the old figure. A workbook without
 * formulas is left as it is.
 */
export function askForRecalculation(book: XlsxBook): void {
  const hasFormulas = book.sheets.some(({ part }) => part !== null && /<(?:\w+:)?f[\s/>]/.test(book.need(part)));
  if (!hasFormulas) return;
  const xml = book.need(book.path);
  const found: { calculation: PlacedTag | null; prefix: string } = { calculation: null, prefix: '' };
  const ends = new Map<string, number>();
  walkPlaces(xml, {
    open: (tag) => {
      if (tag.name === 'calcPr') found.calculation = tag;
      if (tag.name === 'workbook') found.prefix = tag.prefix;
    },
    close: (name, _start, end) => ends.set(name, end),
  });
  const { calculation, prefix } = found;
  if (calculation !== null) {
    if (isOn(calculation.attributes.fullCalcOnLoad)) return;
    const text = retagged(xml, calculation, { fullCalcOnLoad: '1' });
    book.write(book.path, splice(xml, [{ start: calculation.start, end: calculation.end, text }]));
    return;
  }
  const place = ends.get(BEFORE.find((name) => ends.has(name)) ?? '');
  if (place === undefined) throw new Error('A workbook without sheets');
  book.write(book.path, splice(xml, [{ start: place, end: place, text: `<${prefix}calcPr fullCalcOnLoad="1"/>` }]));
}
