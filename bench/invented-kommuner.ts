import type { Workbook } from '#src/workbook/workbook.ts';

const FIRST = 'Lille Stor Nord Sør Øst Vest Ytre Indre Øvre Nedre Gammel Ny Grå Hvit Kvit Mørk Lang Brei Høg Små'.split(
  ' ',
);
const LAST = 'vik dal nes sund fjord ås haug strand mo vang lia berg bygd elv eid voll tangen holt åker stad'.split(
  ' ',
);

/** Names of kommuner that do not exist: «Lillevik», «Lilledal» … At most 400. */
export function inventedKommuner(count: number): readonly string[] {
  return FIRST.flatMap((first) => LAST.map((last) => `${first}${last}`)).slice(0, count);
}

/** The tab Kontakter with these kommuner in groups of ten, and the units that answer for the plan. */
export function kontakterRows(kommuner: readonly string[]): readonly (readonly string[])[] {
  return [
    ['Navn', 'Alias', 'Type', 'Gruppe', 'E-post', 'Slack', 'Rolle'],
    ['Kompetansegruppen', 'Kompetansegruppa', 'enhet', '', '', '', 'oppdaterer'],
    ['Analysegruppen', 'Analysegruppa; Analysegruppe', 'enhet', '', '', '', 'oppdaterer'],
    ['Sykehuset', 'Sjukehuset', 'enhet', '', '', '', 'oppdaterer'],
    ...kommuner.map((navn, index) => [
      navn,
      `${navn} kommune`,
      'kommune',
      `Gruppe ${Math.floor(index / 10) + 1}`,
      '',
      '',
      'leser',
    ]),
  ];
}

/** A workbook with nothing but these, which never changes. */
export function kontakterWorkbook(kommuner: readonly string[]): Workbook {
  const tabs = [{ name: 'Kontakter', rows: kontakterRows(kommuner), merges: [], url: null }];
  return { name: 'Kontakter', version: async () => '1', read: async () => ({ tabs, version: '1' }) };
}
