import type { ActionsBlock } from '@slack/types';
import { overLimits } from './limits.ts';
import type { Message } from './message.ts';
import { shownBlocks } from './shown-blocks.ts';

/** The list under a tiltak by which its status is set in the sheet. */
export const STATUS_ACTION = 'sett-status';

/** What goes along with the list: which tiltak, and the status that stood in the sheet when it was shown. */
export interface StatusShown {
  readonly nr: string;
  readonly from: string;
}

/** Slack's limit for a block's id, in characters. */
const BLOCK_ID = 255;

/**
 * The message with a list of statuses to choose from. Choosing one asks first, since it writes where others read.
 * @returns the message as it is when what the list must know does not fit along with it
 */
export function withStatusSelect(message: Message, { nr, from }: StatusShown, values: readonly string[]): Message {
  const known = JSON.stringify([nr, from]);
  if (known.length > BLOCK_ID) return message;
  const select: ActionsBlock = {
    type: 'actions',
    block_id: known,
    elements: [
      {
        type: 'static_select',
        action_id: STATUS_ACTION,
        placeholder: { type: 'plain_text', text: 'Sett status' },
        options: values.map((value) => ({ text: { type: 'plain_text', text: value }, value })),
        confirm: {
          title: { type: 'plain_text', text: 'Skrive i arket?' },
          text: { type: 'plain_text', text: `Status for ${nr} settes i arket, der alle ser den.` },
          confirm: { type: 'plain_text', text: 'Skriv' },
          deny: { type: 'plain_text', text: 'Avbryt' },
        },
      },
    ],
  };
  const whole = { text: message.text, blocks: [...shownBlocks(message), select] };
  return overLimits(whole).length === 0 ? whole : message;
}

/** Reads the id of the list's block back; null when another release has written it. */
export function readStatusShown(blockId: string): StatusShown | null {
  try {
    const [nr, from] = JSON.parse(blockId);
    return typeof nr === 'string' && typeof from === 'string' ? { nr, from } : null;
  } catch {
    return null;
  }
}
