import type { IncomingMessage, ServerResponse } from 'node:http';

/** An address on the bot's port, whatever the query. */
export interface Route {
  readonly path: `/${string}`;
  /** GET and HEAD when left out. */
  readonly methods?: readonly string[];
  /** Answers in full. Never throws: there is nobody to catch it. */
  answer(request: IncomingMessage, response: ServerResponse): void;
}

/** The methods a route is answered to. */
export const methodsOf = ({ methods = ['GET', 'HEAD'] }: Route): readonly string[] => methods;

/** Says that the process is alive, for whatever watches over it. */
export const healthRoute: Route = {
  path: '/health',
  answer: (_, response) => sendJson(response, 200, { status: 'ok' }),
};

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
