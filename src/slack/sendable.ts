import { cutText } from '#src/cut-text.ts';
import { hideBirthNumbersDeep } from '#src/domain/birth-number.ts';
import { LIMITS, overLimits } from '#src/message/limits.ts';
import type { Block, Message } from '#src/message/message.ts';

/** A message as Slack takes it, whether it is posted or given as an answer. */
export interface Sendable {
  readonly text: string;
  readonly blocks: Block[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/**
 * The one gate every message passes on its way to Slack: no birth number gets through, and the first version that keeps
 * Slack's limits is taken. When none does, the text stands alone.
 * @param versions the same message, the fullest first
 */
export function sendable(...versions: readonly [Message, ...Message[]]): Sendable {
  const hidden = versions.map((version) => hideBirthNumbersDeep(version));
  const fitting = hidden.find((version) => overLimits(version).length === 0);
  const { text, blocks } = fitting ?? { text: cutText(hidden[0]?.text ?? '', LIMITS.text), blocks: [] };
  return { text, blocks: [...blocks], unfurl_links: false, unfurl_media: false };
}
