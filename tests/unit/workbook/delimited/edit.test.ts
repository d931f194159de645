import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asText } from '#src/workbook/delimited/edit.ts';
import { planDelimited } from '#src/workbook/delimited/plan.ts';
import type { NewCell } from '#src/workbook/edit.ts';
import { openFileEditor } from '#src/workbook/file-editor.ts';
import { logLines } from '#src/workbook/log-lines.ts';
import { change } from '../../../support/change.ts';
import { windows1252 } from '../../../support/windows-1252.ts';
import { folderWith } from '../../../support/workbook-files.ts';

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');
const utf16Swapped = (text: string): Uint8Array => Buffer.from(utf16(text)).swap16();

/** The file after cells of one row have been changed, and its log. */
function edited(name: string, bytes: Uint8Array, row: number, cells: Readonly<Record<number, NewCell>>, log?: string) {
  const changes = Object.entries(cells).map(([column, to]) => ({ column: Number(column), from: null, to }));
  const target = { tab: 'Plan', row, key: [], name: 'raden', changes };
  const lines = logLines(target, { at: '2024-06-03 08:12', by: 'U01' }, 'bcdfghjk');
  const held = { path: `/${name}`, name, stamp: '1', bytes };
  const heldLog = { ...held, name: `Logg.${name.slice(-3)}`, bytes: utf8(log ?? '') };
  const { table, log: newLog } = planDelimited(held, heldLog, target, lines);
  return { table: Buffer.from(table), log: Buffer.from(newLog) };
}

describe('every byte outside the cell stays', () => {
  test.each<[string, string, Uint8Array, Uint8Array]>([
    ['Unix', 'Plan.tsv', utf8('Nr\tStatus\n1.1\tgammel\tå\n'), utf8('Nr\tStatus\n1.1\tny ø\tå\n')],
    ['Windows', 'Plan.tsv', utf8('Nr\tStatus\r\n1.1\tgammel\r\n\r\n'), utf8('Nr\tStatus\r\n1.1\tny ø\r\n\r\n')],
    ['old Macs', 'Plan.tsv', utf8('Nr\tStatus\r1.1\tgammel\r'), utf8('Nr\tStatus\r1.1\tny ø\r')],
    ['a mixture', 'Plan.tsv', utf8('Nr\tStatus\r\n1.1\tgammel\n1.2\tx\r'), utf8('Nr\tStatus\r\n1.1\tny ø\n1.2\tx\r')],
    ['no end of the last line', 'Plan.tsv', utf8('Nr\tStatus\n1.1\tgammel'), utf8('Nr\tStatus\n1.1\tny ø')],
    ['a byte order mark', 'Plan.csv', utf8('\ufeffNr;Status\n1.1;gammel\n'), utf8('\ufeffNr;Status\n1.1;ny ø\n')],
    ['Windows-1252', 'Plan.csv', windows1252('Nr;Stått – …\n1.1;gammel\n'), windows1252('Nr;Stått – …\n1.1;ny ø\n')],
    ['UTF-16', 'Plan.txt', utf16('Nr\tStatus\r\n1.1\tgammel\tå\r\n'), utf16('Nr\tStatus\r\n1.1\tny ø\tå\r\n')],
    ['UTF-16 the other way', 'Plan.txt', utf16Swapped('Nr\tå\n1.1\tgammel\n'), utf16Swapped('Nr\tå\n1.1\tny ø\n')],
    ['commas', 'Plan.csv', utf8('Nr,Status,a\n1.1,gammel,"b, c"\n'), utf8('Nr,Status,a\n1.1,ny ø,"b, c"\n')],
    [
      'an instruction to Excel',
      'Plan.csv',
      utf8('sep=|\r\nNr|Status\r\n1.1|gammel\r\n'),
      utf8('sep=|\r\nNr|Status\r\n1.1|ny ø\r\n'),
    ],
    [
      'quotes where there need be none, and where there must be',
      'Plan.csv',
      utf8('"Nr";"Status"\n"1.1";"gammel";"x ""y"";\nz" ;w\n'),
      utf8('"Nr";"Status"\n"1.1";"ny ø";"x ""y"";\nz" ;w\n'),
    ],
    [
      'blank cells and lines at the end',
      'Plan.tsv',
      utf8('Nr\tStatus\t\t\n1.1\tgammel\t\t\n\t\t\n\n'),
      utf8('Nr\tStatus\t\t\n1.1\tny ø\t\t\n\t\t\n\n'),
    ],
  ])('%s', (_what, name, before, after) => {
    expect(edited(name, before, 1, { 1: 'ny ø' }).table).toEqual(Buffer.from(after));
  });

  test('in the example, cell by cell', async () => {
    for (const name of ['Handlingsplan.tsv', 'Kapasitet.tsv', 'KPI-data.tsv', 'Innstillinger.tsv']) {
      const before = await readFile(join('sheets-templates/eksempel', name), 'utf8');
      const lines = before.split('\n');
      const cells = (lines[2] ?? '').split('\t');
      for (const column of cells.keys()) {
        const after = edited(name, utf8(before), 2, { [column]: 'endret' }).table.toString();
        expect(after).toBe(lines.with(2, cells.with(column, 'endret').join('\t')).join('\n'));
      }
    }
  });
});

describe('a new cell', () => {
  const after = (name: string, before: string, cells: Readonly<Record<number, NewCell>>) =>
    edited(name, utf8(before), 1, cells).table.toString();

  test.each<[string, string, string, Readonly<Record<number, NewCell>>, string]>([
    [
      'beyond the end of its row',
      'Plan.tsv',
      'Nr\ta\tb\tc\n1.1\nx\ty\tz\tæ\n',
      { 3: 'ny' },
      'Nr\ta\tb\tc\n1.1\t\t\tny\nx\ty\tz\tæ\n',
    ],
    ['several beyond the end', 'Plan.csv', 'Nr;a;b;c\n1.1\n', { 3: 'd', 1: 'b' }, 'Nr;a;b;c\n1.1;b;;d\n'],
    ['a row is not made longer by nothing', 'Plan.csv', 'Nr;a;b\n1.1\n', { 2: null }, 'Nr;a;b\n1.1\n'],
    ['quoted for its delimiter', 'Plan.csv', 'Nr;a\n1.1;x\n', { 1: 'b; "c"' }, 'Nr;a\n1.1;"b; ""c"""\n'],
    ['quoted for its line break', 'Plan.tsv', 'Nr\ta\n1.1\tx\n', { 1: 'b\r\nc' }, 'Nr\ta\n1.1\t"b\nc"\n'],
    ['quoted for its tab', 'Plan.tsv', 'Nr\ta\n1.1\tx\n', { 1: 'b\tc' }, 'Nr\ta\n1.1\t"b\tc"\n'],
    ['an emptied one keeps its quotes', 'Plan.csv', 'Nr;a\n1.1;"x"\n', { 1: null }, 'Nr;a\n1.1;""\n'],
    ['no formula', 'Plan.csv', 'Nr;a;b\n1.1;x;y\n', { 1: '=1+1', 2: '-2' }, "Nr;a;b\n1.1;'=1+1;-2\n"],
  ])('%s', (_what, name, before, cells, expected) => {
    expect(after(name, before, cells)).toBe(expected);
  });

  test.each<[NewCell, string]>([
    [1.5, '1,5'],
    [{ serial: 45_446 }, '03.06.2024'],
    [{ serial: 45_446.375 }, '03.06.2024 09:00'],
    [{ serial: 0.375 }, '09:00'],
    [true, 'SANN'],
  ])('%j is written %s', (cell, text) => {
    expect(asText(cell)).toBe(text);
  });
});

describe('is refused', () => {
  test.each<[string, string, Uint8Array, string, RegExp]>([
    [
      'quotation marks that are no quoting',
      'Plan.tsv',
      utf8('Nr\ta\n1.1\t"x" y\n'),
      'ny',
      /anførselstegn som gjør det usikkert/,
    ],
    [
      'a text with both a tab and a line break',
      'Plan.tsv',
      utf8('Nr\ta\n1.1\tx\n'),
      'a\tb\nc',
      /Plan!B2 har både tabulator og linjeskift/,
    ],
    [
      'a letter that the encoding lacks',
      'Plan.csv',
      windows1252('Nr;å\n1.1;x\n'),
      '→',
      /Tegnet «→» finnes ikke i tegnsettet/,
    ],
    ['half a letter', 'Plan.csv', utf8('Nr;å\n1.1;x\n'), 'a\ud83d', /finnes ikke i tegnsettet/],
    ['what would make the file no text', 'Plan.csv', utf8('Nr;a\n1.1;x\n'), 'a\0', /ikke sikker på/],
    ['what would be read as another encoding', 'Plan.csv', windows1252('Nr;a\n1.1;å\n'), 'Ã¥', /ikke sikker på/],
    [
      'a file with half a letter',
      'Plan.txt',
      Buffer.concat([utf16('Nr\ta\n1.1\tx\n'), Buffer.from([65])]),
      'ny',
      /ikke sikker på/,
    ],
  ])('%s', (_what, name, bytes, text, sentence) => {
    expect(() => edited(name, bytes, 1, { 1: text })).toThrow(sentence);
  });
});

describe('the log', () => {
  const file = utf8('Nr;a\r\n1.1;x\r\n');

  test('is made as the file is, with a mark that tells Excel its letters', () => {
    const lines = 'Tidspunkt;Celle;Rad;Fra;Til;Bruker;Ref\r\n2024-06-03 08:12;Plan!B2;raden;;ny;U01;bcdfghjk\r\n';
    const marked = Buffer.concat([utf8('\ufeff'), file]);
    expect(edited('Plan.csv', file, 1, { 1: 'ny' }).log.toString()).toBe(lines);
    expect(edited('Plan.csv', marked, 1, { 1: 'ny' }).log.toString()).toBe(`\ufeff${lines}`);
  });

  test('gets its lines below the headings, and they are no formulas', () => {
    const headings = 'Tidspunkt;Celle;Rad;Fra;Til;Bruker;Ref';
    expect(edited('Plan.csv', file, 1, { 1: '=1' }, `${headings}\neldre;;;;;;x\n`).log.toString()).toBe(
      `${headings}\n2024-06-03 08:12;Plan!B2;raden;;'=1;U01;bcdfghjk\neldre;;;;;;x\n`,
    );
    expect(edited('Plan.csv', file, 1, { 1: 'a' }, headings).log.toString()).toBe(
      `${headings}\n2024-06-03 08:12;Plan!B2;raden;;a;U01;bcdfghjk`,
    );
  });

  test('of somebody else is left alone', () => {
    expect(() => edited('Plan.csv', file, 1, { 1: 'ny' }, 'Møte;Referent\n')).toThrow(
      /ikke overskriftene til botens logg/,
    );
  });

  test('of a file on its own stands beside it, in the ending of the file', async () => {
    const folder = await folderWith({ 'min plan.csv': 'Nr;Status\n1.1 x;a\n' });
    await openFileEditor(join(folder, 'min plan.csv')).edit(
      change({ tab: 'min plan', key: '1.1 x', cells: { 1: ['a', 'b'] } }),
    );
    expect(await readFile(join(folder, 'min plan.logg.csv'), 'utf8')).toContain('min plan!B2;1.1 x;a;b;U01;');
  });

  test('that is kept in an old encoding gets a question mark for what it cannot hold', async () => {
    const folder = await folderWith({ 'Plan.csv': 'Nr;Status\n1.1 x;a\n' });
    await writeFile(join(folder, 'Logg.csv'), windows1252('Tidspunkt;Celle;Rad;Fra;Til;Bruker;Ref\nå;;;;;;\n'));
    await openFileEditor(folder).edit(change({ key: '1.1 x', cells: { 1: ['a', '→ ø'] } }));
    expect((await readFile(join(folder, 'Logg.csv'))).toString('latin1')).toContain(';a;? ø;U01;');
  });
});
