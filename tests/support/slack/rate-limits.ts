import type { Clock } from './clock.ts';

/** off: none. posts: one message a second in each conversation. all: also each method's own limit per minute. */
export type Limits = 'off' | 'posts' | 'all';

const MINUTE_MS = 60_000;
const SECOND_MS = 1000;

/** Slack's patience. Every answer is the seconds to wait, or null when the call is let through. */
export function rateLimits(clock: Clock) {
  const minutes = new Map<string, { readonly began: number; calls: number }>();
  const credits = new Map<string, { readonly at: number; readonly ms: number }>();
  let level: Limits = 'off';
  let burst = 1;

  return {
    /** @param posts how many messages a quiet conversation takes at once */
    set(limits: Limits, posts = 1): void {
      level = limits;
      burst = posts;
    },
    /** @param perMinute the limit of the method's tier; null for a method without one */
    call(method: string, perMinute: number | null): number | null {
      if (level !== 'all' || perMinute === null) return null;
      const now = clock.now();
      const known = minutes.get(method);
      const minute = known && now - known.began < MINUTE_MS ? known : { began: now, calls: 0 };
      minutes.set(method, minute);
      if (minute.calls >= perMinute) return Math.max(1, Math.ceil((minute.began + MINUTE_MS - now) / SECOND_MS));
      minute.calls += 1;
      return null;
    },
    post(channel: string): number | null {
      if (level === 'off') return null;
      const now = clock.now();
      const known = credits.get(channel) ?? { at: now, ms: burst * SECOND_MS };
      const ms = Math.min(burst * SECOND_MS, known.ms + now - known.at);
      const enough = ms >= SECOND_MS;
      credits.set(channel, { at: now, ms: enough ? ms - SECOND_MS : ms });
      return enough ? null : Math.max(1, Math.ceil((SECOND_MS - ms) / SECOND_MS));
    },
  };
}
