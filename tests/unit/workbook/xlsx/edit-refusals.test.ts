import { describe, expect, test } from 'vitest';
import { WorkbookError } from '#src/workbook/workbook.ts';
import { editedXlsx, wholeXlsx } from '../../../support/edited-xlsx.ts';
import { xlsxBytes } from '../../../support/workbook-files.ts';
import { zip } from '../../../support/xlsx-by-hand.ts';

type Content = Parameters<typeof wholeXlsx>[0];

const SHEET = 'xl/worksheets/sheet1.xml';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const table = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>';

const ark = (cells: string, rest: Partial<Content> = {}) => wholeXlsx({ sheets: { Ark: cells }, ...rest });
const withParts = (parts: Readonly<Record<string, string>>) => wholeXlsx({ sheets: { Ark: table } }, () => parts);
/** With this before that place of the part. */
const withXml = (path: string, place: string, xml: string) =>
  wholeXlsx({ sheets: { Ark: table } }, (parts) => ({ [path]: (parts[path] ?? '').replace(place, xml + place) }));

/** Cell A1 is to be changed. */
const edit = (before: Uint8Array) => editedXlsx(before, { row: 0, cells: { 0: 'ny' } });

describe('is refused', () => {
  test.each<[string, Uint8Array, RegExp]>([
    [
      'a formula',
      ark('<row r="1"><c r="A1"><f>B1</f><v>2</v></c></row>'),
      /^Cellen Ark!A1 inneholder en formel, og den/,
    ],
    [
      'a cell that the formula of another fills',
      ark('<row r="1"><c r="A1"><v>2</v></c><c r="C1"><f t="array" ref="A1:C1">D1:F1</f><v>2</v></c></row>'),
      /inneholder en formel/,
    ],
    [
      'a locked cell',
      ark(table, { afterData: '<sheetProtection sheet="1"/>' }),
      /Ark!A1 er låst, og arket er beskyttet/,
    ],
    ['a digital signature', withParts({ '_xmlsignatures/sig1.xml': '<a/>' }), /digitalt signert/],
    ['a shared workbook', withParts({ 'xl/revisions/revisionHeaders.xml': '<a/>' }), /delt arbeidsbok/],
    [
      'a password for writing',
      withXml('xl/workbook.xml', '<workbookPr', '<fileSharing userName="a" reservationPassword="CC1A"/>'),
      /krever passord for å endres/,
    ],
    [
      'a workbook that may get no tabs, and needs one',
      withXml('xl/workbook.xml', '<sheets>', '<workbookProtection lockStructure="1"/>'),
      /beskyttet mot nye faner, og boten trenger fanen «Logg»/,
    ],
    [
      'the heading of a table',
      withParts({
        'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships><Relationship Id="rId1" Type="${office}/table" Target="../tables/table1.xml"/></Relationships>`,
        'xl/tables/table1.xml': '<table ref="A1:B9"/>',
      }),
      /Ark!A1 er overskrift eller sum i en Excel-tabell/,
    ],
    ['two rows by one number', withXml(SHEET, '</sheetData>', table), /ikke sikker på å kunne endre «ark\.xlsx»/],
  ])('%s', (_what, before, sentence) => {
    expect(() => edit(before)).toThrow(WorkbookError);
    expect(() => edit(before)).toThrow(sentence);
    expect(() => edit(before)).toThrow(
      expect.objectContaining({ trouble: 'read-only', message: expect.stringMatching(/\.$/) }),
    );
  });

  test('a cell that is merged with another, but not the first of them', () => {
    const merges = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>';
    const before = ark('<row r="1"><c r="A1"><v>1</v></c></row>', { afterData: merges });

    expect(() => editedXlsx(before, { row: 0, cells: { 1: 'ny' } })).toThrow(/Ark!B1 er slått sammen med Ark!A1/);
    expect(edit(before).tabs[0]?.rows).toEqual([['ny']]);
  });

  test('another tab that is called Logg', async () => {
    const before = await xlsxBytes([
      { name: 'Ark', rows: [['a']] },
      { name: 'Logg', rows: [['Møte', 'Referent']] },
    ]);
    expect(() => edit(before)).toThrow(/«Logg» har ikke overskriftene til botens logg/);
  });

  test.each([
    ['links', '<hyperlinks><hyperlink ref="A2"/></hyperlinks>'],
    ['merged cells', '<mergeCells><mergeCell ref="A3:B3"/></mergeCells>'],
    ['comments', '<legacyDrawing/>'],
  ])('a log that has got %s, which would stay behind', (_what, xml) => {
    const { parts } = edit(ark(table));
    const path = 'xl/worksheets/sheet2.xml';
    const before = zip({ ...parts, [path]: (parts[path] ?? '').replace('</sheetData>', `</sheetData>${xml}`) });
    expect(() => edit(before)).toThrow(/Fanen «Logg» har fått formler, merknader, lenker/);
  });

  test('a text that is too long for Excel', () => {
    const before = ark(table);
    expect(() => editedXlsx(before, { row: 0, cells: { 0: 'x'.repeat(32_768) } })).toThrow(/plass til 32767 tegn/);
  });

  test('a date where no cell has a style', () => {
    const before = wholeXlsx({ sheets: { Ark: table } }, (parts) => ({
      'xl/_rels/workbook.xml.rels': (parts['xl/_rels/workbook.xml.rels'] ?? '').replace('/styles"', '/theme"'),
    }));
    expect(() => editedXlsx(before, { row: 0, cells: { 0: { serial: 45_446 } } })).toThrow(/ingen cellestiler/);
  });
});

test('on a protected sheet, a cell that people may fill in is filled in', () => {
  const before = wholeXlsx({ sheets: { Ark: '<row r="1"><c r="A1" s="1"/></row>' } }, (parts) => ({
    [SHEET]: (parts[SHEET] ?? '').replace('</sheetData>', '</sheetData><sheetProtection sheet="1"/>'),
    'xl/styles.xml': '<styleSheet><cellXfs><xf/><xf><protection locked="0"/></xf></cellXfs></styleSheet>',
  }));
  expect(edit(before).tabs[0]?.rows).toEqual([['ny']]);
});
