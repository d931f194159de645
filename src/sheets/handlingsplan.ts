import type { TabContract } from './contract.ts';

export type HandlingsplanColumn =
  | 'aktivitet'
  | 'nr'
  | 'tiltak'
  | 'tidsrom'
  | 'start'
  | 'slutt'
  | 'prioritet'
  | 'omfang'
  | 'ansvarlig'
  | 'status'
  | 'kommentar'
  | 'fullfort'
  | 'kortnavn';

const GREEN = 'FFC6E7C8';
const YELLOW = 'FFFFF0B3';
const RED = 'FFF6C1BD';
const GREY = 'FFE3E6E8';

/** What the Status drop-down offers. The first three are the lights of the seed plan; it has no word for done. */
export const STATUS_VALUES = [
  'Ingen avvik',
  'Mindre avvik, men håndteres',
  'Kritiske avvik, når ikke målsetning',
  'Ikke startet',
  'Ferdig',
  'På vent',
  'Utgår',
] as const;

export const STATUS_COLOURS: Readonly<Record<string, string>> = {
  'Ingen avvik': GREEN,
  'Mindre avvik, men håndteres': YELLOW,
  'Kritiske avvik, når ikke målsetning': RED,
  Ferdig: GREEN,
  'På vent': GREY,
  Utgår: GREY,
};

/** The action plan. Headings and aliases as seed plan 001 and minutes of other helsefellesskap spell them. */
export const handlingsplanContract: TabContract<HandlingsplanColumn> = {
  workbook: 'handlingsplan',
  name: 'Handlingsplan',
  compulsory: true,
  purpose: 'Tiltakene dere er enige om: hva, når og hvem.',
  recognisedBy: [
    ['tiltak'],
    ['tidsrom', 'start', 'slutt', 'ansvarlig', 'status', 'prioritet', 'omfang', 'aktivitet', 'fullfort'],
  ],
  columns: [
    {
      key: 'aktivitet',
      title: 'Aktivitet',
      aliases: ['Innsatsområde', 'Hovedaktivitet', 'Satsingsområde'],
      format: 'text',
      note: 'Aktiviteten tiltaket hører til, med nummer foran. Tom celle betyr samme aktivitet som raden over.',
      width: 34,
      example: 'Eksempel: 1. Kvalitetsindikatorer',
    },
    {
      key: 'nr',
      title: 'Nr',
      aliases: ['Tiltaksnr', 'Tiltaksnummer', 'Nummer', '#', 'ID', 'Saksnr', 'Saksnummer'],
      format: 'text',
      note: 'Tiltakets nummer, for eksempel 1.10. Kolonnen er ren tekst, så arket ikke gjør det om til tall eller dato.',
      width: 7,
      example: '1.1',
      ownPerRow: true,
    },
    {
      key: 'tiltak',
      title: 'Tiltak',
      aliases: [
        'Beskrivelse',
        'Leveranse',
        'Oppgave',
        'Milepæl',
        'Sak',
        'Hva',
        'Handling',
        'Hending',
        'Tittel',
        'Beskrivelse av tiltak',
      ],
      format: 'text',
      note: 'Hva som skal gjøres. Nummeret kan også stå først her, for eksempel «1.1 Lage mal».',
      width: 60,
      example: 'Eksempel: Lage mal for rapportering',
      ownPerRow: true,
    },
    {
      key: 'tidsrom',
      title: 'Tidsrom',
      aliases: [
        'Tidsramme',
        'Frist',
        'Tidsfrist',
        'Tidsplan',
        'Tidspunkt',
        'Tid',
        'Når',
        'Periode',
        'Dato',
        'Måned',
        'Uke',
      ],
      format: 'text',
      note: 'Når det skal være gjort: «Innen 1.5.24», «15.3 – 1.9.2024», «Q3 2024», «Løpende» eller «Avhengig av 1.1». Siste dag er med.',
      width: 22,
      example: 'Innen 1.5.24',
      expected: true,
      orElse: ['start', 'slutt'],
    },
    {
      key: 'start',
      title: 'Start',
      aliases: ['Startdato', 'Oppstart', 'Oppstartsdato', 'Fra', 'Fra dato', 'Start dato'],
      format: 'date',
      note: 'Brukes sammen med Slutt i stedet for Tidsrom.',
      width: 12,
      example: '',
    },
    {
      key: 'slutt',
      title: 'Slutt',
      aliases: ['Sluttdato', 'Til', 'Til dato', 'Slutt dato', 'Ferdig innen'],
      format: 'date',
      note: 'Siste dag tiltaket skal være gjort.',
      width: 12,
      example: '',
    },
    {
      key: 'prioritet',
      title: 'Prioritet',
      aliases: ['Prio', 'Prioritering'],
      format: 'text',
      values: ['Høy', 'Middels', 'Lav'],
      note: 'Høy, Middels eller Lav.',
      width: 11,
      example: 'Høy',
      extra: true,
    },
    {
      key: 'omfang',
      title: 'Omfang',
      format: 'text',
      values: ['Stort', 'Middels', 'Lite'],
      note: 'Hvor mye arbeid det er: Stort, Middels eller Lite.',
      width: 11,
      example: 'Lite',
      extra: true,
    },
    {
      key: 'ansvarlig',
      title: 'Ansvarlig enhet',
      aliases: ['Ansvarlig', 'Ansvar', 'Eier', 'Ansvarleg', 'Ansvarleg eining', 'Hvem'],
      format: 'text',
      note: 'Enheten som svarer for tiltaket, aldri en persons navn. Flere skilles med & eller «og». «Den enkelte kommune» betyr alle.',
      width: 30,
      example: 'Kompetansegruppen',
      expected: true,
    },
    {
      key: 'status',
      title: 'Status',
      aliases: ['Trafikklys', 'Framdrift', 'Fremdrift'],
      format: 'text',
      values: STATUS_VALUES,
      colours: STATUS_COLOURS,
      note: 'Velg i listen. Tom celle betyr at ingen har rapportert ennå.',
      width: 24,
      example: 'Ingen avvik',
    },
    {
      key: 'kommentar',
      title: 'Kommentar',
      aliases: ['Merknad', 'Merknader', 'Oppfølging', 'Referat', 'Notat'],
      format: 'text',
      note: 'Fritt felt. Skriv aldri noe om enkeltpasienter her.',
      width: 40,
      example: 'Eksempelrad: skriv over den eller slett den',
      extra: true,
    },
    {
      key: 'fullfort',
      title: 'Fullført dato',
      aliases: ['Fullført', 'Ferdig dato', 'Utført dato', 'Gjennomført dato', 'Dato fullført'],
      format: 'date',
      note: 'Dagen tiltaket ble ferdig.',
      width: 14,
      example: '',
    },
    {
      key: 'kortnavn',
      title: 'Kortnavn',
      aliases: ['Kort navn', 'Korttittel', 'Kort tittel'],
      format: 'text',
      note: 'Kort tittel til meldinger, høyst 60 tegn. Uten den kortes teksten ned.',
      width: 26,
      example: 'Mal for rapportering',
      extra: true,
    },
  ],
};
