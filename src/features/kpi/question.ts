import type { KpiResult } from '#src/domain/kpi-result.ts';
import { nameKey, nearest } from '#src/domain/names.ts';

/** What the words after /kpi ask for, as the KPIs they are about. */
export type KpiQuestion =
  | { readonly kind: 'all' }
  | { readonly kind: 'one'; readonly result: KpiResult }
  | { readonly kind: 'some'; readonly results: readonly KpiResult[] }
  /** Nothing goes by these words; `suggestion` is the nearest, or null. */
  | { readonly kind: 'unknown'; readonly words: string; readonly suggestion: KpiResult | null };

/** Reads «3», «kpi 3», a name or a part of one. */
export function parseKpiQuestion(words: string, results: readonly KpiResult[]): KpiQuestion {
  const text = words.replace(/\s+/g, ' ').trim();
  if (text === '' || nameKey(text) === 'alle') return { kind: 'all' };

  const nr = nameKey(text.replace(/^(?:kpi(?!-)|nr\.?|nummer)\s*/i, ''));
  const byNr = results.find((result) => nameKey(result.nr) === nr);
  if (byNr) return { kind: 'one', result: byNr };

  const wanted = text.toLowerCase().split(' ');
  const named = results.filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word)));
  const [only] = named;
  if (only) return named.length === 1 ? { kind: 'one', result: only } : { kind: 'some', results: named };
  return { kind: 'unknown', words: text, suggestion: /^\d+$/.test(nr) ? null : nearestKpi(text, results) };
}

/** Compares with whole names and with their words: «reinleggelser» is near a word of «Andel re-innleggelser». */
function nearestKpi(text: string, results: readonly KpiResult[]): KpiResult | null {
  const byText = new Map<string, KpiResult>();
  for (const result of results) {
    for (const part of [result.name, ...result.name.split(' ').filter((word) => word.length > 3)]) {
      if (!byText.has(part)) byText.set(part, result);
    }
  }
  const near = nearest(text, [...byText.keys()]);
  return near === null ? null : (byText.get(near) ?? null);
}
