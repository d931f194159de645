import { asText, isTrue } from './http.ts';
import { type MethodCall, type Methods, TIER } from './method.ts';
import { pageOf } from './paging.ts';
import { isRefusal, refusal } from './refusal.ts';
import { type SlackObject, TEAM } from './workspace.ts';

export const userMethods: Methods = {
  'users.info': { scopes: ['users:read'], required: ['user'], perMinute: TIER.four, run: info },
  'users.lookupByEmail': {
    scopes: ['users:read.email'],
    required: ['email'],
    perMinute: TIER.three,
    run: lookupByEmail,
  },
  'users.list': { scopes: ['users:read'], perMinute: TIER.two, run: list },
  'usergroups.list': { scopes: ['usergroups:read'], perMinute: TIER.two, run: groups },
  'usergroups.users.list': {
    scopes: ['usergroups:read'],
    required: ['usergroup'],
    perMinute: TIER.two,
    run: groupMembers,
  },
};

function info(call: MethodCall): SlackObject {
  const user = asUser(call, asText(call.args.user));
  return user ? { ok: true, user } : refusal('user_not_found');
}

/** Those who are deactivated are not found by address. */
function lookupByEmail(call: MethodCall): SlackObject {
  const email = asText(call.args.email).toLowerCase();
  const found = [...call.workspace.users].find(([, user]) => user.email?.toLowerCase() === email && !user.deactivated);
  return found ? { ok: true, user: asUser(call, found[0]) } : refusal('users_not_found');
}

function list(call: MethodCall): SlackObject {
  const page = pageOf([...call.workspace.users.keys()], call.args, (id) => id);
  if (isRefusal(page)) return page;
  const members = page.items.map((id) => asUser(call, id));
  return { ok: true, members, response_metadata: { next_cursor: page.next } };
}

/** Addresses are shown only to those with a scope of their own. */
function asUser({ workspace, caller }: MethodCall, id: string): SlackObject | null {
  const user = workspace.users.get(id);
  if (!user) return null;
  const { name, email, deactivated = false } = user;
  const shown = email && caller.scopes.includes('users:read.email') ? { email } : {};
  const profile = { real_name: name, display_name: name, ...shown };
  return { id, team_id: TEAM, name, real_name: name, deleted: deactivated, is_bot: false, profile };
}

function groups({ args, workspace }: MethodCall): SlackObject {
  const usergroups = [...workspace.userGroups].map(([id, { handle, users }]) => {
    const inside = isTrue(args.include_users) ? { users } : {};
    return { id, team_id: TEAM, is_usergroup: true, name: handle, handle, date_delete: 0, ...inside };
  });
  return { ok: true, usergroups };
}

function groupMembers({ args, workspace }: MethodCall): SlackObject {
  const group = workspace.userGroups.get(asText(args.usergroup));
  return group ? { ok: true, users: group.users } : refusal('no_such_subteam');
}
