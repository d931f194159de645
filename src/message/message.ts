import type { ActionsBlock, ContextBlock, HeaderBlock, SectionBlock } from '@slack/types';
import { cutText } from '#src/cut-text.ts';
import { LIMITS } from './limits.ts';

/** The blocks the bot uses; a subset of Block Kit, so that the terminal can draw every one. */
export type Block = ActionsBlock | ContextBlock | HeaderBlock | SectionBlock;

/** What the bot says. `text` is what notifications and screen readers get, so it must stand alone. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Plain text, no markup: titles are never escaped, and are cut at a word when too long. */
export function header(text: string): HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text: cutText(text, LIMITS.header), emoji: false } };
}

/** Markup: every cell in it must have been through {@link escapeMrkdwn}. */
export function section(mrkdwn: string): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: mrkdwn } };
}

/** Small print: age of the figures, where they come from, what to do. */
export function context(mrkdwn: string): ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: mrkdwn }] };
}

/**
 * Cells are written by people: without this, a `<!channel>` in the sheet would ring everyone, and a star or a back-tick
 * at the edge of a word would set half the message in bold. Slack has no escape for those, so they become look-alikes.
 */
export function escapeMrkdwn(text: string): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return safe.replace(MARK_AT_EDGE, (mark) => LOOKALIKES[mark] ?? mark);
}

const MARK_AT_EDGE = /(?<![\p{L}\p{N}])[*`~](?=\S)|(?<=\S)[*`~](?![\p{L}\p{N}])/gu;
const LOOKALIKES: Readonly<Record<string, string>> = { '*': '\u2217', '`': '\u02cb', '~': '\u223c' };

/** A cell cut at a word and escaped: at most `max` characters also when every one of them had to be escaped. */
export function shortCell(text: string, max: number): string {
  for (let room = max; ; ) {
    const escaped = escapeMrkdwn(cutText(text, room));
    if (escaped.length <= max) return escaped;
    room = Math.floor((room * max) / escaped.length);
  }
}

/** A heading line and its lines, as one section. */
export function listSection(heading: string, lines: readonly string[]): SectionBlock {
  return section([`*${heading}*`, ...lines].join('\n'));
}
