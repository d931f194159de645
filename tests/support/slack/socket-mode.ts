import { EventEmitter, once } from 'node:events';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { asObject, asText } from './http.ts';
import type { SlackObject } from './workspace.ts';

export type EnvelopeType = 'slash_commands' | 'interactive' | 'events_api';

const MOST_ATTEMPTS = 3;
const MOST_SOCKETS = 10;
const PING_EVERY_MS = 10_000;

/** Slack's end of Socket Mode: each envelope goes to one of the open sockets, and again when nobody acknowledges it. */
export function socketMode(server: Server, ackWithinMs: number) {
  const sockets: WebSocket[] = [];
  /** Asked to leave: they may still acknowledge, but get nothing new. */
  const leaving = new Set<WebSocket>();
  const news = new EventEmitter().setMaxListeners(0);
  const tickets = new Set<string>();
  const wss = new WebSocketServer({ noServer: true });
  let opened = 0;
  let envelopes = 0;
  let turn = 0;

  server.on('upgrade', (request, socket, head) => {
    const ticket = new URL(request.url ?? '', 'ws://slack').searchParams.get('ticket') ?? '';
    // A ticket lets one connection in.
    if (!tickets.delete(ticket)) return socket.destroy();
    wss.handleUpgrade(request, socket, head, welcome);
  });
  const pings = setInterval(() => {
    for (const socket of sockets) socket.ping('Ping from slack');
  }, PING_EVERY_MS).unref();

  function welcome(socket: WebSocket): void {
    socket.on('error', () => socket.terminate());
    if (sockets.length >= MOST_SOCKETS) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }));
      socket.close();
      return;
    }
    sockets.push(socket);
    opened += 1;
    socket.on('close', () => {
      sockets.splice(sockets.indexOf(socket), 1);
      leaving.delete(socket);
    });
    socket.on('message', (data) => {
      const { envelope_id, payload } = asObject(JSON.parse(String(data)));
      news.emit(`ack ${asText(envelope_id)}`, payload);
    });
    const connection_info = { app_id: 'A0PROVE' };
    const debug_info = { host: 'applink-1', approximate_connection_time: 18_060 };
    socket.send(JSON.stringify({ type: 'hello', num_connections: sockets.length, debug_info, connection_info }));
    news.emit('opened');
  }

  function open(): readonly WebSocket[] {
    return sockets.filter((socket) => !leaving.has(socket));
  }

  /** Waits until the bot has connected this many times since the start, and is connected now. */
  async function connected(times = 1): Promise<void> {
    while (open().length === 0 || opened < times) await once(news, 'opened', { signal: AbortSignal.timeout(10_000) });
  }

  /** One attempt: the acknowledgement's payload, or null when the socket closed or the time was up. */
  async function attempt(envelope: SlackObject, id: string): Promise<SlackObject | null> {
    await connected();
    turn += 1;
    const socket = open()[turn % open().length];
    if (!socket) return null;
    const give = new AbortController();
    const outcome = Promise.race([
      once(news, `ack ${id}`, { signal: give.signal }).then(([payload]) => asObject(payload)),
      once(socket, 'close', { signal: give.signal }).then(() => null),
    ]);
    const timer = setTimeout(() => give.abort(), ackWithinMs);
    socket.send(JSON.stringify(envelope));
    try {
      return await outcome;
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
      give.abort();
    }
  }

  return {
    connected,
    connections: () => sockets.length,
    /** An address that lets one connection in. */
    openUrl(origin: string): string {
      const ticket = `t${tickets.size}-${opened}-${Math.random().toString(36).slice(2)}`;
      tickets.add(ticket);
      return `${origin}/link?ticket=${ticket}`;
    },
    /** Sends an envelope, and again with `retry_attempt` when it is not acknowledged. Null when it never was. */
    async deliver(type: EnvelopeType, payload: SlackObject): Promise<SlackObject | null> {
      envelopes += 1;
      const envelope_id = `e${envelopes}`;
      const envelope = { envelope_id, type, payload, accepts_response_payload: type !== 'events_api' };
      for (let retry_attempt = 0; retry_attempt < MOST_ATTEMPTS; retry_attempt += 1) {
        const retry = retry_attempt > 0 ? { retry_attempt, retry_reason: 'timeout' } : {};
        const ack = await attempt({ ...envelope, ...retry }, envelope_id);
        if (ack) return ack;
      }
      return null;
    },
    /** Asks the bot to connect anew, as Slack does when it moves a connection. */
    disconnect(reason: 'warning' | 'refresh_requested'): void {
      for (const socket of sockets) {
        if (reason === 'refresh_requested') leaving.add(socket);
        socket.send(JSON.stringify({ type: 'disconnect', reason }));
      }
    },
    /** Every connection breaks. */
    drop(): void {
      for (const socket of sockets) socket.terminate();
    },
    close(): void {
      clearInterval(pings);
      for (const socket of sockets) socket.terminate();
      wss.close();
    },
  };
}
