import { damaged, notAWorkbook, oldExcel, tooLargeUnpacked } from './file-trouble.ts';
import { type Tab, WorkbookError } from './workbook.ts';
import type { CellContext } from './xlsx-cells.ts';
import { GridTooLarge } from './xlsx-grid.ts';
import { openPackage, type XlsxPackage } from './xlsx-package.ts';
import { readDateStyles, readRelationships, readSharedStrings, readWorkbookPart } from './xlsx-parts.ts';
import { readSheet } from './xlsx-sheet.ts';

/**
 * Every worksheet of an .xlsx or .xlsm in the order of its tabs, hidden ones too; charts on a tab of their own are no
 * tables and are left out.
 *
 * @throws WorkbookError when the file is no workbook that can be read
 */
export function readXlsx(bytes: Uint8Array, fileName: string): readonly Tab[] {
  const pack = openPackage(bytes, fileName);
  try {
    return readTabs(pack, fileName);
  } catch (error) {
    if (error instanceof WorkbookError) throw error;
    throw error instanceof GridTooLarge ? tooLargeUnpacked(fileName) : damaged(fileName, error);
  }
}

function readTabs(pack: XlsxPackage, fileName: string): readonly Tab[] {
  const root = [...readRelationships(pack, '').values()].find(({ kind }) => kind === 'officeDocument');
  if (root?.target.endsWith('.bin')) throw oldExcel(fileName);
  const workbookXml = root === undefined ? null : pack.part(root.target);
  if (root === undefined || workbookXml === null) throw notAWorkbook(fileName);

  const { sheets, date1904 } = readWorkbookPart(workbookXml);
  // A workbook has at least one sheet; a Word or PowerPoint file by this name has none.
  if (sheets.length === 0) throw notAWorkbook(fileName);
  const relationships = readRelationships(pack, root.target);
  const partOfKind = (wanted: string): string | null => {
    const found = [...relationships.values()].find(({ kind }) => kind === wanted);
    return found === undefined ? null : pack.part(found.target);
  };
  const context: CellContext = {
    sharedStrings: readSharedStrings(partOfKind('sharedStrings') ?? '<none/>'),
    dateStyles: readDateStyles(partOfKind('styles') ?? '<none/>'),
    date1904,
  };

  return sheets.flatMap(({ name, relationship }) => {
    const target = relationships.get(relationship);
    if (target?.kind !== 'worksheet') return [];
    const xml = pack.part(target.target);
    if (xml === null) throw damaged(fileName);
    return [{ name, url: null, ...readSheet(xml, context) }];
  });
}
