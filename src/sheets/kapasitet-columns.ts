import { KATEGORIER } from '#src/domain/kapasitet.ts';
import type { Column, TabContract } from './contract.ts';

/** The columns that hold a number of places. */
export type PlacesColumn = 'plasser' | 'bemannet' | 'belagt' | 'reservert' | 'stengt';

export type KapasitetColumn =
  | PlacesColumn
  | 'kommune'
  | 'enhet'
  | 'kategori'
  | 'ledigFra'
  | 'tarImot'
  | 'forbehold'
  | 'kontakt'
  | 'oppdatert'
  | 'oppdatertAv'
  | 'merknad';

/** Numbers of places. A merged number would be counted once for every row it covers. */
const PLACES: readonly (Column<PlacesColumn> & { readonly format: 'number' })[] = [
  {
    key: 'plasser',
    title: 'Plasser',
    aliases: ['Antall plasser', 'Plasser totalt', 'Plassar', 'Korttidsplasser', 'Senger', 'Antall senger'],
    format: 'number',
    note: 'Hvor mange plasser enheten har i alt.',
    width: 9,
    example: 14,
    expected: true,
    orElse: ['bemannet'],
    ownPerRow: true,
  },
  {
    key: 'bemannet',
    title: 'Bemannet',
    aliases: ['Bemannede plasser', 'Bemanna', 'Bemanna plassar', 'Plasser i drift', 'I drift'],
    format: 'number',
    note: 'Hvor mange av plassene det er folk til. Tom betyr alle som ikke er stengt.',
    width: 10,
    example: 12,
    ownPerRow: true,
  },
  {
    key: 'belagt',
    title: 'Belagt',
    aliases: ['Belagte plasser', 'Belegg', 'Opptatt', 'Opptatte plasser', 'Opptekne', 'I bruk', 'Inneliggende'],
    format: 'number',
    note: 'Hvor mange plasser det ligger noen i nå. Skriv 0 når ingen gjør det; tom betyr ikke rapportert.',
    width: 9,
    example: 10,
    expected: true,
    ownPerRow: true,
  },
  {
    key: 'reservert',
    title: 'Reservert',
    aliases: ['Reserverte plasser', 'Holdt av', 'Avsatt', 'Tildelt'],
    format: 'number',
    note: 'Plasser som er lovet bort, men står tomme. Tom betyr 0.',
    width: 10,
    example: 1,
    ownPerRow: true,
  },
  {
    key: 'stengt',
    title: 'Stengt',
    aliases: ['Stengte plasser', 'Stengde', 'Ute av drift'],
    format: 'number',
    note: 'Plasser som ikke kan brukes nå, for eksempel under oppussing. Tom betyr 0.',
    width: 9,
    example: 0,
    ownPerRow: true,
  },
];

/** The shared sheet of free places: one row for each kommune, enhet and kategori. */
export const kapasitetContract: TabContract<KapasitetColumn> = {
  workbook: 'kapasitet',
  name: 'Kapasitet',
  compulsory: true,
  purpose: 'Hvor mange korttidsplasser hver kommune har ledig, og når tallene sist ble bekreftet.',
  recognisedBy: [['kommune'], ['plasser', 'bemannet', 'belagt']],
  columns: [
    {
      key: 'kommune',
      title: 'Kommune',
      aliases: ['Kommunenavn', 'Kommunenamn'],
      format: 'text',
      note: 'Én rad for hver kommune, enhet og kategori.',
      width: 18,
      example: 'Eksempel: Lillevik',
      expected: true,
    },
    {
      key: 'enhet',
      title: 'Enhet',
      aliases: ['Institusjon', 'Avdeling', 'Helsehus', 'Sykehjem', 'Sjukeheim', 'Eining'],
      format: 'text',
      note: 'Stedet plassene er. Kan stå tom når kommunen bare har ett.',
      width: 24,
      example: 'Lillevik helsehus',
    },
    {
      key: 'kategori',
      title: 'Kategori',
      aliases: ['Type plass', 'Plasstype', 'Type', 'Plasskategori'],
      format: 'text',
      values: KATEGORIER,
      note: 'Velg i listen. ØHD-plasser telles alltid for seg.',
      width: 26,
      example: 'rehabilitering',
    },
    ...PLACES,
    {
      key: 'ledigFra',
      title: 'Ledig fra dato',
      aliases: ['Ledig fra', 'Ledige fra', 'Blir ledig'],
      format: 'date',
      note: 'Fyll ut når plassene først blir ledige senere. Tom betyr nå.',
      width: 14,
      example: '',
    },
    {
      key: 'tarImot',
      title: 'Tar imot fra andre',
      aliases: ['Tar imot', 'Tar i mot fra andre', 'Tar imot fra andre kommuner', 'Tek imot frå andre'],
      format: 'text',
      values: ['ja', 'nei', 'avtale'],
      note: 'ja, nei eller avtale: om plassene kan brukes av pasienter fra andre kommuner.',
      width: 12,
      example: 'avtale',
    },
    {
      key: 'forbehold',
      title: 'Forbehold',
      aliases: ['Begrensninger', 'Vilkår', 'Atterhald', 'Kan ikke ta imot'],
      format: 'text',
      note: 'Hvem plassene ikke passer for, for eksempel «ikke delir». Aldri noe om enkeltpasienter.',
      width: 26,
      example: 'ikke delir',
    },
    {
      key: 'kontakt',
      title: 'Kontakt',
      aliases: ['Kontakttelefon', 'Telefon', 'Tlf', 'Vakttelefon', 'Kontaktinfo'],
      format: 'text',
      note: 'Telefon eller funksjon som svarer for plassene. Ikke personnavn.',
      width: 20,
      example: 'tlf. 00 00 00 00',
      personal: true,
      extra: true,
    },
    {
      key: 'oppdatert',
      title: 'Oppdatert',
      aliases: ['Sist oppdatert', 'Oppdatert dato', 'Oppdatert tidspunkt', 'Sist endret', 'Tidspunkt', 'Dato'],
      format: 'moment',
      note: 'Dato og klokkeslett da tallene sist stemte, for eksempel 03.06.2024 07:12. Skriv nytt tidspunkt også når ingenting er endret.',
      width: 18,
      example: '03.06.2024 07:12',
      expected: true,
    },
    {
      key: 'oppdatertAv',
      title: 'Oppdatert av',
      aliases: ['Sist oppdatert av', 'Endret av', 'Registrert av'],
      format: 'text',
      note: 'Rollen som bekreftet tallene, for eksempel vaktleder. Ikke personnavn. Boten leser den ikke.',
      width: 16,
      example: 'vaktleder',
      personal: true,
      extra: true,
    },
    {
      key: 'merknad',
      title: 'Merknad',
      aliases: ['Kommentar', 'Notat'],
      format: 'text',
      note: 'Fritt felt. Skriv aldri noe om enkeltpasienter her.',
      width: 34,
      example: 'Eksempelrad: skriv over den eller slett den',
      extra: true,
    },
  ],
};
