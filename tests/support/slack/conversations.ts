import { isRefusal, type Refusal, refusal } from './refusal.ts';
import type { Channel, Workspace } from './workspace.ts';

export type ConversationKind = 'public' | 'private' | 'im';

/** Slack's words for each kind in its scopes. */
const SCOPE_WORD = { public: 'channels', private: 'groups', im: 'im' } as const;

export function kindOf(id: string, channel: Channel | undefined): ConversationKind {
  if (channel?.kind) return channel.kind;
  if (id.startsWith('D')) return 'im';
  return id.startsWith('G') ? 'private' : 'public';
}

/** What a token needs to read or write conversations of a kind; any of them when the conversation is not known. */
export function conversationScopes({ channels }: Workspace, id: string, action: 'read' | 'history'): readonly string[] {
  const channel = channels.get(id);
  if (channel) return [`${SCOPE_WORD[kindOf(id, channel)]}:${action}`];
  return [...Object.values(SCOPE_WORD), 'mpim'].map((word) => `${word}:${action}`);
}

/** The conversation as the bot may see it, or why not: of a private channel it is in, it knows nothing. */
export function visible(workspace: Workspace, id: string): Channel | Refusal {
  const channel = workspace.channels.get(id);
  if (!channel || (!channel.member && kindOf(id, channel) === 'private')) return refusal('channel_not_found');
  return channel;
}

/** The conversation as one the bot may read, or why not. */
export function readable(workspace: Workspace, id: string): Channel | Refusal {
  const channel = visible(workspace, id);
  if (!isRefusal(channel) && !channel.member) return refusal('not_in_channel');
  return channel;
}

/**
 * The id of the conversation that can be written in, or why not. A person's id leads to the direct conversation; nothing
 * stops a message to somebody who is deactivated (python-slack-sdk #1156).
 */
export function writable(workspace: Workspace, to: string): string | Refusal {
  if (/^[UW]/.test(to) && workspace.users.has(to)) return directConversation(workspace, to);
  const channel = visible(workspace, to);
  if (isRefusal(channel)) return channel;
  if (channel.archived) return refusal('is_archived');
  return channel.member ? to : refusal('not_in_channel');
}

/** The direct conversation with a person, begun if need be. */
export function directConversation({ channels }: Workspace, user: string): string {
  const id = `D${user.slice(1)}`;
  if (!channels.has(id)) channels.set(id, { member: true, kind: 'im', user });
  return id;
}
