import { STATUS_VALUES } from '#src/sheets/handlingsplan.ts';
import type { Cell } from '#src/workbook/workbook.ts';
import type { Person } from '../google/person.ts';
import type { Dice } from './dice.ts';

export const TAB = 'Handlingsplan';
export const HEADINGS = ['Nr', 'Tiltak', 'Ansvarlig', 'Status', 'Kommentar'] as const;
const [TILTAK, STATUS, KOMMENTAR] = [1, 3, 4];

/** What a row should hold, and when its status was last set by somebody. */
interface Row {
  tiltak: Cell;
  kommentar: Cell;
  status: Cell;
  statusAt: number;
}

/**
 * Fifty people who edit one plan at the same time, each as if alone: statuses, texts, new rows, rows away, rows moved, the
 * sheet sorted. What they have meant is kept beside the sheet, row by row, so that the two can be compared.
 */
export interface Crowd {
  /** One of them does something; now and then with the very row that somebody else is busy with. */
  act(busyWith?: string): void;
  /** The bot has set a status: it stands unless somebody set another one later. */
  botSet(nr: string, to: string, at: number): void;
  /** Rises with everything that is done; tells what came first. */
  readonly tick: number;
  nextTick(): number;
  /** Rows that are there, with the status that stands in them now. */
  rows(): readonly { readonly nr: string; readonly status: string }[];
  /** nr → what it should hold. */
  meant(): Readonly<Record<string, readonly Cell[]>>;
  /** nr → what it does hold. */
  found(): Readonly<Record<string, readonly Cell[]>>;
}

const PEOPLE = 50;

export function crowdAt(person: Person, dice: Dice): Crowd {
  const rows = new Map<string, Row>();
  let tick = 0;
  let made = 0;
  for (const cells of person.read(TAB).slice(1)) {
    const nr = String(cells[0]);
    rows.set(nr, { tiltak: cells[TILTAK] ?? null, kommentar: null, status: cells[STATUS] ?? null, statusAt: 0 });
  }

  const sheetRows = () => person.read(TAB).map((cells) => (cells[0] ?? null) as Cell);
  const rowOf = (nr: string) => sheetRows().indexOf(nr);
  const someNr = () => dice.pick([...rows.keys()]);
  const cell = (row: number, column: number) => `${TAB}!${'ABCDE'[column]}${row + 1}`;

  function setStatus(nr = someNr()): void {
    // Said in a way of its own: the same word in the same cell, while the bot puts back what it wrote there by mistake,
    // is the one thing that nobody can tell from what the bot wrote (docs/adr/0009).
    const status = dice.next() < 0.15 ? null : `${dice.pick(STATUS_VALUES)} (person ${dice.below(PEOPLE)}, ${tick})`;
    person.set(cell(rowOf(nr), STATUS), status);
    Object.assign(rows.get(nr) ?? {}, { status, statusAt: tick });
  }

  function write(column: typeof TILTAK | typeof KOMMENTAR, field: 'tiltak' | 'kommentar'): void {
    const nr = someNr();
    const text = `${field} av person ${dice.below(PEOPLE)}, ${tick}`;
    person.set(cell(rowOf(nr), column), text);
    Object.assign(rows.get(nr) ?? {}, { [field]: text });
  }

  function addRow(): void {
    const at = 1 + dice.below(sheetRows().length);
    const nr = `${9 + (made % 90)}.${++made}`;
    person.insertRows(TAB, at);
    const status = dice.pick(STATUS_VALUES);
    for (const [column, content] of [nr, `Nytt ${nr}`, 'Teamet', status].entries())
      person.set(cell(at, column), content);
    rows.set(nr, { tiltak: `Nytt ${nr}`, kommentar: null, status, statusAt: tick });
  }

  function addBlankRow(): void {
    person.insertRows(TAB, 1 + dice.below(sheetRows().length));
  }

  function removeRow(): void {
    if (rows.size < 20) return;
    const nr = someNr();
    person.deleteRows(TAB, rowOf(nr));
    rows.delete(nr);
  }

  function moveRow(): void {
    const height = sheetRows().length;
    person.moveRows(TAB, rowOf(someNr()), 1, 1 + dice.below(height - 1));
  }

  const actions: readonly (() => void)[] = [
    () => setStatus(),
    () => setStatus(),
    () => setStatus(),
    () => write(TILTAK, 'tiltak'),
    () => write(KOMMENTAR, 'kommentar'),
    addRow,
    addBlankRow,
    removeRow,
    moveRow,
    () => person.sort(TAB, dice.pick([0, TILTAK, STATUS]), 1, dice.pick(['ASCENDING', 'DESCENDING'] as const)),
  ];

  return {
    get tick() {
      return tick;
    },
    nextTick: () => ++tick,
    act(busyWith) {
      tick++;
      if (busyWith !== undefined && rows.has(busyWith) && dice.next() < 0.2) setStatus(busyWith);
      else dice.pick(actions)();
    },
    botSet(nr, to, at) {
      const row = rows.get(nr);
      if (row && at > row.statusAt) Object.assign(row, { status: to, statusAt: at });
    },
    rows: () => [...rows].map(([nr, { status }]) => ({ nr, status: typeof status === 'string' ? status : '' })),
    meant: () => Object.fromEntries([...rows].map(([nr, row]) => [nr, [row.tiltak, row.status, row.kommentar]])),
    found: () =>
      Object.fromEntries(
        person
          .read(TAB)
          .slice(1)
          .filter((cells) => cells.some((content) => content !== null))
          .map((cells) => [
            cells[0] ?? 'uten nummer',
            [TILTAK, STATUS, KOMMENTAR].map((column) => cells[column] ?? null),
          ]),
      ),
  };
}
