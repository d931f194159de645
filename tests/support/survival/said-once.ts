import type { PostedMessage } from '../slack/messages.ts';
import type { PretendSlack } from '../slack/slack.ts';

/** What is wrong with what stands in Slack, in words; nothing when each of these was said once, and nothing else. */
export function wrongIn({ posts, timesSaid }: Pick<PretendSlack, 'posts' | 'timesSaid'>, due: readonly string[]) {
  const times = due.flatMap((key) => {
    const count = timesSaid.get(key) ?? 0;
    return count === 1 ? [] : [`${key}: said ${count} times`];
  });
  const others = [...timesSaid.keys()].filter((key) => !due.includes(key)).map((key) => `${key}: not to be said`);
  const nameless = posts.filter((post) => keyOf(post) === '').map(({ text }) => `without a key: ${text}`);
  return [...times, ...others, ...nameless, ...outOfPlace(posts)];
}

/** Replies that do not stand in the thread of their message, in order. */
function outOfPlace(posts: readonly PostedMessage[]): readonly string[] {
  const byKey = new Map(posts.map((post) => [keyOf(post), post]));
  return posts.flatMap((post) => {
    const [, head = '', part] = /^(.*?)(?::(\d+))?$/.exec(keyOf(post)) ?? [];
    if (part === undefined) return post.thread_ts === null ? [] : [`${keyOf(post)}: in a thread`];
    const message = byKey.get(head);
    const before = part === '1' ? message : byKey.get(`${head}:${Number(part) - 1}`);
    const isThere = post.channel === message?.channel && post.thread_ts === message.ts;
    return isThere && before && before.ts < post.ts ? [] : [`${keyOf(post)}: out of its place`];
  });
}

/** The key that a post, or a call that posts, carries; '' for none. */
export function keyOf({ metadata }: { readonly metadata?: unknown }): string {
  const read: unknown = typeof metadata === 'string' ? JSON.parse(metadata) : metadata;
  if (typeof read !== 'object' || read === null || !('event_payload' in read)) return '';
  const { event_payload: payload } = read;
  if (typeof payload !== 'object' || payload === null || !('key' in payload)) return '';
  return typeof payload.key === 'string' ? payload.key : '';
}
