import type { KpiSum } from '#src/domain/kpi.ts';
import type { Column } from './contract.ts';
import { headingForm, headingFormWithoutParenthesis } from './heading.ts';

export type CountColumn =
  | 'ukp-opphold'
  | 'ukp-opphold-uten-dogn'
  | 'ukp-dogn'
  | 'ukp-rett-hjem'
  | 'utskrivninger'
  | 're-innleggelser'
  | 'korttidsopphold'
  | 'korttidsdogn'
  | 'ohd-opphold'
  | 'ohd-dogn'
  | 'ohd-plasser';

/** The counts every helsefellesskap reports (seed plans 001 and 004). A KPI may name other columns of the tab as well. */
export const COUNT_COLUMNS: readonly Column<CountColumn>[] = [
  count('ukp-opphold', 'UKP-opphold', {
    aliases: ['Antall UKP-opphold', 'Opphold UKP', 'Utskrivningsklare', 'Utskrivningsklare pasienter'],
    note: 'Antall opphold der pasienten ble meldt utskrivningsklar i måneden.',
    example: 40,
  }),
  count('ukp-opphold-uten-dogn', 'UKP-opphold uten liggedøgn', {
    aliases: [
      'UKP-opphold med 0 døgn',
      'UKP-opphold 0 døgn',
      'UKP 0 døgn',
      'UKP uten liggedøgn',
      'UKP-opphold uten døgn',
    ],
    note: 'Hvor mange av oppholdene som ikke ga noe døgn som utskrivningsklar.',
    example: 35,
  }),
  count('ukp-dogn', 'UKP-døgn', {
    aliases: ['Antall UKP-døgn', 'UKP-liggedøgn', 'Liggedøgn UKP', 'Døgn UKP', 'Utskrivningsklare døgn'],
    note: 'Antall døgn pasienter lå på sykehuset som utskrivningsklare.',
    example: 12,
  }),
  count('ukp-rett-hjem', 'UKP rett hjem', {
    aliases: ['Rett hjem', 'Antall UKP rett hjem', 'UKP reist rett hjem', 'UKP-opphold rett hjem'],
    note: 'Hvor mange av UKP-oppholdene som endte med at pasienten reiste rett hjem.',
    example: 13,
  }),
  count('utskrivninger', 'Utskrivninger', {
    aliases: ['Antall utskrivninger', 'Utskrevne', 'Antall utskrevne', 'Utskrivelser'],
    note: 'Alle utskrivninger fra sykehuset i måneden.',
    example: 160,
  }),
  count('re-innleggelser', 'Re-innleggelser 30 d', {
    aliases: [
      'Re-innleggelser',
      'Re-innleggelser 30 døgn',
      'Re-innleggelser 30 dager',
      'Re-innleggelser innen 30 dager',
      'Antall re-innleggelser',
      'Reinnlagte',
    ],
    note: 'Hvor mange av utskrivningene som ble fulgt av en ny innleggelse innen 30 dager.',
    example: 26,
  }),
  count('korttidsopphold', 'Korttidsopphold', {
    aliases: ['Antall korttidsopphold', 'Opphold korttid'],
    note: 'Antall opphold på korttidsavdelingen som ble avsluttet i måneden.',
    example: 18,
  }),
  count('korttidsdogn', 'Korttidsdøgn', {
    aliases: ['Antall korttidsdøgn', 'Døgn korttid', 'Liggedøgn korttid'],
    note: 'Antall døgn disse oppholdene varte.',
    example: 370,
  }),
  count('ohd-opphold', 'ØHD-opphold', {
    aliases: ['KAD-opphold', 'Ø-hjelp døgnopphold', 'Antall ØHD-opphold'],
    note: 'Antall opphold med øyeblikkelig hjelp døgntilbud i kommunen.',
    example: 9,
  }),
  count('ohd-dogn', 'ØHD-døgn', {
    aliases: ['KAD-døgn', 'Antall ØHD-døgn', 'ØHD-liggedøgn'],
    note: 'Antall døgn disse oppholdene varte.',
    example: 21,
  }),
  count('ohd-plasser', 'ØHD-plasser', {
    aliases: ['KAD-plasser', 'Antall ØHD-plasser'],
    note: 'Antall plasser med øyeblikkelig hjelp døgntilbud.',
    example: 2,
  }),
];

/** How a count column is named in {@link KpiRow.counts} and in formulas, whichever of its names people use. */
export function countForm(heading: string): string {
  const form = headingForm(heading);
  return FORMS.get(form) ?? FORMS.get(headingFormWithoutParenthesis(heading)) ?? form;
}

/** The form of one of our own columns. */
export function formOf(key: CountColumn): string {
  return headingForm(TITLES.get(key) ?? '');
}

/** The heading of one of our own columns, as people read it. */
export function titleOf(key: CountColumn): string {
  return TITLES.get(key) ?? '';
}

/**
 * Reads «UKP-opphold − UKP-opphold uten liggedøgn». A sign has a space on both sides, since headings hold hyphens.
 * Null when a sign has nothing beside it.
 */
export function parseFormula(text: string): KpiSum | null {
  const parts = ` ${text} `.split(/\s([+−–-])(?=\s)/);
  const terms = parts.flatMap((part, i) => {
    const title = part.trim();
    return i % 2 === 0
      ? [{ sign: parts[i - 1] === '+' || i === 0 ? 1 : -1, column: countForm(title), title } as const]
      : [];
  });
  return terms.every(({ title }) => title !== '') ? terms : null;
}

interface CountTexts {
  readonly aliases: readonly string[];
  readonly note: string;
  readonly example: number;
}

function count(key: CountColumn, title: string, { aliases, note, example }: CountTexts): Column<CountColumn> {
  return { key, title, aliases, format: 'number', note, width: 14, example, ownPerRow: true };
}

const TITLES: ReadonlyMap<CountColumn, string> = new Map(COUNT_COLUMNS.map(({ key, title }) => [key, title]));

const FORMS: ReadonlyMap<string, string> = new Map(
  COUNT_COLUMNS.flatMap(({ title, aliases = [] }) =>
    [title, ...aliases].map((name) => [headingForm(name), headingForm(title)] as const),
  ),
);
