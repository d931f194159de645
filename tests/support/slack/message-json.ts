import { asObject } from './http.ts';
import type { PostedMessage } from './messages.ts';
import { BOT_USER, type SlackObject, TEAM } from './workspace.ts';

/** The ids of the app that the bot is, as messages carry them. */
export const BOT = { bot_id: 'B0BOT', app_id: 'A0PROVE' } as const;

/**
 * A message as Slack answers with it.
 * @param metadata whether all of it is told, or only its type (`include_all_metadata`)
 */
export function asMessage(message: PostedMessage, { metadata }: { readonly metadata: boolean }): SlackObject {
  const { ts, text, user, blocks, thread_ts, files } = message;
  const { event_type, event_payload } = asObject(message.metadata);
  return {
    type: 'message',
    ...(message.tombstone ? { subtype: 'tombstone' } : {}),
    user,
    ts,
    text,
    team: TEAM,
    ...(user === BOT_USER ? BOT : {}),
    ...(blocks.length > 0 ? { blocks } : {}),
    ...(thread_ts === null ? {} : { thread_ts }),
    ...(files.length > 0 ? { files: files.map((id) => ({ id })) } : {}),
    ...(event_type ? { metadata: { event_type, ...(metadata ? { event_payload } : {}) } } : {}),
    ...(message.streaming ? { streaming_state: 'in_progress' } : {}),
  };
}
