import { blockProblems, tablesIn, tooLongTogether } from './block-kit.ts';
import { asArray, asObject, asText, fromJson } from './http.ts';
import { type Refusal, refusal } from './refusal.ts';
import type { SlackObject } from './workspace.ts';

/** What a message says, once Slack has taken it. */
export interface Content {
  readonly text: string;
  readonly blocks: readonly SlackObject[];
  readonly metadata: unknown;
  /** Slack has cut the text. */
  readonly cut: boolean;
}

const MOST_TEXT = 40_000;
const MOST_MARKDOWN = 12_000;

/** The content of a message, or why Slack refuses what was written. */
export function readContent(args: SlackObject): Content | Refusal {
  const blocks = readBlocks(args);
  if (!Array.isArray(blocks)) return blocks as Refusal;
  const attachments = readJson(args.attachments);
  if (attachments === null || asArray(attachments).length > 100) {
    return refusal(attachments === null ? 'invalid_attachments' : 'too_many_attachments');
  }
  const metadata = readMetadata(args.metadata);
  if (typeof metadata === 'string') return refusal(metadata);

  const markdown = asText(args.markdown_text);
  const text = asText(args.text);
  if (markdown !== '' && (text !== '' || blocks.length > 0)) return refusal('markdown_text_conflict');
  if (markdown.length > MOST_MARKDOWN) return refusal('msg_too_long');
  if (text === '' && markdown === '' && blocks.length + asArray(attachments).length === 0) return refusal('no_text');
  const whole = text === '' ? markdown : text;
  return { text: whole.slice(0, MOST_TEXT), blocks, metadata: metadata ?? null, cut: whole.length > MOST_TEXT };
}

/** The blocks alone, checked, or why Slack refuses them. */
export function readBlocks(args: SlackObject): readonly SlackObject[] | Refusal {
  const blocks = args.blocks === undefined || args.blocks === '' ? [] : readJson(args.blocks);
  if (!Array.isArray(blocks)) return refusal('invalid_blocks_format');
  const errors = blockProblems(blocks).map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`);
  if (errors.length > 0) {
    const messages = errors.map((error) => `[ERROR] ${error}`);
    return refusal('invalid_blocks', { errors, response_metadata: { messages } });
  }
  if (tablesIn(blocks) > 1) {
    return refusal('invalid_attachments', { response_metadata: { messages: ['[ERROR] only_one_table_allowed'] } });
  }
  return tooLongTogether(blocks) ? refusal('msg_blocks_too_long') : blocks.map(asObject);
}

/** The metadata as it was sent, undefined for none, or the name of what is wrong with it. */
function readMetadata(sent: unknown): SlackObject | undefined | string {
  if (sent === undefined || sent === '') return undefined;
  const metadata = readJson(sent);
  if (typeof metadata !== 'object' || metadata === null) return 'invalid_metadata_format';
  const { event_type, event_payload } = asObject(metadata);
  if (asText(event_type) === '' || typeof event_payload !== 'object') return 'invalid_metadata_schema';
  return asObject(metadata);
}

/** Null for what is not JSON. */
function readJson(value: unknown): unknown {
  try {
    return fromJson(value);
  } catch {
    return null;
  }
}
