import type { App, RespondFn } from '@slack/bolt';
import type { Logger } from 'pino';
import { NotPosted } from '#src/delivery/poster.ts';
import type { Answer, Command } from '#src/features/feature.ts';
import { escapeMrkdwn, type Message } from '#src/message/message.ts';
import { RELEASE_ACTION } from '#src/message/release-button.ts';
import { readStatusShown, STATUS_ACTION, type StatusShown, withStatusSelect } from '#src/message/status-select.ts';
import { StoreError } from '#src/store/store.ts';
import { WorkbookError } from '#src/workbook/workbook.ts';
import { errorFacts } from '../error-facts.ts';
import { sendable } from './sendable.ts';
import { readQuestion, SHARE_ACTION, sharedBy, sharedTextBy, withShareButton } from './share.ts';

/** Answers a command for a Slack user. Throws {@link WorkbookError} when the figures cannot be read. */
export type Ask = (command: Command, words: string, slackUser: string) => Promise<Answer>;

/**
 * Sends what a preview shows, when somebody has pressed «Send», and says what came of it. It is called for every press,
 * also when two people press at once, and must itself see to it that everything is said once. Slack takes the answer for
 * half an hour.
 */
export type Release = (job: string, slackUser: string) => Promise<Message>;

/** How the status of a tiltak is set in the sheet. */
export interface StatusSetting {
  /** What can be chosen. */
  readonly values: readonly string[];
  /** Sets it when somebody has chosen, and says what came of it. */
  set(shown: StatusShown, to: string, slackUser: string): Promise<Message>;
}

export interface Listeners {
  /** What can be typed in Slack, such as `/kapasitet`. */
  readonly slashes: readonly string[];
  /** One of them, loaded when somebody first types it; null for any other. */
  readonly commandFor: (slash: string) => Promise<Command | null>;
  readonly ask: Ask;
  /** Left out when there is nothing to release. */
  readonly onRelease?: Release;
  /** Left out when the bot may not write in the sheets. */
  readonly status?: StatusSetting | null;
  readonly log: Logger;
}

/**
 * Connects slash commands and buttons to Slack: words in, one answer out. Errors end here, and whoever asked or pressed
 * is always answered.
 */
export function listen(app: App, { slashes, commandFor, ask, onRelease, status, log }: Listeners): void {
  // One listener for all: Slack also sends commands that only the app's manifest knows, and those need an ack too.
  app.command(/./, async ({ ack, body, respond }) => {
    if (!slashes.includes(body.command)) return ack({ response_type: 'ephemeral', text: unknownCommand(slashes) });
    await ack();

    const command = await commandFor(body.command);
    if (!command) return tell(respond, unknownCommand(slashes));
    const words = body.text.trim();
    await answering({ command: command.name }, respond, async () => {
      const answer = await ask(command, words, body.user_id);
      const { changeable } = answer;
      const message =
        status && changeable ? withStatusSelect(answer.message, changeable, status.values) : answer.message;
      const shareable = withShareButton(message, { slash: body.command, words });
      await respond({ ...(shareable ? sendable(shareable, message) : sendable(message)), response_type: 'ephemeral' });
    });
  });

  app.action({ type: 'block_actions', action_id: SHARE_ACTION }, async ({ ack, action, body, respond }) => {
    await ack();
    const question = readQuestion(buttonValue(action));
    const command = question && (await commandFor(question.slash));
    if (!question || !command) return tell(respond, OLD_BUTTON);

    await answering({ command: command.name }, respond, async () => {
      const { message } = await ask(command, question.words, body.user.id);
      const shared = sendable(sharedBy(message, body.user.id), sharedTextBy(message, body.user.id));
      await respond({ ...shared, response_type: 'in_channel', replace_original: false });
    });
  });

  app.action({ type: 'block_actions', action_id: RELEASE_ACTION }, async ({ ack, action, body, respond }) => {
    await ack();
    const job = buttonValue(action);
    if (!job || !onRelease) return tell(respond, OLD_PREVIEW);

    await answering({ job }, respond, async () => {
      const said = await onRelease(job, body.user.id);
      // The preview goes, and its button with it: what it showed is sent.
      await respond({ ...sendable(said), replace_original: true });
    });
  });

  app.action({ type: 'block_actions', action_id: STATUS_ACTION }, async ({ ack, action, body, respond }) => {
    await ack();
    const shown = 'block_id' in action ? readStatusShown(action.block_id) : null;
    const to = 'selected_option' in action ? action.selected_option?.value : undefined;
    if (!shown || !to || !status?.values.includes(to)) return tell(respond, OLD_BUTTON);

    await answering({ command: STATUS_ACTION }, respond, async () => {
      const said = await status.set(shown, to, body.user.id);
      await respond({ ...sendable(said), response_type: 'ephemeral', replace_original: false });
    });
  });

  // A button that opens an address also reports the press, and Slack shows a warning when nobody acknowledges it.
  app.action({ type: 'block_actions' }, async ({ ack, action }) => {
    if ('url' in action) await ack();
  });

  async function answering(what: Asked, respond: RespondFn, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      log.error({ ...what, error: errorFacts(error) }, 'could not answer');
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

/** What the log calls that which could not be answered. */
type Asked = { readonly command: string } | { readonly job: string };

function buttonValue(action: object): string | undefined {
  return 'value' in action && typeof action.value === 'string' ? action.value : undefined;
}

const OLD_PREVIEW = 'Denne knappen er fra en eldre utgave av meg. Kjør jobben på nytt for å sende.';
const OLD_BUTTON = 'Denne knappen er fra en eldre utgave av meg. Skriv kommandoen på nytt.';

/** Trouble with a workbook, the state or Slack says itself what to do about it; anything else is ours. */
function apology(error: unknown): string {
  if (error instanceof NotPosted) return error.message;
  // These may quote a cell or a name.
  if (error instanceof WorkbookError || error instanceof StoreError) return escapeMrkdwn(error.message);
  return 'Noe gikk galt hos meg. Feilen er logget.';
}

function unknownCommand(known: readonly string[]): string {
  return `Jeg kjenner ikke den kommandoen. Prøv ${known.map((slash) => `\`${slash}\``).join(', ')}.`;
}
