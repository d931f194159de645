import type { IncomingMessage, ServerResponse } from 'node:http';
import { blockProblems, tooLongTogether } from './slack-block-kit.ts';
import { asArray, asObject, asText, fromJson, readArguments, sendJson } from './slack-http.ts';
import type { SlackObject, Token, Workspace } from './slack-workspace.ts';

/** What is to go wrong with the next call of a method. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** The connection breaks, before or after Slack has done what it was asked. */
  | { readonly kind: 'reset'; readonly done: boolean }
  /** The answer waits for this. */
  | { readonly kind: 'slow'; readonly until: Promise<unknown> };

interface ApiCall {
  readonly method: string;
  readonly args: SlackObject;
}

/** A method's answer; `retryAfter` makes it a 429. */
type Result = SlackObject | { readonly retryAfter: number };

interface Method {
  readonly token: Token['kind'];
  /** Any one of these will do. */
  readonly scopes: readonly string[];
  readonly run: (args: SlackObject, workspace: Workspace) => Result;
}

/** Slack's Web API: the methods the bot uses, and `unknown_method` for the rest. */
export function webApi(workspace: Workspace, openSocketUrl: () => string) {
  const calls: ApiCall[] = [];
  const faults = new Map<string, Fault[]>();
  const methods: Readonly<Record<string, Method>> = {
    'auth.test': { token: 'bot', scopes: [], run: authTest },
    'chat.postMessage': { token: 'bot', scopes: ['chat:write'], run: postMessage },
    'conversations.open': {
      token: 'bot',
      scopes: ['im:write', 'mpim:write', 'channels:manage'],
      run: openConversation,
    },
    'apps.connections.open': {
      token: 'app',
      scopes: ['connections:write'],
      run: () => ({ ok: true, url: openSocketUrl() }),
    },
  };

  return {
    calls,
    failNext(method: string, fault: Fault): void {
      faults.set(method, [...(faults.get(method) ?? []), fault]);
    },
    async answer(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
      const args = await readArguments(request);
      calls.push({ method: name, args });
      const fault = faults.get(name)?.shift();
      if (fault?.kind === 'status') return sendJson(response, fault.status, { ok: false }, fault.headers);
      if (fault?.kind === 'reset' && !fault.done) return void request.socket.destroy();

      const result = run(methods[name], tokenOf(request, args), args);
      if (fault?.kind === 'reset') return void request.socket.destroy();
      if (fault?.kind === 'slow') await fault.until;
      if ('retryAfter' in result) {
        return sendJson(
          response,
          429,
          { ok: false, error: 'ratelimited' },
          { 'retry-after': String(result.retryAfter) },
        );
      }
      sendJson(response, 200, result);
    },
  };

  function run(method: Method | undefined, token: string, args: SlackObject): Result {
    if (!method) return refusal('unknown_method');
    if (!token) return refusal('not_authed');
    const holder = workspace.tokens.get(token);
    if (!holder) return refusal('invalid_auth');
    if (holder.kind !== method.token) return refusal('not_allowed_token_type');
    if (method.scopes.length > 0 && !method.scopes.some((scope) => holder.scopes.includes(scope))) {
      return { ...refusal('missing_scope'), needed: method.scopes.join(','), provided: holder.scopes.join(',') };
    }
    return method.run(args, workspace);
  }
}

function tokenOf(request: IncomingMessage, args: SlackObject): string {
  return /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? asText(args.token);
}

function refusal(error: string): SlackObject {
  return { ok: false, error };
}

function authTest(): Result {
  return { ok: true, team: 'Prøve', team_id: 'T0PROVE', user: 'samhandlingsbot', user_id: 'U0BOT', bot_id: 'B0BOT' };
}

function openConversation({ users }: SlackObject, { users: known, channels }: Workspace): Result {
  const user = asText(users);
  if (!user) return refusal('users_list_not_supplied');
  if (!known.has(user)) return refusal('user_not_found');
  const id = `D${user.slice(1)}`;
  channels.set(id, { member: true });
  return { ok: true, channel: { id } };
}

function postMessage(args: SlackObject, { channels, posts, limitPosts, clock }: Workspace): Result {
  const channel = asText(args.channel);
  const place = channels.get(channel);
  if (!place) return refusal('channel_not_found');
  if (place.archived) return refusal('is_archived');
  if (!place.member) return refusal('not_in_channel');

  const content = readContent(args);
  if (!('blocks' in content)) return content;

  const last = posts.findLast((post) => post.channel === channel);
  const now = clock.now();
  if (limitPosts && last && now - Number(last.ts) * 1000 < 1000) return { retryAfter: 1 };

  const post = {
    channel,
    // Slack's timestamps name a message, so no two in the workspace are alike.
    ts: `${(now / 1000).toFixed(3)}${String(posts.length).padStart(3, '0')}`,
    text: asText(args.text),
    blocks: asArray(content.blocks).map(asObject),
    thread_ts: asText(args.thread_ts) || null,
    metadata: args.metadata === undefined ? null : fromJson(args.metadata),
    unfurl_links: String(args.unfurl_links ?? true) === 'true',
    unfurl_media: String(args.unfurl_media ?? true) === 'true',
  };
  posts.push(post);
  return { ok: true, channel, ts: post.ts, message: { text: post.text, ts: post.ts, type: 'message' } };
}

/** The blocks, or why Slack refuses what was written. */
function readContent(args: SlackObject): SlackObject {
  let blocks: unknown;
  try {
    blocks = args.blocks === undefined ? [] : fromJson(args.blocks);
  } catch {
    return refusal('invalid_blocks_format');
  }
  if (asText(args.text) === '' && asArray(blocks).length === 0) return refusal('no_text');
  if (asText(args.text).length > 40_000) return refusal('msg_too_long');
  const errors = blockProblems(blocks).map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`);
  if (errors.length > 0) {
    const messages = errors.map((error) => `[ERROR] ${error}`);
    return { ...refusal('invalid_blocks'), errors, response_metadata: { messages } };
  }
  return tooLongTogether(blocks) ? refusal('msg_blocks_too_long') : { blocks };
}
