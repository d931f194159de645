import { cellText } from '#src/domain/cell-value.ts';
import type { Day } from '#src/domain/day.ts';
import type { KpiDirection, KpiFilter, KpiSum } from '#src/domain/kpi.ts';
import { parseTall } from '#src/domain/tall.ts';
import { parseTidsrom } from '#src/domain/tidsrom.ts';
import type { FaultList } from './fault-list.ts';
import { headingForm } from './heading.ts';
import type { KpiColumn } from './kpi.ts';
import { parseFormula } from './kpi-columns.ts';
import type { RowCells } from './read-tab.ts';

type Row = RowCells<KpiColumn>;

const DASH = /^[–—-]$/;

const DIRECTIONS: readonly (readonly [KpiDirection, RegExp])[] = [
  ['at-most', /^(?:≤|<=?|=<|høyst|høgst|maks|max|maksimum|maksimalt|ikke over|inntil|ned|reduseres?|lavere)$/],
  ['at-least', /^(?:≥|>=?|=>|minst|min|minimum|minimalt|ikke under|opp|økes?|høyere)$/],
  ['hold', /^(?:=|hold|holdes?|haldast|uendret|uendra|holdes? uendret|holdes? stabil|stabil|stabilt|som nå)$/],
];

/** «3», «3.», «KPI 3» and the number 3; null, with a fault, when nobody could ask for it. */
export function readKpiNr(row: Row, faults: FaultList): string | null {
  const cell = row.cell('nr');
  const text = cellText(cell);
  const nr = text.replace(/^kpi[\s:-]*/i, '').replace(/[.:]$/, '');
  const isDate = typeof cell === 'object' && cell !== null;
  if (!isDate && /^[\p{L}\p{N}][\p{L}\p{N}.,-]{0,9}$/u.test(nr)) return nr.replace(',', '.');

  const problem = text === '' ? 'KPI-en mangler nummer.' : `«${text}» er ikke et nummer.`;
  faults.add(
    row.at('nr'),
    text,
    'et nummer, for eksempel 3',
    `${problem} Skriv for eksempel 3, så andre kan spørre etter den.`,
  );
  return null;
}

export interface FormulaReading {
  readonly sum: KpiSum | null;
  readonly unreadable: boolean;
}

/** A blank Nevner makes the KPI a plain count; a blank Teller makes it impossible. */
export function readFormula(row: Row, key: 'teller' | 'nevner', faults: FaultList): FormulaReading {
  const text = cellText(row.cell(key));
  const isBlank = text === '' || DASH.test(text);
  if (isBlank && key === 'nevner') return { sum: null, unreadable: false };

  const sum = isBlank || isErrorCell(row, key) ? null : parseFormula(text);
  if (sum === null) {
    const problem = isBlank ? 'KPI-en mangler teller.' : `Jeg forstår ikke «${text}».`;
    const example = 'Skriv navn på kolonner i KPI-data, for eksempel «UKP-opphold − UKP-opphold uten liggedøgn».';
    faults.add(row.at(key), text, 'kolonner i KPI-data med + eller − mellom', `${problem} ${example}`);
  }
  return { sum, unreadable: sum === null };
}

export interface TargetReading {
  readonly target: number | null;
  readonly unreadable: boolean;
}

/** A share is a fraction: under «%» the target may stand as «90 %», 0,9 or 90. */
export function readTarget(row: Row, share: boolean, faults: FaultList): TargetReading {
  const { text, value } = parseTall(row.cell('maal'));
  if (text === '' || DASH.test(text)) return { target: null, unreadable: false };

  const fraction = share && value !== null && value > 1 && !text.endsWith('%') ? value / 100 : value;
  if (fraction !== null && fraction >= 0 && !(share && fraction > 1)) return { target: fraction, unreadable: false };

  const expected = share ? 'en andel, for eksempel 90 %' : 'et tall, for eksempel 1767';
  const problem =
    value === null ? `«${text}» er ikke et tall.` : `«${text}» kan ikke være et mål${share ? ' i prosent' : ''}.`;
  faults.add(row.at('maal'), text, expected, `${problem} Skriv bare ${expected}, og retningen i kolonnen Retning.`);
  return { target: null, unreadable: true };
}

export function readDirection(row: Row, hasTarget: boolean, faults: FaultList): KpiDirection | null {
  const text = cellText(row.cell('retning'));
  const plain = text.toLowerCase().replace(/[.:]$/, '');
  const [direction] = DIRECTIONS.find(([, words]) => words.test(plain)) ?? [];
  if (direction) return direction;
  if ((plain === '' || DASH.test(plain)) && !hasTarget) return null;

  const problem = plain === '' ? 'Målet mangler retning.' : `Jeg forstår ikke retningen «${text}».`;
  faults.add(row.at('retning'), text, '≤, ≥ eller holdes', `${problem} Skriv ≤ (høyst), ≥ (minst) eller «holdes».`);
  return null;
}

/** Blank means by the year, as every target of seed plan 001 is. */
export function readPeriod(row: Row, faults: FaultList): 'year' | 'month' {
  const text = cellText(row.cell('periode'));
  if (text === '' || /^(?:per |pr\.? |hvert )?(?:år|årlig|årleg)$/i.test(text)) return 'year';
  if (/^(?:per |pr\.? |hver )?(?:måned|månedlig|mnd\.?|månad|månadleg)$/i.test(text)) return 'month';
  faults.add(
    row.at('periode'),
    text,
    'år eller måned',
    `Jeg forstår ikke perioden «${text}». Skriv år eller måned. Inntil videre regner jeg per år.`,
  );
  return 'year';
}

export function readValidity(
  row: Row,
  faults: FaultList,
): { readonly validFrom: Day | null; readonly validTo: Day | null } {
  const validFrom = readDay(row, 'gyldigFra', faults);
  const validTo = readDay(row, 'gyldigTil', faults);
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    const text = cellText(row.cell('gyldigTil'));
    faults.add(
      row.at('gyldigTil'),
      text,
      'en dag etter Gyldig fra',
      'Målet slutter å gjelde før det begynner. Rett en av datoene.',
    );
  }
  return { validFrom, validTo };
}

/** Also «2025» and «Q1 2025»: valid from the first day of it, or to the last. */
function readDay(row: Row, key: 'gyldigFra' | 'gyldigTil', faults: FaultList): Day | null {
  const cell = row.cell(key);
  const { kind, text, start, end } = parseTidsrom(cell, null);
  if (kind === 'missing' || kind === 'placeholder') return null;
  const day = key === 'gyldigFra' ? (start ?? end) : end;
  if ((kind === 'by' || kind === 'range') && day !== null) return day;
  faults.add(
    row.at(key),
    text,
    'en dato, for eksempel 31.12.2025',
    `«${text}» er ikke en dato. Skriv for eksempel 31.12.2025, eller la cellen stå tom.`,
  );
  return null;
}

export interface FilterReading {
  readonly filter: KpiFilter | null;
  readonly unreadable: boolean;
}

/** «Enhet = Øya helsehus». Without its filter the KPI would count too much, so an unreadable one stops it. */
export function readFilter(row: Row, faults: FaultList): FilterReading {
  const text = cellText(row.cell('filter'));
  if (text === '' || DASH.test(text) || /^(?:alle|ingen)$/i.test(text)) return { filter: null, unreadable: false };

  const match = /^([^=:]+?)\s*[=:]\s*(\S.*)$/.exec(text);
  const column = FILTER_COLUMNS.get(headingForm(match?.[1] ?? ''));
  const value = match?.[2]?.replace(/^[«"']|[»"']$/g, '').trim();
  if (column && value && !isErrorCell(row, 'filter')) return { filter: { column, value }, unreadable: false };

  faults.add(
    row.at('filter'),
    text,
    '«Enhet = » eller «Kommune = » og et navn',
    `Jeg forstår ikke filteret «${text}». Skriv for eksempel «Enhet = Øya helsehus», eller la cellen stå tom.`,
  );
  return { filter: null, unreadable: true };
}

const FILTER_COLUMNS: ReadonlyMap<string, KpiFilter['column']> = new Map([
  [headingForm('Enhet'), 'enhet'],
  [headingForm('Kommune'), 'kommune'],
]);

function isErrorCell(row: Row, key: KpiColumn): boolean {
  const cell = row.cell(key);
  return (typeof cell === 'object' && cell !== null) || /^#[A-Z/0!?]+$/.test(cellText(cell));
}
