import { conversationScopes, readable } from './conversations.ts';
import { asText, isTrue } from './http.ts';
import { asMessage } from './message-json.ts';
import type { PostedMessage } from './messages.ts';
import { type MethodCall, type Methods, TIER } from './method.ts';
import { pageOf } from './paging.ts';
import { isRefusal, type Refusal, refusal } from './refusal.ts';
import type { SlackObject } from './workspace.ts';

const MOST = 999;

const scopes = ({ args, workspace }: MethodCall) => conversationScopes(workspace, asText(args.channel), 'history');

export const historyMethods: Methods = {
  'conversations.history': { scopes, required: ['channel'], perMinute: TIER.three, run: history },
  'conversations.replies': { scopes, required: ['channel', 'ts'], perMinute: TIER.three, run: replies },
};

/** What stands in the conversation itself, newest first. Answers in threads are in their threads only. */
function history({ args, workspace }: MethodCall): SlackObject {
  const channel = readable(workspace, asText(args.channel));
  if (isRefusal(channel)) return channel;
  const all = workspace.messages.all(asText(args.channel));
  const within = timespan(args);
  if (isRefusal(within)) return within;
  const repliesTo = countReplies(all);
  const standing = all.filter((message) => message.thread_ts === null && within(message)).reverse();
  return answer(standing, args, repliesTo, { pin_count: 0 });
}

/** The message a thread hangs on and its answers, oldest first. Any message of the thread will do as `ts`. */
function replies({ args, workspace }: MethodCall): SlackObject {
  const channel = readable(workspace, asText(args.channel));
  if (isRefusal(channel)) return channel;
  const named = workspace.messages.find(asText(args.channel), asText(args.ts));
  if (!named) return refusal('thread_not_found');
  const within = timespan(args);
  if (isRefusal(within)) return within;
  const head = named.thread_ts ?? named.ts;
  const all = workspace.messages.all(asText(args.channel));
  const thread = all.filter(({ ts, thread_ts }) => ts === head || thread_ts === head);
  return answer(
    thread.filter((message) => message.ts === head || within(message)),
    args,
    countReplies(thread),
  );
}

function answer(
  messages: readonly PostedMessage[],
  args: SlackObject,
  repliesTo: ReadonlyMap<string, number>,
  more: SlackObject = {},
): SlackObject {
  const page = pageOf(messages, args, ({ ts }) => ts, MOST);
  if (isRefusal(page)) return page;
  const metadata = isTrue(args.include_all_metadata);
  return {
    ok: true,
    messages: page.items.map((message) => {
      const reply_count = repliesTo.get(message.ts);
      const thread = reply_count === undefined ? {} : { thread_ts: message.ts, reply_count };
      return { ...asMessage(message, { metadata }), ...thread };
    }),
    has_more: page.more,
    ...more,
    ...(page.more ? { response_metadata: { next_cursor: page.next } } : {}),
  };
}

function countReplies(messages: readonly PostedMessage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { thread_ts } of messages) {
    if (thread_ts !== null) counts.set(thread_ts, (counts.get(thread_ts) ?? 0) + 1);
  }
  return counts;
}

/** `oldest` and `latest` leave out the messages they name, unless `inclusive`. */
function timespan(args: SlackObject): ((message: PostedMessage) => boolean) | Refusal {
  const inclusive = isTrue(args.inclusive);
  const oldest = micros(args.oldest);
  const latest = micros(args.latest);
  if (Number.isNaN(oldest)) return refusal('invalid_ts_oldest');
  if (Number.isNaN(latest)) return refusal('invalid_ts_latest');
  return ({ ts }) => {
    const at = Number(micros(ts));
    if (oldest !== null && (inclusive ? at < oldest : at <= oldest)) return false;
    return latest === null || (inclusive ? at <= latest : at < latest);
  };
}

/** A timestamp in microseconds, which are whole numbers: null for none, NaN for what is not one. */
function micros(ts: unknown): number | null {
  if (ts === undefined || ts === '') return null;
  const [, seconds, fraction = ''] = /^(\d+)(?:\.(\d{0,6}))?$/.exec(String(ts)) ?? [];
  return seconds === undefined ? Number.NaN : Number(seconds) * 1e6 + Number(fraction.padEnd(6, '0'));
}
