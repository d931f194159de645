import { damaged, notAWorkbook, oldExcel, tooLargeUnpacked } from '#src/workbook/files/trouble.ts';
import { type Tab, WorkbookError } from '#src/workbook/workbook.ts';
import type { CellContext } from './cells.ts';
import { GridTooLarge } from './grid.ts';
import { openPackage, type XlsxPackage } from './package.ts';
import { readDateStyles, readRelationships, readSharedStrings, readWorkbookPart } from './parts.ts';
import { readSheet } from './sheet.ts';

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
