import type { ActionsBlock } from '@slack/types';
import { cutText } from '#src/cut-text.ts';
import { LIMITS, overLimits } from './limits.ts';
import { type Message, section } from './message.ts';
import { shownBlocks } from './shown-blocks.ts';

/** The button under a preview that lets the secretariat send what it shows. */
export const RELEASE_ACTION = 'send-na';

/**
 * A preview with the button «Send». A preview that fills a message by itself is cut to its text: without the button it
 * could not be sent at all.
 * @param job the job's name, which goes along in the button
 */
export function withReleaseButton(message: Message, job: string): Message {
  const button: ActionsBlock = {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: RELEASE_ACTION,
        style: 'primary',
        text: { type: 'plain_text', text: 'Send' },
        value: job,
      },
    ],
  };
  const whole = { text: message.text, blocks: [...shownBlocks(message), button] };
  if (overLimits(whole).length === 0) return whole;
  const text = cutText(message.text, LIMITS.sectionText);
  return { text, blocks: [section(text), button] };
}
