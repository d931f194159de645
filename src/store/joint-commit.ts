import { setImmediate } from 'node:timers';

/** Does something in a commit, and resolves when it is safe. */
type Commit<Db> = <T>(run: (db: Db) => Promise<T>) => Promise<T>;

interface Part<Db> {
  /** Does it, and returns what tells whoever waits for it. */
  readonly within: (db: Db) => Promise<() => void>;
  readonly alone: () => Promise<void>;
}

export interface JointCommit<Db> {
  readonly write: Commit<Db>;
  /** Resolves when nothing waits to be committed. */
  idle(): Promise<void>;
}

/**
 * Commits together what is written at about the same time, since the disk takes as long for one as for many. Each is told
 * when its own is safe, and not before. What cannot be done together is done one by one, so that what is wrong with one
 * is nobody else's trouble.
 */
export function jointCommit<Db>(alone: Commit<Db>, together: Commit<Db>): JointCommit<Db> {
  let waiting: Part<Db>[] = [];
  let committing: Promise<void> = Promise.resolve();

  async function commit(): Promise<void> {
    const parts = waiting;
    waiting = [];
    const tellAll = parts.length > 1 ? await together((db) => inOrder(parts, db)).catch(() => null) : null;
    if (tellAll) for (const tell of tellAll) tell();
    else for (const part of parts) await part.alone();
  }

  /** After what has come in by then, such as several answers from Slack, has been dealt with. */
  function commitSoon(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    setImmediate(() => resolve(commit()));
    return promise;
  }

  return {
    write<T>(run: (db: Db) => Promise<T>) {
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      waiting.push({
        async within(db) {
          const result = await run(db);
          return () => resolve(result);
        },
        alone: () => alone(run).then(resolve, reject),
      });
      if (waiting.length === 1) committing = Promise.all([committing, commitSoon()]).then(() => undefined);
      return promise;
    },
    idle: () => committing,
  };
}

async function inOrder<Db>(parts: readonly Part<Db>[], db: Db): Promise<readonly (() => void)[]> {
  const told: (() => void)[] = [];
  for (const { within } of parts) told.push(await within(db));
  return told;
}
