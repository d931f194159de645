import { type Book, draftOf } from './book.ts';
import { type GoogleTab, toBook } from './seed.ts';

/**
 * Who may read and write a spreadsheet. `bot` is `editor`: the service account may read and write; `reader`: it may
 * only read; `link`: anyone with the link may read; `no`: nobody here.
 */
export type Sharing = 'bot' | 'editor' | 'reader' | 'link' | 'no';

/** A spreadsheet as somebody made and shared it. */
export interface SpreadsheetSeed {
  readonly title: string;
  readonly tabs: readonly GoogleTab[];
  readonly shared?: Sharing;
  /** `xlsx`: an Excel file that lies in Drive as it is. */
  readonly kind?: 'sheets' | 'xlsx';
  /** It lies in a shared drive: Drive tells of it only to those who say they support that. */
  readonly inSharedDrive?: boolean;
}

/** A spreadsheet as it stands now. */
export interface StoredFile {
  readonly book: Book;
  readonly shared: Sharing;
  readonly kind: 'sheets' | 'xlsx';
  readonly inSharedDrive: boolean;
  /** Every version it has had, the newest last. */
  readonly versions: readonly Version[];
}

/** Rises by every change. */
interface Version {
  readonly number: number;
  readonly at: number;
}

export interface Files {
  find(id: string): StoredFile | undefined;
  /** What Drive knows of a file's version, which may be a while behind. */
  seenVersion(file: StoredFile): Version;
  /** Changes a spreadsheet as one whole: when the action throws, nothing has happened. */
  change<T>(id: string, by: Book['by'], action: (draft: Book) => T): T;
  share(id: string, shared: Sharing): void;
  remove(id: string): void;
}

export interface Habits {
  readonly now: () => number;
  /** How long a change is hidden from who asks Drive. */
  readonly driveLagMs: number;
  readonly metadataFollowsSort: boolean;
}

/** @param changed told after every change, and with `trash` when a file is gone */
export function filesOf(
  seeds: Readonly<Record<string, SpreadsheetSeed>>,
  { now, driveLagMs, metadataFollowsSort }: Habits,
  changed: (id: string, state: 'update' | 'trash') => void,
): Files {
  const files = new Map(Object.entries(seeds).map(([id, seed]) => [id, stored(id, seed, now(), metadataFollowsSort)]));

  function put(id: string, changes: Partial<StoredFile>): void {
    const file = existing(id);
    const last = file.versions.at(-1) ?? FIRST;
    // A clock that stands still must not hide a change.
    const version = { number: last.number + 1, at: Math.max(now(), last.at + 1) };
    files.set(id, { ...file, ...changes, versions: [...file.versions, version] });
    changed(id, 'update');
  }

  function existing(id: string): StoredFile {
    const file = files.get(id);
    if (!file) throw new Error(`The stand-in has no spreadsheet ${id}`);
    return file;
  }

  return {
    find: (id) => files.get(id),
    seenVersion({ versions }) {
      const since = now() - driveLagMs;
      const seen = driveLagMs > 0 ? versions.findLast(({ at }) => at <= since) : versions.at(-1);
      return seen ?? versions[0] ?? FIRST;
    },
    change(id, by, action) {
      const draft = draftOf(existing(id).book, by);
      const result = action(draft);
      put(id, { book: draft });
      return result;
    },
    share: (id, shared) => put(id, { shared }),
    remove(id) {
      files.delete(id);
      changed(id, 'trash');
    },
  };
}

function stored(id: string, seed: SpreadsheetSeed, at: number, metadataFollowsSort: boolean): StoredFile {
  const { title, tabs, shared, kind, inSharedDrive } = seed;
  return {
    book: { ...toBook(id, title, tabs), metadataFollowsSort },
    shared: shared ?? 'bot',
    kind: kind ?? 'sheets',
    inSharedDrive: inSharedDrive ?? false,
    versions: [{ ...FIRST, at }],
  };
}

const FIRST: Version = { number: 1, at: 0 };
