import { asText } from './http.ts';
import { type Refusal, refusal } from './refusal.ts';
import type { SlackObject } from './workspace.ts';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly more: boolean;
  readonly next: string;
}

/**
 * The part of a list that `limit` and `cursor` ask for, or Slack's no to the cursor.
 * @param nameOf names an item, so that a cursor still points at it when the list has grown
 */
export function pageOf<Item>(
  list: readonly Item[],
  args: SlackObject,
  nameOf: (item: Item) => string,
  most = 1000,
): Page<Item> | Refusal {
  const limit = Math.min(Number(args.limit) || 100, most);
  const cursor = asText(args.cursor);
  const name = /^next:(.+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1];
  const from = cursor === '' ? 0 : list.findIndex((item) => nameOf(item) === name);
  if (from < 0) return refusal('invalid_cursor');

  const following = list[from + limit];
  const next = following === undefined ? '' : Buffer.from(`next:${nameOf(following)}`).toString('base64');
  return { items: list.slice(from, from + limit), more: following !== undefined, next };
}
