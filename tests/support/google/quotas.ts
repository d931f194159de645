import { driveProblem, quotaProblem } from './problem.ts';
import type { MethodId } from './route.ts';

export type Quota = 'reads' | 'writes' | 'drive';

/** A minute's worth: Sheets for one service account and for the project, Drive for one account. */
const MOST = {
  reads: { user: 60, project: 300 },
  writes: { user: 60, project: 300 },
  drive: { user: 12_000, project: 12_000 },
} as const;

export interface Quotas {
  /** Counts a request and throws when the minute's share is spent. Refused requests count too. */
  take(method: MethodId): void;
  /** How many have been made in the minute that is now. */
  used(quota: Quota): number;
}

/** @param limited whether anything is refused; it is counted either way */
export function quotasOf(limited: boolean, now: () => number): Quotas {
  const spent = new Map<string, number>();
  const key = (quota: Quota) => `${quota} ${Math.floor(now() / 60_000)}`;

  return {
    take(method) {
      const quota = quotaOf(method);
      if (!quota) return;
      const count = (spent.get(key(quota)) ?? 0) + 1;
      spent.set(key(quota), count);
      const per = count > MOST[quota].user ? 'user' : count > MOST[quota].project ? 'project' : null;
      if (!(limited && per)) return;
      if (quota === 'drive') throw driveProblem(403, 'userRateLimitExceeded', 'User Rate Limit Exceeded');
      throw quotaProblem(quota === 'reads' ? 'Read' : 'Write', per);
    },
    used: (quota) => spent.get(key(quota)) ?? 0,
  };
}

const READS = /\.(get|batchGet|batchGetByDataFilter|search)$/;

export function quotaOf(method: MethodId): Quota | null {
  if (method.startsWith('drive.')) return 'drive';
  if (!method.startsWith('sheets.')) return null;
  return READS.test(method) ? 'reads' : 'writes';
}
