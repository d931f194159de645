import { toDay, toSerial } from '#src/domain/day.ts';
import type { CellFormat, ColumnLayout, TableLayout, WorkbookLayout } from '#src/workbook/layout.ts';
import type { Cell } from '#src/workbook/workbook.ts';
import type { Column, ColumnFormat, TabContract, WorkbookName } from './contract.ts';
import { handlingsplanContract } from './handlingsplan.ts';
import { innstillingerContract } from './innstillinger.ts';
import { SETTINGS } from './innstillinger-settings.ts';
import { kapasitetContract } from './kapasitet.ts';
import { kontakterContract } from './kontakter.ts';
import { kpiContract } from './kpi.ts';
import { kpiDataContract } from './kpi-data.ts';
import { statusPerKommuneContract } from './status-per-kommune.ts';
import { guideLayout } from './template-guide.ts';
import { isExampleRow } from './template-row.ts';

/** What makes a row an example to the reader, see {@link isExampleRow}. */
const EXAMPLE_MARK = 'Eksempel:';

/** Texts in narrower columns are words; in wider ones they may be sentences. */
const WRAPS_FROM_WIDTH = 22;

/** A month is kept as it was typed: what a spreadsheet makes of «2024-05» depends on its language. */
const CELL_FORMATS: Readonly<Record<ColumnFormat, CellFormat>> = {
  text: 'text',
  month: 'text',
  number: 'number',
  share: 'share',
  date: 'date',
  moment: 'moment',
};

interface TemplateTab {
  readonly contract: TabContract;
  /** What stands below the example row from the start. */
  readonly rows?: readonly (readonly Cell[])[];
}

const TEMPLATES: Readonly<Record<WorkbookName, { readonly title: string; readonly tabs: readonly TemplateTab[] }>> = {
  handlingsplan: {
    title: 'Handlingsplan',
    tabs: [
      { contract: handlingsplanContract },
      { contract: statusPerKommuneContract },
      { contract: kontakterContract },
      { contract: innstillingerContract, rows: settingRows() },
      { contract: kpiContract },
      { contract: kpiDataContract },
    ],
  },
  kapasitet: { title: 'Kapasitet', tabs: [{ contract: kapasitetContract }] },
};

/**
 * The blank template of a workbook: a guide, and one tab for each contract with its headings, notes, drop-downs, colours
 * and an example row. All of it comes from the contracts, so that the reader understands what the template invites.
 */
export function templateLayout(name: WorkbookName): WorkbookLayout {
  const { title, tabs } = TEMPLATES[name];
  const guide = guideLayout(
    name,
    tabs.map(({ contract }) => contract),
  );
  return { title, sheets: [guide, ...tabs.map(tableLayout)] };
}

/** The contracts a workbook's template has tabs for, in the order of the tabs. */
export function templateContracts(name: WorkbookName): readonly TabContract[] {
  return TEMPLATES[name].tabs.map(({ contract }) => contract);
}

function tableLayout({ contract: { name, columns }, rows = [] }: TemplateTab): TableLayout {
  const marked = columns.flatMap(({ example }, index) => (isExampleRow([example]) ? [index] : []));
  return {
    kind: 'table',
    name,
    columns: columns.map(columnLayout),
    rows: [columns.map(exampleCell), ...rows],
    greyRows: { beginsWith: EXAMPLE_MARK, columns: marked },
  };
}

function columnLayout({ title, note, width, format, values = [], colours = {} }: Column): ColumnLayout {
  const cellFormat = CELL_FORMATS[format];
  return {
    title,
    note,
    width,
    format: cellFormat,
    wraps: cellFormat === 'text' && width >= WRAPS_FROM_WIDTH,
    values,
    colours,
  };
}

/** The contract spells a day as people write it; the cell holds a real one, so that it sorts and shows as the others. */
function exampleCell({ example, format }: Column): Cell {
  if (example === '') return null;
  const isCalendar = format === 'date' || format === 'moment';
  return isCalendar && typeof example === 'string' ? calendarCell(example) : example;
}

/** «31.12.2025» or «03.06.2024 07:12». */
function calendarCell(text: string): Cell {
  const [day = 0, month = 0, year = 0, hours = 0, minutes = 0] = text.split(/[. :]/).map(Number);
  const found = toDay(year, month, day);
  return found ? { serial: toSerial(found, hours * 60 + minutes) } : text;
}

function settingRows(): readonly (readonly Cell[])[] {
  return SETTINGS.map(({ name, value, explanation }) => [name, value === '' ? null : value, explanation]);
}
