import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Fault, FaultRule } from './faults.ts';
import { sendJson } from './http.ts';
import { people } from './people.ts';
import { refusal } from './refusal.ts';
import { responseUrls } from './response-urls.ts';
import { socketMode } from './socket-mode.ts';
import { webApi } from './web-api.ts';
import { newWorkspace } from './workspace.ts';

export { postSigned } from './signed-requests.ts';

export type PretendSlack = Awaited<ReturnType<typeof startSlack>>;

interface SlackOptions {
  /** How long an envelope or an event may go unacknowledged before it is sent again; three seconds when left out. */
  readonly ackWithinMs?: number;
  /** Time, in milliseconds since 1970: the machine's own when left out. */
  readonly now?: () => number;
  /** False for very many messages: they are checked and counted (`timesSaid`, `counted`), and forgotten. */
  readonly keepPosts?: boolean;
}

/** Slack's servers on loopback, with one workspace: the bot is started against it and is none the wiser. */
export async function startSlack({ ackWithinMs = 3000, now = Date.now, keepPosts = true }: SlackOptions = {}) {
  const workspace = newWorkspace(now, keepPosts);
  const urls = responseUrls(workspace.clock);
  const server = createServer();
  const sockets = socketMode(server, ackWithinMs);
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const api = webApi(workspace, origin, () => sockets.openUrl(origin.replace('http', 'ws')), keepPosts);
  let unavailable = false;

  server.on('request', (request, response) => {
    const [, area = '', rest = ''] = /^\/(\w+)\/([^?]*)/.exec(request.url ?? '') ?? [];
    if (unavailable) return sendJson(response, 503, refusal('service_unavailable'));
    if (area === 'api') return void api.answer(rest, request, response);
    if (area === 'response') return void urls.answer(rest, request, response);
    if (area === 'upload') return void upload(rest, request, response);
    response.writeHead(404).end();
  });

  async function upload(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await buffer(request);
    const file = workspace.files.get(id);
    if (file) workspace.files.set(id, { ...file, bytes });
    response.writeHead(file ? 200 : 404).end(file ? `OK - ${bytes.length}` : 'file_not_found');
  }

  async function close(): Promise<void> {
    if (!server.listening) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  const { limits, triggers, ...scene } = workspace;
  return {
    ...scene,
    ...people({ workspace, urls, sockets, origin, ackWithinMs }),
    apiUrl: `${origin}/api/`,
    posts: workspace.messages.posts,
    timesSaid: workspace.messages.timesSaid,
    calls: api.calls,
    replies: urls.replies,
    on: api.moments.on,
    when: api.moments.when,
    counted: api.moments.counted,
    connected: sockets.connected,
    connections: sockets.connections,
    disconnect: sockets.disconnect,
    /** Lets a person do something that can open a view; the id that Slack hands out for it. */
    trigger: triggers.create,
    /** Which of Slack's limits apply: none unless a test is about them. */
    limit: limits.set,
    /** Lets something go wrong with the next call of a method. Several wait for one call each, in order. */
    failNext(method: string, fault: Fault): void {
      api.faults.add({ method, times: 1, fault });
    },
    /** Lets something go wrong with the calls a rule fits; what it returns puts an end to it. */
    fail: (rule: FaultRule): (() => void) => api.faults.add(rule),
    /** The whole of Slack is gone: connections are refused, or everything is answered with 503. Sockets break. */
    async gone(how: 'refused' | 'unavailable' = 'refused'): Promise<void> {
      sockets.drop();
      unavailable = how === 'unavailable';
      if (how === 'refused') await close();
    },
    async back(): Promise<void> {
      unavailable = false;
      if (!server.listening) await listen(port);
    },
    async stop(): Promise<void> {
      sockets.close();
      await close();
    },
  };
}
