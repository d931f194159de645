import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { SlackObject } from './workspace.ts';

/** Reads what a client asks: the address and the body, which comes in any of the three ways clients send one. */
export async function readArguments(request: IncomingMessage): Promise<SlackObject> {
  const inBody = await readBody(request);
  const query = /\?(.*)$/.exec(request.url ?? '')?.[1];
  return query ? { ...Object.fromEntries(new URLSearchParams(query)), ...inBody } : inBody;
}

/** Throws SyntaxError on broken JSON. */
async function readBody(request: IncomingMessage): Promise<SlackObject> {
  const bytes = await buffer(request);
  const type = request.headers['content-type'];
  if (!type || bytes.length === 0) return {};
  if (type.startsWith('application/json')) return asObject(JSON.parse(bytes.toString()));
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(bytes.toString()));
  }
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  return Object.fromEntries(form.entries());
}

export function sendJson(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

/** Arguments that are objects arrive as JSON in a form, and as they are in a JSON body. Throws on broken JSON. */
export function fromJson(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value;
}

/** A yes or no, however it was sent. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === '1' || value === 1;
}

export function asObject(value: unknown): SlackObject {
  return typeof value === 'object' && value !== null ? (value as SlackObject) : {};
}

export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
