import { type Block, type Message, section } from './message.ts';

/** As soon as a message has one block, Slack no longer shows its text: then the text must be a block too. */
export function shownBlocks({ text, blocks }: Message): readonly Block[] {
  return blocks.length === 0 ? [section(text)] : blocks;
}
