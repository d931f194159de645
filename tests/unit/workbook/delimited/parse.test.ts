import { describe, expect, test } from 'vitest';
import { parseDelimited } from '#src/workbook/delimited/parse.ts';

describe('a .tsv', () => {
  const tsv = (text: string) => parseDelimited(text, 'Plan.tsv');

  test.each([
    ['lines that end as in Windows', 'a\tb\r\nc\td\r\n'],
    ['lines that end as in Unix', 'a\tb\nc\td\n'],
    ['lines that end as in old Macs', 'a\tb\rc\td\r'],
    ['a last line without an end', 'a\tb\r\nc\td'],
  ])('%s', (_what, text) => {
    expect(tsv(text)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('blank lines are blank rows, so that the next row keeps its number', () => {
    expect(tsv('a\n\n\t \nb\n')).toEqual([['a'], [], [], ['b']]);
  });

  test('blank cells and rows at the end are dropped', () => {
    expect(tsv('a\t\t\n\t\t\n\n')).toEqual([['a']]);
  });

  test('nothing, and nothing but blanks, is no rows', () => {
    expect(tsv('')).toEqual([]);
    expect(tsv('\n \t\n')).toEqual([]);
  });

  test('commas and semicolons are part of the text', () => {
    expect(tsv('1,8; 2,4\tb')).toEqual([['1,8; 2,4', 'b']]);
  });

  test('a quoted cell may hold tabs, quotation marks or line breaks, and stays in its row', () => {
    expect(tsv('"a\tb"\t"sa ""ja"""\n"to\r\nlinjer"\tc')).toEqual([
      ['a\tb', 'sa "ja"'],
      ['to\nlinjer', 'c'],
    ]);
  });

  test.each([
    ['inside a cell', 'høytider som er "kjente" variasjoner'],
    ['at the start of a cell', '"kjente" variasjoner'],
    ['never closed', '"kjente variasjoner'],
    ['at the end of a cell', 'variasjoner som er "kjente"'],
  ])('a quotation mark %s is part of the text and swallows no line', (_where, cell) => {
    expect(tsv(`3.1\t${cell}\tHøy\n3.2\tNeste\tLav`)).toEqual([
      ['3.1', cell, 'Høy'],
      ['3.2', 'Neste', 'Lav'],
    ]);
  });

  test('two stray quotation marks that look like one quoted cell swallow no line', () => {
    expect(tsv('3.1\t"Kjente variasjoner\n3.2\tJul\n3.3\ter kjent"\n')).toEqual([
      ['3.1', '"Kjente variasjoner'],
      ['3.2', 'Jul'],
      ['3.3', 'er kjent"'],
    ]);
  });

  test('a cell that Excel has quoted is read as one beside stray quotation marks', () => {
    const cells = tsv('1.1\t"Øvelse ""A""; med\nlinje"\tHøy\n1.2\t"kjente" variasjoner\tLav\n1.3\t"""A"""\tLav\n');
    expect(cells).toEqual([
      ['1.1', 'Øvelse "A"; med\nlinje', 'Høy'],
      ['1.2', '"kjente" variasjoner', 'Lav'],
      ['1.3', '"A"', 'Lav'],
    ]);
  });

  test.each(['Plan.tsv', 'Plan.txt'])('semicolons in %s are read, when it has no tabs', (name) => {
    expect(parseDelimited('Nr;Tiltak;Frist\n1.1;"to\nlinjer; og ""ja""";1,5\n1.2;Neste;Q3', name)).toEqual([
      ['Nr', 'Tiltak', 'Frist'],
      ['1.1', 'to\nlinjer; og "ja"', '1,5'],
      ['1.2', 'Neste', 'Q3'],
    ]);
  });

  test('semicolons in the sentences of a table with tabs are left alone', () => {
    expect(tsv('Nr\tTiltak\n1.1\ta; b; c\n1.2\td; e; f')).toEqual([
      ['Nr', 'Tiltak'],
      ['1.1', 'a; b; c'],
      ['1.2', 'd; e; f'],
    ]);
  });

  test('an apostrophe in front stays', () => {
    expect(tsv("'1.1\tb")).toEqual([["'1.1", 'b']]);
  });
});

describe('a .csv tells by its content what separates the cells', () => {
  const csv = (text: string) => parseDelimited(text, 'KPI-data.CSV');
  const table = [
    ['Kommune', 'Snitt', 'Merknad'],
    ['Frøya', '1,8', 'lavt, men greit'],
    ['Heim', '2,4', 'som før'],
  ];

  test.each([
    ['semicolons, with decimal commas', 'Kommune;Snitt;Merknad\nFrøya;1,8;lavt, men greit\nHeim;2,4;som før'],
    ['commas', 'Kommune,Snitt,Merknad\nFrøya,"1,8","lavt, men greit"\nHeim,"2,4",som før'],
    ['tabs', 'Kommune\tSnitt\tMerknad\nFrøya\t1,8\tlavt, men greit\nHeim\t2,4\tsom før'],
  ])('%s', (_what, text) => {
    expect(csv(text)).toEqual(table);
  });

  test.each([
    ['a first line «sep=;»', 'sep=;\na;b\n1;2'],
    ['in capitals, with quotation marks', '"SEP=,"\r\na,b\r\n1,2'],
  ])('%s is obeyed and takes no row, as in Excel', (_what, text) => {
    expect(csv(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test('«sep=» wins over what the content looks like', () => {
    expect(csv('sep=|\na;b|c')).toEqual([['a;b', 'c']]);
  });

  test('tabs, with a quoted cell beside stray quotation marks', () => {
    expect(csv('Nr\tTiltak\n1.1\t"Øvelse ""A""; med\nlinje"\n1.2\tsom er "kjente"\n1.3\t"kjente" nå')).toEqual([
      ['Nr', 'Tiltak'],
      ['1.1', 'Øvelse "A"; med\nlinje'],
      ['1.2', 'som er "kjente"'],
      ['1.3', '"kjente" nå'],
    ]);
  });

  test('semicolons inside quoted text do not count', () => {
    expect(csv('a,b\n"x; y; z",1\n"x; y; z",2')).toEqual([
      ['a', 'b'],
      ['x; y; z', '1'],
      ['x; y; z', '2'],
    ]);
  });

  test('one column with commas in the sentences stays one column', () => {
    expect(csv('Merknad\nlavt, men greit\nsom før')).toEqual([['Merknad'], ['lavt, men greit'], ['som før']]);
  });

  test('sentences full of commas beside one semicolon a row', () => {
    expect(csv('Tiltak;Frist\na, b, c og d;Q3\nbare e;Q4\nf, g;Q1')).toEqual([
      ['Tiltak', 'Frist'],
      ['a, b, c og d', 'Q3'],
      ['bare e', 'Q4'],
      ['f, g', 'Q1'],
    ]);
  });
});
