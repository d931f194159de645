import type { Day, Moment } from '#src/domain/day.ts';
import { momentInOslo } from '#src/domain/day.ts';
import { DEFAULT_INNSTILLINGER } from '#src/domain/innstillinger.ts';
import type { KapasitetRow } from '#src/domain/kapasitet.ts';
import type { Kontakt } from '#src/domain/kontakter.ts';
import { unitRegister } from '#src/domain/unit-register.ts';
import type { TabResult } from '#src/sheets/fault-list.ts';
import { kapasitetContract, readKapasitet } from '#src/sheets/kapasitet.ts';
import { kommuneLookup } from '#src/sheets/kommune-lookup.ts';
import type { Model } from '#src/sheets/model.ts';
import { readTab } from '#src/sheets/read-tab.ts';
import type { Cell, Merge } from '#src/workbook/workbook.ts';

/** A moment as clocks in Oslo show it: `2024-06-03 08:00`. */
export function oslo(text: string): Moment {
  const [day = '', clock = '00:00'] = text.split(' ');
  const [hours = '0', minutes = '0'] = clock.split(':');
  return momentInOslo(day as Day, Number(hours) * 60 + Number(minutes));
}

/** Monday morning in the example's week. */
export const NOW = oslo('2024-06-03 08:00');

/** A row with one free place, confirmed an hour before {@link NOW}; a test names only what it is about. */
export function aRow(fields: Partial<KapasitetRow> = {}): KapasitetRow {
  return {
    kommune: 'Lillevik',
    enhet: '',
    kategori: null,
    kategoriText: fields.kategori ?? '',
    plasser: 10,
    bemannet: null,
    belagt: 9,
    reservert: null,
    stengt: null,
    ledigFra: null,
    tarImot: 'ja',
    forbehold: '',
    kontakt: '',
    oppdatert: oslo('2024-06-03 07:00'),
    unreadableStamp: null,
    unreadableFrom: null,
    merknad: '',
    unreadable: false,
    duplicate: false,
    cell: 'Kapasitet!A2',
    ...fields,
  };
}

export function aKommune(navn: string, gruppe: string | null = null, aliases: readonly string[] = []): Kontakt {
  return { navn, aliases, type: 'kommune', gruppe, slack: null, epost: null, rolle: 'leser' };
}

/** Reads cells as they stand in the sheet, below their headings. */
export function readSheet(
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  { kontakter = [], merges = [] }: { readonly kontakter?: readonly Kontakt[]; readonly merges?: readonly Merge[] } = {},
): TabResult<readonly KapasitetRow[]> {
  const tab = { name: 'Kapasitet', rows: [headings, ...rows], merges, url: null };
  return readKapasitet(readTab(tab, kapasitetContract), { kommuner: kommuneLookup(kontakter, true) });
}

/** Both workbooks, of which only capacity holds anything. */
export function aModel(fields: Partial<Model> = {}): Model {
  return {
    plan: null,
    kommuneStatuses: [],
    kontakter: [],
    register: unitRegister([]),
    innstillinger: DEFAULT_INNSTILLINGER,
    kpi: [],
    kpiRows: [],
    kapasitet: [],
    tabs: [],
    missingTabs: [],
    unusedTabs: [],
    kapasitetFaults: [],
    faults: [],
    planFaults: [],
    readAt: NOW,
    examples: [],
    restored: [],
    urls: {},
    ...fields,
  };
}
