import { KNOWN_KOMMUNER } from '#src/domain/kommuner.ts';
import type { Kontakt } from '#src/domain/kontakter.ts';
import { nameKey, nearest } from '#src/domain/names.ts';
import type { FaultList } from './fault-list.ts';

/** Knows which kommuner (and kommunegrupper) there are, whatever way they are written. */
export interface KommuneLookup {
  /** The name as Kontakter spells it, or null. */
  find(name: string): string | null;
  /** The name to go on with; one that is unknown is a fault and stays as written. */
  check(name: string, cell: string, faults: FaultList): string;
}

/**
 * @param kontakter the tab Kontakter; it decides alone when it names any kommune
 * @param ownKontakter false when Kontakter are the invented example, but the rows are somebody's own: then every
 *   kommune we know of may be meant
 */
export function kommuneLookup(kontakter: readonly Kontakt[], ownKontakter: boolean): KommuneLookup {
  const named = kontakter.filter(({ type }) => type !== 'enhet');
  const names = named.map(({ navn }) => navn);
  const canonical = new Map(
    named.flatMap(({ navn, aliases }) => [navn, `${navn} kommune`, ...aliases].map((n) => [nameKey(n), navn] as const)),
  );
  // A kommunegruppe needs no row of its own: that a kommune belongs to it is enough.
  for (const { gruppe } of kontakter) {
    if (gruppe !== null && !canonical.has(nameKey(gruppe))) canonical.set(nameKey(gruppe), gruppe);
  }
  const decides = kontakter.some(({ type }) => type === 'kommune') && ownKontakter;
  if (!decides) {
    for (const navn of KNOWN_KOMMUNER) {
      if (!canonical.has(nameKey(navn))) canonical.set(nameKey(navn), navn);
      if (!canonical.has(nameKey(`${navn} kommune`))) canonical.set(nameKey(`${navn} kommune`), navn);
    }
  }
  const candidates = [...new Set([...names, ...canonical.values()])];
  const find = (name: string) => canonical.get(nameKey(name)) ?? null;

  return {
    find,
    check(name, cell, faults) {
      const known = find(name);
      if (known !== null) return known;
      const near = nearest(name, candidates);
      faults.add(
        cell,
        name,
        'en kommune fra Kontakter',
        `Jeg kjenner ikke kommunen «${name}».${near ? ` Mente du ${near}?` : ' Legg den inn i Kontakter.'}`,
      );
      return name;
    },
  };
}
