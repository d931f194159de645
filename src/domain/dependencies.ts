import type { Tiltak } from './tiltak.ts';

/** A tiltak that waits for something it cannot wait for. */
export interface DependencyFault {
  readonly tiltak: Tiltak;
  readonly kind: 'unknown-nr' | 'circle';
  /** The unknown numbers, or the circle from the tiltak back to itself. */
  readonly nrs: readonly string[];
}

/** Finds references to tiltak that are not in the plan, and tiltak that wait for each other in a circle. */
export function findDependencyFaults(tiltak: readonly Tiltak[]): readonly DependencyFault[] {
  const waiting = tiltak.filter(({ frist }) => frist.dependsOn.length > 0);
  if (waiting.length === 0) return [];
  const mentioned = new Set(waiting.flatMap(({ nr, frist }) => [nr, ...frist.dependsOn]));
  const byNr = new Map(tiltak.flatMap((t) => (t.nr !== null && mentioned.has(t.nr) ? [[t.nr, t] as const] : [])));
  const suspects = neverReady(byNr);
  return waiting.flatMap((t): DependencyFault[] => {
    const unknown = t.frist.dependsOn.filter((nr) => !byNr.has(nr));
    if (unknown.length > 0) return [{ tiltak: t, kind: 'unknown-nr', nrs: unknown }];
    const circle = t.nr !== null && suspects.has(t.nr) ? circleFrom(t.nr, byNr) : null;
    return circle ? [{ tiltak: t, kind: 'circle', nrs: circle }] : [];
  });
}

/** Numbers left when everything that could be done in some order has been taken away: circles, and what waits for them. */
function neverReady(byNr: ReadonlyMap<string, Tiltak>): ReadonlySet<string> {
  const left = new Map<string, Set<string>>();
  const waiting = new Map<string, string[]>();
  const ready: string[] = [];
  for (const [nr, { frist }] of byNr) {
    if (frist.dependsOn.every((other) => !byNr.has(other))) {
      ready.push(nr);
      continue;
    }
    const needs = new Set(frist.dependsOn.filter((other) => byNr.has(other)));
    left.set(nr, needs);
    for (const other of needs) {
      const others = waiting.get(other);
      // Half the plan may wait for one tiltak: a copy for each would take quadratic time.
      if (others) others.push(nr);
      else waiting.set(other, [nr]);
    }
  }

  for (let done = ready.pop(); done !== undefined; done = ready.pop()) {
    left.delete(done);
    for (const nr of waiting.get(done) ?? []) {
      const needs = left.get(nr);
      needs?.delete(done);
      if (needs?.size === 0) ready.push(nr);
    }
  }
  return new Set(left.keys());
}

/** The shortest way from a tiltak back to itself («1.1», «1.2», «1.1»), or null. */
function circleFrom(start: string, byNr: ReadonlyMap<string, Tiltak>): readonly string[] | null {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const nr of queue) {
    for (const next of byNr.get(nr)?.frist.dependsOn ?? []) {
      if (next === start) return [...wayTo(nr, start, cameFrom), start];
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, nr);
      queue.push(next);
    }
  }
  return null;
}

function wayTo(nr: string, start: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const way = [nr];
  for (let at = nr; at !== start; way.unshift(at)) at = cameFrom.get(at) ?? start;
  return way;
}
