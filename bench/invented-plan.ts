import type { Cell, Snapshot } from '#src/workbook/workbook.ts';
import { inventedKommuner, kontakterRows } from './invented-kommuner.ts';

/** As many ways of writing a deadline as people have; a real date in the sheet arrives as its serial number. */
const TIDSROM: readonly Cell[] = [
  'Innen 1.5.24',
  '20.02.24',
  { serial: 45_413 },
  '15.3 – 1.9.2024',
  '1.3.24 - 31.12.24',
  '31. desember 2024',
  'Q3 2024',
  'høsten 2025',
  'innen utgangen av 2025',
  'januar–mars 2025',
  'uke 34-36 2024',
  'Løpende',
  'fra og med 1. januar 2021',
  '1.5.24 (utsatt til 1.9.24)',
  'Avhengig av 1.1',
  'medio mai 2024',
  'Dato - dato',
  null,
  'når vi rekker det',
  '31.2.24',
];
const TEKST: readonly string[] = [
  'I samarbeid med analysegruppa definere kvalitetsindikatorer som ønskes bygd inn i et samhandlingsdashboard',
  'Utarbeide mal for rapportering, herunder rapporteringsfrekvens på KPI 1-5',
  'Etablere møtepunkt der kommunene deler informasjon om kapasitet til å ta imot pasienter fra andre kommuner',
  'Gjennomføre opplæring i forløp for utskrivningsklare pasienter ved alle døgnenheter',
  'Revidere eskaleringsplan for perioder med mange utskrivningsklare',
  'Kartlegge bruk av e-meldinger mellom sykehus og kommune, og foreslå forbedringer',
  'Evaluere seleksjon av pasienter til geriatrisk avdeling',
  'Lage mandat',
  'Kurs i e-meldinger for nye ansatte',
];
const ANSVARLIG: readonly string[] = [
  'Kompetansegruppen & Analysegruppen',
  'Kompetansegruppa',
  'Sykehuset, Lillevik kommune og Lilledal',
  'Sykehuset (medisinsk klinikk) / Nordvik',
  'Ansvarlig',
  'Analysegruppe; Sykehuset',
];
const STATUS: readonly Cell[] = [
  null,
  null,
  'Ingen avvik',
  '🟡',
  'Ferdig',
  'pågår',
  'Mindre avvik, men håndteres',
  'R',
];
const KOMMENTAR: readonly Cell[] = [null, null, 'Tas opp på neste møte i kompetansegruppen.', 'Venter på svar fra ASU'];
/** Seldom enough that the number of kommuner does not decide what is measured: the seed plan has two of 29. */
const FAN_OUT_EVERY = 15;
const PER_AKTIVITET = 12;

/** A workbook with a plan of so many tiltak, as typed cells: what is to be read when a spreadsheet has been fetched. */
export function inventedPlan(count: number): Snapshot {
  const rows = Array.from({ length: count }, (_, index) => tiltakRow(index));
  const headings = ['Aktivitet', 'Tiltak', 'Tidsrom', 'Prioritet', 'Omfang', 'Ansvarlig enhet', 'Status', 'Kommentar'];
  return {
    version: '1',
    tabs: [
      { name: 'Handlingsplan', rows: [headings, ...rows], merges: [], url: null },
      { name: 'Kontakter', rows: kontakterRows(inventedKommuner(22)), merges: [], url: null },
    ],
  };
}

function tiltakRow(index: number): readonly Cell[] {
  const aktivitet = Math.floor(index / PER_AKTIVITET) + 1;
  const isFirst = index % PER_AKTIVITET === 0;
  return [
    isFirst ? `${aktivitet}. Styrke samhandlingen om utskrivningsklare pasienter, del ${aktivitet}` : null,
    `${aktivitet}.${(index % PER_AKTIVITET) + 1} ${pick(TEKST, index)}`,
    pick(TIDSROM, index),
    pick(['Høy', 'Middels', 'Lav'], index),
    pick(['Stort', 'Middels', 'Lite'], index + 1),
    index % FAN_OUT_EVERY === 0 ? 'Den enkelte kommune' : pick(ANSVARLIG, index),
    pick(STATUS, index),
    pick(KOMMENTAR, index),
  ];
}

function pick<T>(from: readonly T[], index: number): T | null {
  return from[index % from.length] ?? null;
}
