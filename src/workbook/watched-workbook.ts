import type { Clock } from '#src/clock.ts';
import type { Moment } from '#src/domain/day.ts';
import { type RealTime, systemTime } from '#src/real-time.ts';
import { type Inspect, takesAll } from './inspection.ts';
import { asOwnVersion } from './own-version.ts';
import type { Reading, SnapshotMemory } from './reading.ts';
import { restored, trustedFigures } from './trusted-figures.ts';
import { type Snapshot, type Workbook, WorkbookError, type WorkbookTrouble } from './workbook.ts';

/** What keeps a workbook's figures from being followed. */
export interface WatchTrouble {
  /** Norwegian, for those who own the sheet: what is wrong, and what to do. */
  readonly message: string;
  /** What kind of thing it is: another kind is news, though nothing has been in order in between. */
  readonly kind: WorkbookTrouble | 'held' | 'mistake';
  /** It is at the other end, and is expected to pass without anybody doing anything. */
  readonly mayPass: boolean;
  /** How long it has lasted, in milliseconds. */
  readonly lastedMs: number;
  /** Whether there are figures to go by all the same: those that were good last. */
  readonly hasFigures: boolean;
}

/** A workbook that is looked at again and again, and whose last good figures are always at hand. */
export interface WatchedWorkbook {
  /**
   * The figures to go by. Throws {@link WorkbookError} when there are none: it has never been read, and nothing is kept of
   * it. Whoever has figures is never told of trouble this way: old ones that say how old they are serve people better.
   */
  reading(clock: Clock): Promise<Reading>;
  /** What is wrong now; null when all is well, as far as was seen at the last look. */
  trouble(): WatchTrouble | null;
  /** Whether a look has ended: before that, that nothing is wrong is not known to be so. */
  hasLooked(): boolean;
  /** Looks at once, as when somebody has said that there is news. */
  lookNow(): void;
  stop(): void;
}

export interface WatchOptions {
  /** How long a look at the version is trusted, in milliseconds. */
  readonly pollMs: number;
  /** What an earlier process read; null when nothing is kept. */
  readonly memory?: SnapshotMemory | null;
  /** What of a new content to trust. */
  readonly inspect?: Inspect;
  /**
   * The workbook is looked at by itself, and those who ask have their answer from memory. Otherwise it is looked at when
   * somebody asks and the last look is too old.
   */
  readonly inBackground?: boolean;
  readonly time?: RealTime;
  /** Told of what nobody foresaw. */
  readonly onMistake?: (error: unknown) => void;
}

/** The machine's, by a clock that nobody puts back. */
const steadyTime: RealTime = { now: () => performance.now(), sleep: systemTime.sleep };

/** Read this often whatever the version says: it does not follow what formulas such as `TODAY()` come to. Milliseconds. */
const READ_EVERY_MS = 10 * 60_000;
/** So long at least between two looks for the sake of news: people type fast, and the quota is for others, too. Milliseconds. */
const LEAST_MS = 3000;
/** While it cannot be reached, looks become rarer, down to this. */
const RAREST_MS = 60_000;
/** So long those who ask wait for the very first look before they get what is kept, in milliseconds. */
const FIRST_LOOK_MS = 5000;
/** Watches a workbook. Nobody is asked before somebody asks for its figures. */
export function watchWorkbook(workbook: Workbook, options: WatchOptions): WatchedWorkbook {
  const { pollMs, memory = null, inspect = takesAll, inBackground = false, time = steadyTime } = options;
  const trusted = trustedFigures({ inspect, memory, now: () => time.now() });
  /** The figures to go by. */
  let latest: Reading | null = null;
  /** What stands in the workbook, trusted or not, under the version that it was read as. */
  let seen: { readonly version: string; readonly snapshot: Snapshot; readonly at: number } | null = null;
  let trouble: (Told & { readonly since: number }) | null = null;
  /** Why there are no figures; thrown again to those who ask before the next look. */
  let refusal: WorkbookError | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | null = null;
  let failures = 0;
  let hasLooked = false;
  let started = false;
  let napping = new AbortController();
  /** News has come since the last look began, which may have been too early to see it. */
  let hasNews = false;
  const stopped = new AbortController();

  async function look(clock: Clock): Promise<void> {
    try {
      const version = seen && (await workbook.version());
      if (!seen || version !== seen.version || time.now() - seen.at >= READ_EVERY_MS) await read(version);
      if (seen) await takeIn(seen.snapshot, clock());
      failures = 0;
      refusal = null;
    } catch (error) {
      failures += 1;
      trouble = { ...told(error), since: trouble?.since ?? time.now() };
      await fallBack();
      if (latest && !latest.troubled) latest = { ...latest, troubled: true };
      if (!(error instanceof WorkbookError)) throw error;
      refusal = latest ? null : error;
      if (refusal) throw refusal;
    } finally {
      // After trouble too: else everyone who asks would wait as long as the first one did.
      lookedAt = hasNews ? Number.NEGATIVE_INFINITY : time.now();
      looking = null;
      hasLooked = true;
    }
  }

  async function read(version: string | null): Promise<void> {
    const snapshot = await workbook.read(version ?? undefined);
    seen = { version: snapshot.version, snapshot: asOwnVersion(snapshot, seen?.snapshot ?? null), at: time.now() };
  }

  async function takeIn(snapshot: Snapshot, readAt: Moment): Promise<void> {
    const { reading, held } = await trusted.take(snapshot, readAt, latest);
    latest = reading;
    trouble = held && { kind: 'held', mayPass: false, ...held };
    if (!held) memory?.keep(reading);
  }

  /** Figures may come while what is kept is looked up. */
  async function fallBack(): Promise<void> {
    const kept = latest ? null : await restored(memory);
    latest ??= kept;
  }

  function lookOnce(clock: Clock): Promise<void> {
    if (!looking) {
      hasNews = false;
      looking = look(clock);
    }
    return looking;
  }

  /** When the last look began that somebody had asked for by news. */
  let newsAt = Number.NEGATIVE_INFINITY;

  async function goOn(clock: Clock): Promise<void> {
    while (!stopped.signal.aborted) {
      const rarer = Math.min(pollMs * 2 ** Math.min(failures, 10), Math.max(pollMs, RAREST_MS));
      napping = new AbortController();
      if (!hasNews) await time.sleep(rarer, AbortSignal.any([napping.signal, stopped.signal]));
      if (hasNews) {
        const early = newsAt + Math.min(pollMs, LEAST_MS) - time.now();
        if (early > 0) await time.sleep(early, stopped.signal);
        newsAt = time.now();
      }
      if (stopped.signal.aborted) return;
      await lookOnce(clock).catch(noticeMistake);
    }
  }

  function noticeMistake(error: unknown): void {
    if (!(error instanceof WorkbookError)) options.onMistake?.(error);
  }

  async function fromMemory(clock: Clock): Promise<Reading> {
    if (!started) {
      started = true;
      const first = lookOnce(clock);
      void first.catch(noticeMistake).then(() => goOn(clock));
    }
    if (!latest && looking) await inTime(looking);
    await fallBack();
    if (!latest && refusal && time.now() - lookedAt < pollMs) throw refusal;
    if (!latest) await lookOnce(clock);
    return given(latest);
  }

  async function inTime(look: Promise<void>): Promise<void> {
    const enough = new AbortController();
    const done = look.finally(() => enough.abort());
    await Promise.race([done, time.sleep(FIRST_LOOK_MS, enough.signal)]);
  }

  return {
    async reading(clock) {
      if (inBackground) return fromMemory(clock);
      const isOld = time.now() - lookedAt >= pollMs;
      if (!latest || looking || isOld) await lookOnce(clock);
      return given(latest);
    },
    trouble() {
      if (!trouble) return null;
      const { since, ...what } = trouble;
      return { ...what, lastedMs: time.now() - since, hasFigures: latest !== null };
    },
    hasLooked: () => hasLooked,
    lookNow() {
      lookedAt = Number.NEGATIVE_INFINITY;
      hasNews = true;
      napping.abort();
    },
    stop: () => stopped.abort(),
  };
}

/** What people are told of what keeps a look from ending well; a mistake of ours is no less in their way. */
function told(error: unknown): Told {
  if (error instanceof WorkbookError) {
    return { kind: error.trouble, message: error.message, mayPass: error.trouble === 'unavailable' };
  }
  return { kind: 'mistake', message: 'Noe gikk galt hos meg da jeg leste arket. Feilen er logget.', mayPass: false };
}

type Told = Pick<WatchTrouble, 'kind' | 'message' | 'mayPass'>;

/** A look that has not thrown has left something to give. */
function given(reading: Reading | null): Reading {
  if (reading) return reading;
  throw new WorkbookError('unavailable', 'Arket er ikke lest ennå. Prøv igjen om litt.');
}
