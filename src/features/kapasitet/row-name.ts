import type { KapasitetRow } from '#src/domain/kapasitet.ts';
import { nameKey } from '#src/domain/names.ts';
import { kategoriName, shown } from './phrases.ts';

/**
 * The kommune, and of several rows also the enhet: «Trondheim, Øya helsehus (ØHD)», «Melhus (rehabilitering)». The
 * kategori is left unsaid only where it is plain korttid, or the enhet is called by it: an ordinary place is what a
 * reader takes any other for.
 * @param withSeveralRows keys of kommuner whose rows must say which one they are
 */
export function rowName(row: KapasitetRow, withSeveralRows: ReadonlySet<string>): string {
  const several = withSeveralRows.has(nameKey(row.kommune));
  const enhet = several ? row.enhet : '';
  const kategori = row.kategori ? kategoriName(row.kategori) : row.kategoriText;
  const isPlain = row.kategori === 'korttid utredning/behandling' && !several;
  const isSaid = kategori === '' || isPlain || nameKey(enhet).includes(nameKey(kategori));
  return [
    shown(row.kommune, 40),
    enhet === '' ? '' : `, ${shown(enhet, 40)}`,
    isSaid ? '' : ` (${shown(kategori, 30)})`,
  ].join('');
}
