import type { IncomingMessage } from 'node:http';
import type { Route } from './route.ts';

/** What is told by a call that something has changed; answers whether the caller is known. */
export type TakeNotice = (channel: string, secret: string, state: string) => boolean;

/** Google's calls that a file has changed. All they say stands in their headers; whoever is not known learns nothing. */
export function noticeRoute(path: Route['path'], take: TakeNotice): Route {
  return {
    path,
    methods: ['POST'],
    answer(request, response) {
      const of = (name: string) => header(request, `x-goog-${name}`);
      const isKnown = take(of('channel-id'), of('channel-token'), of('resource-state'));
      request.resume();
      response.writeHead(isKnown ? 204 : 404).end();
    },
  };
}

function header({ headers }: IncomingMessage, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}
