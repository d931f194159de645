import { decodeText, encodeText, encodingOf } from '#src/workbook/delimited/text-encoding.ts';
import type { XlsxPackage } from './package.ts';
import { type Relationship, readRelationships, readWorkbookPart } from './parts.ts';
import { openZip } from './zip-file.ts';

/** An .xlsx that is being changed, part by part. */
export interface XlsxBook extends XlsxPackage {
  /** Names of the parts in lower case. */
  readonly keys: ReadonlySet<string>;
  /** Where `xl/workbook.xml` is. */
  readonly path: string;
  readonly date1904: boolean;
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** In the order of the tabs. The part is null when the tab is no worksheet, such as a chart. */
  readonly sheets: readonly { readonly name: string; readonly part: string | null }[];
  /** The text of a part that must be there. */
  need(path: string): string;
  /** The path of a part that the workbook points to, or null. */
  partOfKind(kind: string): string | null;
  /** Replaces the text of a part, in its own encoding, or adds the part. */
  write(path: string, xml: string): void;
  toBytes(): Uint8Array;
}

/** Throws when the package is not as it should be. */
export function openBook(bytes: Uint8Array): XlsxBook {
  const zip = openZip(bytes);
  const part = (path: string): string | null => {
    const content = zip.read(path);
    return content === null ? null : decodeText(content);
  };
  const need = (path: string): string => {
    const xml = part(path);
    if (xml === null) throw new Error(`No part ${path}`);
    return xml;
  };

  const root = [...readRelationships({ part }, '').values()].find(({ kind }) => kind === 'officeDocument');
  if (root === undefined) throw new Error('No workbook');
  const { sheets, date1904 } = readWorkbookPart(need(root.target));
  const relationships = readRelationships({ part }, root.target);
  return {
    keys: zip.keys,
    path: root.target,
    date1904,
    relationships,
    sheets: sheets.map(({ name, relationship }) => {
      const target = relationships.get(relationship);
      return { name, part: target?.kind === 'worksheet' ? target.target : null };
    }),
    part,
    need,
    partOfKind: (wanted) => [...relationships.values()].find(({ kind }) => kind === wanted)?.target ?? null,
    write(path, xml) {
      const encoding = encodingOf(zip.read(path) ?? new Uint8Array());
      // XML in another encoding than Unicode says so in its first line, which the reader does not look at.
      if (encoding === 'windows-1252') throw new Error(`${path} is not in Unicode`);
      zip.write(path, encodeText(xml, encoding));
    },
    toBytes: () => zip.toBytes(),
  };
}
