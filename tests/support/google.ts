import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { type Fault, type FaultPlan, faultProblem, faultSwitches, type Service } from './google-faults.ts';
import { GoogleProblem } from './google-problem.ts';
import { findRoute } from './google-routes.ts';
import { type GoogleTab, type SpreadsheetSeed, type StoredSpreadsheet, stored } from './google-spreadsheet.ts';
import { type TokenIssuer, tokenIssuer } from './google-token.ts';

/** One request as it arrived. */
interface LoggedRequest {
  readonly service: Service;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

/**
 * Google's token endpoint, Drive and Sheets on a loopback port, as far as the bot uses them: signatures, scopes,
 * sharing, fields masks and error bodies are checked and answered as Google does, so that what passes here is asked
 * the right way there. What it does not imitate it refuses.
 */
export interface StandInGoogle extends Pick<TokenIssuer, 'expireTokens' | 'deleteKey' | 'lastScopes'> {
  /** For GOOGLE_API_ROOT. */
  readonly root: string;
  /** A service-account key file that this stand-in accepts. */
  readonly keyFile: string;
  readonly requests: readonly LoggedRequest[];
  /** Makes trouble for the next request (`times` for more, `on` for one service only). */
  fail(fault: Fault, plan?: FaultPlan): void;
  /** Someone edits: the spreadsheet now holds exactly these tabs, and has a new version. */
  edit(id: string, tabs: readonly GoogleTab[]): void;
  /** Someone changes who may read it. */
  share(id: string, shared: StoredSpreadsheet['shared']): void;
  remove(id: string): void;
  close(): Promise<void>;
}

interface StartOptions {
  readonly spreadsheets: Readonly<Record<string, SpreadsheetSeed>>;
}

export async function startGoogle({ spreadsheets }: StartOptions): Promise<StandInGoogle> {
  const files = new Map(Object.entries(spreadsheets).map(([id, seed]) => [id, stored(seed, 1)]));
  const requests: LoggedRequest[] = [];
  const faults = faultSwitches();

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  const root = await listen(server);
  const tokens = tokenIssuer(`${root}token`);
  const folder = await mkdtemp(join(tmpdir(), 'google-'));
  const keyFile = join(folder, 'nokkel.json');
  await writeFile(keyFile, JSON.stringify(tokens.key));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', root);
    const method = request.method ?? 'GET';
    const route = findRoute(method, path);
    requests.push({ service: route.service, method, path, query });

    const fault = faults.next(route.service);
    if (fault?.kind === 'silence') return;
    if (fault?.kind === 'reset') return void request.socket.resetAndDestroy();
    if (fault?.kind === 'slow') await sleep(fault.ms);

    try {
      const problem = fault && faultProblem(fault);
      if (problem) throw problem;
      if (route.scopes) tokens.check(request.headers.authorization, route.scopes);
      const { params, headers, handle } = route;
      const found = handle({ params, query, body: await text(request), files, tokens });
      send(request, response, 200, found, headers);
    } catch (error) {
      if (!(error instanceof GoogleProblem)) throw error;
      send(request, response, error.status, error.body, error.headers);
    }
  }

  function change(id: string, changes: Partial<StoredSpreadsheet>): void {
    const file = files.get(id);
    if (!file) throw new Error(`The stand-in has no spreadsheet ${id}`);
    files.set(id, { ...file, ...changes, version: file.version + 1 });
  }

  return {
    root,
    keyFile,
    requests,
    fail: (fault, plan = {}) => faults.add(fault, plan),
    edit: (id, tabs) => change(id, { tabs }),
    share: (id, shared) => change(id, { shared }),
    remove: (id) => void files.delete(id),
    expireTokens: tokens.expireTokens,
    deleteKey: tokens.deleteKey,
    lastScopes: tokens.lastScopes,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}

/** Resolves to the root URL, ending in a slash. */
function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
    });
  });
}

/** Packed when the client can unpack it and says so in its name too, which is Google's own odd condition. */
function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const indent = new URL(request.url ?? '/', 'http://localhost').searchParams.get('prettyPrint') === 'false' ? 0 : 2;
  const json = JSON.stringify(body, null, indent);
  const packed = [request.headers['accept-encoding'], request.headers['user-agent']].every((it) =>
    it?.includes('gzip'),
  );
  const encoding = packed ? { 'content-encoding': 'gzip' } : {};
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', ...encoding, ...headers });
  response.end(packed ? gzipSync(json) : json);
}
