import type { Workbook } from '@cj-tech-master/excelts';
import type { TextLayout } from '#src/workbook/layout.ts';
import { GUIDE_HEADING_HEIGHT, TERM_WIDTH, TEXT_WIDTH } from '#src/workbook/looks.ts';
import { GUIDE_LOOKS, MEANING, PAGE } from './looks.ts';

/** A tab of text: terms to the left, everything else across both columns, without the lines of a grid. */
export function addText(workbook: Workbook, { name, lines }: TextLayout): void {
  const sheet = workbook.addWorksheet(name, { views: [{ showGridLines: false }], pageSetup: PAGE });
  sheet.getColumn(1).width = TERM_WIDTH;
  sheet.getColumn(2).width = TEXT_WIDTH;

  for (const [index, line] of lines.entries()) {
    const row = index + 1;
    const first = sheet.getCell(row, 1);
    first.value = line.look === 'term' ? line.term : line.text;
    first.style = GUIDE_LOOKS[line.look];
    if (line.look === 'heading') sheet.getRow(row).height = GUIDE_HEADING_HEIGHT;
    if (line.look !== 'term') continue;
    const second = sheet.getCell(row, 2);
    second.value = line.text;
    second.style = MEANING;
  }
}
