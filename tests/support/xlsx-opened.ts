import { type Worksheet, Workbook as Xlsx } from '@cj-tech-master/excelts';

/** A workbook as another program opens it, with everything that the reader of ours passes over. */
export async function openXlsx(bytes: Uint8Array): Promise<Xlsx> {
  const xlsx = new Xlsx();
  await xlsx.xlsx.load(bytes);
  return xlsx;
}

export function sheetOf(xlsx: Xlsx, name: string): Worksheet {
  const sheet = xlsx.getWorksheet(name);
  if (!sheet) throw new Error(`No sheet ${name}`);
  return sheet;
}

/** The cell in this row (from 1) of the column with this heading in the first row. */
export function cellUnder(sheet: Worksheet, heading: string, row: number) {
  const column = sheet.columns.findIndex((_, index) => sheet.getCell(1, index + 1).value === heading) + 1;
  if (column === 0) throw new Error(`No heading ${heading}`);
  return sheet.getCell(row, column);
}
