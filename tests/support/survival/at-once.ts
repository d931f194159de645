/** Does the work for each of them, so many at the same time, and gives what came of it in their order. */
export async function atOnce<Item, Result>(
  count: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const left = items.entries();
  async function worker(): Promise<void> {
    for (const [at, item] of left) results[at] = await work(item);
  }
  await Promise.all(Array.from({ length: count }, worker));
  return results;
}
