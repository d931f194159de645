/** The end of the queue for each key. */
const last = new Map<string, Promise<void>>();

/** Does the work when all that came before it under the same key is done, well or badly. */
export function oneAtATime<T>(key: string, work: () => Promise<T>): Promise<T> {
  const mine = (last.get(key) ?? Promise.resolve()).then(work);
  const end = mine.then(
    () => undefined,
    () => undefined,
  );
  last.set(key, end);
  // Nobody behind in the queue: the key is forgotten, so that the map does not grow.
  void end.then(() => {
    if (last.get(key) === end) last.delete(key);
  });
  return mine;
}
