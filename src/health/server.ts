import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { methodsOf, type Route } from './route.ts';

/** A server with nothing but these routes, for when Slack is met over a WebSocket. Rejects when the port is taken. */
export function startHealthServer(port: number, routes: readonly Route[]): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    const route = routes.find((each) => each.path === path && methodsOf(each).includes(request.method ?? ''));
    if (route) return route.answer(request, response);
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
