import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const HEALTH_PATH = '/health';

/** Says that the process is alive, for whatever watches over it. */
export function answerHealth(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ status: 'ok' }));
}

/** A server with nothing but the health route, for when Slack is met over a WebSocket. Rejects when the port is taken. */
export function startHealthServer(port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const isHealth = request.url?.split('?')[0] === HEALTH_PATH;
    if (isHealth) return answerHealth(request, response);
    response.writeHead(404).end();
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve(server));
  });
}

export function portOf(server: Pick<Server, 'address'>): number {
  // A server that listens on a port, not on a path, has an address of this kind.
  return (server.address() as AddressInfo).port;
}
