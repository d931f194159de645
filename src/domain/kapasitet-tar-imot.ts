import { type CellValue, cellText } from './cell-value.ts';
import type { TarImot } from './kapasitet.ts';
import { nameKey } from './names.ts';

const WORDS: ReadonlyMap<string, TarImot> = new Map([
  ...['ja', 'j', 'x', 'jo', 'sann', 'true', 'jatakk', 'jaalle'].map((word) => [word, 'ja'] as const),
  ...['nei', 'n', 'usann', 'false', 'nåikke', 'ikkenå', 'ikke'].map((word) => [word, 'nei'] as const),
  ...['avtale', 'etteravtale', 'jaetteravtale', 'vedavtale', 'avtales', 'kanavtales', 'måavtales', 'påforespørsel'].map(
    (word) => [word, 'avtale'] as const,
  ),
]);

/** Reads «Tar imot fra andre»: ja (also «x», ✓ and a ticked box), nei or avtale. Blank is null; so is what is not understood. */
export function parseTarImot(cell: CellValue): { readonly value: TarImot | null; readonly understood: boolean } {
  const text = cellText(cell);
  if (/^[-–—]?$/.test(text)) return { value: null, understood: true };
  const value = /^[✓✔☑✅]\uFE0F?$/.test(text) ? 'ja' : (WORDS.get(nameKey(text)) ?? null);
  return { value, understood: value !== null };
}
