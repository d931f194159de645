import { cutLines } from '#src/message/cut-lines.ts';
import { escapeMrkdwn, listSection, type Message } from '#src/message/message.ts';
import type { NotPosted } from './poster.ts';

/** A message that did not come through, wholly or in part. */
export interface Undelivered {
  readonly key: string;
  /** The recipient, as people call it. */
  readonly name: string;
  readonly part: 'message' | 'thread';
  readonly error: NotPosted;
}

/** What the admin channel is told after a round: who did not get what, and what to do about it. */
export function failureReport(failures: readonly Undelivered[]): Message {
  const heading = failures.length === 1 ? '1 melding kom ikke fram' : `${failures.length} meldinger kom ikke fram`;
  const lines = cutLines(failures.map(line), { maxLines: 20, maxChars: 2800 }, (left) => `… og ${left} til`);
  return { text: [heading, ...lines].join('\n'), blocks: [listSection(heading, lines)] };
}

function line({ name, part, error }: Undelivered): string {
  const what = part === 'thread' ? ' (resten av tråden)' : '';
  const caution =
    error.certainty === 'uncertain' ? ' Den kan likevel ha kommet fram, så jeg sender den ikke på nytt.' : '';
  return `• ${escapeMrkdwn(name)}${what}: ${error.message}${caution}`;
}
