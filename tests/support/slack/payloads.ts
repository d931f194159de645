import { asArray, asObject } from './http.ts';
import { asMessage } from './message-json.ts';
import type { PostedMessage } from './messages.ts';
import type { Reply } from './response-urls.ts';
import { CHANNEL, type SlackObject, TEAM, type Workspace } from './workspace.ts';

/** Something with buttons: an answer, or what the bot has posted. */
export type Pressable = Pick<Reply, 'blocks'> | PostedMessage;

/** Where a command is typed. */
export const WHERE = { team_id: TEAM, team_domain: 'prove', channel_id: CHANNEL, channel_name: 'samhandling' } as const;

/** What Slack tells of every press and every modal that is sent in. */
export function interaction(
  { triggers }: Workspace,
  type: string,
  user: string,
  view: string | null = null,
): SlackObject {
  const team = { id: TEAM, domain: WHERE.team_domain };
  return { type, user: { id: user, team_id: TEAM }, team, trigger_id: triggers.create(user, view) };
}

/** Where a button was pressed: an answer is shown in the channel where the command was typed. */
export function placeOf(message: Pressable): SlackObject {
  if (!('ts' in message)) return { channel: { id: CHANNEL } };
  const { channel, ts } = message;
  const container = { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false };
  return { channel: { id: channel }, container, message: asMessage(message, { metadata: true }) };
}

/** The button as Slack reports it pressed. Throws when there is none. */
export function buttonIn(message: Pressable, actionId: string): SlackObject {
  return { ...elementIn(message, actionId), action_ts: '1' };
}

/** The list as Slack reports that something was chosen in it. Throws when there is no such choice. */
export function choiceIn(message: Pressable, actionId: string, value: string): SlackObject {
  const { options, confirm: _asked, ...select } = elementIn(message, actionId);
  const selected_option = asArray(options)
    .map(asObject)
    .find((option) => option.value === value);
  if (!selected_option) throw new Error(`no choice ${value}`);
  return { ...select, selected_option, action_ts: '1' };
}

function elementIn({ blocks }: Pressable, actionId: string): SlackObject {
  const elements = blocks.flatMap((block) =>
    [...asArray(block.elements), block.accessory].map((element) => ({
      block_id: block.block_id ?? 'b1',
      ...asObject(element),
    })),
  );
  const found = elements.find((element) => asObject(element).action_id === actionId);
  if (!found) throw new Error(`no button ${actionId}`);
  return found;
}
