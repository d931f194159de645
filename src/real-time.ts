/**
 * Time as the machine has it, in milliseconds since 1970: for leases, back-off, pacing and look-ups. What the domain
 * calls now is another thing (`clock.ts`), which `--dato` moves.
 */
export interface RealTime {
  now(): number;
  /** Resolves after that many milliseconds, or as soon as the signal is aborted. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
