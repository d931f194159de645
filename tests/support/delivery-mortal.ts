/** When in its life a process dies: at its nth call of something outside itself, before it is carried out or after. */
export interface Death {
  readonly atCall: number;
  readonly when: 'before' | 'after';
}

/** Lets parts be used until death; from then on no call of theirs comes back. */
export interface Mortal {
  /** The same part, with the calls of all it holds counted. */
  living<T extends object>(part: T): T;
  /** Resolves at death. */
  readonly died: Promise<void>;
}

export function mortal({ atCall, when }: Death): Mortal {
  const { promise: died, resolve: die } = Promise.withResolvers<void>();
  let calls = 0;

  async function call(work: () => unknown): Promise<unknown> {
    calls += 1;
    if (calls === atCall && when === 'after') await work();
    if (calls < atCall) return work();
    die();
    return new Promise(() => {});
  }

  function living<T extends object>(part: T): T {
    return new Proxy(part, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value === 'function') return (...args: unknown[]) => call(() => Reflect.apply(value, target, args));
        return typeof value === 'object' && value !== null ? living(value) : value;
      },
    });
  }

  return { living, died };
}
