import { showsDate } from './number-format.ts';
import type { XlsxPackage } from './package.ts';
import { walkXml } from './xml.ts';

/** A part that another part points to. */
export interface Relationship {
  /** The last word of the relationship's type: `worksheet`, `styles`, `sharedStrings` … */
  readonly kind: string;
  /** The part's path from the root of the package. */
  readonly target: string;
}

/** Which parts the part at `path` points to, by their ids ('' is the package itself). */
export function readRelationships(pack: XlsxPackage, path: string): ReadonlyMap<string, Relationship> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relationships = new Map<string, Relationship>();
  walkXml(pack.part(`${folder}_rels/${path.slice(folder.length)}.rels`) ?? '<none/>', {
    open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const target = new URL(Target, `file:///${folder}`).pathname.slice(1);
      relationships.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), target: decodeURIComponent(target) });
    },
  });
  return relationships;
}

export interface WorkbookPart {
  readonly sheets: readonly { readonly name: string; readonly relationship: string }[];
  /** Whether day 0 is 1904-01-01, as in workbooks from old Macs. */
  readonly date1904: boolean;
}

export function readWorkbookPart(xml: string): WorkbookPart {
  const sheets: { readonly name: string; readonly relationship: string }[] = [];
  let date1904 = false;
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = ['1', 'true', 'on'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const [, relationship = ''] = Object.entries(attributes).find(([key]) => key.endsWith(':id')) ?? [];
      sheets.push({ name: (attributes.name ?? '').normalize('NFC'), relationship });
    },
  });
  return { sheets, date1904 };
}

/** The texts that cells refer to by number. Formatting inside a text is dropped, and so are reading aids (`rPh`). */
export function readSharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inReadingAid = false;
  walkXml(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') inReadingAid = true;
      inText = name === 't' && !inReadingAid;
    },
    text: (chunk) => {
      if (inText) text += chunk;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') inReadingAid = false;
      if (name === 'si') strings.push(unescapeText(text));
    },
  });
  return strings;
}

/** For each cell style, by its number, whether it shows a number as a date. */
export function readDateStyles(xml: string): readonly boolean[] {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  walkXml(xml, {
    open: (name, attributes) => {
      const id = Number(attributes.numFmtId ?? 0);
      if (name === 'numFmt') codes.set(id, attributes.formatCode ?? '');
      if (name === 'cellXfs') inCellStyles = true;
      if (name === 'xf' && inCellStyles) styles.push(showsDate(id, codes.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}

/** Characters that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export const unescapeText = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
