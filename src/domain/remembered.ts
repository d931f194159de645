/** Longer texts are seldom written twice. */
const LONGEST = 100;
const MOST = 2000;

/**
 * The same reading of a cell, remembering the latest texts: a few hundred of them («Høy», «Innen 1.5.24») fill most of a
 * plan of 10 000 rows. `read` must depend on the cell alone, and nobody may change what it gives.
 */
export function remembered<C, T>(read: (cell: C) => T): (cell: C) => T {
  const known = new Map<string, { readonly reading: T }>();
  return (cell) => {
    if (typeof cell !== 'string' || cell.length > LONGEST) return read(cell);
    const before = known.get(cell);
    if (before) return before.reading;

    const reading = read(cell);
    if (known.size >= MOST) known.clear();
    known.set(cell, { reading });
    return reading;
  };
}
