import type { Day, Moment } from './day.ts';

export const KATEGORIER = [
  'korttid utredning/behandling',
  'rehabilitering',
  'avlastning',
  'lindrende',
  'skjermet',
  'smitte',
  'øhd',
  'overgangsplass',
] as const;
export type Kategori = (typeof KATEGORIER)[number];

export type TarImot = 'ja' | 'nei' | 'avtale';

/** One row of the tab Kapasitet, as the kommune wrote it. Numbers are places; null = blank. */
export interface KapasitetRow {
  readonly kommune: string;
  readonly enhet: string;
  /** Null when the cell is blank. */
  readonly kategori: Kategori | null;
  /** As written, also when it is none of ours. */
  readonly kategoriText: string;
  readonly plasser: number | null;
  readonly bemannet: number | null;
  readonly belagt: number | null;
  readonly reservert: number | null;
  readonly stengt: number | null;
  readonly ledigFra: Day | null;
  readonly tarImot: TarImot | null;
  readonly forbehold: string;
  readonly kontakt: string;
  readonly oppdatert: Moment | null;
  /** Where the stamp stands (`Kapasitet!M6`) when something is written there that is no moment; else null. */
  readonly unreadableStamp: string | null;
  /** Where «Ledig fra dato» stands, when it cannot be read: nobody knows from when its places are free. */
  readonly unreadableFrom: string | null;
  readonly merknad: string;
  /** A number in the row could not be read, so nothing can be computed from it. */
  readonly unreadable: boolean;
  /** The same kommune, enhet and kategori stand further up: shown, but its places are not counted twice. */
  readonly duplicate: boolean;
  /** `Kapasitet!A5`. */
  readonly cell: string;
}
