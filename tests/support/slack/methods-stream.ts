import { readBlocks } from './content.ts';
import { kindOf, writable } from './conversations.ts';
import { asArray, asObject, asText, fromJson } from './http.ts';
import { asMessage } from './message-json.ts';
import type { PostedMessage } from './messages.ts';
import { type MethodCall, type Methods, TIER } from './method.ts';
import { ownMessage } from './methods-chat.ts';
import { isRefusal, type Refusal, rateLimited, refusal } from './refusal.ts';
import { BOT_USER, type SlackObject } from './workspace.ts';

const scopes = ['chat:write'];

export const streamMethods: Methods = {
  'chat.startStream': { scopes, required: ['channel'], perMinute: TIER.two, run: start },
  'chat.appendStream': { scopes, required: ['channel', 'ts'], perMinute: TIER.four, run: append },
  'chat.stopStream': { scopes, required: ['channel', 'ts'], perMinute: TIER.two, run: stop },
};

const MOST_MARKDOWN = 12_000;

function start({ args, workspace }: MethodCall): SlackObject {
  const channel = writable(workspace, asText(args.channel));
  if (isRefusal(channel)) return channel;
  const direct = kindOf(channel, workspace.channels.get(channel)) === 'im';
  if (!direct && asText(args.recipient_user_id) === '') return refusal('missing_recipient_user_id');
  if (!direct && asText(args.recipient_team_id) === '') return refusal('missing_recipient_team_id');
  const text = readWords(args);
  if (isRefusal(text)) return text;
  const wait = workspace.limits.post(channel);
  if (wait !== null) return rateLimited(wait);
  const thread_ts = asText(args.thread_ts) || null;
  const { ts } = workspace.messages.add({ channel, user: BOT_USER, text, thread_ts, streaming: true });
  return { ok: true, channel, ts };
}

function append({ args, workspace }: MethodCall): SlackObject {
  const message = streaming({ args, workspace });
  if (isRefusal(message)) return message;
  const text = readWords(args);
  if (isRefusal(text)) return text;
  if (text === '' && args.chunks === undefined) return refusal('no_text');
  workspace.messages.update(message, { text: message.text + text });
  return { ok: true, channel: message.channel, ts: message.ts };
}

function stop({ args, workspace }: MethodCall): SlackObject {
  const message = streaming({ args, workspace });
  if (isRefusal(message)) return message;
  const text = readWords(args);
  if (isRefusal(text)) return text;
  const blocks = readBlocks(args);
  if (isRefusal(blocks)) return blocks;
  const whole = { text: message.text + text, blocks, streaming: false };
  const metadata = args.metadata === undefined ? {} : { metadata: fromJson(args.metadata) };
  const stopped = workspace.messages.update(message, { ...whole, ...metadata });
  return { ok: true, channel: stopped.channel, ts: stopped.ts, message: asMessage(stopped, { metadata: true }) };
}

function streaming(call: Pick<MethodCall, 'args' | 'workspace'>): PostedMessage | Refusal {
  const message = ownMessage(call, 'message_not_owned_by_app');
  if (isRefusal(message)) return message;
  return message.streaming ? message : refusal('message_not_in_streaming_state');
}

/** The words that are added, from `markdown_text` or from the chunks that are text. */
function readWords(args: SlackObject): string | Refusal {
  const chunks = args.chunks === undefined ? [] : fromJson(args.chunks);
  if (!Array.isArray(chunks)) return refusal('invalid_chunks');
  const inChunks = asArray(chunks).map((chunk) => asText(asObject(chunk).text));
  const words = asText(args.markdown_text) + inChunks.join('');
  return words.length > MOST_MARKDOWN ? refusal('msg_too_long') : words;
}
