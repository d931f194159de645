import { cutText } from '#src/cut-text.ts';
import { cellText } from '#src/domain/cell-value.ts';
import type { Day, Moment } from '#src/domain/day.ts';
import type { KapasitetRow, Kategori } from '#src/domain/kapasitet.ts';
import { firstDayOf } from '#src/domain/kapasitet-day.ts';
import { KATEGORI_WORDS, parseKategori } from '#src/domain/kapasitet-kategori.ts';
import { parseOppdatert, type Stamp } from '#src/domain/kapasitet-stamp.ts';
import { parseTarImot } from '#src/domain/kapasitet-tar-imot.ts';
import { nameKey, nearest } from '#src/domain/names.ts';
import { parseTidsrom } from '#src/domain/tidsrom.ts';
import { FaultList, type TabResult } from './fault-list.ts';
import type { KapasitetColumn } from './kapasitet-columns.ts';
import { type PlacesReading, readPlaces } from './kapasitet-places.ts';
import type { KommuneLookup } from './kommune-lookup.ts';
import type { RowCells, TabRead } from './read-tab.ts';
import { isExampleRow } from './template-row.ts';

export { kapasitetContract } from './kapasitet-columns.ts';

type Row = RowCells<KapasitetColumn>;

/** A row people put below the others to add them up; counting it would double every figure. */
const SUM_ROW = /^(?:sum|totalt?|til sammen|tilsammen|i alt|alle|alle kommuner|hele området)[\s:.]*$/i;
const LONGEST_QUOTE = 60;

/**
 * Reads Kapasitet. Whatever cannot be read is a fault with its cell; the row stays, with what is right in it, except
 * that figures without a kommune belong to nobody and are left out.
 */
export function readKapasitet(
  read: TabRead<KapasitetColumn>,
  { kommuner }: { readonly kommuner: KommuneLookup },
): TabResult<readonly KapasitetRow[]> {
  const faults = new FaultList(read.sheet);
  const rows: KapasitetRow[] = [];
  const firstCells = new Map<string, string>();
  let skipped = 0;

  for (const row of read.rows) {
    const kommuneText = cellText(row.cell('kommune'));
    if (isExampleRow([row.cell('kommune')]) || SUM_ROW.test(kommuneText)) {
      skipped++;
      continue;
    }
    if (kommuneText === '') {
      reportIfFiguresBelongToNobody(row, faults);
      continue;
    }
    const parsed = readRow(row, kommuner.check(kommuneText, row.at('kommune'), faults), read.sheet, faults);
    const key = [parsed.kommune, parsed.enhet, parsed.kategori ?? parsed.kategoriText].map(nameKey).join('|');
    const first = firstCells.get(key);
    if (first === undefined) firstCells.set(key, row.at('kommune'));
    else addDuplicateFault(row, parsed, first, faults);
    rows.push({ ...parsed, duplicate: first !== undefined });
  }
  return { value: rows, faults: faults.faults, rows: rows.length, skipped };
}

function readRow(row: Row, kommune: string, sheet: string, faults: FaultList): KapasitetRow {
  const places = readPlaces(row, faults);
  const stamp = readOppdatert(row, faults);
  const oppdatert = typeof stamp === 'string' ? null : stamp;
  const kategoriText = cellText(row.cell('kategori'));
  const ledigFra = readLedigFra(row, oppdatert, faults);
  return {
    kommune,
    enhet: cellText(row.cell('enhet')),
    kategori: readKategori(row, kategoriText, faults),
    kategoriText,
    ...places.numbers,
    unreadable: places.unreadable,
    ledigFra: ledigFra === 'unreadable' ? null : ledigFra,
    unreadableFrom: ledigFra === 'unreadable' ? `${sheet}!${row.at('ledigFra')}` : null,
    tarImot: readTarImot(row, faults),
    forbehold: cellText(row.cell('forbehold')),
    kontakt: cellText(row.cell('kontakt')),
    oppdatert,
    unreadableStamp: stamp === 'unreadable' ? `${sheet}!${row.at('oppdatert')}` : null,
    merknad: cellText(row.cell('merknad')),
    duplicate: false,
    cell: `${sheet}!${row.at('kommune')}`,
  };
}

function reportIfFiguresBelongToNobody(row: Row, faults: FaultList): void {
  // Faults in the numbers themselves would only draw attention away from what is missing.
  const { numbers, unreadable }: PlacesReading = readPlaces(row, null);
  if (!unreadable && Object.values(numbers).every((number) => number === null)) return;
  faults.add(
    row.at('kommune'),
    '',
    'navnet på en kommune',
    'Raden har tall, men ingen kommune, og regnes ikke med. Skriv hvilken kommune tallene gjelder.',
  );
}

function addDuplicateFault(row: Row, { kommune, enhet, kategoriText }: KapasitetRow, first: string, faults: FaultList) {
  const what = quote([kommune, enhet, kategoriText].filter((text) => text !== '').join(', '));
  faults.add(
    row.at('kommune'),
    kommune,
    'én rad for hver kommune, enhet og kategori',
    `«${what}» står også i ${first}. Begge radene vises, men bare den første regnes med. Slett den ene, eller skriv ulik enhet.`,
  );
}

function readKategori(row: Row, text: string, faults: FaultList): Kategori | null {
  const kategori = text === '' ? null : parseKategori(text);
  if (kategori === null && text !== '') {
    const near = nearest(text, KATEGORI_WORDS);
    faults.add(
      row.at('kategori'),
      text,
      'en kategori fra listen',
      `Jeg kjenner ikke kategorien «${quote(text)}», så raden regnes ikke med i summene.${near ? ` Mente du ${near}?` : ' Velg en fra listen.'}`,
    );
  }
  return kategori;
}

function readTarImot(row: Row, faults: FaultList): KapasitetRow['tarImot'] {
  const { value, understood } = parseTarImot(row.cell('tarImot'));
  if (!understood) {
    const text = cellText(row.cell('tarImot'));
    faults.add(
      row.at('tarImot'),
      text,
      'ja, nei eller avtale',
      `«${quote(text)}» er ikke et av valgene: ja, nei, avtale.`,
    );
  }
  return value;
}

function readOppdatert(row: Row, faults: FaultList): Stamp {
  const stamp = parseOppdatert(row.cell('oppdatert'));
  if (stamp !== 'unreadable') return stamp;
  const text = cellText(row.cell('oppdatert'));
  faults.add(
    row.at('oppdatert'),
    text,
    'dato og klokkeslett',
    `«${quote(text)}» er ikke et tidspunkt. Skriv dato og klokkeslett, for eksempel «03.06.2024 07:12».`,
  );
  return stamp;
}

/** Without a year it is the one nearest to when the row was confirmed. */
function readLedigFra(row: Row, oppdatert: Moment | null, faults: FaultList): Day | null | 'unreadable' {
  const cell = row.cell('ledigFra');
  const text = cellText(cell);
  if (text === '' || /^(?:nå|no|i dag|straks|ledig(?: nå)?)\.?$/i.test(text)) return null;
  const day = firstDayOf(cell, oppdatert?.day ?? null);
  if (day !== null || parseTidsrom(cell, null).kind === 'placeholder') return day;
  faults.add(
    row.at('ledigFra'),
    text,
    'en dato',
    `«${quote(text)}» er ikke en dato. Skriv for eksempel «10.06.2024», eller la cellen stå tom når plassene er ledige nå.`,
  );
  return 'unreadable';
}

function quote(text: string): string {
  return cutText(text, LONGEST_QUOTE);
}
