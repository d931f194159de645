import { cellText } from '#src/domain/cell-value.ts';
import type { Cell, Snapshot, Tab } from '#src/workbook/workbook.ts';
import { withoutBirthNumbers } from './birth-numbers.ts';
import type { TabContract, WorkbookName } from './contract.ts';
import type { Heading } from './find-headings.ts';
import { TabFinder } from './find-tabs.ts';
import { headingForm, headingFormWithoutParenthesis } from './heading.ts';
import { kapasitetContract } from './kapasitet.ts';
import { kpiTabs } from './kpi-tabs.ts';
import { PLAN_TABS } from './plan-tabs.ts';
import { readTab } from './read-tab.ts';

/**
 * The snapshot as it may be kept between runs: without the columns that tell how to reach a person or who somebody is
 * (E-post, Kontakt, Oppdatert av), without e-mail addresses and birth numbers anywhere, and without what nothing is read from: other tabs, and notes
 * above the headings. What is read of the rest is the same as before.
 */
export function withoutPersonalData(snapshot: Snapshot, workbook: WorkbookName): Snapshot {
  const clean = snapshot.tabs.map((tab) => withoutBirthNumbers(tab).tab);
  const used = new Set(CONTRACTS[workbook].flatMap((contracts) => tabsInUse(clean, contracts)));
  return { ...snapshot, tabs: clean.filter((tab) => used.has(tab)).map(scrubbed) };
}

const ALL_PLAN_TABS = [...PLAN_TABS, ...kpiTabs.contracts];
const EVERY_CONTRACT: readonly TabContract[] = [...ALL_PLAN_TABS, kapasitetContract];

/** A plan is read with or without the KPI-er, which may decide what an unnamed tab is taken for. */
const CONTRACTS: Readonly<Record<WorkbookName, readonly (readonly TabContract[])[]>> = {
  handlingsplan: [PLAN_TABS, ALL_PLAN_TABS],
  kapasitet: [[kapasitetContract]],
};

function tabsInUse(tabs: readonly Tab[], contracts: readonly TabContract[]): readonly Tab[] {
  const finder = new TabFinder(tabs, contracts);
  return contracts.flatMap((contract) => finder.tabFor(contract) ?? []);
}

/** Blanks by every contract that the tab could be read by: both workbooks may be one folder. */
function scrubbed(tab: Tab): Tab {
  const blanked = new Map<number, Set<number>>();
  let firstHeading = tab.rows.length;
  for (const contract of EVERY_CONTRACT) {
    const personal = new Set(contract.columns.filter((column) => column.personal).map(({ key }) => key));
    const { tables, rows } = readTab(tab, contract);
    firstHeading = Math.min(firstHeading, tables[0]?.headingRow ?? firstHeading);
    const columns = new Map(
      tables.map((table) => [table, table.headings.filter((heading) => isPersonal(heading, personal))]),
    );
    for (const { index, table } of rows) {
      const row = blanked.get(index) ?? new Set<number>();
      for (const { column } of columns.get(table) ?? []) row.add(column);
      blanked.set(index, row);
    }
  }
  const rows = tab.rows.map((cells, row) =>
    cells.map(
      (cell, column): Cell => (row < firstHeading || blanked.get(row)?.has(column) ? null : withoutEmail(cell)),
    ),
  );
  return { ...tab, rows };
}

/** An address that stands in a text, such as an owner's or in a comment. */
const EMAIL = /[^\s@<>(),;]+@[^\s@<>(),;]+\.[^\s@<>(),;]+/g;

function withoutEmail(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.replace(EMAIL, 'skjult e-post') : cell;
}

/** A column of that kind, or one that nothing is read from whose heading says the same. */
function isPersonal({ key, text }: Heading<string>, personal: ReadonlySet<string>): boolean {
  if (key !== null) return personal.has(key);
  const heading = cellText(text);
  return PERSONAL_FORMS.has(headingForm(heading)) || PERSONAL_FORMS.has(headingFormWithoutParenthesis(heading));
}

/** What people call columns of their own that name a person, or tell how to reach one. */
const PERSONAL_HEADINGS = `E-mail, Epostadresse, Telefonnummer, Tlf.nr, Mobil, Mobilnummer, Mobiltelefon, Mobiltlf,
  Direktenummer, Kontaktperson, Kontaktpersoner, Kontaktinformasjon, Kontaktopplysninger, Adresse, Postadresse,
  Personnavn, Fullt navn, Fornavn, Etternavn, Ansattnummer, Fødselsdato, Fødselsnummer, Personnummer, Registrert av,
  Rapportert av, Meldt av, Fylt ut av, Sist endret av, Signatur, Initialer`.split(',');

const PERSONAL_FORMS: ReadonlySet<string> = new Set(
  [
    ...PERSONAL_HEADINGS,
    ...EVERY_CONTRACT.flatMap(({ columns }) =>
      columns.filter((column) => column.personal).flatMap(({ title, aliases = [] }) => [title, ...aliases]),
    ),
  ].map((heading) => headingForm(heading.trim())),
);
