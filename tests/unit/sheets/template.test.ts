import { describe, expect, test } from 'vitest';
import type { TabContract } from '#src/sheets/contract.ts';
import { WORKBOOK_NAMES } from '#src/sheets/contract.ts';
import { handlingsplanContract } from '#src/sheets/handlingsplan.ts';
import { innstillingerContract } from '#src/sheets/innstillinger.ts';
import { SETTINGS } from '#src/sheets/innstillinger-settings.ts';
import { kapasitetContract } from '#src/sheets/kapasitet.ts';
import { kontakterContract } from '#src/sheets/kontakter.ts';
import { kpiContract } from '#src/sheets/kpi.ts';
import { kpiDataContract } from '#src/sheets/kpi-data.ts';
import { fits } from '#src/sheets/read-tab.ts';
import { statusPerKommuneContract } from '#src/sheets/status-per-kommune.ts';
import { templateLayout } from '#src/sheets/template.ts';
import { isExampleRow } from '#src/sheets/template-row.ts';
import type { TableLayout, TextLayout } from '#src/workbook/layout.ts';

const contracts: readonly TabContract[] = [
  handlingsplanContract,
  statusPerKommuneContract,
  kontakterContract,
  innstillingerContract,
  kpiContract,
  kpiDataContract,
  kapasitetContract,
];

const sheets = WORKBOOK_NAMES.flatMap((name) => templateLayout(name).sheets);
const tables = sheets.filter((sheet): sheet is TableLayout => sheet.kind === 'table');
const guides = sheets.filter((sheet): sheet is TextLayout => sheet.kind === 'text');

function column(tab: string, title: string) {
  const found = tables.find(({ name }) => name === tab)?.columns.find((c) => c.title === title);
  if (!found) throw new Error(`No column ${title}`);
  return found;
}

describe('a template', () => {
  test.each([
    ['handlingsplan', ['Handlingsplan', 'Status per kommune', 'Kontakter', 'Innstillinger', 'KPI', 'KPI-data']],
    ['kapasitet', ['Kapasitet']],
  ] as const)('%s has a guide and then its tabs', (name, tabs) => {
    expect(templateLayout(name).sheets.map((sheet) => sheet.name)).toEqual(['Les meg', ...tabs]);
  });

  test.each(contracts.map((contract) => [contract.name, contract] as const))(
    '%s has every column of the contract, with its note and width',
    (name, contract) => {
      const table = tables.find((t) => t.name === name);
      expect(table?.columns.map(({ title, note, width }) => ({ title, note, width }))).toEqual(
        contract.columns.map(({ title, note, width }) => ({ title, note, width })),
      );
    },
  );
});

describe('a column', () => {
  test.each([
    ['Handlingsplan', 'Nr', 'text'],
    ['Handlingsplan', 'Tidsrom', 'text'],
    ['Handlingsplan', 'Fullført dato', 'date'],
    ['KPI', 'Mål', 'text'],
    ['KPI-data', 'Måned', 'text'],
    ['KPI-data', 'UKP-opphold', 'number'],
    ['Kapasitet', 'Oppdatert', 'moment'],
    ['Kapasitet', 'Belagt', 'number'],
  ] as const)('in %s called %s is %s', (tab, title, format) => {
    expect(column(tab, title).format).toBe(format);
  });

  test('breaks long texts into lines, but no dates, numbers or single words', () => {
    const wraps = (title: string) => column('Handlingsplan', title).wraps;
    expect(['Tiltak', 'Kommentar', 'Status'].map(wraps)).toEqual([true, true, true]);
    expect(['Nr', 'Prioritet', 'Fullført dato'].map(wraps)).toEqual([false, false, false]);
  });

  test('has colours only for words that its drop-down offers', () => {
    const strays = tables.flatMap(({ columns }) =>
      columns.flatMap(({ values, colours }) => Object.keys(colours).filter((value) => !values.includes(value))),
    );
    expect(strays).toEqual([]);
    expect(Object.keys(column('Handlingsplan', 'Status').colours)).not.toEqual([]);
  });
});

describe('the example row', () => {
  test.each(tables.map((table) => [table.name, table] as const))(
    'of %s is grey for the reader’s reason',
    (_, table) => {
      const [example = []] = table.rows;
      const { columns, beginsWith } = table.greyRows;
      expect(columns.length).toBeGreaterThan(0);
      for (const index of columns) {
        expect(example[index]).toEqual(expect.stringMatching(new RegExp(`^${beginsWith}`)));
        expect(isExampleRow([`${beginsWith} …`])).toBe(true);
      }
    },
  );

  test('holds real dates', () => {
    const dates = tables.flatMap(({ columns, rows: [example = []] }) =>
      columns.flatMap(({ format }, index) => (format === 'date' || format === 'moment' ? [example[index]] : [])),
    );
    expect(dates.filter((cell) => cell !== null)).toEqual([
      { serial: 45_292 },
      { serial: 46_022 },
      { serial: 45_446.3 },
    ]);
  });
});

test('Innstillinger lists every setting with its usual value', () => {
  const rows = tables.find(({ name }) => name === 'Innstillinger')?.rows.slice(1);
  expect(rows).toEqual(SETTINGS.map(({ name, value, explanation }) => [name, value || null, explanation]));
});

describe('the guide', () => {
  test.each(WORKBOOK_NAMES)('of %s says what each of its tabs is for', (name) => {
    const { lines = [] } = guides[WORKBOOK_NAMES.indexOf(name)] ?? {};
    const own = contracts.filter(({ workbook }) => workbook === name);
    expect(lines).toEqual(
      expect.arrayContaining(own.map((contract) => ({ look: 'term', term: contract.name, text: contract.purpose }))),
    );
  });

  test.each(WORKBOOK_NAMES)('of %s keeps patients out', (name) => {
    const { lines = [] } = guides[WORKBOOK_NAMES.indexOf(name)] ?? {};
    expect(lines.map(({ text }) => text).join('\n')).toContain('Skriv aldri noe om enkeltpasienter');
  });

  test('is never taken for a table', () => {
    const tabs = guides.map(({ name, lines }) => ({
      name,
      url: null,
      merges: [],
      rows: lines.map((line) => (line.look === 'term' ? [line.term, line.text] : [line.text])),
    }));
    for (const tab of tabs) expect(contracts.filter((contract) => fits(tab, contract))).toEqual([]);
  });
});
