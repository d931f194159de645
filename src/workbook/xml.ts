import { SaxParser } from '@cj-tech-master/excelts/xml';

export interface XmlHandlers {
  /** @param name - without its namespace prefix, which programs choose freely */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Walks through an XML document from start to end. Throws when it is not well-formed, such as when it is cut off. */
export function walkXml(xml: string, { open, text, close }: XmlHandlers): void {
  const parser = new SaxParser({
    position: false,
    // The parser knows only XML's own five entities, which cannot grow; its limit would stop a sheet with many «&».
    maxEntityExpansions: 0,
    invalidCharHandling: 'replace',
  });
  if (open) parser.on('opentag', (tag) => open(localName(tag.name), tag.attributes));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  if (close) parser.on('closetag', (tag) => close(localName(tag.name)));
  parser.write(xml).close();
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
