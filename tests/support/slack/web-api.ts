import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApiCall, type Fault, faultRules, isDone } from './faults.ts';
import { asText, readArguments, sendJson } from './http.ts';
import type { MethodCall, Methods } from './method.ts';
import { blockMethods } from './methods-blocks.ts';
import { chatMethods } from './methods-chat.ts';
import { conversationMethods } from './methods-conversations.ts';
import { fileMethods } from './methods-files.ts';
import { historyMethods } from './methods-history.ts';
import { sessionMethods } from './methods-session.ts';
import { streamMethods } from './methods-stream.ts';
import { userMethods } from './methods-users.ts';
import { viewMethods } from './methods-views.ts';
import { callMoments } from './moments.ts';
import { invalidArguments, isRefusal, rateLimited, refusal } from './refusal.ts';
import type { SlackObject, Workspace } from './workspace.ts';

/** Slack's Web API: the methods the bot uses or will, and `unknown_method` for the rest. */
export function webApi(workspace: Workspace, origin: string, openSocketUrl: () => string, keepCalls: boolean) {
  const calls: ApiCall[] = [];
  const faults = faultRules();
  const moments = callMoments();
  const methods: Methods = {
    ...sessionMethods(openSocketUrl),
    ...chatMethods,
    ...streamMethods,
    ...conversationMethods,
    ...historyMethods,
    ...userMethods,
    ...viewMethods,
    ...fileMethods,
    ...blockMethods,
  };

  return {
    calls,
    faults,
    moments,
    async answer(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
      const args = await readArguments(request).catch((error: unknown) => whyNotRead(error));
      // A client that went away in the middle of asking has asked nothing.
      if (args === null) return void request.socket.destroy();
      if (isRefusal(args)) return sendJson(response, 200, args);
      const call = { method: name, args };
      if (keepCalls) calls.push(call);
      moments.tell('arrived', call);
      await carryOut(call, tokenOf(request, args), response);
    },
  };

  async function carryOut(call: ApiCall, token: string, response: ServerResponse): Promise<void> {
    const fault = faults.take(call);
    if (fault && !isDone(fault)) {
      await fault.until;
      if (fault.kind !== 'slow') return failedAnswer(fault, response, null, call);
    }
    const result = run(call, token);
    if (!isRefusal(result)) moments.tell('committed', call);
    if (fault && isDone(fault)) {
      await fault.until;
      if (fault.kind !== 'slow') return failedAnswer(fault, response, result, call);
    }
    const scopes = workspace.tokens.get(token)?.scopes.join(',');
    send(response, result, scopes === undefined ? {} : { 'x-oauth-scopes': scopes });
    tellAnswered(call, response);
  }

  function failedAnswer(fault: Fault, response: ServerResponse, result: SlackObject | null, call: ApiCall): void {
    if (fault.kind === 'reset') response.socket?.destroy();
    else if (fault.kind === 'cut') cutAnswer(response, JSON.stringify(result));
    else {
      const status = fault.kind === 'status' ? fault.status : 200;
      const error = fault.kind === 'refusal' ? fault.error : status === 429 ? 'ratelimited' : 'service_unavailable';
      sendJson(response, status, refusal(error), fault.kind === 'status' ? fault.headers : {});
      tellAnswered(call, response);
    }
  }

  /** What is sent to one who has gone meanwhile is no answer. */
  function tellAnswered(call: ApiCall, response: ServerResponse): void {
    if (!response.destroyed) moments.tell('answered', call);
  }

  function run({ method: name, args }: ApiCall, token: string): SlackObject {
    const method = methods[name];
    if (!method) return refusal('unknown_method', { req_method: name });
    if (!token) return refusal('not_authed');
    const caller = workspace.tokens.get(token);
    if (!caller) return refusal('invalid_auth');
    if (caller.kind !== (method.token ?? 'bot')) return refusal('not_allowed_token_type');

    const call: MethodCall = { args, workspace, caller, origin };
    const needed = typeof method.scopes === 'function' ? method.scopes(call) : (method.scopes ?? []);
    if (needed.length > 0 && !needed.some((scope) => caller.scopes.includes(scope))) {
      return refusal('missing_scope', { needed: needed.join(','), provided: caller.scopes.join(',') });
    }
    const missing = (method.required ?? []).filter((argument) => args[argument] === undefined || args[argument] === '');
    if (missing.length > 0) return invalidArguments(missing.map((argument) => `missing required field: ${argument}`));
    const wait = workspace.limits.call(name, method.perMinute);
    return wait === null ? method.run(call) : rateLimited(wait);
  }
}

function whyNotRead(error: unknown): SlackObject | null {
  return error instanceof SyntaxError ? refusal('invalid_json') : null;
}

function tokenOf(request: IncomingMessage, args: SlackObject): string {
  return /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? asText(args.token);
}

function send(response: ServerResponse, result: SlackObject, headers: Readonly<Record<string, string>>): void {
  const { retry_after, ...body } = result;
  if (retry_after === undefined) sendJson(response, 200, result, headers);
  else sendJson(response, 429, body, { ...headers, 'retry-after': String(retry_after) });
}

/** Half an answer, and then nothing more. */
function cutAnswer(response: ServerResponse, body: string): void {
  const bytes = Buffer.from(body);
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
}
