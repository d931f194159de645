import { fits, type Matcher } from './matcher.ts';
import { driveProblem, errorInfo, type GoogleProblem, quotaProblem, sheetsProblem } from './problem.ts';
import { quotaOf } from './quotas.ts';
import type { LoggedRequest } from './route.ts';

/**
 * Trouble to make. `reset` cuts the connection, `silence` never answers, `slow` answers after `ms`. What ends in
 * `after-commit` does as it was asked first, so that whoever asked cannot know; `truncated` breaks off in the answer.
 */
export type Fault =
  | { readonly kind: 'quota'; readonly retryAfter?: number }
  | { readonly kind: 'drive-quota' | 'unavailable' | 'api-disabled' | 'reset' | 'silence' }
  | { readonly kind: 'unavailable-after-commit' | 'reset-after-commit' | 'truncated' }
  | { readonly kind: 'slow'; readonly ms: number };

/** Which requests it meets: those of one service or method or all, the next one or the next `times`. */
export interface FaultPlan {
  readonly on?: Matcher;
  readonly times?: number;
}

/** The switches: faults in the order they were asked for, each until it is used up. */
export interface Faults {
  add(fault: Fault, plan: FaultPlan): void;
  /** Takes back what is not used up. */
  clear(): void;
  /** The fault this request meets, or null. */
  next(request: LoggedRequest): Fault | null;
}

export function faultSwitches(): Faults {
  const waiting: { readonly fault: Fault; readonly on: Matcher | undefined; left: number }[] = [];
  return {
    add(fault, { on, times = 1 }) {
      waiting.push({ fault, on, left: times });
    },
    clear() {
      waiting.length = 0;
    },
    next(request) {
      const hit = waiting.find(({ on, left }) => left > 0 && (on === undefined || fits(on, request)));
      if (!hit) return null;
      hit.left--;
      return hit.fault;
    },
  };
}

/** The answer of a fault that is one, in place of doing as asked. */
export function faultProblem(fault: Fault, request: LoggedRequest): GoogleProblem | null {
  switch (fault.kind) {
    case 'quota':
      return quotaProblem(
        request.call && quotaOf(request.call) === 'writes' ? 'Write' : 'Read',
        'user',
        fault.retryAfter,
      );
    case 'drive-quota':
      return driveProblem(403, 'userRateLimitExceeded', 'User Rate Limit Exceeded');
    case 'unavailable':
      return unavailable();
    case 'api-disabled':
      return sheetsProblem(
        403,
        'PERMISSION_DENIED',
        'Google Sheets API has not been used in project 1 before or it is disabled.',
        [errorInfo('SERVICE_DISABLED')],
      );
    default:
      return null;
  }
}

export const unavailable = (): GoogleProblem =>
  sheetsProblem(503, 'UNAVAILABLE', 'The service is currently unavailable.');
