import { describe, expect, test } from 'vitest';
import { readXlsx } from '#src/workbook/xlsx/reader.ts';
import { xlsxByHand, xlsxParts, zip } from '../../../support/xlsx-by-hand.ts';

type Content = Parameters<typeof xlsxByHand>[0];

/** The first tab of a workbook whose only tab has this `<sheetData>`. */
const readRows = (data: string, content: Omit<Content, 'sheets'> = {}) => {
  const [tab] = readXlsx(xlsxByHand({ ...content, sheets: { Ark: data } }), 'ark.xlsx');
  return tab?.rows;
};

const cell = (attributes: string, inside: string) => `<row r="1"><c r="A1" ${attributes}>${inside}</c></row>`;

describe('texts', () => {
  test.each([
    [
      'shared, in pieces of different looks',
      '<si><r><t>rik </t></r><r><rPr><b/></rPr><t>tekst</t></r></si>',
      'rik tekst',
    ],
    [
      'with a reading aid, which is not shown in the cell',
      '<si><t>ord</t><rPh sb="0" eb="1"><t>lyd</t></rPh></si>',
      'ord',
    ],
    ['with a line break from Windows', '<si><t>to_x000D_\nlinjer</t></si>', 'to\nlinjer'],
    ['with signs that XML spells out', '<si><t>A &amp; B &lt; C &#229;</t></si>', 'A & B < C å'],
    ['with the XML escape itself escaped', '<si><t>_x005F_x000D_</t></si>', '_x000D_'],
    ['with air around', '<si><t xml:space="preserve">  luft </t></si>', '  luft '],
    ['blank', '<si><t xml:space="preserve">  </t></si>', null],
  ])('%s', (_what, sharedStrings, expected) => {
    expect(readRows(cell('t="s"', '<v>0</v>'), { sharedStrings })?.[0]?.[0] ?? null).toBe(expected);
  });

  test('written in the cell itself, in pieces', () => {
    const inside = '<is><r><t>rik </t></r><r><t>tekst</t></r><rPh sb="0" eb="1"><t>lyd</t></rPh></is>';
    expect(readRows(cell('t="inlineStr"', inside))).toEqual([['rik tekst']]);
  });

  test('a sheet may be full of ampersands', () => {
    const sharedStrings = `<si><t>${'&amp;'.repeat(20_000)}</t></si>`;
    expect(readRows(cell('t="s"', '<v>0</v>'), { sharedStrings })).toEqual([['&'.repeat(20_000)]]);
  });
});

describe('formulas are their last results', () => {
  test.each([
    ['a number', '', '<f>A2*2</f><v>84</v>', 84],
    ['a text', 't="str"', '<f>A2&amp;"x"</f><v>ax</v>', 'ax'],
    ['yes or no', 't="b"', '<f>TRUE()</f><v>1</v>', true],
    ['an error', 't="e"', '<f>1/0</f><v>#DIV/0!</v>', { error: '#DIV/0!' }],
    ['a date', 's="1"', '<f>DATE(2024,5,1)</f><v>45413</v>', { serial: 45_413 }],
    ['a shared formula', '', '<f t="shared" si="0"/><v>7</v>', 7],
  ])('%s', (_what, attributes, inside, expected) => {
    expect(readRows(cell(attributes, inside), { formats: [14] })).toEqual([[expected]]);
  });

  test('an empty text is blank', () => {
    expect(readRows(cell('t="str"', '<f>IF(A2=0,"",A2)</f><v></v>'))).toEqual([]);
  });

  test.each(['<f>A2*2</f>', '<f>A2*2</f><v></v>', '<f>A2*2</f><v/>'])(
    'a result that was never calculated is told, not blank: %s',
    (inside) => {
      expect(readRows(cell('', inside))).toEqual([[{ error: '#IKKE BEREGNET' }]]);
    },
  );
});

describe('dates are days since 1899-12-30', () => {
  test.each([
    ['a date', '45413', 45_413],
    ['a date and a time', '45413.333333333336', 45_413.333333333336],
    ['a time of day', '0.25', 0.25],
    ['1 January 1900, which Excel calls 1', '1', 2],
    ['28 February 1900, before the leap day that Excel made up', '59', 60],
    ['1 March 1900', '61', 61],
  ])('%s', (_what, value, serial) => {
    expect(readRows(cell('s="1"', `<v>${value}</v>`), { formats: ['dd.mm.yyyy'] })).toEqual([[{ serial }]]);
  });

  test.each(['date1904="1"', 'date1904="true"'])(
    'in a workbook from an old Mac (%s) day 0 is 1904-01-01',
    (workbookPr) => {
      expect(readRows(cell('s="1"', '<v>43951</v>'), { formats: [14], workbookPr })).toEqual([[{ serial: 45_413 }]]);
    },
  );

  test.each([
    ['2024-05-01', 45_413],
    ['2024-05-01T12:00:00', 45_413.5],
    ['2024-05-01T12:00:00Z', 45_413.5],
  ])('spelt out as %s', (text, serial) => {
    expect(readRows(cell('t="d"', `<v>${text}</v>`))).toEqual([[{ serial }]]);
  });

  test('a number that does not look like a date is a number', () => {
    expect(readRows(cell('s="1"', '<v>45413</v>'), { formats: ['0 &quot;dager&quot;'] })).toEqual([[45_413]]);
  });
});

describe('the place of cells', () => {
  test('rows and cells without an address come one after the other', () => {
    expect(readRows('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>')).toEqual([[1, 2], [3]]);
  });

  test('hidden rows and sheets count', () => {
    const data = '<row r="2" hidden="1"><c r="B2"><v>1</v></c></row>';
    expect(readRows(data, { sheetAttributes: 'state="veryHidden"' })).toEqual([[], [null, 1]]);
  });

  test('a formatted, blank cell at the far end of the sheet takes no room', () => {
    const data = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>';
    expect(readRows(data, { formats: [14] })).toEqual([[1]]);
  });

  test('a few filled cells at the far end of the sheet are read', () => {
    expect(readRows('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')?.at(-1)).toEqual([1]);
  });

  test('filled cells all over the far end are refused before they fill the memory', () => {
    const data = Array.from({ length: 700 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`).join(
      '',
    );
    expect(() => readRows(data)).toThrow(expect.objectContaining({ trouble: 'too-large' }));
  });

  test('a value left under a merge is blank, and a merge of whole columns costs nothing', () => {
    const data = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="B2"><v>3</v></c></row>';
    const bytes = xlsxByHand({
      sheets: { Ark: data },
      afterData: '<mergeCells><mergeCell ref="A1:B1048576"/></mergeCells>',
    });

    expect(readXlsx(bytes, 'ark.xlsx')).toMatchObject([
      { rows: [[1]], merges: [{ top: 0, left: 0, bottom: 1_048_575, right: 1 }] },
    ]);
  });
});

describe('the tabs', () => {
  test('stand in the workbook’s order, by their own names', () => {
    const tabs = readXlsx(xlsxByHand({ sheets: { 'Ø &amp; Å': '', Ark2: '' } }), 'ark.xlsx');
    expect(tabs.map(({ name }) => name)).toEqual(['Ø & Å', 'Ark2']);
  });

  test('a chart on a tab of its own is no table', () => {
    const parts = xlsxParts({ sheets: { Ark: '', Diagram: '' } });
    const relations = 'xl/_rels/workbook.xml.rels';
    parts[relations] = (parts[relations] ?? '').replace(/worksheet(?=" Target="worksheets\/sheet2)/, 'chartsheet');
    expect(readXlsx(zip(parts), 'ark.xlsx').map(({ name }) => name)).toEqual(['Ark']);
  });

  test('parts may be named with other letters and slashes, and elements with a prefix', () => {
    const parts = xlsxParts({ sheets: { Ark: '' } });
    delete parts['xl/worksheets/sheet1.xml'];
    parts['xl\\Worksheets\\Sheet1.xml'] =
      '<x:worksheet xmlns:x="x"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(readXlsx(zip(parts), 'ark.xlsx')).toMatchObject([{ rows: [[1]] }]);
  });
});

describe('what cannot be read is refused with a sentence', () => {
  const whole = xlsxByHand({ sheets: { Ark: cell('', '<v>1</v>') } });
  const damaged = /skadet eller ikke hel/;

  test.each<[string, Uint8Array, RegExp]>([
    ['the old .xls by the new name', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), /eldre Excel-format/],
    [
      'a workbook with a password',
      Buffer.concat([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), Buffer.from('..EncryptedPackage', 'utf16le')]),
      /Fjern passordet/,
    ],
    ['a text by that name', Buffer.from('Tiltak;Frist'), /ikke en Excel-fil/],
    ['a zip of something else', zip({ 'bilde.txt': 'x' }), /ikke en Excel-fil/],
    [
      'a Word document',
      zip({
        '_rels/.rels': '<R><Relationship Id="1" Type="x/officeDocument" Target="word/document.xml"/></R>',
        'word/document.xml': '<w:document xmlns:w="w"/>',
      }),
      /ikke en Excel-fil/,
    ],
    [
      'the binary .xlsb',
      zip({ '_rels/.rels': '<R><Relationship Id="1" Type="x/officeDocument" Target="xl/workbook.bin"/></R>' }),
      /eldre Excel-format/,
    ],
    ['a file that was cut off', whole.slice(0, whole.length / 2), damaged],
    ['a file of two bytes', Buffer.from('PK'), damaged],
    [
      'a tab that is cut off',
      zip({ ...xlsxParts({ sheets: { Ark: '' } }), 'xl/worksheets/sheet1.xml': '<worksheet><row>' }),
      damaged,
    ],
    [
      'a tab that is not there',
      zip({
        ...xlsxParts({ sheets: {} }),
        'xl/workbook.xml': '<workbook><sheets><sheet name="Ark" r:id="rId9"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': '<R><Relationship Id="rId9" Type="x/worksheet" Target="nope.xml"/></R>',
      }),
      damaged,
    ],
    ['a text that is not there', xlsxByHand({ sheets: { Ark: cell('t="s"', '<v>5</v>') } }), damaged],
    ['a number that is none', xlsxByHand({ sheets: { Ark: cell('', '<v>fem</v>') } }), damaged],
    [
      'a cell outside every sheet',
      xlsxByHand({ sheets: { Ark: '<row r="2"><c r="A9999999"><v>1</v></c></row>' } }),
      damaged,
    ],
  ])('%s', (_what, bytes, sentence) => {
    expect(() => readXlsx(bytes, 'ark.xlsx')).toThrow(
      expect.objectContaining({ trouble: 'unreadable', message: expect.stringMatching(sentence) }),
    );
  });

  test('a zip bomb, before it is unpacked', () => {
    const bytes = zip({ ...xlsxParts({ sheets: { Ark: '' } }), 'xl/media/null.xml': 'x' });
    const promise = Buffer.from(bytes);
    promise.writeUInt32LE(2_000_000_000, centralEntry(promise, 'xl/media/null.xml') + 24);
    expect(() => readXlsx(promise, 'ark.xlsx')).toThrow(expect.objectContaining({ trouble: 'too-large' }));
  });

  test('an entry that is larger than it says is not let loose', () => {
    const bytes = Buffer.from(xlsxByHand({ sheets: { Ark: '<row><c><v>1</v></c></row>'.repeat(5000) } }));
    bytes.writeUInt32LE(100, centralEntry(bytes, 'xl/worksheets/sheet1.xml') + 24);
    expect(() => readXlsx(bytes, 'ark.xlsx')).toThrow(damaged);
  });
});

/** Where the zip's table of contents describes a file: the last place its name stands, less the fixed fields before it. */
const centralEntry = (bytes: Buffer, name: string): number => bytes.lastIndexOf(name) - 46;
