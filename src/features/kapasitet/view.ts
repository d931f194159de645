import { context, type Message, section } from '#src/message/message.ts';
import { EMPTY_SHEET } from './phrases.ts';
import { placesMessage } from './places-view.ts';
import { withRemarks } from './remarks-view.ts';
import { rowsMessage } from './rows-view.ts';
import type { KapasitetSummary } from './summary.ts';
import { askAgainMessage, unknownMessage } from './unknown-view.ts';
import { updateMessage } from './update-view.ts';

/** The reply to `/kapasitet`. Shows what was decided, and decides nothing. */
export function kapasitetMessage(summary: KapasitetSummary): Message {
  return withRemarks(answerMessage(summary), summary.remarks, summary.now.day);
}

function answerMessage(summary: KapasitetSummary): Message {
  const { asked } = summary;
  switch (asked.kind) {
    case 'nothing':
      return nothingMessage(
        asked.why === 'no-rows' ? EMPTY_SHEET : 'Jeg finner ingen tabell over plasser i kapasitetsarket.',
        summary,
      );
    case 'unknown':
      return unknownMessage(asked.unknown);
    case 'ask-again':
      return askAgainMessage(asked.why);
    case 'update':
      return updateMessage(asked.kommune, summary);
    case 'find':
      return placesMessage(asked.search, summary);
    case 'overview':
    case 'rows':
      return rowsMessage(summary, asked);
  }
}

/** That there is nothing may have been true a while ago only. */
function nothingMessage(text: string, { source }: KapasitetSummary): Message {
  return { text, blocks: [section(text), context(source)] };
}
