import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Person } from '../support/google/person.ts';
import { sceneWith } from '../support/google/scene.ts';

const names = Array.from({ length: 12 }, (_, row) => `rad ${row}`);

const change = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'move'),
  at: fc.nat(20),
  count: fc.integer({ min: 1, max: 4 }),
  to: fc.nat(24),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function make(ola: Person, { kind, at, count, to }: Change): void {
  if (kind === 'insert') ola.insertRows('Plan', at, count);
  if (kind === 'delete') ola.deleteRows('Plan', at, count);
  if (kind === 'move' && (to <= at || to >= at + count)) ola.moveRows('Plan', at, count, to);
}

it('whatever people do with the rows, all that hangs on a row follows it', async () => {
  const { google, ola } = await sceneWith([]);
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
      google.edit(ola.book.id, [{ name: 'Plan', rows: names.map((name) => [name]) }]);
      ola.does(...names.flatMap((name, row) => [named(name, row), marked(name, row)]));

      for (const it of changes) make(ola, it);

      const { metadata, namedRanges } = ola.book;
      const where = new Map(ola.read('Plan').flatMap(([name], row) => (name ? [[name, row]] : [])));
      expect(new Map(metadata.map((it) => [it.metadataValue, it.location?.dimensionRange?.startIndex]))).toEqual(where);
      for (const { name, range } of namedRanges) {
        expect(range?.startRowIndex).toBe(where.get((name ?? '').replace('_', ' ')));
      }
    }),
    { numRuns: 150 },
  );
});

const named = (name: string, row: number) => ({
  addNamedRange: {
    namedRange: { name: name.replace(' ', '_'), range: { sheetId: 0, startRowIndex: row, endRowIndex: row + 1 } },
  },
});

const marked = (name: string, row: number) => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataKey: 'rad',
      metadataValue: name,
      visibility: 'DOCUMENT',
      location: { dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: row, endIndex: row + 1 } },
    },
  },
});
