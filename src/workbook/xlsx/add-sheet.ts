import { lockedTabs } from '#src/workbook/write-trouble.ts';
import type { XlsxBook } from './book.ts';
import { isOn } from './sheet-map.ts';
import { splice } from './text-splice.ts';
import { type PlacedTag, walkPlaces } from './xml.ts';
import { escapeXml } from './xml-write.ts';

const WORKSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/**
 * Adds a tab after the others: what refers to tabs by their number stays right. The list of tabs among the file's
 * properties (`docProps/app.xml`) is left as it is; no program reads it to know the tabs.
 *
 * @param makeXml - the prefix and the namespace are the workbook's own, since the strict format has another
 * @throws WorkbookError when the workbook is protected against new tabs
 */
export function addSheet(
  book: XlsxBook,
  name: string,
  makeXml: (prefix: string, namespace: string) => string,
  fileName: string,
): void {
  const workbook = readWorkbook(book.need(book.path));
  if (workbook.isLocked) throw lockedTabs(fileName);
  const folder = book.path.slice(0, book.path.lastIndexOf('/') + 1);
  const target = freePart(book, folder);
  const id = addRelationship(book, folder, target, workbook.relationshipKind);
  addContentType(book, `/${folder}${target}`);

  const { prefix, idAttribute, nextNumber, listEnd, namespace } = workbook;
  const sheet = `<${prefix}sheet name="${escapeXml(name)}" sheetId="${nextNumber}" ${idAttribute}="${id}"/>`;
  book.write(book.path, splice(book.need(book.path), [{ start: listEnd, end: listEnd, text: sheet }]));
  book.write(`${folder}${target}`, makeXml(prefix, namespace));
}

function readWorkbook(xml: string) {
  const found: { root: PlacedTag | null; sheet: PlacedTag | null; listEnd: number; isLocked: boolean } = {
    root: null,
    sheet: null,
    listEnd: -1,
    isLocked: false,
  };
  let highest = 0;
  walkPlaces(xml, {
    open: (tag) => {
      found.root ??= tag;
      if (tag.name === 'workbookProtection') found.isLocked = isOn(tag.attributes.lockStructure);
      if (tag.name !== 'sheet') return;
      found.sheet = tag;
      highest = Math.max(highest, Number(tag.attributes.sheetId ?? 0));
    },
    close: (name, contentEnd) => {
      if (name === 'sheets') found.listEnd = contentEnd;
    },
  });
  const { root, sheet, listEnd, isLocked } = found;
  const idAttribute = Object.keys(sheet?.attributes ?? {}).find((key) => key.endsWith(':id'));
  if (root === null || sheet === null || idAttribute === undefined) throw new Error('A workbook without sheets');

  const { attributes } = root;
  const namespace = attributes[sheet.prefix === '' ? 'xmlns' : `xmlns:${sheet.prefix.slice(0, -1)}`];
  const relationshipKind = { ...attributes, ...sheet.attributes }[`xmlns:${idAttribute.slice(0, -3)}`];
  if (namespace === undefined || relationshipKind === undefined) throw new Error('A workbook without namespaces');
  return { prefix: sheet.prefix, idAttribute, nextNumber: highest + 1, listEnd, isLocked, namespace, relationshipKind };
}

function freePart(book: XlsxBook, folder: string): string {
  for (let number = book.sheets.length + 1; ; number++) {
    const target = `worksheets/sheet${number}.xml`;
    if (!book.keys.has(`${folder}${target}`.toLowerCase())) return target;
  }
}

/** Its id. */
function addRelationship(book: XlsxBook, folder: string, target: string, kinds: string): string {
  const path = `${folder}_rels/${book.path.slice(folder.length)}.rels`;
  const { root, ids } = readList(book.need(path), 'Id');
  const id = freeId(ids);
  const attributes = `Id="${id}" Type="${kinds}/worksheet" Target="${target}"`;
  append(book, path, root, `<${root.prefix}Relationship ${attributes}/>`);
  return id;
}

function addContentType(book: XlsxBook, part: string): void {
  const path = '[Content_Types].xml';
  const { root } = readList(book.need(path), 'PartName');
  append(book, path, root, `<${root.prefix}Override PartName="${part}" ContentType="${WORKSHEET}"/>`);
}

function freeId(ids: ReadonlySet<string>): string {
  for (let number = ids.size + 1; ; number++) {
    if (!ids.has(`rId${number}`)) return `rId${number}`;
  }
}

interface Root {
  readonly prefix: string;
  readonly contentEnd: number;
}

function readList(xml: string, attribute: string): { readonly root: Root; readonly ids: ReadonlySet<string> } {
  const ids = new Set<string>();
  const at = { prefix: '', contentEnd: -1, isRoot: true };
  walkPlaces(xml, {
    open: (tag) => {
      if (at.isRoot) at.prefix = tag.prefix;
      at.isRoot = false;
      ids.add(tag.attributes[attribute] ?? '');
    },
    // The root is the last to be closed.
    close: (_name, contentEnd) => {
      at.contentEnd = contentEnd;
    },
  });
  return { root: at, ids };
}

function append(book: XlsxBook, path: string, { contentEnd }: Root, text: string): void {
  book.write(path, splice(book.need(path), [{ start: contentEnd, end: contentEnd, text }]));
}
