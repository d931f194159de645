import { type CellValue, cellText } from '#src/domain/cell-value.ts';
import { DEFAULT_INNSTILLINGER, type Innstillinger } from '#src/domain/innstillinger.ts';
import { nameKey, nearest } from '#src/domain/names.ts';
import { parseTall } from '#src/domain/tall.ts';
import { parseTidsrom } from '#src/domain/tidsrom.ts';
import type { TabContract } from './contract.ts';
import { FaultList, type TabResult } from './fault-list.ts';
import type { TabRead } from './read-tab.ts';
import { isExampleRow } from './template-row.ts';

export type InnstillingerColumn = 'navn' | 'verdi' | 'forklaring';

export const innstillingerContract: TabContract<InnstillingerColumn> = {
  workbook: 'handlingsplan',
  name: 'Innstillinger',
  compulsory: false,
  purpose: 'Det dere som eier arket har bestemt. Det som ikke står her, har vanlig verdi.',
  recognisedBy: [['navn'], ['verdi']],
  columns: [
    {
      key: 'navn',
      title: 'Navn',
      aliases: ['Innstilling'],
      format: 'text',
      note: 'Innstillingens navn.',
      width: 34,
      example: 'Eksempel: Frist snart (dager)',
    },
    { key: 'verdi', title: 'Verdi', format: 'text', note: 'Det som skal gjelde.', width: 24, example: '14' },
    {
      key: 'forklaring',
      title: 'Forklaring',
      aliases: ['Merknad', 'Kommentar'],
      format: 'text',
      note: 'Hva innstillingen gjør.',
      width: 60,
      example: 'Hvor mange dager før fristen et tiltak regnes som «frist snart»',
    },
  ],
};

/** One setting: its name in the sheet, how a cell is read (null = not understood), and what is expected. */
interface Setting {
  readonly name: string;
  readonly explanation: string;
  readonly expected: string;
  /** What stands in the template. */
  readonly value: string;
  read(cell: CellValue): Partial<Innstillinger> | null;
}

export const SETTINGS: readonly Setting[] = [
  {
    name: 'Planens år',
    explanation: 'Året for frister som er skrevet uten år. Tomt: året de fleste fristene i planen har.',
    expected: 'et årstall som 2024',
    value: '',
    read: (cell) => wholeNumber(cell, 2000, 2100, (planYear) => ({ planYear })),
  },
  {
    name: 'Frist snart (dager)',
    explanation: 'Hvor mange dager før fristen et tiltak regnes som «frist snart».',
    expected: 'et helt tall fra 0 til 90',
    value: '14',
    read: (cell) => wholeNumber(cell, 0, 90, (dueSoonDays) => ({ dueSoonDays })),
  },
  {
    name: 'Kapasitet gjelder i (timer)',
    explanation: 'Hvor gamle kapasitetstall kan være før de ikke lenger teller med.',
    expected: 'et helt tall fra 1 til 168',
    value: '24',
    read: (cell) => wholeNumber(cell, 1, 168, (freshHours) => ({ freshHours })),
  },
  {
    name: 'Helg teller',
    explanation: 'ja: timer i helgen teller når kapasitetstall blir gamle. nei: fredagens tall gjelder til mandag.',
    expected: 'ja eller nei',
    value: 'ja',
    read: (cell) => yesOrNo(cell, (weekendsCount) => ({ weekendsCount })),
  },
  {
    name: 'Rolige perioder',
    explanation:
      'Perioder uten påminnelser, skilt med semikolon, for eksempel «8.7.2024–28.7.2024; 23.12.2024–1.1.2025».',
    expected: 'perioder som «8.7.2024–28.7.2024», skilt med semikolon',
    value: '',
    read: readPeriods,
  },
];

/** Reads Innstillinger. A setting that cannot be read keeps its usual value, and is a fault. */
export function readInnstillinger(read: TabRead<InnstillingerColumn>): TabResult<Innstillinger> {
  const faults = new FaultList(read.sheet);
  let value = DEFAULT_INNSTILLINGER;
  const seen = new Set<string>();
  let skipped = 0;
  let rows = 0;

  for (const row of read.rows) {
    const name = cellText(row.cell('navn'));
    if (name === '') continue;
    if (isExampleRow([row.cell('navn')])) {
      skipped++;
      continue;
    }
    rows++;
    const setting = SETTINGS.find((s) => nameKey(s.name) === nameKey(name));
    if (!setting) {
      const near = nearest(
        name,
        SETTINGS.map((s) => s.name),
      );
      const hint = near ? ` Mente du «${near}»?` : '';
      faults.add(row.at('navn'), name, 'navnet på en innstilling', `Jeg kjenner ikke innstillingen «${name}».${hint}`);
      continue;
    }
    if (seen.has(setting.name)) {
      faults.add(
        row.at('navn'),
        name,
        'hver innstilling én gang',
        `«${setting.name}» står to ganger. Den første gjelder.`,
      );
      continue;
    }
    seen.add(setting.name);
    const text = cellText(row.cell('verdi'));
    const read = text === '' ? {} : setting.read(row.cell('verdi'));
    if (read) value = { ...value, ...read };
    else
      faults.add(
        row.at('verdi'),
        text,
        setting.expected,
        `«${setting.name}» skal være ${setting.expected}, ikke «${text}».`,
      );
  }
  return { value, faults: faults.faults, rows, skipped };
}

function wholeNumber(
  cell: CellValue,
  min: number,
  max: number,
  set: (n: number) => Partial<Innstillinger>,
): Partial<Innstillinger> | null {
  const { value } = parseTall(cell);
  return value !== null && Number.isInteger(value) && value >= min && value <= max ? set(value) : null;
}

function yesOrNo(cell: CellValue, set: (yes: boolean) => Partial<Innstillinger>): Partial<Innstillinger> | null {
  const text = cellText(cell).toLowerCase();
  if (/^(?:ja|sann|true)$/.test(text)) return set(true);
  return /^(?:nei|usann|false)$/.test(text) ? set(false) : null;
}

function readPeriods(cell: CellValue): Partial<Innstillinger> | null {
  const periods = cellText(cell)
    .split(';')
    .map((part) => parseTidsrom(part.trim(), null))
    .filter(({ kind }) => kind !== 'missing');
  const quiet = periods.flatMap(({ kind, start, end }) => {
    const from = start ?? end;
    return (kind === 'range' || kind === 'by') && from !== null && end !== null ? [{ from, to: end }] : [];
  });
  return quiet.length === periods.length ? { quiet } : null;
}
