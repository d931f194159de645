import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { NewCell } from '#src/workbook/edit.ts';
import { editedXlsx, wholeXlsx } from '../../../support/edited-xlsx.ts';
import { xlsxBytes } from '../../../support/workbook-files.ts';

const SHEET = 'xl/worksheets/sheet1.xml';

/** What stands in `<sheetData>` afterwards. */
function tableAfter(table: string, cells: Readonly<Record<number, NewCell>>, row = 1): string | undefined {
  const before = wholeXlsx({
    sheets: { Ark: table },
    sharedStrings: '<si><t>gammel</t></si>',
    formats: ['dd.mm.yyyy'],
  });
  const { parts } = editedXlsx(before, { row, cells });
  return /<sheetData>(.*)<\/sheetData>/s.exec(parts[SHEET] ?? '')?.[1];
}

describe('in the sheet, only the cell in question changes', () => {
  const first = '<row r="1" ht="20"  customHeight="1"><c r="A1" t="s"><v>0</v></c></row>';

  test.each<[string, string, Readonly<Record<number, NewCell>>, string]>([
    [
      'a shared text becomes one of its own and keeps its style',
      '<row r="2" ><c r="A2" s="1" t="s"><v>0</v></c><c r="B2"><v>1</v></c></row>',
      { 0: 'ny' },
      '<row r="2" ><c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">ny</t></is></c><c r="B2"><v>1</v></c></row>',
    ],
    [
      'attributes in another order and with other quotes',
      "<row r='2'><c t='s' s='1' r='A2' ><v>0</v></c></row>",
      { 0: 'ny' },
      `<row r='2'><c t="inlineStr" s='1' r='A2'><is><t xml:space="preserve">ny</t></is></c></row>`,
    ],
    [
      'a text becomes a number',
      '<row r="2"><c r="A2" t="s"><v>0</v></c></row>',
      { 0: 1.5 },
      '<row r="2"><c r="A2"><v>1.5</v></c></row>',
    ],
    [
      'a tick',
      '<row r="2"><c r="A2" t="b"><v>0</v></c></row>',
      { 0: true },
      '<row r="2"><c r="A2" t="b"><v>1</v></c></row>',
    ],
    [
      'emptied, it keeps its style',
      '<row r="2"><c r="A2" s="1" t="s"><v>0</v></c></row>',
      { 0: null },
      '<row r="2"><c r="A2" s="1"/></row>',
    ],
    [
      'a cell that closes itself',
      '<row r="2"><c r="A2" s="1"/></row>',
      { 0: 'x' },
      '<row r="2"><c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">x</t></is></c></row>',
    ],
    [
      'an empty row that closes itself',
      '<row r="2" ht="30"/>',
      { 1: 7 },
      '<row r="2" ht="30"><c r="B2"><v>7</v></c></row>',
    ],
    [
      'missing cells stand in their order, and the row reaches as far',
      '<row r="2" spans="2:2"><c r="B2"><v>1</v></c></row>',
      { 3: 4, 0: 1, 2: 3 },
      '<row r="2" spans="1:4"><c r="A2"><v>1</v></c><c r="B2"><v>1</v></c><c r="C2"><v>3</v></c><c r="D2"><v>4</v></c></row>',
    ],
    [
      'a missing cell gets the style of its row',
      '<row r="2" s="1" customFormat="1"><c r="A2"><v>1</v></c></row>',
      { 1: 'x' },
      '<row r="2" s="1" customFormat="1"><c r="A2"><v>1</v></c><c r="B2" s="1" t="inlineStr"><is><t xml:space="preserve">x</t></is></c></row>',
    ],
    [
      'cells without addresses',
      '<row><c><v>1</v></c><c><v>2</v></c></row>',
      { 1: 3, 2: 4 },
      '<row><c><v>1</v></c><c><v>3</v></c><c r="C2"><v>4</v></c></row>',
    ],
    [
      'what is said of the old value is gone',
      '<row r="2"><c r="A2" cm="1" vm="2"><v>1</v></c></row>',
      { 0: 2 },
      '<row r="2"><c r="A2"><v>2</v></c></row>',
    ],
    [
      'marks, spaces and what XML cannot hold',
      '<row r="2"><c r="A2"><v>1</v></c></row>',
      { 0: ' <a> & "b"\n_x0041_ \u0007_x0041\u0001' },
      '<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve"> &lt;a&gt; &amp; &quot;b&quot;\n_x005F_x0041_ _x0007__x005F_x0041_x0001_</t></is></c></row>',
    ],
  ])('%s', (_what, row, cells, expected) => {
    const last = '<row r="3"><c r="A3"><v>3</v></c></row>';
    expect(tableAfter(first + row + last, cells)).toBe(first + expected + last);
  });

  test('a row that is missing is put where it belongs', () => {
    expect(tableAfter(`${first}<row r="4"/>`, { 0: 1 }, 2)).toBe(
      `${first}<row r="3"><c r="A3"><v>1</v></c></row><row r="4"/>`,
    );
  });

  test('a sheet without rows', () => {
    const before = wholeXlsx({ sheets: { Ark: '' } }, (parts) => ({
      [SHEET]: (parts[SHEET] ?? '').replace('<sheetData></sheetData>', '<sheetData/>'),
    }));
    expect(editedXlsx(before, { row: 1, cells: { 0: 5 } }).parts[SHEET]).toContain(
      '<sheetData><row r="2"><c r="A2"><v>5</v></c></row></sheetData>',
    );
  });

  test('names with a prefix', () => {
    const before = wholeXlsx({ sheets: { Ark: '' } }, () => ({
      [SHEET]: `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:dimension ref="A1"/><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    }));
    expect(editedXlsx(before, { row: 0, cells: { 0: 'ny', 1: 2 } }).parts[SHEET]).toContain(
      '<x:dimension ref="A1:B1"/><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">ny</x:t></x:is></x:c><x:c r="B1"><x:v>2</x:v></x:c></x:row></x:sheetData>',
    );
  });

  test('a missing cell gets the style of its column', () => {
    const before = wholeXlsx(
      { sheets: { Ark: '<row r="1"><c r="A1"><v>1</v></c></row>' }, formats: ['0.0'] },
      (parts) => ({
        [SHEET]: (parts[SHEET] ?? '').replace(
          '<sheetData>',
          '<cols><col min="2" max="3" style="1" width="9"/></cols><sheetData>',
        ),
      }),
    );
    expect(editedXlsx(before, { row: 0, cells: { 2: 3 } }).parts[SHEET]).toContain('<c r="C1" s="1"><v>3</v></c>');
  });
});

describe('moments', () => {
  const date = { serial: 45_446 };
  const moment = { serial: 45_446.375 };
  const styled = (cell: string, formats: readonly (string | number)[] = [], workbookPr = '') =>
    wholeXlsx({ sheets: { Ark: `<row r="1">${cell}</row>` }, formats, workbookPr });

  test.each<[string, Uint8Array, NewCell, string]>([
    [
      'a cell that shows dates keeps its own format',
      styled('<c r="A1" s="1"/>', ['yyyy-mm-dd', 14]),
      date,
      '<c r="A1" s="1"><v>45446</v></c>',
    ],
    ['a style that is there', styled('<c r="A1"/>', ['0.0', 'dd.mm.yyyy']), date, '<c r="A1" s="2"><v>45446</v></c>'],
    [
      'a day with a time of day needs one that shows it',
      styled('<c r="A1"/>', ['dd.mm.yyyy', 'dd.mm.yyyy hh:mm']),
      moment,
      '<c r="A1" s="2"><v>45446.375</v></c>',
    ],
    ['a number among dates', styled('<c r="A1" s="1"/>', ['dd.mm.yyyy']), 7, '<c r="A1" s="0"><v>7</v></c>'],
    [
      'days since 1904',
      styled('<c r="A1" s="1"/>', [14], 'date1904="1"'),
      moment,
      '<c r="A1" s="1"><v>43984.375</v></c>',
    ],
  ])('%s', (_what, before, to, expected) => {
    const { parts, changed } = editedXlsx(before, { row: 0, cells: { 0: to } });
    expect(parts[SHEET]).toContain(expected);
    expect(changed).not.toContain('xl/styles.xml');
  });

  test('a new style looks like the old one', () => {
    const before = wholeXlsx({ sheets: { Ark: '<row r="1"><c r="A1" s="1"/></row>' } }, () => ({
      'xl/styles.xml':
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="49" fontId="3" quotePrefix="1"><alignment wrapText="1"/></xf></cellXfs></styleSheet>',
    }));
    const { parts } = editedXlsx(before, { row: 0, cells: { 0: moment, 1: date } });
    expect(parts['xl/styles.xml']).toContain(
      '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="49" fontId="3" quotePrefix="1"><alignment wrapText="1"/></xf><xf numFmtId="22" fontId="3" applyNumberFormat="1"><alignment wrapText="1"/></xf><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>',
    );
    expect(parts[SHEET]).toContain('<c r="A1" s="2"><v>45446.375</v></c><c r="B1" s="3"><v>45446</v></c>');
  });
});

describe('the other parts', () => {
  const template = readFileSync('sheets-templates/handlingsplan.xlsx');
  const edit = { tab: 'Handlingsplan', row: 1, cells: { 9: 'Ferdig' } };

  test('of our own template: as they were, but for what a new tab needs the first time', () => {
    const first = editedXlsx(template, edit);
    const second = editedXlsx(first.bytes, { ...edit, cells: { 9: 'Utsatt' } });

    expect(first.changed.toSorted()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/workbook.xml',
      'xl/worksheets/sheet2.xml',
      'xl/worksheets/sheet9.xml',
    ]);
    expect(second.changed).toEqual(['xl/worksheets/sheet2.xml', 'xl/worksheets/sheet9.xml']);
    const cell = /<c r="J2"[^>]*?(?:\/>|>.*?<\/c>)/;
    const [old] = Object.values(editedXlsx(template, { ...edit, tab: 'Kontakter' }).parts).filter((xml) =>
      cell.test(xml),
    );
    expect(first.parts['xl/worksheets/sheet2.xml']?.replace(cell, '')).toBe(old?.replace(cell, ''));
  });

  test('of a workbook with formulas: they are asked to be calculated anew', async () => {
    const before = wholeXlsx({
      sheets: { Ark: '<row r="1"><c r="A1"><f>B1+1</f><v>2</v></c><c r="B1"><v>1</v></c></row>' },
    });
    const first = editedXlsx(before, { row: 0, cells: { 1: 5 } });
    expect(first.parts['xl/workbook.xml']).toContain('</sheets><calcPr fullCalcOnLoad="1"/></workbook>');
    expect(editedXlsx(first.bytes, { row: 0, cells: { 1: 6 } }).changed).not.toContain('xl/workbook.xml');
  });

  test('the tab says how far it reaches', async () => {
    const before = await xlsxBytes([{ name: 'Ark', rows: [['a'], ['b']] }]);
    expect(editedXlsx(before, { row: 1, cells: { 4: 'e' } }).parts[SHEET]).toContain('<dimension ref="A1:E2"/>');
    expect(editedXlsx(before, { row: 1, cells: { 0: 'e' } }).parts[SHEET]).toContain('<dimension ref="A1:A2"/>');
  });
});

describe('the tab Logg', () => {
  const headings = ['Tidspunkt', 'Celle', 'Rad', 'Fra', 'Til', 'Bruker', 'Ref'];
  const line = ['2024-06-03 08:12', 'Ark!A1', 'raden', null, 'ny', 'U01', 'bcdfghjk'];
  const edit = { row: 0, cells: { 0: 'ny' } };
  const ark = { name: 'Ark', rows: [['a']] };

  test('is put last, and people may add columns and lines of their own', async () => {
    const old = ['i går', 'Ark!A1', null, null, null, null, 'x', 'sett'];
    const before = await xlsxBytes([ark, { name: 'Logg', rows: [[...headings, 'Merknad'], old, ['nederst']] }]);

    expect(editedXlsx(await xlsxBytes([ark]), edit).tabs[1]).toMatchObject({ name: 'Logg', rows: [headings, line] });
    expect(editedXlsx(before, edit).tabs[1]?.rows).toEqual([[...headings, 'Merknad'], line, old, ['nederst']]);
  });

  test('may be there without content, and in small letters', async () => {
    expect(editedXlsx(await xlsxBytes([ark, { name: 'logg', rows: [] }]), edit).tabs[1]).toMatchObject({
      name: 'logg',
      rows: [headings, line],
    });
  });
});
