import type { Cell } from '#src/workbook/workbook.ts';

/** Those who are to hear something each: channels, or persons with a direct conversation each. */
export type RecipientKind = 'channel' | 'person';

/** Slack ids of so many recipients. */
export function inventedIds(kind: RecipientKind, count: number): readonly string[] {
  const prefix = kind === 'channel' ? 'C0' : 'U0';
  return Array.from({ length: count }, (_, index) => `${prefix}MOTTAKER${String(index).padStart(5, '0')}`);
}

/** A plan where each of them answers for one tiltak that is over its deadline. */
export function planOfMany(ids: readonly string[]): Readonly<Record<string, readonly (readonly Cell[])[]>> {
  return {
    Handlingsplan: [
      ['Aktivitet', 'Tiltak', 'Tidsrom', 'Ansvarlig enhet'],
      ...ids.map((_, index) => [
        index === 0 ? '1. Styrke samhandlingen om utskrivningsklare pasienter' : '',
        `1.${index + 1} Utarbeide mal for rapportering, herunder rapporteringsfrekvens på KPI 1-5`,
        'Innen 1.5.24',
        unitName(index),
      ]),
    ],
    Kontakter: [
      ['Navn', 'Alias', 'Type', 'Gruppe', 'E-post', 'Slack', 'Rolle'],
      ...ids.map((id, index) => [unitName(index), '', 'enhet', '', '', id, 'oppdaterer']),
    ],
  };
}

function unitName(index: number): string {
  return `Enhet ${index + 1}`;
}
