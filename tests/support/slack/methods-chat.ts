import { readContent } from './content.ts';
import { visible, writable } from './conversations.ts';
import { asText, isTrue } from './http.ts';
import { asMessage } from './message-json.ts';
import type { PostedMessage } from './messages.ts';
import { type MethodCall, type Methods, TIER } from './method.ts';
import { isRefusal, type Refusal, rateLimited, refusal } from './refusal.ts';
import { BOT_USER, type SlackObject } from './workspace.ts';

const scopes = ['chat:write'];

export const chatMethods: Methods = {
  'chat.postMessage': { scopes, required: ['channel'], perMinute: null, run: postMessage },
  'chat.update': { scopes, required: ['channel', 'ts'], perMinute: TIER.three, run: update },
  'chat.delete': { scopes, required: ['channel', 'ts'], perMinute: TIER.three, run: remove },
  'chat.postEphemeral': { scopes, required: ['channel', 'user'], perMinute: TIER.four, run: postEphemeral },
};

function postMessage({ args, workspace }: MethodCall): SlackObject {
  const channel = writable(workspace, asText(args.channel));
  if (isRefusal(channel)) return channel;
  const content = readContent(args);
  if (isRefusal(content)) return content;
  const wait = workspace.limits.post(channel);
  if (wait !== null) return rateLimited(wait);

  const { cut, ...said } = content;
  const post = workspace.messages.add({
    channel,
    user: BOT_USER,
    ...said,
    thread_ts: threadOf({ args, workspace }, channel),
    unfurl_links: isTrue(args.unfurl_links ?? true),
    unfurl_media: isTrue(args.unfurl_media ?? true),
  });
  const warned = cut ? { warning: 'message_truncated', response_metadata: { warnings: ['message_truncated'] } } : {};
  return { ok: true, channel, ts: post.ts, message: asMessage(post, { metadata: true }), ...warned };
}

/** An answer to a message that is gone becomes a message of its own, without a word about it (slack-go #1571). */
function threadOf({ args, workspace: { messages } }: Pick<MethodCall, 'args' | 'workspace'>, channel: string) {
  const head = asText(args.thread_ts);
  return head !== '' && messages.stands(channel, head) ? head : null;
}

function update({ args, workspace }: MethodCall): SlackObject {
  const message = ownMessage({ args, workspace }, 'cant_update_message');
  if (isRefusal(message)) return message;
  if (message.streaming) return refusal('streaming_state_conflict');
  if (asText(args.text).length > 4000) return refusal('msg_too_long');
  const content = readContent(args);
  if (isRefusal(content)) return content;

  const { text, blocks } = content;
  const metadata = args.metadata === undefined ? message.metadata : content.metadata;
  const updated = workspace.messages.update(message, { text, blocks, metadata });
  return { ok: true, channel: updated.channel, ts: updated.ts, text, message: asMessage(updated, { metadata: true }) };
}

function remove({ args, workspace }: MethodCall): SlackObject {
  const message = ownMessage({ args, workspace }, 'cant_delete_message');
  if (isRefusal(message)) return message;
  workspace.messages.remove(message);
  return { ok: true, channel: message.channel, ts: message.ts };
}

/** A message the bot has posted, or why it cannot be touched. */
export function ownMessage(
  { args, workspace }: Pick<MethodCall, 'args' | 'workspace'>,
  notOurs: string,
): PostedMessage | Refusal {
  const channel = visible(workspace, asText(args.channel));
  if (isRefusal(channel)) return channel;
  const message = workspace.messages.find(asText(args.channel), asText(args.ts));
  if (!message || message.tombstone) return refusal('message_not_found');
  return message.user === BOT_USER ? message : refusal(notOurs);
}

function postEphemeral({ args, workspace }: MethodCall): SlackObject {
  const channel = writable(workspace, asText(args.channel));
  if (isRefusal(channel)) return channel;
  const user = asText(args.user);
  const members = workspace.channels.get(channel)?.members;
  if (!workspace.users.has(user) || (members && !members.includes(user))) return refusal('user_not_in_channel');
  const content = readContent(args);
  if (isRefusal(content)) return content;
  if (content.cut) return refusal('msg_too_long');

  const message_ts = workspace.messages.nextTs();
  workspace.ephemerals.push({ channel, user, text: content.text, blocks: content.blocks, message_ts });
  return { ok: true, message_ts };
}
