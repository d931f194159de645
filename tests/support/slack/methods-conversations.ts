import { conversationScopes, directConversation, kindOf, readable, visible } from './conversations.ts';
import { asText, isTrue } from './http.ts';
import { type MethodCall, type Methods, TIER } from './method.ts';
import { pageOf } from './paging.ts';
import { isRefusal, refusal } from './refusal.ts';
import { BOT_USER, type Channel, type SlackObject } from './workspace.ts';

const scopes = ({ args, workspace }: MethodCall) => conversationScopes(workspace, asText(args.channel), 'read');

export const conversationMethods: Methods = {
  'conversations.open': {
    scopes: ({ args }) => [asText(args.users).includes(',') ? 'mpim:write' : 'im:write'],
    perMinute: TIER.three,
    run: open,
  },
  'conversations.info': { scopes, required: ['channel'], perMinute: TIER.three, run: info },
  'conversations.list': {
    scopes: ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
    perMinute: TIER.two,
    run: list,
  },
  'conversations.members': { scopes, required: ['channel'], perMinute: TIER.four, run: members },
};

/** Direct conversations with one person each; those with several are not kept here. */
function open({ args, workspace }: MethodCall): SlackObject {
  const user = asText(args.users);
  if (user === '') return refusal('users_list_not_supplied');
  if (user.includes(',')) return refusal('method_not_supported_for_channel_type');
  const known = workspace.users.get(user);
  if (!known) return refusal('user_not_found');
  if (known.deactivated) return refusal('user_disabled');
  const already_open = workspace.channels.has(`D${user.slice(1)}`);
  const id = directConversation(workspace, user);
  const channel = workspace.channels.get(id);
  const opened = isTrue(args.return_im) && channel ? asConversation(id, channel) : { id };
  return { ok: true, ...(already_open ? { no_op: true, already_open } : {}), channel: opened };
}

function info({ args, workspace }: MethodCall): SlackObject {
  const id = asText(args.channel);
  const channel = visible(workspace, id);
  return isRefusal(channel) ? channel : { ok: true, channel: asConversation(id, channel) };
}

function list({ args, workspace, caller }: MethodCall): SlackObject {
  const types = (asText(args.types) || 'public_channel').split(',');
  const words: Readonly<Record<string, readonly [kind: string, scope: string]>> = {
    public_channel: ['public', 'channels:read'],
    private_channel: ['private', 'groups:read'],
    im: ['im', 'im:read'],
    mpim: ['mpim', 'mpim:read'],
  };
  const asked = types.map((type) => words[type]);
  if (asked.includes(undefined)) return refusal('invalid_types');
  const needed = asked.flatMap((word) => (word && !caller.scopes.includes(word[1]) ? [word[1]] : []));
  if (needed.length > 0) return refusal('missing_scope', { needed: needed[0], provided: caller.scopes.join(',') });

  const kinds = asked.map((word) => word?.[0]);
  const found = [...workspace.channels].filter(([id, channel]) => {
    if (isTrue(args.exclude_archived) && channel.archived) return false;
    return kinds.includes(kindOf(id, channel)) && !isRefusal(visible(workspace, id));
  });
  const page = pageOf(found, args, ([id]) => id);
  if (isRefusal(page)) return page;
  const channels = page.items.map(([id, channel]) => asConversation(id, channel));
  return { ok: true, channels, response_metadata: { next_cursor: page.next } };
}

function members({ args, workspace }: MethodCall): SlackObject {
  const channel = readable(workspace, asText(args.channel));
  if (isRefusal(channel)) return channel;
  const active = [...workspace.users].filter(([, user]) => !user.deactivated).map(([id]) => id);
  const others = channel.user ? [channel.user] : (channel.members ?? active);
  const page = pageOf([BOT_USER, ...others], args, (id) => id);
  if (isRefusal(page)) return page;
  return { ok: true, members: page.items, response_metadata: { next_cursor: page.next } };
}

function asConversation(id: string, channel: Channel): SlackObject {
  const kind = kindOf(id, channel);
  if (kind === 'im') return { id, is_im: true, user: channel.user, is_archived: false, is_open: true };
  return {
    id,
    name: channel.name ?? id.toLowerCase(),
    is_channel: kind === 'public',
    is_group: kind === 'private',
    is_private: kind === 'private',
    is_im: false,
    is_archived: channel.archived ?? false,
    is_member: channel.member,
  };
}
