import type { Books } from '../current-model.ts';
import type { RealTime } from '../real-time.ts';
import type { WorkbookName } from '../sheets/contract.ts';
import type { Inspect } from '../workbook/inspection.ts';
import type { SnapshotMemory } from '../workbook/reading.ts';
import { type WatchedWorkbook, watchWorkbook } from '../workbook/watched-workbook.ts';

/** How workbooks are followed by a bot that goes on running. */
export interface Following {
  /** How long a look at a workbook's version is trusted, in milliseconds. */
  readonly pollMs: number;
  /** Where a workbook's last good reading is kept between runs. */
  readonly memoryFor: (name: WorkbookName, source: string) => SnapshotMemory;
  /** What is far away is looked at by itself, so that nobody who asks has to wait for it. */
  readonly inBackground: boolean;
  /** Told of what nobody foresaw. */
  readonly onMistake: (error: unknown) => void;
  /** The machine's when left out. */
  readonly time?: RealTime | undefined;
}

/** The workbooks that are named and followed; null for one that is not. */
export type WatchedBooks = Readonly<Record<WorkbookName, WatchedWorkbook | null>>;

/** Nothing is looked at before somebody asks. */
export function watchBooks(books: Books, following: Following): WatchedBooks {
  function watch(name: WorkbookName): WatchedWorkbook | null {
    const workbook = books[name];
    if (workbook === null) return null;
    const source = books.sources[name];
    if (source === null) return watchWorkbook(workbook, { pollMs: following.pollMs });
    return watchWorkbook(workbook, {
      pollMs: following.pollMs,
      memory: following.memoryFor(name, source),
      inspect: inspectLazily(name),
      inBackground: following.inBackground && workbook.isRemote === true,
      onMistake: following.onMistake,
      ...(following.time ? { time: following.time } : {}),
    });
  }
  return { handlingsplan: watch('handlingsplan'), kapasitet: watch('kapasitet') };
}

/** What compares is loaded when there is something to compare: the first answer is not to wait for it. */
function inspectLazily(name: WorkbookName): Inspect {
  let inspecting: Promise<(...compared: Parameters<Inspect>) => Awaited<ReturnType<Inspect>>> | null = null;
  return async (...compared) => {
    inspecting ??= import('../sheets/last-good.ts').then(({ lastGood }) => lastGood(name));
    return (await inspecting)(...compared);
  };
}
