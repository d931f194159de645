import type { TabContract } from './contract.ts';

export type KpiColumn =
  | 'nr'
  | 'navn'
  | 'teller'
  | 'nevner'
  | 'enhet'
  | 'maal'
  | 'retning'
  | 'periode'
  | 'gyldigFra'
  | 'gyldigTil'
  | 'filter'
  | 'definisjon'
  | 'kilde';

/** What is measured and what was agreed. Users change a definition here, without a programmer. */
export const kpiContract: TabContract<KpiColumn> = {
  workbook: 'handlingsplan',
  name: 'KPI',
  compulsory: false,
  purpose: 'Hva dere måler, hvordan det regnes ut, og hvilke mål dere har satt.',
  recognisedBy: [['teller'], ['nr', 'navn']],
  columns: [
    {
      key: 'nr',
      title: 'Nr',
      aliases: ['KPI-nr', 'KPI nummer', 'Nummer', '#', 'ID'],
      format: 'text',
      note: 'Nummeret folk bruker, for eksempel 3. Samme nummer kan stå flere ganger når gyldighetstidene ikke overlapper.',
      width: 6,
      example: '1',
      expected: true,
      ownPerRow: true,
    },
    {
      key: 'navn',
      title: 'Navn',
      aliases: ['KPI', 'Indikator', 'Kvalitetsindikator', 'Beskrivelse'],
      format: 'text',
      note: 'Kort navn som vises i meldinger.',
      width: 34,
      example: 'Eksempel: UKP-døgn per år',
      expected: true,
    },
    {
      key: 'teller',
      title: 'Teller',
      aliases: ['Telles'],
      format: 'text',
      note: 'Hvilke kolonner i KPI-data som legges sammen, for eksempel «UKP-døgn». Bruk + og − med mellomrom rundt.',
      width: 34,
      example: 'UKP-døgn',
      expected: true,
    },
    {
      key: 'nevner',
      title: 'Nevner',
      aliases: ['Nemnar', 'Deles på'],
      format: 'text',
      note: 'Hva telleren deles på, skrevet på samme måte. Tom når KPI-en er et rent antall.',
      width: 44,
      example: 'UKP-opphold − UKP-opphold uten liggedøgn',
    },
    {
      key: 'enhet',
      title: 'Enhet',
      aliases: ['Måleenhet', 'Benevning', 'Benevnelse'],
      format: 'text',
      values: ['døgn', '%', 'antall'],
      note: 'Hva tallet måles i: døgn, % eller antall. Med % vises andelen som prosent.',
      width: 10,
      example: 'døgn',
    },
    {
      key: 'maal',
      title: 'Mål',
      aliases: ['Måltall', 'Målsetting', 'Målverdi', 'Målnivå'],
      format: 'text',
      note: 'Bare tallet, for eksempel 1767, 2 eller 90 %.',
      width: 10,
      example: '1767',
    },
    {
      key: 'retning',
      title: 'Retning',
      aliases: ['Krav', 'Måltype'],
      format: 'text',
      values: ['≤', '≥', 'holdes'],
      note: '≤ (høyst), ≥ (minst) eller holdes (skal ikke bli verre enn målet).',
      width: 10,
      example: '≤',
    },
    {
      key: 'periode',
      title: 'Periode',
      aliases: ['Periode (år/måned)', 'Måles per', 'Frekvens'],
      format: 'text',
      values: ['år', 'måned'],
      note: 'år: tallet er hittil i året. måned: tallet er siste måned.',
      width: 10,
      example: 'år',
    },
    {
      key: 'gyldigFra',
      title: 'Gyldig fra',
      aliases: ['Fra', 'Fra dato', 'Gjelder fra'],
      format: 'date',
      note: 'Første dag målet gjelder. Tom betyr at det alltid har gjort det.',
      width: 12,
      example: '01.01.2024',
    },
    {
      key: 'gyldigTil',
      title: 'Gyldig til',
      aliases: ['Til', 'Til dato', 'Gjelder til'],
      format: 'date',
      note: 'Siste dag målet gjelder. Tom betyr at det gjelder til noen endrer det.',
      width: 12,
      example: '31.12.2025',
    },
    {
      key: 'filter',
      title: 'Filter',
      aliases: ['Utvalg', 'Gjelder', 'Avgrensning'],
      format: 'text',
      note: 'Hvilke rader i KPI-data som teller, for eksempel «Enhet = Øya helsehus». Tom betyr alle.',
      width: 26,
      example: '',
    },
    {
      key: 'definisjon',
      title: 'Definisjon',
      aliases: ['Forklaring', 'Slik regnes det'],
      format: 'text',
      note: 'Hva KPI-en betyr, og hvem som har bestemt det.',
      width: 60,
      example: 'Eksempelrad: skriv over den eller slett den',
      extra: true,
    },
    {
      key: 'kilde',
      title: 'Kilde',
      aliases: ['Datakilde', 'Kjelde'],
      format: 'text',
      note: 'Hvor målet eller definisjonen er hentet fra.',
      width: 30,
      example: 'Handlingsplanen',
      extra: true,
    },
  ],
};
