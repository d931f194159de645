import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { admitted, carriedOut, isProblem } from './answer.ts';
import { credentialFiles } from './credential-files.ts';
import { faultProblem, faultSwitches, unavailable } from './faults.ts';
import { filesOf } from './files.ts';
import { hooks } from './hooks.ts';
import { listen, send } from './http.ts';
import { personAt } from './person.ts';
import { channelsOf } from './push.ts';
import { quotasOf } from './quotas.ts';
import type { LoggedRequest } from './route.ts';
import { findRoute, notFound, serviceOf } from './routes.ts';
import { toBook } from './seed.ts';
import type { StandInGoogle, StartOptions } from './stand-in.ts';
import { federationOf } from './sts.ts';
import { tokenIssuer } from './token.ts';

export type { StandInGoogle } from './stand-in.ts';

export async function startGoogle(options: StartOptions): Promise<StandInGoogle> {
  const { spreadsheets, quotas: limited = false, now = Date.now, push = 'each-change', mayPack = true } = options;
  const requests: LoggedRequest[] = [];
  const faults = faultSwitches();
  const moments = hooks();
  const quotas = quotasOf(limited, now);

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  const root = await listen(server);
  const channels = channelsOf(root, now);
  const { driveLagMs = 0, metadataFollowsSort = false } = options;
  const files = filesOf(spreadsheets, { now, driveLagMs, metadataFollowsSort }, (id, state) => {
    if (push === 'each-change') channels.tell(id, state);
  });
  const tokens = tokenIssuer(`${root}token`);
  const federation = federationOf(root, tokens);
  const world = { root, files, tokens, federation, channels };
  const credentials = await credentialFiles(tokens, federation);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', root);
    const method = request.method ?? 'GET';
    const found = findRoute(method, path);
    const body = await text(request);
    const service = found?.route.service ?? serviceOf(path);
    const logged = { service, call: found?.route.id ?? null, method, path, query, body: parsed(body) };
    requests.push(logged);

    const fault = faults.next(logged);
    if (fault?.kind === 'silence') return;
    if (fault?.kind === 'reset') return void request.socket.resetAndDestroy();
    if (fault?.kind === 'slow') await sleep(fault.ms);

    try {
      const problem = fault && faultProblem(fault, logged);
      if (problem) throw problem;
      if (!found) throw notFound(path);
      const { route, params } = found;
      quotas.take(route.id);
      const call = admitted({ route, params, query, text: body, authorization: request.headers.authorization }, world);
      await moments.run('before', logged);
      const result = carriedOut(route, call);
      await moments.run('after', logged);
      if (fault?.kind === 'reset-after-commit') return void request.socket.resetAndDestroy();
      if (fault?.kind === 'unavailable-after-commit') throw unavailable();
      send(
        request,
        response,
        { status: 200, body: result, headers: route.headers },
        {
          truncated: fault?.kind === 'truncated',
          mayPack,
        },
      );
    } catch (error) {
      if (!isProblem(error)) throw error;
      send(request, response, error, { truncated: false, mayPack });
    }
  }

  return {
    root,
    keyFile: credentials.keyFile,
    federationFile: credentials.federationFile,
    requests,
    fail: (fault, plan = {}) => faults.add(fault, plan),
    noMoreFaults: faults.clear,
    before: (matcher, action, times) => moments.add('before', matcher, action, times),
    after: (matcher, action, times) => moments.add('after', matcher, action, times),
    person: (id) => personAt(files, id),
    edit: (id, tabs) =>
      files.change(id, 'person', (draft) => {
        const { sheets, namedRanges, metadata } = toBook(id, '', tabs);
        Object.assign(draft, { sheets, namedRanges, metadata });
      }),
    share: files.share,
    remove: files.remove,
    notify: (id) => channels.tell(id, 'update'),
    notified: channels.said,
    used: quotas.used,
    expireTokens: tokens.expireTokens,
    deleteKey: tokens.deleteKey,
    lastScopes: tokens.lastScopes,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await credentials.remove();
    },
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
