import type { Day } from './day.ts';
import { isKorttidsplass, type JudgedKapasitet, type JudgedRow } from './kapasitet-judgement.ts';
import type { PlaceQuestion } from './kapasitet-question.ts';
import type { Kontakt } from './kontakter.ts';
import { nameKey } from './names.ts';

/** Confirmed free places that could be asked for. */
export interface PlaceOffer {
  readonly judged: JudgedRow;
  readonly ledig: number;
  /** The day they are free, when that is later than asked for. */
  readonly later: Day | null;
  /** As many as asked for, on the day asked for. */
  readonly enough: boolean;
}

/** The answer to a find-a-place question, best first. */
export interface PlaceSearch {
  readonly find: PlaceQuestion;
  readonly offers: readonly PlaceOffer[];
  /** Kommuner that may have such places, but have not confirmed their figures; nearest first. */
  readonly unconfirmed: readonly string[];
  /** Those of them with figures, but not of today. */
  readonly stale: readonly string[];
  /** Those of them without figures. */
  readonly notReported: readonly string[];
  /** Kommuner with such places that take no patients from others. */
  readonly closed: readonly string[];
  /** Kommuner asked about that have no such places in the sheet, free or not. */
  readonly withoutRows: readonly string[];
  /** Kommuner asked about that no kommunegruppe is entered for, so nothing can be said of who is near. */
  readonly withoutGruppe: readonly string[];
}

/**
 * Finds places: those with enough on the day first, then those with fewer or later; within each the kommune asked
 * about, then its kommunegruppe, then the others by name. Øyeblikkelig hjelp only when asked for.
 */
export function findPlaces(
  { rows }: JudgedKapasitet,
  find: PlaceQuestion,
  kontakter: readonly Kontakt[],
  today: Day,
): PlaceSearch {
  const { distanceTo, withoutGruppe } = nearness(find.near, kontakter);
  const day = find.from !== null && find.from > today ? find.from : today;
  const fitting = rows
    .filter((judged) => fits(judged, find))
    .map((judged) => ({ judged, distance: distanceTo(judged.row.kommune) }))
    .sort((a, b) => a.distance - b.distance || inNorwegianOrder(a.judged, b.judged));

  const open = fitting.filter(({ judged, distance }) => distance === OWN || judged.row.tarImot !== 'nei');
  const closed = fitting.filter(({ judged, distance }) => distance !== OWN && judged.row.tarImot === 'nei');
  const offers = open.flatMap(({ judged }) => offerOf(judged, find.places, day) ?? []);
  const openKommuner = (having: (judged: JudgedRow) => boolean) =>
    kommunerOf(open.map(({ judged }) => judged).filter(having));
  return {
    find,
    offers: [...offers.filter(({ enough }) => enough), ...offers.filter(({ enough }) => !enough)],
    unconfirmed: openKommuner(({ status }) => status !== 'confirmed'),
    stale: openKommuner(({ status }) => status === 'stale'),
    notReported: openKommuner(({ status }) => status === 'not-reported'),
    closed: kommunerOf(closed.map(({ judged }) => judged).filter(hasFree)),
    withoutRows: find.near.filter(
      (kommune) => !fitting.some(({ judged }) => nameKey(judged.row.kommune) === nameKey(kommune)),
    ),
    withoutGruppe,
  };
}

const OWN = 0;
const SAME_GRUPPE = 1;
const OTHER = 2;

function fits({ row }: JudgedRow, { kategorier }: PlaceQuestion): boolean {
  if (row.duplicate) return false;
  if (kategorier.length > 0) return row.kategori !== null && kategorier.includes(row.kategori);
  return isKorttidsplass(row);
}

function offerOf(judged: JudgedRow, places: number, day: Day): PlaceOffer | null {
  const ledig = judged.ledig ?? 0;
  if (!hasFree(judged)) return null;
  const { ledigFra } = judged.row;
  const later = ledigFra !== null && ledigFra > day ? ledigFra : null;
  return { judged, ledig, later, enough: ledig >= places && later === null };
}

function hasFree({ status, ledig }: JudgedRow): boolean {
  return status === 'confirmed' && (ledig ?? 0) > 0;
}

/** How near a kommune is to those asked about, as far as Kontakter (column Gruppe) can tell. */
function nearness(near: readonly string[], kontakter: readonly Kontakt[]) {
  const gruppeOf = new Map(
    kontakter.flatMap(({ navn, aliases, type, gruppe }) =>
      type === 'kommune' && gruppe !== null ? [navn, ...aliases].map((name) => [nameKey(name), nameKey(gruppe)]) : [],
    ),
  );
  const own = new Set(near.map(nameKey));
  const grupper = new Set([...own].flatMap((kommune) => gruppeOf.get(kommune) ?? []));
  return {
    withoutGruppe: near.filter((kommune) => !gruppeOf.has(nameKey(kommune))),
    distanceTo(kommune: string): number {
      const key = nameKey(kommune);
      if (own.has(key)) return OWN;
      return grupper.has(gruppeOf.get(key) ?? '') ? SAME_GRUPPE : OTHER;
    },
  };
}

function inNorwegianOrder(a: JudgedRow, b: JudgedRow): number {
  return a.row.kommune.localeCompare(b.row.kommune, 'nb');
}

function kommunerOf(rows: readonly JudgedRow[]): readonly string[] {
  const byKey = new Map(rows.map(({ row }) => [nameKey(row.kommune), row.kommune]));
  return [...byKey.values()];
}
