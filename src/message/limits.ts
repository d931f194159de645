import type { Block, Message } from './message.ts';

/** Slack's limits on one message, in characters or blocks; where Slack's sources differ, the lower. */
export const LIMITS = {
  blocks: 50,
  header: 150,
  sectionText: 3000,
  contextElements: 10,
  /** All block text together. Undocumented in Slack; users have measured refusals between 9 600 and 11 300. */
  wholeMessage: 9000,
  text: 4000,
  buttonText: 75,
  buttonValue: 2000,
} as const;

/** What Slack would refuse, in English for the log; empty when the message may be sent. */
export function overLimits(message: Message): readonly string[] {
  const problems: string[] = [];
  const check = (what: string, size: number, limit: number) => {
    if (size > limit) problems.push(`${what}: ${size} > ${limit}`);
  };

  check('blocks', message.blocks.length, LIMITS.blocks);
  check('text', message.text.length, LIMITS.text);
  check('whole message', blockTextLength(message.blocks), LIMITS.wholeMessage);
  for (const block of message.blocks) {
    if (block.type === 'header') check('header', block.text.text.length, LIMITS.header);
    if (block.type === 'section') check('section', block.text?.text.length ?? 0, LIMITS.sectionText);
    if (block.type === 'context') check('context elements', block.elements.length, LIMITS.contextElements);
    if (blockTexts(block).some((text) => text === '')) problems.push(`${block.type}: empty text`);
  }
  return problems;
}

/** Characters of text in the blocks, which is what Slack's limit on a whole message counts. */
export function blockTextLength(blocks: readonly Block[]): number {
  return blocks.flatMap(blockTexts).reduce((sum, text) => sum + text.length, 0);
}

/** The texts a block shows. */
export function blockTexts(block: Block): readonly string[] {
  switch (block.type) {
    case 'header':
      return [block.text.text];
    case 'section':
      return block.text ? [block.text.text] : [];
    case 'context':
      return block.elements.flatMap((element) => ('text' in element && element.text ? [element.text] : []));
    case 'actions':
      return block.elements.flatMap((element) => (element.type === 'button' ? [element.text.text] : []));
  }
}
