import { escapeMrkdwn, type Message, section } from '#src/message/message.ts';
import type { Command } from '../feature.ts';

/** Whether the words after a command ask how to use it. */
export function asksForHelp(words: string): boolean {
  return /^(?:hjelp|help|\?)$/i.test(words.trim());
}

/** How to use one command, in Slack and in the terminal. */
export function commandHelp(command: Command): Message {
  const name = command.slash ?? command.name;
  const examples = command.examples.map(({ words, does }) => `\`${escapeMrkdwn(`${name} ${words}`.trim())}\`  ${does}`);
  const text = `${name}: ${command.description}`;
  return { text: escapeMrkdwn(text), blocks: [section(`*${escapeMrkdwn(text)}*`), section(examples.join('\n'))] };
}
