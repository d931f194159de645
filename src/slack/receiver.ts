import type { Server } from 'node:http';
import { HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Logger } from 'pino';
import { methodsOf, type Route } from '#src/health/route.ts';
import { portOf, startHealthServer } from '#src/health/server.ts';
import { SlackTrouble, tokenTrouble } from './identity.ts';
import { boltLogger } from './logger.ts';
import { isPassing } from './refusal-codes.ts';
import type { SlackSettings } from './settings.ts';

/** How Slack's requests come in. The bot's own routes are served on the settings' port in both ways. */
export interface Entrance {
  readonly receiver: Receiver;
  /** Resolves with the port when Slack can reach the bot. Throws {@link SlackTrouble} or the port's own error. */
  open(): Promise<number>;
  /** Takes no more requests. */
  close(): Promise<void>;
  /** Whether Slack can reach the bot now. */
  isOpen(): boolean;
}

export function entranceFor(settings: SlackSettings, routes: readonly Route[], log: Logger): Entrance {
  return settings.connection.kind === 'http'
    ? httpEntrance(settings.connection.signingSecret, settings.port, routes, log)
    : socketEntrance(settings.connection.appToken, settings, routes, log);
}

function httpEntrance(signingSecret: string, port: number, routes: readonly Route[], log: Logger): Entrance {
  const receiver = new HTTPReceiver({
    signingSecret,
    port,
    logger: boltLogger(log),
    customRoutes: routes.map((route) => ({ path: route.path, method: [...methodsOf(route)], handler: route.answer })),
  });
  let server: Pick<Server, 'address' | 'listening'> | undefined;
  return {
    receiver,
    open: async () => {
      server = await receiver.start(port);
      return portOf(server);
    },
    // Bolt takes it for a mistake to stop what is not running.
    close: async () => {
      if (server?.listening) await receiver.stop();
    },
    isOpen: () => server?.listening === true,
  };
}

function socketEntrance(appToken: string, settings: SlackSettings, routes: readonly Route[], log: Logger): Entrance {
  const pingTimeoutMs = settings.pingTimeoutMs ?? 5000;
  const refusal = Promise.withResolvers<never>();
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    clientPingTimeout: pingTimeoutMs,
    installerOptions: {
      // These are for apps.connections.open alone. An outage must never end the retries: Bolt takes the last failure
      // for a reason to stop reconnecting, and a rejection nobody handles. Only a refused token is final.
      clientOptions: {
        slackApiUrl: settings.apiUrl,
        timeout: 30_000,
        retryConfig: { forever: true, factor: 1.3, minTimeout: pingTimeoutMs / 5, maxTimeout: 30_000, unref: true },
        fetch: async (url, init) => {
          const response = await fetch(url, init);
          const code = response.ok ? await refusalCode(response.clone()) : null;
          if (code) refusal.reject(new SlackTrouble(tokenTrouble('SLACK_APP_TOKEN', platformError(code))));
          return response;
        },
      },
    },
  });
  refusal.promise.catch(() => undefined);

  let health: Server | undefined;
  return {
    receiver,
    open: async () => {
      health = await startHealthServer(settings.port, routes);
      const connected = receiver.start();
      connected.catch(() => undefined);
      await Promise.race([connected, refusal.promise]);
      return portOf(health);
    },
    close: async () => {
      health?.close();
      health = undefined;
      // Bolt's own stop() does not wait for the closing handshake.
      await receiver.client.disconnect();
    },
    isOpen: () => receiver.client.websocket?.isActive() === true,
  };
}

/** Bolt goes on asking for a connection with a token that lacks a scope, and says so in its log only. */
async function refusalCode(response: Response): Promise<string | null> {
  const body: unknown = await response.json().catch(() => null);
  const refused = typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string';
  return refused && !isPassing(String(body.error)) ? String(body.error) : null;
}

function platformError(error: string): WebAPIPlatformError {
  return new WebAPIPlatformError({ ok: false, error });
}
