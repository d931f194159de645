import type { App, RespondFn } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Answer, Command } from '#src/features/feature.ts';
import { escapeMrkdwn, type Message } from '#src/message/message.ts';
import { WorkbookError } from '#src/workbook/workbook.ts';
import { errorFacts } from './logger.ts';
import { sendable } from './sendable.ts';
import { readQuestion, SHARE_ACTION, sharedBy, sharedTextBy, withShareButton } from './share.ts';

/** Answers a command for a Slack user. Throws {@link WorkbookError} when the figures cannot be read. */
export type Ask = (command: Command, words: string, slackUser: string) => Promise<Answer>;

export interface Listeners {
  /** What can be typed in Slack, such as `/kapasitet`. */
  readonly slashes: readonly string[];
  /** One of them, loaded when somebody first types it; null for any other. */
  readonly commandFor: (slash: string) => Promise<Command | null>;
  readonly ask: Ask;
  readonly log: Logger;
}

/** Connects every slash command to Slack: words in, one answer out. Errors end here, and the asker is always answered. */
export function listen(app: App, { slashes, commandFor, ask, log }: Listeners): void {
  // One listener for all: Slack also sends commands that only the app's manifest knows, and those need an ack too.
  app.command(/./, async ({ ack, body, respond }) => {
    if (!slashes.includes(body.command)) return ack({ response_type: 'ephemeral', text: unknownCommand(slashes) });
    await ack();

    const command = await commandFor(body.command);
    if (!command) return tell(respond, unknownCommand(slashes));
    const words = body.text.trim();
    await answering(command, respond, async () => {
      const { message } = await ask(command, words, body.user_id);
      const shareable = withShareButton(message, { slash: body.command, words });
      await respond({ ...(shareable ? sendable(shareable, message) : sendable(message)), response_type: 'ephemeral' });
    });
  });

  app.action({ type: 'block_actions', action_id: SHARE_ACTION }, async ({ ack, action, body, respond }) => {
    await ack();
    const question = readQuestion('value' in action && typeof action.value === 'string' ? action.value : undefined);
    const command = question && (await commandFor(question.slash));
    if (!question || !command) return tell(respond, OLD_BUTTON);

    await answering(command, respond, async () => {
      const { message } = await ask(command, question.words, body.user.id);
      const shared = sendable(sharedBy(message, body.user.id), sharedTextBy(message, body.user.id));
      await respond({ ...shared, response_type: 'in_channel', replace_original: false });
    });
  });

  // A button that opens an address also reports the press, and Slack shows a warning when nobody acknowledges it.
  app.action({ type: 'block_actions' }, async ({ ack, action }) => {
    if ('url' in action) await ack();
  });

  async function answering(command: Command, respond: RespondFn, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      log.error({ command: command.name, error: errorFacts(error) }, 'could not answer');
      await tell(respond, apology(error));
    }
  }

  /** A private word to the asker. The address may have expired (30 minutes, five uses): then there is nobody to tell. */
  async function tell(respond: RespondFn, text: string): Promise<void> {
    const message: Message = { text, blocks: [] };
    try {
      await respond({ ...sendable(message), response_type: 'ephemeral', replace_original: false });
    } catch (error) {
      log.warn({ error: errorFacts(error) }, 'could not reach the asker');
    }
  }
}

const OLD_BUTTON = 'Denne knappen er fra en eldre utgave av meg. Skriv kommandoen på nytt.';

/** A workbook that cannot be read is the asker's to mend, so it is named; anything else is ours. */
function apology(error: unknown): string {
  return error instanceof WorkbookError ? escapeMrkdwn(error.message) : 'Noe gikk galt hos meg. Feilen er logget.';
}

function unknownCommand(known: readonly string[]): string {
  return `Jeg kjenner ikke den kommandoen. Prøv ${known.map((slash) => `\`${slash}\``).join(', ')}.`;
}
