import { containsBirthNumber } from '#src/domain/birth-number.ts';
import { LIMITS } from '#src/message/limits.ts';
import { context, type Message } from '#src/message/message.ts';
import { shownBlocks } from '#src/message/shown-blocks.ts';

/** The button under an answer that lets the asker show it to everyone in the channel. */
export const SHARE_ACTION = 'del-i-kanalen';

/** A question, small enough to travel in a button. */
export interface AskedQuestion {
  readonly slash: string;
  readonly words: string;
}

/** The answer with a «Del i kanalen» button, or null when the question must not or cannot travel in one. */
export function withShareButton(message: Message, question: AskedQuestion): Message | null {
  const value = JSON.stringify({ slash: question.slash, words: question.words });
  if (value.length > LIMITS.buttonValue || containsBirthNumber(question.words)) return null;
  return {
    text: message.text,
    blocks: [
      ...shownBlocks(message),
      {
        type: 'actions',
        elements: [
          { type: 'button', action_id: SHARE_ACTION, text: { type: 'plain_text', text: 'Del i kanalen' }, value },
        ],
      },
    ],
  };
}

/** The answer as everyone in the channel sees it, with the name of the one who shared it. */
export function sharedBy(message: Message, slackUser: string): Message {
  return { text: message.text, blocks: [...shownBlocks(message), context(`Delt av <@${slackUser}>`)] };
}

/** The same in one text, for an answer that fills a message by itself. */
export function sharedTextBy({ text }: Message, slackUser: string): Message {
  return { text: `${text}\nDelt av <@${slackUser}>`, blocks: [] };
}

/** Reads a button's value back; null when it is from a release that wrote it in another way. */
export function readQuestion(value: string | undefined): AskedQuestion | null {
  const parsed = parseJson(value ?? '');
  if (typeof parsed !== 'object' || parsed === null || !('slash' in parsed) || !('words' in parsed)) return null;
  const { slash, words } = parsed;
  return typeof slash === 'string' && typeof words === 'string' ? { slash, words } : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
