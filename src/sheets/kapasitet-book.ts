import type { KapasitetRow } from '#src/domain/kapasitet.ts';
import type { Snapshot } from '#src/workbook/workbook.ts';
import { BookReader, type TabPart } from './book-reader.ts';
import { kapasitetContract, readKapasitet } from './kapasitet.ts';
import type { KommuneLookup } from './kommune-lookup.ts';

/** The workbook of places: one tab. */
export function kapasitetBook(snapshot: Snapshot) {
  const book = new BookReader(snapshot, [kapasitetContract]);
  return {
    book,
    readPlaces: (kommuner: KommuneLookup): TabPart<readonly KapasitetRow[]> =>
      book.read(kapasitetContract, (read) => readKapasitet(read, { kommuner })),
  };
}
