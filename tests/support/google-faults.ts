import { driveProblem, type GoogleProblem, quotaProblem, sheetsProblem } from './google-problem.ts';

/** `metadata` is the server a machine in Google Cloud asks for tokens, instead of having a key file. */
export type Service = 'token' | 'metadata' | 'drive' | 'sheets';

/** Trouble to make. `reset` cuts the connection, `silence` never answers, `slow` answers after `ms`. */
export type Fault =
  | { readonly kind: 'quota'; readonly retryAfter?: number }
  | { readonly kind: 'drive-quota' | 'unavailable' | 'api-disabled' | 'reset' | 'silence' }
  | { readonly kind: 'slow'; readonly ms: number };

/** Which requests it meets: those of one service or all, the next one or the next `times`. */
export interface FaultPlan {
  readonly on?: Service;
  readonly times?: number;
}

/** The switches: faults in the order they were asked for, each until it is used up. */
export interface Faults {
  add(fault: Fault, plan: FaultPlan): void;
  /** The fault this request meets, or null. */
  next(service: Service): Fault | null;
}

export function faultSwitches(): Faults {
  const waiting: { readonly fault: Fault; readonly on: Service | undefined; left: number }[] = [];
  return {
    add(fault, { on, times = 1 }) {
      waiting.push({ fault, on, left: times });
    },
    next(service) {
      const hit = waiting.find(({ on, left }) => left > 0 && (on ?? service) === service);
      if (!hit) return null;
      hit.left--;
      return hit.fault;
    },
  };
}

/** The body for a fault that is an answer. */
export function faultProblem(fault: Fault): GoogleProblem | null {
  switch (fault.kind) {
    case 'quota':
      return quotaProblem(fault.retryAfter);
    case 'drive-quota':
      return driveProblem(403, 'userRateLimitExceeded', 'User Rate Limit Exceeded');
    case 'unavailable':
      return sheetsProblem(503, 'UNAVAILABLE', 'The service is currently unavailable.');
    case 'api-disabled':
      return sheetsProblem(
        403,
        'PERMISSION_DENIED',
        'Google Sheets API has not been used in project 1 before or it is disabled.',
        'SERVICE_DISABLED',
      );
    default:
      return null;
  }
}
