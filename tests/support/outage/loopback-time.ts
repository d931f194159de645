import diagnostics from 'node:diagnostics_channel';
import type { EventEmitter } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import type { RealTime } from '#src/real-time.ts';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Time for a bot that speaks over loopback: it moves on when everybody sleeps and every request has been answered. */
export interface LoopbackTime extends RealTime {
  /** Slack is so long about something: time moves on though a request waits for it. */
  heldUp(ms: number): Promise<void>;
}

/** Nobody who has been answered or woken needs more turns than this to get to work, or to fall asleep again. */
const QUIET_TURNS = 12;

/** Until the test is over. */
export function loopbackTime(startMs: number): LoopbackTime {
  const requests = requestsOnTheirWay();
  const sleepers = new Set<Sleeper>();
  let now = startMs;
  let held = 0;
  let stepping = false;
  let over = false;
  onTestFinished(() => {
    over = true;
  });

  async function step(): Promise<void> {
    stepping = true;
    while (sleepers.size > 0 && !over) {
      await quiet();
      const [next] = [...sleepers].sort((one, other) => one.at - other.at);
      if (!next) continue;
      now = Math.max(now, next.at);
      next.wake();
    }
    stepping = false;
  }

  async function quiet(): Promise<void> {
    for (let turns = 0; turns < QUIET_TURNS && !over; turns += 1) {
      await turn();
      if (requests.size > held || isReadingFiles()) turns = -1;
    }
  }

  function sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    const sleeper = { at: now + Math.ceil(ms), wake };
    function wake(): void {
      sleepers.delete(sleeper);
      signal?.removeEventListener('abort', wake);
      resolve();
    }
    signal?.addEventListener('abort', wake);
    sleepers.add(sleeper);
    if (!stepping) void step();
    return promise;
  }

  return {
    now: () => now,
    sleep,
    async heldUp(ms) {
      held += 1;
      await sleep(ms);
      held -= 1;
    },
  };
}

/** Keys are read anew, and modules when they are first needed. */
function isReadingFiles(): boolean {
  return process.getActiveResourcesInfo().some((resource) => resource.startsWith('FSReq'));
}

/** What Node tells of a request. */
interface HttpMessage {
  readonly request: { readonly path: string };
  readonly response: EventEmitter;
}

/** Calls of the Web API and of Google by this process that are not answered yet, as Node tells of them. */
function requestsOnTheirWay(): ReadonlySet<unknown> {
  const requests = new Set<unknown>();
  const listenTo = (name: string, hear: (message: HttpMessage) => void) => {
    const listener = (message: unknown) => hear(message as HttpMessage);
    diagnostics.subscribe(name, listener);
    onTestFinished(() => void diagnostics.unsubscribe(name, listener));
  };
  const listen = (name: string, hear: (request: HttpMessage['request']) => void) =>
    listenTo(name, ({ request }) => hear(request));
  listen('undici:request:create', (request) => {
    if (request.path.startsWith('/api/')) requests.add(request);
  });
  // Google's client speaks by Node's own http. What comes packed is done later than anybody can tell from here.
  const done = (request: unknown) => void requests.delete(request);
  listen('http.client.request.created', (request) => void requests.add(request));
  listen('http.client.request.error', done);
  listenTo('http.client.response.finish', ({ request, response }) => response.once('close', () => done(request)));
  listen('undici:request:trailers', (request) => void requests.delete(request));
  listen('undici:request:error', (request) => void requests.delete(request));
  return requests;
}
