import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { asArray, asObject, asText } from './slack-http.ts';
import { type Reply, responseUrls, toReply } from './slack-response-urls.ts';
import { socketMode } from './slack-socket-mode.ts';
import { webApi } from './slack-web-api.ts';
import { ASKER, CHANNEL, newWorkspace, SIGNING_SECRET, type SlackObject } from './slack-workspace.ts';

/** How a question reaches the bot: signed to an address, or over its Socket Mode connection when there is none. */
export interface Route {
  readonly to?: string;
  /** Signed with another secret than the bot's. */
  readonly forged?: boolean;
  readonly ageSeconds?: number;
  readonly user?: string;
}

/** What the bot did with a request: its acknowledgement, and the answer when it comes. */
export interface Exchange {
  readonly status: number;
  readonly ack: string;
  readonly responseUrl: string;
  reply(): Promise<Reply>;
}

export type PretendSlack = Awaited<ReturnType<typeof startSlack>>;

/**
 * Slack's servers on loopback, with one workspace: the bot is started against it and is none the wiser.
 * @param ackWithinMs how long an envelope may go unacknowledged before it is sent again
 */
export async function startSlack(ackWithinMs = 3000) {
  const workspace = newWorkspace();
  const urls = responseUrls(workspace.clock);
  const server = createServer();
  const sockets = socketMode(server, ackWithinMs);
  const origin = await new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
  const api = webApi(workspace, () => sockets.openUrl(origin.replace('http', 'ws')));
  server.on('request', (request, response) => {
    const [, area = '', rest = ''] = /^\/(\w+)\/([^?]*)/.exec(request.url ?? '') ?? [];
    if (area === 'api') return void api.answer(rest, request, response);
    if (area === 'response') return void urls.answer(rest, request, response);
    response.writeHead(404).end();
  });

  async function exchange(kind: 'slash_commands' | 'interactive', body: SlackObject, route: Route): Promise<Exchange> {
    const id = urls.create();
    const responseUrl = `${origin}/response/${id}`;
    const payload = { ...body, response_url: responseUrl };
    const { status, ack } = route.to
      ? await postSigned(route.to, kind === 'interactive' ? { payload: JSON.stringify(payload) } : payload, route)
      : await overSocket(kind, payload);
    return {
      status,
      ack,
      responseUrl,
      reply: async () => (ack === '' ? urls.next(id) : toReply('ack', readAck(ack))),
    };
  }

  async function overSocket(kind: 'slash_commands' | 'interactive', payload: SlackObject) {
    const ack = await sockets.deliver(kind, payload);
    const said = ack && Object.keys(ack).length > 0 ? JSON.stringify(ack) : '';
    return { status: ack ? 200 : 504, ack: said };
  }

  const slack = {
    ...workspace,
    apiUrl: `${origin}/api/`,
    calls: api.calls,
    replies: urls.replies,
    failNext: api.failNext,
    connected: sockets.connected,
    connections: sockets.connections,
    disconnect: sockets.disconnect,
    /** Turns «one post a second in each channel» on or off. */
    limitPosts(on: boolean): void {
      workspace.limitPosts = on;
    },
    /** Types a command, and resolves when the bot has acknowledged it. */
    send(command: string, text = '', route: Route = {}): Promise<Exchange> {
      const user_id = route.user ?? ASKER;
      return exchange('slash_commands', { ...WHERE, command, text, user_id, trigger_id: 'x' }, route);
    },
    /** Types a command, and waits for the answer. */
    async command(command: string, text = '', route: Route = {}): Promise<Reply> {
      return (await slack.send(command, text, route)).reply();
    },
    /** Presses a button in an answer, and resolves when the bot has acknowledged it. */
    sendPress(reply: Pick<Reply, 'blocks'>, actionId: string, route: Route = {}): Promise<Exchange> {
      const action = buttonIn(reply, actionId);
      const user = { id: route.user ?? ASKER, team_id: WHERE.team_id };
      const team = { id: WHERE.team_id, domain: WHERE.team_domain };
      const body = { type: 'block_actions', user, team, channel: { id: CHANNEL }, actions: [action], trigger_id: 'x' };
      return exchange('interactive', body, route);
    },
    /** Presses a button in an answer, and waits for what the bot says. */
    async press(reply: Pick<Reply, 'blocks'>, actionId: string, route: Route = {}): Promise<Reply> {
      return (await slack.sendPress(reply, actionId, route)).reply();
    },
    async stop(): Promise<void> {
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return slack;
}

const WHERE = { team_id: 'T0PROVE', team_domain: 'prove', channel_id: CHANNEL, channel_name: 'samhandling' } as const;

/** Sends a request as Slack does, in a form or (for events) as JSON, signed with the time. */
export async function postSigned(
  to: string,
  fields: SlackObject,
  { forged, ageSeconds = 0 }: Route = {},
  json = false,
) {
  const body = json ? JSON.stringify(fields) : new URLSearchParams(asFields(fields)).toString();
  const timestamp = String(Math.floor(Date.now() / 1000) - ageSeconds);
  const secret = forged ? 'en annen hemmelighet' : SIGNING_SECRET;
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const response = await fetch(to, {
    method: 'POST',
    headers: {
      'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
    signal: AbortSignal.timeout(5000),
  });
  return { status: response.status, ack: await response.text() };
}

/** The button as Slack reports it pressed. Throws when the answer has none. */
function buttonIn({ blocks }: Pick<Reply, 'blocks'>, actionId: string): SlackObject {
  const elements = blocks.flatMap((block) => asArray(block.elements).map(asObject));
  const button = elements.find((element) => element.action_id === actionId);
  if (!button) throw new Error(`no button ${actionId}`);
  return { ...button, block_id: 'b1', action_ts: '1' };
}

function asFields(fields: SlackObject): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, asText(value)]));
}

function readAck(ack: string): SlackObject {
  return ack.startsWith('{') ? asObject(JSON.parse(ack)) : { text: ack };
}
