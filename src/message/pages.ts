import { LIMITS } from './limits.ts';
import { header, type Message, section, shortCell } from './message.ts';

const SECTIONS_PER_PAGE = 2;

/**
 * A list of any length as one or more messages, every line kept, each within Slack's limits.
 * @param title plain text
 * @param lines markup
 */
export function pages(title: string, lines: readonly string[]): readonly Message[] {
  const sections = chunk(lines, LIMITS.sectionText - 100);
  const count = Math.ceil(sections.length / SECTIONS_PER_PAGE);
  return Array.from({ length: count }, (_, page) => {
    const heading = count === 1 ? title : `${title} (${page + 1} av ${count})`;
    const part = sections.slice(page * SECTIONS_PER_PAGE, (page + 1) * SECTIONS_PER_PAGE);
    return {
      text: shortCell(heading, LIMITS.header * 2),
      blocks: [header(heading), ...part.map((text) => section(text))],
    };
  });
}

/** Joins lines to texts of at most `max` characters; a single longer line is cut. */
function chunk(lines: readonly string[], max: number): readonly string[] {
  const chunks: string[] = [];
  let current = '';
  for (const line of lines.map((l) => cutMarkup(l, max))) {
    if (current !== '' && current.length + 1 + line.length > max) {
      chunks.push(current);
      current = line;
    } else current = current === '' ? line : `${current}\n${line}`;
  }
  return current === '' ? chunks : [...chunks, current];
}

/** Never in the middle of an escaped character or a link, which would show their insides. */
function cutMarkup(line: string, max: number): string {
  return line.length > max ? `${line.slice(0, max - 1).replace(/&[a-z]*$|<[^>]*$/, '')}…` : line;
}
