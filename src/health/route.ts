import type { IncomingMessage, ServerResponse } from 'node:http';

/** An address on the bot's port, answered to GET and HEAD, whatever the query. */
export interface Route {
  readonly path: `/${string}`;
  /** Answers in full. Never throws: there is nobody to catch it. */
  answer(request: IncomingMessage, response: ServerResponse): void;
}

/** Says that the process is alive, for whatever watches over it. */
export const healthRoute: Route = {
  path: '/health',
  answer: (_, response) => sendJson(response, 200, { status: 'ok' }),
};

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
