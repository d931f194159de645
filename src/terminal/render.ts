import type { Block, Message } from '#src/message/message.ts';
import { plainText } from './plain-text.ts';

/** How the terminal can show text. */
export interface TerminalStyle {
  /** Bold and dim may be used; the words say it all without them. */
  readonly colour: boolean;
}

/** The same message Slack shows, as lines for a terminal. Buttons are left out: there is nothing to press. */
export function renderMessage(message: Message, style: TerminalStyle): string {
  if (message.blocks.length === 0) return plainText(message.text, style);
  const parts = message.blocks.flatMap((block) => renderBlock(block, style));
  return parts.join('\n');
}

function renderBlock(block: Block, style: TerminalStyle): readonly string[] {
  switch (block.type) {
    case 'header':
      return [bold(printable(block.text.text), style)];
    case 'section':
      return block.text ? [plainText(indented(block.text.text), style)] : [];
    case 'context':
      return block.elements.flatMap((element) =>
        'text' in element && element.text ? [dim(plainText(element.text, style), style)] : [],
      );
    case 'actions':
      return [];
  }
}

const HEADING_LINE = /^\*[^*\n]+\*$/;

/** Without bold a heading is told from its lines by where they begin. */
function indented(mrkdwn: string): string {
  const [first = '', ...rest] = mrkdwn.split('\n');
  // Where several lines are bold, as in a reminder, or the lines stand inside already, there is no heading to tell.
  const isHeading =
    HEADING_LINE.test(first) && !rest.some((line) => HEADING_LINE.test(line) || line.startsWith('    '));
  return isHeading ? [first, ...rest.map((line) => `  ${line}`)].join('\n') : mrkdwn;
}

function bold(text: string, { colour }: TerminalStyle): string {
  return colour ? `\u001b[1m${text}\u001b[22m` : text;
}

function dim(text: string, { colour }: TerminalStyle): string {
  return colour ? `\u001b[2m${text}\u001b[22m` : text;
}

function printable(text: string): string {
  return plainText(text.replaceAll('&', '&amp;'), { colour: false });
}
