import { hideBirthNumbers, hideBirthNumbersDeep } from '#src/domain/birth-number.ts';
import type { Message } from '#src/message/message.ts';
import { renderMessage, type TerminalStyle } from '#src/terminal/render.ts';

/** Where a command speaks: standard output and error, handed in so that tests can listen. */
export interface Terminal extends TerminalStyle {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Prints messages with a blank line between them. No birth number leaves the bot, whoever typed it. */
export function printMessages(terminal: Terminal, messages: readonly Message[]): void {
  const texts = messages.map((message) => renderMessage(message, terminal));
  terminal.out(`${hideBirthNumbers(texts.join('\n\n'))}\n`);
}

export function printJson(terminal: Terminal, value: unknown): void {
  terminal.out(`${JSON.stringify(hideBirthNumbersDeep(value), null, 2)}\n`);
}

export function printTrouble(terminal: Terminal, text: string): void {
  terminal.err(`${hideBirthNumbers(text)}\n`);
}
