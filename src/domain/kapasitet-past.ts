import type { JudgedKapasitet, JudgedRow } from './kapasitet-judgement.ts';
import { nameKey } from './names.ts';

/** A kommune's places of one kategori one day, as last read that day. */
export interface KapasitetRecord {
  readonly kommune: string;
  /** Empty when none is chosen; «annet» for a word that is none of ours. */
  readonly kategori: string;
  /** Null when no row says how many there are. */
  readonly plasser: number | null;
  /** Negative when there are more patients than places; null when not reported. */
  readonly ledig: number | null;
  /** Every row of it was confirmed. */
  readonly confirmed: boolean;
}

/**
 * What is worth remembering of the places: one record for each kommune and kategori, without enheter, telephone numbers
 * and remarks. Free places are added up as everywhere else: one enhet's overbelegg takes no place from another.
 */
export function kapasitetRecordsOf({ rows }: JudgedKapasitet): readonly KapasitetRecord[] {
  const counted = rows.filter(({ row }) => !row.duplicate);
  const groups = Map.groupBy(counted, ({ row }) => `${nameKey(row.kommune)}|${kategoriOf(row)}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [recordOf(first, group)] : [];
  });
}

function recordOf({ row }: JudgedRow, group: readonly JudgedRow[]): KapasitetRecord {
  const ledig = group.flatMap((judged) => judged.ledig ?? []);
  const free = ledig.filter((places) => places > 0);
  const plasser = group.flatMap((judged) => judged.row.plasser ?? judged.row.bemannet ?? []);
  return {
    kommune: row.kommune,
    kategori: kategoriOf(row),
    plasser: plasser.length === 0 ? null : sum(plasser),
    ledig: ledig.length === 0 ? null : sum(free.length > 0 ? free : ledig),
    confirmed: group.every(({ status }) => status === 'confirmed'),
  };
}

function kategoriOf({ kategori, kategoriText }: JudgedRow['row']): string {
  return kategori ?? (kategoriText === '' ? '' : 'annet');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
