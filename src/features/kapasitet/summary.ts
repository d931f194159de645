import type { Moment } from '#src/domain/day.ts';
import type { Fault } from '#src/domain/fault.ts';
import type { Innstillinger } from '#src/domain/innstillinger.ts';
import type { KapasitetRow } from '#src/domain/kapasitet.ts';
import { type JudgedRow, judgeKapasitet, type KapasitetSum, sumKapasitet } from '#src/domain/kapasitet-judgement.ts';
import { findPlaces, type PlaceSearch } from '#src/domain/kapasitet-places.ts';
import {
  type KapasitetFilter,
  type KapasitetQuestion,
  parseKapasitetQuestion,
  type UnknownWords,
} from '#src/domain/kapasitet-question.ts';
import { nameKey } from '#src/domain/names.ts';
import { kapasitetContract } from '#src/sheets/kapasitet-columns.ts';
import type { Model } from '#src/sheets/model.ts';
import type { Question } from '../feature.ts';

/** What the question asked for, decided. */
export type Asked =
  /** Null when the sheet was not found at all. */
  | { readonly kind: 'nothing'; readonly why: 'no-table' | 'no-rows' }
  | { readonly kind: 'overview'; readonly all: boolean }
  | { readonly kind: 'rows'; readonly filter: KapasitetFilter }
  | { readonly kind: 'find'; readonly search: PlaceSearch }
  /** `kommune` is whose row to update, when known. */
  | { readonly kind: 'update'; readonly kommune: string | null }
  | { readonly kind: 'unknown'; readonly unknown: UnknownWords };

/** Everything the answer shows; nothing about how it is shown. */
export interface KapasitetSummary {
  readonly asked: Asked;
  /** The rows the answer is about, in the order of the sheet; of a search, those offered, best first. */
  readonly rows: readonly JudgedRow[];
  readonly sum: KapasitetSum;
  /** Keys of kommuner with several rows in the sheet, whose rows must say which one they are. */
  readonly withSeveralRows: ReadonlySet<string>;
  readonly faults: readonly Fault[];
  readonly rule: Pick<Innstillinger, 'freshHours' | 'weekendsCount'>;
  readonly now: Moment;
  readonly readAt: Moment;
  readonly urls: Model['urls'];
}

/** Decides the answer to `/kapasitet words`. */
export function summariseKapasitet({ words, model, now, unit }: Question): KapasitetSummary {
  const sheetRows = model.kapasitet ?? [];
  const judged = judgeKapasitet(sheetRows, now, model.innstillinger);
  const question = parseKapasitetQuestion(words, sheetRows, model.kontakter, now.day);
  const own = sheetRows.find(({ kommune }) => unit !== null && isSame(kommune, unit))?.kommune ?? null;
  const asked = decide(question);
  const rows = rowsFor(asked, judged.rows);

  return {
    asked,
    rows,
    sum: rows === judged.rows ? judged.sum : sumKapasitet(rows, now.day),
    withSeveralRows: kommunerWithSeveralRows(sheetRows),
    faults: kapasitetFaults(model),
    rule: model.innstillinger,
    now,
    readAt: model.readAt,
    urls: model.urls,
  };

  function decide(question: KapasitetQuestion): Asked {
    if (model.kapasitet === null) return { kind: 'nothing', why: 'no-table' };
    if (sheetRows.length === 0) return { kind: 'nothing', why: 'no-rows' };
    if (question.kind === 'update') return { kind: 'update', kommune: question.kommuner[0] ?? own };
    if (question.kind !== 'find') return question;
    const near = question.find.near.length === 0 && own !== null ? [own] : question.find.near;
    return { kind: 'find', search: findPlaces(judged, { ...question.find, near }, model.kontakter, now.day) };
  }
}

function rowsFor(asked: Asked, rows: readonly JudgedRow[]): readonly JudgedRow[] {
  switch (asked.kind) {
    case 'overview':
      return rows;
    case 'rows':
      return rows.filter(({ row }) => passes(row, asked.filter));
    case 'find':
      return asked.search.offers.map(({ judged }) => judged);
    case 'update':
      return rows.filter(({ row }) => asked.kommune !== null && isSame(row.kommune, asked.kommune));
    default:
      return [];
  }
}

function passes(row: KapasitetRow, { kommuner, enheter, kategorier, receiving }: KapasitetFilter): boolean {
  const here = kommuner.length + enheter.length === 0;
  if (!here && !kommuner.some((k) => isSame(k, row.kommune)) && !enheter.some((e) => isSame(e, row.enhet)))
    return false;
  if (kategorier.length > 0 && (row.kategori === null || !kategorier.includes(row.kategori))) return false;
  return !receiving || row.tarImot === 'ja' || row.tarImot === 'avtale';
}

function kommunerWithSeveralRows(rows: readonly KapasitetRow[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const several = new Set<string>();
  for (const { kommune } of rows) {
    const key = nameKey(kommune);
    (seen.has(key) ? several : seen).add(key);
  }
  return several;
}

function kapasitetFaults({ faults, tabs }: Model): readonly Fault[] {
  const sheets = new Set([
    kapasitetContract.name,
    ...tabs.filter(({ workbook }) => workbook === 'kapasitet').map(({ sheet }) => sheet),
  ]);
  return faults.filter(({ sheet }) => sheets.has(sheet));
}

function isSame(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}
