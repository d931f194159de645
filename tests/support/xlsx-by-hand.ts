import { strToU8, zipSync } from 'fflate';

interface XlsxByHand {
  /** The content of `<sheetData>` of each tab, by the tab's name. */
  readonly sheets: Readonly<Record<string, string>>;
  /** What follows `<sheetData>` in every tab, such as `<mergeCells>`. */
  readonly afterData?: string;
  /** The `<si>` elements. */
  readonly sharedStrings?: string;
  /** Number format codes: the style number of a cell is the place in this list, from 1. Style 0 is General. */
  readonly formats?: readonly (string | number)[];
  /** Attributes of `<workbookPr>` and of each `<sheet>`. */
  readonly workbookPr?: string;
  readonly sheetAttributes?: string;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A zip with these files in it. */
export const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));

/** An .xlsx spelt out, for what no library would write but other programs do. */
export const xlsxByHand = (content: XlsxByHand): Uint8Array => zip(xlsxParts(content));

export function xlsxParts(content: XlsxByHand): Record<string, string> {
  const { sheets, afterData = '', sharedStrings = '', formats = [], workbookPr = '', sheetAttributes = '' } = content;
  const names = Object.keys(sheets);
  const custom = formats.map((format, index) => ({ id: typeof format === 'number' ? format : 164 + index, format }));
  return {
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><workbookPr ${workbookPr}/><sheets>${names
      .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" ${sheetAttributes} r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...names.map((_name, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['rIdStyles', 'styles', '/xl/styles.xml'],
      ['rIdStrings', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': `<styleSheet ${main}><numFmts>${custom
      .map(({ id, format }) => (typeof format === 'number' ? '' : `<numFmt numFmtId="${id}" formatCode="${format}"/>`))
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${custom
      .map(({ id }) => `<xf numFmtId="${id}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${main}>${sharedStrings}</sst>`,
    ...Object.fromEntries(
      Object.values(sheets).map((data, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet ${main}><sheetData>${data}</sheetData>${afterData}</worksheet>`,
      ]),
    ),
  };
}

const relationships = (list: readonly (readonly [id: string, kind: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;
