import type { Day } from '#src/domain/day.ts';
import type { JudgedKapasitet, JudgedRow } from '#src/domain/kapasitet-judgement.ts';
import { findPlaces, type PlaceSearch } from '#src/domain/kapasitet-places.ts';
import type {
  KapasitetFilter,
  KapasitetQuestion,
  PlaceQuestion,
  UnknownWords,
} from '#src/domain/kapasitet-question.ts';
import type { Kontakt } from '#src/domain/kontakter.ts';
import { nameKey, sameName } from '#src/domain/names.ts';

/** What the question asked for, decided against the sheet. */
export type Asked =
  | { readonly kind: 'nothing'; readonly why: 'no-table' | 'no-rows' }
  | { readonly kind: 'overview'; readonly all: boolean }
  | { readonly kind: 'rows'; readonly filter: KapasitetFilter }
  | { readonly kind: 'find'; readonly search: PlaceSearch }
  /** `kommune` is whose rows to update, when known. */
  | { readonly kind: 'update'; readonly kommune: string | null }
  | { readonly kind: 'unknown'; readonly unknown: UnknownWords }
  | Extract<KapasitetQuestion, { kind: 'ask-again' }>;

export interface Asker {
  /** The kommune the asker speaks for, when known. */
  readonly kommune: string | null;
  readonly kontakter: readonly Kontakt[];
  readonly today: Day;
}

/** Carries out the question: looks for places, and fills in the asker's own kommune where none was named. */
export function decide(question: KapasitetQuestion, judged: JudgedKapasitet, asker: Asker): Asked {
  if (judged.rows.length === 0) return { kind: 'nothing', why: 'no-rows' };
  switch (question.kind) {
    case 'update':
      return { kind: 'update', kommune: question.kommuner[0] ?? asker.kommune };
    case 'find':
      return search(question.find, judged, asker);
    case 'rows':
      return isElsewhere(question.filter, judged.rows)
        ? search(
            { places: 1, kategorier: question.filter.kategorier, near: question.filter.kommuner, from: null },
            judged,
            asker,
          )
        : question;
    default:
      return question;
  }
}

/** The rows the answer is about: of a search those offered, best first, else in the order of the sheet. */
export function rowsAskedFor(asked: Asked, rows: readonly JudgedRow[]): readonly JudgedRow[] {
  switch (asked.kind) {
    case 'overview':
      return rows;
    case 'rows':
      return rows.filter(passing(asked.filter));
    case 'find':
      return asked.search.offers.map(({ judged }) => judged);
    case 'update':
      return rows.filter(({ row }) => asked.kommune !== null && sameName(row.kommune, asked.kommune));
    default:
      return [];
  }
}

function search(find: PlaceQuestion, judged: JudgedKapasitet, { kommune, kontakter, today }: Asker): Asked {
  const near = find.near.length === 0 && kommune !== null ? [kommune] : find.near;
  return { kind: 'find', search: findPlaces(judged, { ...find, near }, kontakter, today) };
}

/** «rehab Orkland» when Orkland has no such places: then the nearest are what the asker is after. */
function isElsewhere(filter: KapasitetFilter, rows: readonly JudgedRow[]): boolean {
  const named = filter.kommuner.length > 0 && filter.kategorier.length > 0;
  return named && !rows.some(passing(filter));
}

function passing({ kommuner, enheter, kategorier, receiving }: KapasitetFilter): (judged: JudgedRow) => boolean {
  const kommuneKeys = new Set(kommuner.map(nameKey));
  const enhetKeys = new Set(enheter.map(nameKey));
  const anywhere = kommuner.length + enheter.length === 0;
  return ({ row }) => {
    if (!anywhere && !kommuneKeys.has(nameKey(row.kommune)) && !enhetKeys.has(nameKey(row.enhet))) return false;
    if (kategorier.length > 0 && (row.kategori === null || !kategorier.includes(row.kategori))) return false;
    return !receiving || row.tarImot === 'ja' || row.tarImot === 'avtale';
  };
}
