/** What one round of speaking may still do. */
export interface Patience {
  /** Whether anything new may be begun: this process still has the right to speak, and nothing has broken down. */
  going(): boolean;
  /** Aborted when nothing new may be begun. */
  readonly signal: AbortSignal;
  /** Until then it waits for what Slack does not take; after that, only for the pace of what it does. Real time. */
  readonly deadline: number;
}

/** Thrown to leave a row exactly as it is, for a later round. */
export class NotNow extends Error {
  override readonly name = 'NotNow';
}
