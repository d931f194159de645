import fc from 'fast-check';
import type { CellValue } from '#src/domain/cell-value.ts';

/** Any cell a spreadsheet may hold, odd text included, for promises such as «never throws». */
export function anyCell(): fc.Arbitrary<CellValue> {
  return fc.oneof(
    fc.constant(null),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'grønul rdfei/&+,;()[]-–.%1234567890●🟢🟡🔴✓\n\u00a0og') }),
    fc.double(),
    fc.boolean(),
    fc.record({ serial: fc.double() }),
    fc.record({ error: fc.constantFrom('#REF!', '#N/A', '#DIV/0!') }),
  );
}
