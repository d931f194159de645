import { describe, expect, test } from 'vitest';
import { templateLayout } from '#src/sheets/template.ts';
import { writeXlsx } from '#src/workbook/xlsx/writer.ts';
import { cellUnder, openXlsx, sheetOf } from '../../../support/xlsx-opened.ts';

describe('in an .xlsx', () => {
  const opened = writeXlsx(templateLayout('handlingsplan')).then(openXlsx);

  test('the headings are bold, stay in view, can be filtered by and say what to write', async () => {
    const sheet = sheetOf(await opened, 'Handlingsplan');
    const nr = cellUnder(sheet, 'Nr', 1);
    expect(nr.font).toMatchObject({ bold: true });
    expect(nr.fill).toMatchObject({ type: 'pattern', pattern: 'solid' });
    expect(nr.note).toContain('1.10');
    expect(sheet.views).toMatchObject([{ state: 'frozen', ySplit: 1 }]);
    expect(sheet.autoFilter).toBe('A1:M500');
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToPage: true, fitToHeight: 0 });
  });

  test.each(['Nr', 'Tidsrom'])('%s keeps what is typed, as far down as the rows are prepared', async (heading) => {
    const sheet = sheetOf(await opened, 'Handlingsplan');
    for (const row of [2, 3, 500]) expect(cellUnder(sheet, heading, row).numFmt).toBe('@');
  });

  test.each([
    ['Fullført dato', 'dd.mm.yyyy', 'Handlingsplan'],
    ['UKP-opphold', '0', 'KPI-data'],
  ])('%s is shown as %s', async (heading, format, tab) => {
    expect(cellUnder(sheetOf(await opened, tab), heading, 2).numFmt).toBe(format);
  });

  test('a drop-down offers its words and only warns about others', async () => {
    const { dataValidation } = cellUnder(sheetOf(await opened, 'Handlingsplan'), 'Prioritet', 3);
    expect(dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"Høy,Middels,Lav"'],
      errorStyle: 'warning',
      allowBlank: true,
    });
  });

  test.each(['Handlingsplan', 'Status per kommune'])(
    'the drop-down for Status in %s offers words with commas whole, from a hidden tab',
    async (tab) => {
      const xlsx = await opened;
      const { dataValidation } = cellUnder(sheetOf(xlsx, tab), 'Status', 500);
      expect(dataValidation).toMatchObject({ type: 'list', formulae: ['Lister!$A$1:$A$7'] });
      const lists = sheetOf(xlsx, 'Lister');
      expect(lists.state).toBe('hidden');
      expect(lists.getCell('A2').value).toBe('Mindre avvik, men håndteres');
    },
  );

  test('a status has its colour, and an example row is grey and italic for as long as it is one', async () => {
    const { conditionalFormattings } = sheetOf(await opened, 'Handlingsplan');
    const rules = conditionalFormattings.flatMap(({ ref, rules: all }) => all.map((rule) => ({ ref, ...rule })));
    expect(rules).toContainEqual(
      expect.objectContaining({
        ref: 'J2:J500',
        operator: 'equal',
        formulae: ['"Ingen avvik"'],
        style: expect.objectContaining({ fill: expect.objectContaining({ bgColor: { argb: 'FFC6E7C8' } }) }),
      }),
    );
    expect(rules).toContainEqual(
      expect.objectContaining({
        ref: 'A2:M500',
        priority: 1,
        formulae: ['OR(LEFT($A2,9)="Eksempel:",LEFT($C2,9)="Eksempel:")'],
        style: expect.objectContaining({ font: expect.objectContaining({ italic: true }) }),
      }),
    );
  });

  test('it says who made it', async () => {
    expect((await opened).creator).toBe('samhandlingsbot');
  });
});
