import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** Resolves to the root URL, ending in a slash. */
export function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
    });
  });
}

interface Answer {
  readonly status: number;
  /** Undefined for an answer without content. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

interface Manner {
  /** Breaks off in the middle. */
  readonly truncated: boolean;
  readonly mayPack: boolean;
}

/** Packed when the client can unpack it and says so in its name too, which is Google's own odd condition. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body, headers = {} }: Answer,
  { truncated, mayPack }: Manner,
): void {
  if (body === undefined) return void response.writeHead(204, headers).end();
  const indent = new URL(request.url ?? '/', 'http://localhost').searchParams.get('prettyPrint') === 'false' ? 0 : 2;
  const json = Buffer.from(JSON.stringify(body, null, indent));
  const packed =
    mayPack && [request.headers['accept-encoding'], request.headers['user-agent']].every((it) => it?.includes('gzip'));
  const content = packed ? gzipSync(json, { level: 1 }) : json;
  const encoding = packed ? { 'content-encoding': 'gzip' } : {};
  const type = { 'content-type': 'application/json; charset=UTF-8', 'content-length': content.length };
  response.writeHead(status, { ...type, ...encoding, ...headers });
  if (!truncated) return void response.end(content);
  response.write(content.subarray(0, Math.floor(content.length / 2)), () => request.socket.destroy());
}
