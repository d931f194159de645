import { fits, type Matcher } from './matcher.ts';
import type { LoggedRequest } from './route.ts';

type Moment = 'before' | 'after';
export type Action = (request: LoggedRequest) => void | Promise<void>;

/** What tests let happen right before a request is carried out, or right after, before the answer. */
export interface Hooks {
  /** @param times how often; once when left out. What is returned takes it away again. */
  add(moment: Moment, matcher: Matcher, action: Action, times: number | undefined): () => void;
  run(moment: Moment, request: LoggedRequest): Promise<void>;
}

export function hooks(): Hooks {
  const waiting: { moment: Moment; matcher: Matcher; action: Action; left: number }[] = [];
  return {
    add(moment, matcher, action, times = 1) {
      const hook = { moment, matcher, action, left: times };
      waiting.push(hook);
      return () => {
        hook.left = 0;
      };
    },
    async run(moment, request) {
      for (const hook of waiting) {
        if (hook.moment !== moment || hook.left <= 0 || !fits(hook.matcher, request)) continue;
        hook.left--;
        await hook.action(request);
      }
    },
  };
}
