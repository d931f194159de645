import { checkBlock, type Surface } from './block-kit-blocks.ts';
import { type BlockProblem, checkUnique, problemsFrom, textLength } from './block-kit-report.ts';
import { asArray, asObject, asText } from './http.ts';

const MOST_BLOCKS: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };

/** The longest block text that users have seen Slack accept; 11 341 characters were refused (bolt-js #2867). */
const WHOLE_MESSAGE = 9597;
const MOST_MARKDOWN = 12_000;
const MOST_IN_TABLES = 10_000;

/** Checks blocks against Slack's limits. Where Slack's sources differ, the lower limit counts. */
export function blockProblems(blocks: unknown, surface: Surface = 'message'): readonly BlockProblem[] {
  if (!Array.isArray(blocks)) return [{ message: 'must be an array', pointer: '/blocks' }];
  return problemsFrom((report) => {
    const most = MOST_BLOCKS[surface];
    if (blocks.length > most) report('/blocks', `no more than ${most} items allowed`);
    checkUnique('block_id', blocks, '/blocks', report);
    for (const [at, block] of blocks.entries()) checkBlock(asObject(block), surface, `/blocks/${at}`, report);

    const together = (types: readonly string[]) => textLength(ofTypes(blocks, types));
    // One block too long for itself has been told of already.
    const markdown = ofTypes(blocks, ['markdown']);
    if (markdown.length > 1 && textLength(markdown) > MOST_MARKDOWN) {
      report('/blocks', `markdown must be less than ${MOST_MARKDOWN + 1} characters in total`);
    }
    if (together(['table', 'data_table']) > MOST_IN_TABLES) {
      report('/blocks', `tables must be less than ${MOST_IN_TABLES + 1} characters in total`);
    }
    if (ofTypes(blocks, ['data_visualization']).length > 2) report('/blocks', 'no more than 2 charts allowed');
  });
}

/** How many tables there are; a message can have one. */
export function tablesIn(blocks: unknown): number {
  return ofTypes(blocks, ['table', 'data_table']).length;
}

/** Whether Slack refuses blocks for their text taken together (`msg_blocks_too_long`). */
export function tooLongTogether(blocks: unknown): boolean {
  const rest = asArray(blocks).filter((block) => asObject(block).type !== 'markdown');
  // What is all markdown has a limit of its own, and is taken at some 13 000 characters (bolt-js #2509).
  return rest.length > 0 && textLength(blocks) > WHOLE_MESSAGE;
}

function ofTypes(blocks: unknown, types: readonly string[]): readonly unknown[] {
  return asArray(blocks).filter((block) => types.includes(asText(asObject(block).type)));
}
