import { EventEmitter, once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { blockProblems, tooLongTogether } from './block-kit.ts';
import type { Clock } from './clock.ts';
import { asArray, asObject, asText, readArguments, sendJson } from './http.ts';
import type { SlackObject } from './workspace.ts';

/** An answer as people see it, whichever way it came. */
export interface Reply {
  readonly via: 'ack' | 'response_url';
  readonly text: string;
  readonly blocks: readonly SlackObject[];
  readonly response_type: string;
  readonly replace_original: unknown;
  readonly unfurl_links: unknown;
}

const LIFETIME_MS = 30 * 60_000;
const MOST_USES = 5;

interface ResponseUrl {
  readonly expires: number;
  uses: number;
  readonly waiting: Reply[];
  readonly arrivals: EventEmitter;
}

/** The addresses Slack hands out to be answered at: five uses within 30 minutes. */
export function responseUrls(clock: Clock) {
  const urls = new Map<string, ResponseUrl>();
  const replies: Reply[] = [];

  return {
    replies,
    create(): string {
      const id = `r${urls.size + 1}`;
      urls.set(id, { expires: clock.now() + LIFETIME_MS, uses: 0, waiting: [], arrivals: new EventEmitter() });
      return id;
    },
    async answer(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
      const url = urls.get(id);
      const body = await readArguments(request);
      if (!url || clock.now() > url.expires) return sendJson(response, 404, { ok: false, error: 'expired_url' });
      if (url.uses >= MOST_USES) return sendJson(response, 404, { ok: false, error: 'used_url' });
      if (body.blocks !== undefined && (blockProblems(body.blocks).length > 0 || tooLongTogether(body.blocks))) {
        return sendJson(response, 400, { ok: false, error: 'invalid_blocks' });
      }
      url.uses += 1;
      const reply = toReply('response_url', body);
      replies.push(reply);
      url.waiting.push(reply);
      response.end('ok');
      url.arrivals.emit('reply');
    },
    /** The next answer at this address. Rejects when none has come within five seconds. */
    async next(id: string): Promise<Reply> {
      const url = urls.get(id);
      if (!url) throw new Error(`no response_url ${id}`);
      if (url.waiting.length === 0) await once(url.arrivals, 'reply', { signal: AbortSignal.timeout(5000) });
      const reply = url.waiting.shift();
      if (!reply) throw new Error('no answer');
      return reply;
    },
  };
}

export function toReply(via: Reply['via'], body: SlackObject): Reply {
  return {
    via,
    text: asText(body.text),
    blocks: asArray(body.blocks).map(asObject),
    response_type: asText(body.response_type) || 'ephemeral',
    replace_original: body.replace_original,
    unfurl_links: body.unfurl_links,
  };
}
