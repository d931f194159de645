import { nameKey } from './names.ts';
import type { TiltakRecord, TiltakState } from './plan-past.ts';

/** One tiltak through the readings that are remembered, whatever number it has had. */
export interface TiltakLife {
  /** Every change up to now, the oldest first. */
  readonly records: readonly TiltakRecord[];
  /** How it is now; null when it is no longer in the plan. */
  readonly current: TiltakState | null;
}

/**
 * Follows every tiltak from the first record until now. Numbers move when a row is put in between, so a tiltak that has
 * taken another's number is followed by its title: else one's deadline would be taken for the other's.
 * @returns in the order of the plan, then those that are gone
 */
export function followTiltak(records: readonly TiltakRecord[], current: readonly TiltakState[]): readonly TiltakLife[] {
  const plan = new LivingPlan();
  for (const reading of Map.groupBy(records, ({ at }) => at).values()) {
    for (const [life, record] of plan.read(reading)) life.records.push(record);
  }
  const order = new Map(current.map(({ key }, index) => [key, index]));
  const missing = plan.there.filter(({ key }) => !order.has(key)).map((last) => ({ ...last, gone: true }));
  for (const [life, state] of plan.read([...current.map((state) => ({ ...state, gone: false })), ...missing])) {
    life.current = state.gone ? null : state;
  }
  const place = ({ current: now }: TiltakLife) => (now && order.get(now.key)) ?? current.length;
  return plan.lives.toSorted((a, b) => place(a) - place(b));
}

type Seen = TiltakState & { readonly gone: boolean };

interface Life {
  readonly records: TiltakRecord[];
  current: TiltakState | null;
  last: Seen;
}

class LivingPlan {
  readonly lives: Life[] = [];
  /** By the key each has, or had when it was taken out. */
  readonly #byKey = new Map<string, Life>();

  /** How those that are in the plan were last seen. */
  get there(): readonly Seen[] {
    return [...this.#byKey.values()].map(({ last }) => last).filter(({ gone }) => !gone);
  }

  /** What changed in one reading, each change with the life it belongs to. */
  read<T extends Seen>(changes: readonly T[]): readonly (readonly [Life, T])[] {
    const before = new Map(changes.map(({ key }) => [key, this.#byKey.get(key)]));
    const kept = heirs(changes, before);
    const inherited = new Set(kept.values());
    for (const { key } of changes) this.#byKey.delete(key);

    return changes.flatMap((seen) => {
      const own = before.get(seen.key);
      const life = seen.gone ? (own && !inherited.has(own) ? own : null) : (kept.get(seen) ?? this.#born(seen));
      if (!life) return [];
      life.last = seen;
      this.#byKey.set(seen.key, life);
      return [[life, seen] as const];
    });
  }

  #born(seen: Seen): Life {
    const life = { records: [], current: null, last: seen };
    this.lives.push(life);
    return life;
  }
}

/**
 * Which life each change goes on with: the one with its key and its title, else one that has lost its title to it, else
 * the one with its key, whose title somebody has edited. One that was taken out comes back under the same title only.
 */
function heirs<T extends Seen>(changes: readonly T[], before: ReadonlyMap<string, Life | undefined>): Map<T, Life> {
  const there = changes.filter(({ gone }) => !gone);
  const byTitle = Map.groupBy(
    [...before.values()].flatMap((life) => life ?? []),
    ({ last }) => nameKey(last.title),
  );
  const kept = new Map<T, Life>();
  const inherited = new Set<Life>();
  const pass = (lifeOf: (seen: T) => Life | undefined) => {
    for (const seen of there) {
      const life = kept.has(seen) ? undefined : lifeOf(seen);
      if (!life || inherited.has(life)) continue;
      kept.set(seen, life);
      inherited.add(life);
    }
  };

  pass(({ key, title }) => {
    const own = before.get(key);
    return own && nameKey(own.last.title) === nameKey(title) ? own : undefined;
  });
  pass(({ title }) => {
    const [only, ...others] = nameKey(title) === '' ? [] : (byTitle.get(nameKey(title)) ?? []);
    return others.length === 0 ? only : undefined;
  });
  pass(({ key }) => {
    const own = before.get(key);
    return own?.last.gone ? undefined : own;
  });
  return kept;
}
