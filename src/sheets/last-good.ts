import { cutText } from '#src/cut-text.ts';
import { hideBirthNumbers } from '#src/domain/birth-number.ts';
import { cellText } from '#src/domain/cell-value.ts';
import type { HeldMs, Inspection } from '#src/workbook/inspection.ts';
import type { Cell, Snapshot, Tab } from '#src/workbook/workbook.ts';
import type { TabContract, WorkbookName } from './contract.ts';
import { TabFinder } from './find-tabs.ts';
import { kapasitetContract } from './kapasitet.ts';
import { kpiTabs } from './kpi-tabs.ts';
import { PLAN_TABS } from './plan-tabs.ts';
import { readTab } from './read-tab.ts';

/** A paste is over by then, and a deletion that is still there was meant. Milliseconds, as is the next. */
const ROWS_HELD_MS = 10 * 60_000;
/** Time for somebody to see the alert and put things right. */
const HELD_MS = 24 * 3_600_000;
/** A column without which a table is read all the same may well have been taken away on purpose. */
const COLUMN_HELD_MS = 3_600_000;
/** Fewer rows than this come and go. */
const MANY_ROWS = 6;
const LONGEST_NAME = 60;

/** What there was of one tab that is gone from it, or the whole tab. */
interface Loss {
  readonly contract: TabContract;
  /** The tab as it was. */
  readonly was: Tab;
  /** What stands in its place; null when nothing does. */
  readonly is: Tab | null;
  /** A tab loses one thing at a time. */
  readonly kind: 'tab' | 'headings' | 'column' | 'rows';
  /** What to tell, and do. */
  readonly message: string;
  /** How long to hold back before it is taken to be meant. */
  readonly holdMs: number;
}

/**
 * Compares a workbook with how it last was, and holds back what nobody is likely to have meant: a tab that is gone, a
 * heading that is gone with what stood below it, a column that is empty, a table that has lost most of its rows (somebody
 * is pasting). The tab is then read as it was. Everything else that people do to a sheet is taken as it stands; what is
 * wrong in it becomes faults.
 */
export function lastGood(workbook: WorkbookName): (good: Snapshot, next: Snapshot, heldMs: HeldMs) => Inspection {
  const contracts = CONTRACTS[workbook];
  const known = new WeakMap<Snapshot, Profile>();
  const profileOf = (snapshot: Snapshot): Profile => {
    const found = known.get(snapshot) ?? profile(snapshot, contracts);
    known.set(snapshot, found);
    return found;
  };

  return (good, next, heldMs) => {
    const [before, after] = [profileOf(good), profileOf(next)];
    const losses = contracts
      .flatMap((contract) => lossOf(contract, before.get(contract) ?? null, after.get(contract) ?? null, next))
      .filter(({ contract, kind, holdMs }) => heldMs(`${contract.name}: ${kind}`) < holdMs);
    return { losses: losses.map(({ message }) => message), trusted: putBack(losses, good, next) };
  };
}

const CONTRACTS: Readonly<Record<WorkbookName, readonly TabContract[]>> = {
  handlingsplan: [...PLAN_TABS, ...kpiTabs.contracts],
  kapasitet: [kapasitetContract],
};

/** What serves each contract. */
type Profile = ReadonlyMap<TabContract, TabProfile>;

interface TabProfile {
  readonly tab: Tab;
  /** Column key → the heading as written. */
  readonly headings: ReadonlyMap<string, string>;
  /** Column key → how many rows have something in it that can be read. */
  readonly filled: ReadonlyMap<string, number>;
  readonly rows: number;
}

function profile({ tabs }: Snapshot, contracts: readonly TabContract[]): Profile {
  const finder = new TabFinder(tabs, contracts);
  return new Map(
    contracts.flatMap((contract) => {
      const tab = finder.tabFor(contract);
      return tab === null ? [] : [[contract, tabProfile(tab, contract)] as const];
    }),
  );
}

function tabProfile(tab: Tab, contract: TabContract): TabProfile {
  const { tables, rows } = readTab(tab, contract);
  const written = rows.filter(({ isBlank }) => !isBlank);
  const headings = new Map(
    tables.flatMap((table) => table.headings.flatMap(({ key, text }) => (key === null ? [] : [[key, text] as const]))),
  );
  const filled = [...headings.keys()].map(
    (key) => [key, written.filter((row) => isReadable(row.cell(key))).length] as const,
  );
  return { tab, headings, filled: new Map(filled), rows: written.length };
}

function isReadable(cell: Cell): boolean {
  return cellText(cell) !== '' && !(typeof cell === 'object' && cell !== null && 'error' in cell);
}

function lossOf(
  contract: TabContract,
  before: TabProfile | null,
  after: TabProfile | null,
  next: Snapshot,
): readonly Loss[] {
  if (before === null) return [];
  const loss = (kind: Loss['kind'], is: Tab | null, message: string, holdMs: number) => [
    { contract, was: before.tab, is, kind, message, holdMs },
  ];
  const was = shown(before.tab.name);
  if (after === null) {
    const there = next.tabs.find(({ name }) => name === before.tab.name) ?? null;
    // Without it there would be nothing to answer from at all.
    const holdMs = contract.compulsory ? Number.POSITIVE_INFINITY : HELD_MS;
    const intended = contract.compulsory ? '' : ` ${MEANT_TOMORROW}`;
    return there === null
      ? loss('tab', null, `Fanen ${was} finnes ikke lenger. Har den fått nytt navn?${intended}`, holdMs)
      : loss(
          'headings',
          there,
          `Overskriftene i fanen ${was} er borte eller endret. Sett dem tilbake.${intended}`,
          holdMs,
        );
  }

  // Another tab, of other use, that happens to have the headings.
  const moved = after.tab.name !== before.tab.name && next.tabs.every(({ name }) => name !== before.tab.name);
  const inUse = contract.columns.filter(({ key, extra }) => !extra && (before.filled.get(key) ?? 0) > 0);
  const gone = inUse.filter(({ key }) => !after.headings.has(key));
  if (gone.length > 0 && moved) {
    return loss('tab', null, `Fanen ${was} finnes ikke lenger. Har den fått nytt navn? ${MEANT_TOMORROW}`, HELD_MS);
  }
  if (gone.length > 0) {
    const names = gone.map(({ key }) => shown(before.headings.get(key) ?? key));
    const which = names.length === 1 ? `Overskriften ${names[0]}` : `Overskriftene ${names.join(', ')}`;
    const isMissed = gone.some(({ key, expected }) => expected || (before.filled.get(key) ?? 0) >= before.rows / 2);
    return loss(
      'headings',
      after.tab,
      `${which} i fanen ${was} finnes ikke lenger. Har ${names.length === 1 ? 'den' : 'de'} fått nytt navn? ${isMissed ? MEANT_TOMORROW : MEANT_IN_AN_HOUR}`,
      isMissed ? HELD_MS : COLUMN_HELD_MS,
    );
  }
  const emptied = inUse.find(({ key }) => (before.filled.get(key) ?? 0) >= MANY_ROWS && after.filled.get(key) === 0);
  if (emptied && after.rows > 0) {
    const name = shown(before.headings.get(emptied.key) ?? emptied.title);
    return loss(
      'column',
      after.tab,
      `Kolonnen ${name} i fanen ${was} har ingenting i seg lenger. ${UNDO} ${MEANT_SOON}`,
      ROWS_HELD_MS,
    );
  }
  if (before.rows < MANY_ROWS || after.rows >= before.rows / 2) return [];
  return loss(
    'rows',
    after.tab,
    `Fanen ${was} hadde ${before.rows} rader og har nå ${after.rows}. ${UNDO} ${MEANT_SOON}`,
    ROWS_HELD_MS,
  );
}

const MEANT_TOMORROW = 'Er det meningen, går jeg etter arket slik det står når det har gått et døgn.';
const MEANT_IN_AN_HOUR = 'Er det meningen, går jeg etter arket slik det står når det har gått en time.';
const UNDO = 'Er noe slettet ved et uhell, kan det angres i arket.';
const MEANT_SOON = 'Ellers går jeg etter arket slik det står når det har gått ti minutter.';

/** The new content, in which each tab that has lost something is as it was. */
function putBack(losses: readonly Loss[], good: Snapshot, next: Snapshot): Snapshot {
  if (losses.length === 0) return next;
  const replaced = new Set(losses.map(({ is }) => is));
  const held = [...new Set(losses.map(({ was }) => was))];
  return {
    tabs: [...next.tabs.filter((tab) => !replaced.has(tab)), ...held],
    version: `${next.version} holdt igjen ${held.map(({ name }) => name).join(', ')} ${good.version}`,
  };
}

function shown(name: string): string {
  return `«${cutText(hideBirthNumbers(name), LONGEST_NAME)}»`;
}
