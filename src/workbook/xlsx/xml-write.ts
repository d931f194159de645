import type { PlacedTag } from './xml.ts';

/** Text between tags or in an attribute. */
export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * The tag as it stands in the text, with these attributes set, or taken out where they are null. The others keep their
 * order and spelling.
 */
export function retagged(xml: string, tag: PlacedTag, attributes: Readonly<Record<string, string | null>>): string {
  const raw = xml.slice(tag.start, tag.end).replace(/\s*\/?>$/, '');
  const seen = new Set<string>();
  const kept = raw.replace(/\s+([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/g, (attribute, name: string) => {
    const value = attributes[name];
    if (value === undefined) return attribute;
    seen.add(name);
    return value === null ? '' : ` ${name}="${escapeXml(value)}"`;
  });
  const added = Object.entries(attributes).flatMap(([name, value]) =>
    value === null || seen.has(name) ? [] : [` ${name}="${escapeXml(value)}"`],
  );
  return `${kept}${added.join('')}${tag.closesItself ? '/>' : '>'}`;
}
