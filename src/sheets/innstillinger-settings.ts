import { type CellValue, cellText } from '#src/domain/cell-value.ts';
import type { Innstillinger } from '#src/domain/innstillinger.ts';
import { parseKlokkeslett } from '#src/domain/klokkeslett.ts';
import { parseTall } from '#src/domain/tall.ts';
import { parseTidsrom } from '#src/domain/tidsrom.ts';
import { parseUkedager } from '#src/domain/ukedager.ts';

/** One setting: its name in the sheet, how a cell is read, and what is expected. */
interface Setting {
  readonly name: string;
  readonly explanation: string;
  readonly expected: string;
  /** What stands in the template. */
  readonly value: string;
  /** What the cell changes, or null when it is not understood. `before` holds what the rows above it have settled. */
  read(cell: CellValue, before: Innstillinger): Partial<Innstillinger> | null;
}

/** Nobody wants to hear from a bot at night. */
const EARLIEST = 6 * 60;
const LATEST = 20 * 60;
const SPEAKING_HOURS = 'et klokkeslett fra 06:00 til 20:00, som 08:00';

/** Every setting there is, in the order the template lists them. */
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
  {
    name: 'Ukesstatus dag',
    explanation: 'Dagen ukesstatus kommer. Er dagen en helligdag, kommer den første virkedag etter.',
    expected: 'en ukedag fra mandag til fredag',
    value: 'mandag',
    read: (cell, { ukesstatus }) =>
      weekdays(cell, ([weekday = 1, ...more]) =>
        more.length === 0 ? { ukesstatus: { ...ukesstatus, weekday } } : null,
      ),
  },
  {
    name: 'Ukesstatus klokken',
    explanation: 'Når på dagen ukesstatus kommer, norsk tid.',
    expected: SPEAKING_HOURS,
    value: '08:00',
    read: (cell, { ukesstatus }) => speakingHour(cell, (minutes) => ({ ukesstatus: { ...ukesstatus, minutes } })),
  },
  {
    name: 'Påminnelser dager',
    explanation: 'Dagene påminnelser sendes. Er dagen en helligdag, sendes de første virkedag etter.',
    expected: '«hver arbeidsdag» eller dager som «mandag og torsdag», ikke lørdag eller søndag',
    value: 'hver arbeidsdag',
    read: (cell, { paaminnelser }) => weekdays(cell, (days) => ({ paaminnelser: { ...paaminnelser, weekdays: days } })),
  },
  {
    name: 'Påminnelser klokken',
    explanation: 'Når på dagen påminnelser sendes, norsk tid.',
    expected: SPEAKING_HOURS,
    value: '08:00',
    read: (cell, { paaminnelser }) => speakingHour(cell, (minutes) => ({ paaminnelser: { ...paaminnelser, minutes } })),
  },
  {
    name: 'Historikk (måneder)',
    explanation: 'Hvor lenge boten husker hvordan planen og plassene var. Det som er eldre, slettes.',
    expected: 'et helt tall fra 3 til 120',
    value: '36',
    read: (cell) => wholeNumber(cell, 3, 120, (historyMonths) => ({ historyMonths })),
  },
];

type Change<T> = (value: T) => Partial<Innstillinger> | null;

function wholeNumber(cell: CellValue, min: number, max: number, change: Change<number>): Partial<Innstillinger> | null {
  const { value } = parseTall(cell);
  return value !== null && Number.isInteger(value) && value >= min && value <= max ? change(value) : null;
}

function yesOrNo(cell: CellValue, change: Change<boolean>): Partial<Innstillinger> | null {
  const text = cellText(cell).toLowerCase();
  if (/^(?:ja|sann|true)$/.test(text)) return change(true);
  return /^(?:nei|usann|false)$/.test(text) ? change(false) : null;
}

function weekdays(cell: CellValue, change: Change<readonly number[]>): Partial<Innstillinger> | null {
  const days = parseUkedager(cell);
  return days === null ? null : change(days);
}

function speakingHour(cell: CellValue, change: Change<number>): Partial<Innstillinger> | null {
  const minutes = parseKlokkeslett(cell);
  return minutes !== null && minutes >= EARLIEST && minutes <= LATEST ? change(minutes) : null;
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
