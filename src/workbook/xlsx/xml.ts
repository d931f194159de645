import { SaxParser } from '@cj-tech-master/excelts/xml';

export interface XmlHandlers {
  /** @param name - without its namespace prefix, which programs choose freely */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Walks through an XML document from start to end. Throws when it is not well-formed, such as when it is cut off. */
export function walkXml(xml: string, { open, text, close }: XmlHandlers): void {
  const parser = newParser();
  if (open) parser.on('opentag', (tag) => open(localName(tag.name), tag.attributes));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  if (close) parser.on('closetag', (tag) => close(localName(tag.name)));
  parser.write(xml).close();
}

/** A tag and where it stands in the text: the whole of it when it closes itself, else the one that opens the element. */
export interface PlacedTag {
  /** Without its prefix. */
  readonly name: string;
  /** As the file has it, with the colon; empty when there is none. */
  readonly prefix: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  readonly end: number;
  readonly closesItself: boolean;
}

export interface PlaceHandlers {
  readonly open?: (tag: PlacedTag) => void;
  /** @param start - of the closing tag; where the element ends when it closes itself */
  readonly close?: (name: string, start: number, end: number) => void;
}

/** As {@link walkXml}, and tells where in the text the tags stand, for whoever changes a part of it. */
export function walkPlaces(xml: string, { open, close }: PlaceHandlers): void {
  const parser = newParser();
  // The parser is just past «>», and «<» can stand nowhere in a tag but at its start.
  const startOf = (end: number) => xml.lastIndexOf('<', end - 1);
  if (open) {
    parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
      const end = parser.position;
      const prefix = name.slice(0, name.indexOf(':') + 1);
      const place = { start: startOf(end), end, closesItself: isSelfClosing };
      open({ name: localName(name), prefix, attributes, ...place });
    });
  }
  if (close) {
    parser.on('closetag', ({ name, isSelfClosing }) => {
      const end = parser.position;
      close(localName(name), isSelfClosing ? end : startOf(end), end);
    });
  }
  parser.write(xml).close();
}

function newParser(): SaxParser {
  return new SaxParser({
    position: false,
    // The parser knows only XML's own five entities, which cannot grow; its limit would stop a sheet with many «&».
    maxEntityExpansions: 0,
    invalidCharHandling: 'replace',
  });
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
