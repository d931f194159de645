import { cutText } from '#src/cut-text.ts';
import type { Fault } from '#src/domain/fault.ts';
import { cellLink } from '#src/message/cell-link.ts';
import { escapeMrkdwn } from '#src/message/message.ts';

const LONGEST_MESSAGE = 260;

/** «Handlingsplan!C14  «31.2.24» finnes ikke i kalenderen. …», the address as a link where the sheet is on Google. */
export function faultLine({ sheet, cell, message }: Fault, urls: Readonly<Record<string, string>>): string {
  return `${cellLink(`${sheet}!${cell}`, urls)}  ${escapeMrkdwn(cutText(message, LONGEST_MESSAGE))}`;
}
