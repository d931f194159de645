import fc from 'fast-check';
import { expect, test } from 'vitest';
import { delimitedLine } from '#src/workbook/delimited/edit.ts';
import { guarded, unguarded } from '#src/workbook/delimited/formula-guard.ts';
import { parseDelimited } from '#src/workbook/delimited/parse.ts';
import { planDelimited } from '#src/workbook/delimited/plan.ts';
import { type Cell, WorkbookError } from '#src/workbook/workbook.ts';
import { editedXlsx, wholeXlsx } from '../../support/edited-xlsx.ts';

/** What people write, and what makes trouble. */
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...'ab1;,\t\n"\' =-+@|æ→🟢<&_x0041_\u0007'), fc.string({ maxLength: 3 })), {
    maxLength: 8,
  })
  .map((pieces) => pieces.join(''))
  .filter((text) => text.isWellFormed());
const textLine = anyText.map((text) => text.replace(/\p{Cc}/gu, ''));

/** A blank cell is null, and line breaks are of one kind. */
const asRead = (text: string): Cell => (text.trim() === '' ? null : text.replace(/\r\n?/g, '\n'));

test('what keeps a text from being a formula is taken away again, and nothing else is', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(unguarded(guarded(text))).toBe(text);
      expect(guarded(text)).toMatch(/^(?!\s*[=@])/);
    }),
  );
});

test('in a text file, the new cell reads back, and every other byte is as it was', () => {
  const table = fc.record({
    delimiter: fc.constantFrom('\t', ';', ','),
    lineBreak: fc.constantFrom('\n', '\r\n', '\r'),
    rows: fc.array(fc.array(textLine, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 5 }),
    atEnd: fc.constantFrom('', 'x'),
  });
  let written = 0;
  fc.assert(
    fc.property(table, fc.nat(4), fc.nat(4), anyText, ({ delimiter, lineBreak, rows, atEnd }, row, column, text) => {
      const name = delimiter === '\t' ? 'Plan.tsv' : 'Plan.csv';
      const lines = rows.map((cells, index) => delimitedLine([`${index + 1} ${atEnd}`, ...cells], delimiter));
      const before = `${lines.join(lineBreak)}${atEnd === '' ? '' : lineBreak}`;
      const at = { row: row % rows.length, column: 1 + (column % 4) };
      const after = planned(before, name, at, text);
      // Refused: where the text cannot be held, or makes another table of the file.
      if (after === null) return;
      written++;

      const [old, now] = [parseDelimited(before, name), parseDelimited(after, name)];
      expect(now[at.row]?.[at.column] ?? null).toBe(asRead(text));
      expect(without(now, at)).toEqual(without(old, at));
      const [head, tail] = [lines.slice(0, at.row), lines.slice(at.row + 1)].map((part) => part.join(lineBreak));
      expect(after.startsWith(head ?? '')).toBe(true);
      expect(after.endsWith(`${tail}${atEnd === '' ? '' : lineBreak}`)).toBe(true);
    }),
    { numRuns: 300 },
  );
  expect(written).toBeGreaterThan(200);
});

test('in an .xlsx, the new cell reads back, and every other cell is as it was', () => {
  const cell = fc.oneof(fc.constant(null), fc.integer(), fc.constant('<v></v>'));
  const rows = fc.array(fc.array(cell, { maxLength: 4 }), { minLength: 1, maxLength: 4 });
  const content = fc.oneof(
    anyText,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constant(null),
    fc.boolean(),
  );
  fc.assert(
    fc.property(rows, fc.nat(5), fc.nat(5), content, (grid, row, column, to) => {
      const before = wholeXlsx({ sheets: { Ark: grid.map(rowXml).join('') } });
      const { tabs, parts } = editedXlsx(before, { row, cells: { [column]: to } });

      const read = tabs[0]?.rows[row]?.[column] ?? null;
      expect(read).toEqual(typeof to === 'string' ? asRead(to) : Object.is(to, -0) ? 0 : to);
      const cells = [
        ...(parts['xl/worksheets/sheet1.xml'] ?? '').matchAll(/<c r="([A-Z]+\d+)"(?:[^>]*\/>|.*?<\/c>)/gs),
      ];
      const others = cells.filter(([, reference]) => reference !== `${'ABCDEF'[column]}${row + 1}`).map(([xml]) => xml);
      const expected = grid.flatMap((each, index) =>
        each.flatMap((value, at) => {
          const isIt = index === row && at === column;
          return isIt || value === null ? [] : [cellXml(value, index, at)];
        }),
      );
      expect(others).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});

function planned(
  before: string,
  name: string,
  { row, column }: { row: number; column: number },
  to: string,
): string | null {
  const held = { path: `/${name}`, name, stamp: '1', bytes: Buffer.from(before) };
  const target = { tab: 'Plan', row, key: [], name: 'raden', changes: [{ column, from: null, to }] };
  try {
    return Buffer.from(planDelimited(held, { ...held, bytes: new Uint8Array() }, target, []).table).toString();
  } catch (error) {
    if (error instanceof WorkbookError) return null;
    throw error;
  }
}

const without = (rows: readonly (readonly Cell[])[], at: { row: number; column: number }) =>
  rows.map((cells, row) =>
    Array.from({ length: 6 }, (_, column) => (row === at.row && column === at.column ? null : (cells[column] ?? null))),
  );

const rowXml = (cells: readonly (number | string | null)[], row: number): string =>
  `<row r="${row + 1}">${cells.map((value, column) => (value === null ? '' : cellXml(value, row, column))).join('')}</row>`;

const cellXml = (value: number | string, row: number, column: number): string =>
  `<c r="${'ABCDEF'[column]}${row + 1}">${typeof value === 'number' ? `<v>${value}</v>` : value}</c>`;
