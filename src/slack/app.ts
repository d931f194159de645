import { App } from '@slack/bolt';
import { healthRoute, type Route } from '#src/health/route.ts';
import { errorCode, errorFacts } from '../error-facts.ts';
import { identify, type SlackIdentity, SlackTrouble } from './identity.ts';
import { type Listeners, listen } from './listen.ts';
import { boltLogger } from './logger.ts';
import { entranceFor } from './receiver.ts';
import type { SlackSettings } from './settings.ts';

/** The bot's connection to one Slack workspace. */
export interface SlackApp {
  /**
   * Connects. Resolves when Slack can reach the bot, with who it is there and the port it listens on. Throws
   * {@link SlackTrouble} when Slack turns the settings down.
   */
  start(): Promise<{ readonly port: number; readonly identity: SlackIdentity }>;
  /** Takes no more questions, and waits (at most ten seconds) until those at hand are answered. */
  stop(): Promise<void>;
  /** Whether Slack can reach the bot now: an open WebSocket, or a port that is listened on. */
  isConnected(): boolean;
}

const STOP_WITHIN_MS = 10_000;
const RESPOND_WITHIN_MS = 30_000;

/**
 * A Bolt app that answers commands, over Socket Mode or HTTP as the settings say. Nothing happens before `start()`.
 * @param routes what else is served on the settings' port, beside `/health`
 */
export function createSlackApp(settings: SlackSettings, listeners: Listeners, routes: readonly Route[] = []): SlackApp {
  const { log } = listeners;
  const entrance = entranceFor(settings, [healthRoute, ...routes], log);
  const identified = Promise.withResolvers<SlackIdentity>();
  const inFlight = new Set<Promise<void>>();

  const app = new App({
    receiver: entrance.receiver,
    logger: boltLogger(log),
    // The token was tried at start. Bolt's own check would ask again for every event, or end the process when it fails.
    authorize: async () => {
      const { botId, userId } = await identified.promise;
      return { botToken: settings.botToken, botId, botUserId: userId };
    },
    convoStore: false,
    clientOptions: { slackApiUrl: settings.apiUrl, fetch: fetchInTime },
  });
  app.use(async ({ next }) => {
    const work = next();
    inFlight.add(work);
    await work.finally(() => inFlight.delete(work));
  });
  app.error(async (error) => log.error({ error: errorFacts(error) }, 'a request from Slack failed'));
  listen(app, listeners);

  return {
    async start() {
      const identity = await identify(settings, log);
      identified.resolve(identity);
      try {
        return { port: await entrance.open(), identity };
      } catch (error) {
        await entrance.close();
        throw startTrouble(error, settings.port);
      }
    },
    isConnected: () => entrance.isOpen(),
    async stop() {
      const deadline = AbortSignal.timeout(STOP_WITHIN_MS);
      const tooLate = new Promise<void>((resolve) => deadline.addEventListener('abort', () => resolve()));
      await Promise.race([Promise.all([entrance.close(), Promise.allSettled(inFlight)]), tooLate]);
    },
  };
}

/** A port that is taken or forbidden is for the one who runs the bot to mend. */
function startTrouble(error: unknown, port: number): unknown {
  const code = errorCode(error);
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return error;
  const what = code === 'EADDRINUSE' ? `Port ${port} er opptatt.` : `Jeg får ikke bruke port ${port}.`;
  return new SlackTrouble(`${what} Sett PORT til en annen.`, { cause: error });
}

/** Bolt sets no time limit on the answers it sends to a response_url. */
function fetchInTime(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  return fetch(url, { signal: AbortSignal.timeout(RESPOND_WITHIN_MS), ...init });
}
