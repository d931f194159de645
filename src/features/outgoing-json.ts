import type { Outgoing } from './feature.ts';

/** What a job would send, as data. */
export function outgoingJson(outgoing: readonly Outgoing[]) {
  return outgoing.map(({ key, to, message, thread }) => ({
    key,
    to: to.name,
    text: message.text,
    blocks: message.blocks,
    thread: thread.map(({ text, blocks }) => ({ text, blocks })),
  }));
}
