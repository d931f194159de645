import { cellText } from '#src/domain/cell-value.ts';
import type { Fault } from '#src/domain/fault.ts';
import type { Tab } from '#src/workbook/workbook.ts';
import { a1 } from './address.ts';
import type { Column, TabContract } from './contract.ts';
import { headingForm } from './heading.ts';
import type { TabRead } from './read-tab.ts';

const NO_TABLE = 'Fant ingen tabell for';
const NEARLY_A_TABLE = 'ligner overskriftene i';

/** Whether a fault says that no tab holds the table of this name. */
export function saysNoTable({ message }: Fault, name: string): boolean {
  return message.startsWith(`${NO_TABLE} ${name}.`) || message.includes(` ${NEARLY_A_TABLE} ${name}, `);
}

/** The fault of a workbook in which no tab has the headings a contract needs. */
export function missingTable(contract: TabContract, suspect: Tab | null): Fault {
  const needed = contract.recognisedBy.map((group) => titleOf(contract, group[0] ?? '')).join(' og ');
  const near = suspect ? nearestHeadingRow(suspect, contract) : null;
  const expected = `en rad med overskriftene ${contract.columns
    .slice(0, 6)
    .map(({ title }) => title)
    .join(', ')} …`;

  if (suspect && near) {
    const lacking = contract.recognisedBy.filter((group) => !group.some((key) => near.keys.has(key)));
    const titles = lacking.map((group) => `«${titleOf(contract, group[0] ?? '')}»`).join(' og ');
    return {
      sheet: suspect.name,
      cell: a1(near.row, 0),
      found: near.texts.join(', '),
      expected,
      message: `Rad ${near.row + 1} ${NEARLY_A_TABLE} ${contract.name}, men mangler ${titles}.`,
    };
  }
  return {
    sheet: suspect?.name ?? contract.name,
    cell: 'A1',
    found: suspect && suspect.rows.length > 0 ? cellText(suspect.rows[0]?.[0] ?? null) : '',
    expected,
    message: `${NO_TABLE} ${contract.name}. Det må være en rad med overskrifter, minst ${needed}.`,
  };
}

/** Columns that a table can be read without, but that people count on, such as Tidsrom. */
export function missingColumns<K extends string>(read: TabRead<K>, contract: TabContract<K>): readonly Fault[] {
  const [first] = read.tables;
  if (!first) return [];
  const has = (key: K) => read.tables.some(({ columns }) => columns.has(key));
  return lackingColumns(contract, has).map(({ title, aliases = [] }) => ({
    sheet: read.sheet,
    cell: a1(first.headingRow, 0),
    found: first.headings.map(({ text }) => text).join(', '),
    expected: `overskriften «${title}»`,
    message: `Fant ingen kolonne for ${title.toLowerCase()}. Overskriften kan være ${[title, ...aliases]
      .slice(0, 4)
      .map((name) => `«${name}»`)
      .join(', ')}.`,
  }));
}

/** Those that people count on, and that neither are there nor have anything that makes up for them. */
export function lackingColumns<K extends string>(
  { columns }: TabContract<K>,
  has: (key: K) => boolean,
): readonly Column<K>[] {
  return columns.filter(({ key, expected, orElse = [] }) => expected && ![key, ...orElse].some(has));
}

function titleOf(contract: TabContract, key: string): string {
  return contract.columns.find((column) => column.key === key)?.title ?? key;
}

/** The row with the most known headings (at least two), which lacks one that is needed. */
function nearestHeadingRow(tab: Tab, contract: TabContract) {
  const forms = new Map(
    contract.columns.flatMap(({ key, title, aliases = [] }) =>
      [title, ...aliases].map((name) => [headingForm(name), key] as const),
    ),
  );
  const rows = tab.rows.slice(0, 50).map((cells, row) => {
    const texts = cells.map(cellText).filter((text) => text !== '' && text.length <= 60);
    return { row, texts, keys: new Set(texts.flatMap((text) => forms.get(headingForm(text)) ?? [])) };
  });
  const best = rows.reduce<(typeof rows)[number] | null>(
    (most, row) => (row.keys.size > (most?.keys.size ?? 1) ? row : most),
    null,
  );
  return best;
}
