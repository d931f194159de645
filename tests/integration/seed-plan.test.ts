import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Workbook as Xlsx } from '@cj-tech-master/excelts';
import { describe, expect, it } from 'vitest';
import { type Day, parseIsoDay, toSerial } from '#src/domain/day.ts';
import { judgeModel } from '#src/features/judge-model.ts';
import type { Cell } from '#src/workbook/workbook.ts';
import { NOW } from '../support/kapasitet.ts';
import { essence, modelOfFile, SEED_FOLDER, seedModel, seedRows } from '../support/seed-plan.ts';
import { windows1252 } from '../support/windows-1252.ts';
import { folderWith } from '../support/workbook-files.ts';

/** Worked out by hand from the plan as agreed, on Monday 3 June 2024: nr, timing, last day, days over, whom it is for. */
const ON_3_JUNE = [
  ['1.1', 'overdue', '2024-05-01', 33, 'Kompetansegruppen, Analysegruppen'],
  ['1.2', 'waiting', null, null, 'Kompetansegruppen, Analysegruppen'],
  ['1.3', 'on-track', '2024-09-01', null, 'Kompetansegruppen, Analysegruppen'],
  ['1.4', 'overdue', '2024-03-22', 73, ''],
  ['2.1', 'overdue', '2024-02-20', 104, 'Kompetansegruppen'],
  ['2.2', 'due-soon', '2024-06-05', null, 'Prosjektgruppen'],
  ['2.3', 'on-track', '2024-07-01', null, ''],
  ['2.4', 'on-track', '2024-09-01', null, ''],
  ['3.1', 'overdue', '2024-06-01', 2, 'Koordinator sykehus, Koordinator kommune'],
  ['3.2', 'on-track', '2024-10-01', null, 'Den enkelte kommune, St. Olavs hospital'],
  ['3.3', 'overdue', '2024-06-01', 2, 'Kompetansegruppen'],
  ['3.4', 'overdue', '2024-03-15', 80, 'Trondheim kommune, St. Olavs hospital'],
  ['4.1', 'on-track', '2024-12-31', null, 'Trondheim kommune'],
  ['4.2', 'on-track', '2024-12-31', null, 'Kommunegruppene'],
  ['4.3', 'on-track', '2024-12-31', null, 'Den enkelte kommune'],
  ['5.1', 'overdue', '2024-06-01', 2, 'St. Olavs hospital, den enkelte kommune'],
  ['5.2', 'on-track', '2024-09-01', null, 'St. Olavs hospital, den enkelte kommune'],
  ['5.3', 'on-track', '2024-09-01', null, 'St. Olavs hospital, den enkelte kommune'],
  ['5.4', 'overdue', '2024-03-01', 94, 'St. Olavs hospital'],
  ['5.5', 'on-track', '2024-10-01', null, 'Den enkelte kommune'],
  ['5.6', 'on-track', '2024-09-01', null, 'St. Olavs hospital'],
  ['5.7', 'on-track', '2024-10-01', null, 'St. Olavs hospital, den enkelte kommune'],
  ['5.8', 'no-deadline', null, null, 'Den enkelte kommune'],
  ['5.9', 'no-deadline', null, null, ''],
  ['6.1', 'on-track', '2024-09-01', null, 'St. Olavs hospital'],
  ['6.2', 'on-track', '2024-12-31', null, 'Den enkelte kommune, St. Olavs hospital'],
  ['6.3', 'on-track', '2024-12-31', null, 'Den enkelte kommune, St. Olavs hospital'],
  ['7.1', 'no-deadline', null, null, 'Kommunene'],
  ['7.2', 'no-deadline', null, null, 'Kommunene'],
] as const;

describe('the seed plan', () => {
  it('has 29 tiltak in 7 aktiviteter, 11 template rows and no fault', async () => {
    const { plan, faults } = await seedModel();
    const perAktivitet = Map.groupBy(plan?.tiltak ?? [], ({ aktivitet }) => aktivitet);

    expect([...perAktivitet].map(([nr, tiltak]) => [nr, tiltak.length])).toEqual([
      ['1', 4],
      ['2', 4],
      ['3', 4],
      ['4', 3],
      ['5', 9],
      ['6', 3],
      ['7', 2],
    ]);
    expect(plan?.aktiviteter.map(({ nr, name }) => [nr, name.split(' ')[0]])).toEqual([
      ['1', 'Utarbeide'],
      ['2', 'Forbereder'],
      ['3', 'Samhandling'],
      ['4', 'Etablere'],
      ['5', 'Implementere'],
      ['6', 'Kommunene'],
      ['7', 'Interkommunalt'],
    ]);
    expect(plan?.skipped).toBe(11);
    expect(faults).toEqual([]);
  });

  it('is judged tiltak by tiltak as people would judge it', async () => {
    const { tiltak, contradictions, dependencyFaults, outdated } = judgeModel(await seedModel(), NOW);

    const lines = tiltak.map(({ tiltak: t, timing, daysOverdue }) => [
      t.nr,
      timing,
      t.frist.end,
      daysOverdue,
      t.ansvarlig.join(', '),
    ]);
    expect(lines).toEqual(ON_3_JUNE);
    expect(tiltak.find(({ tiltak: t }) => t.nr === '1.2')?.waitsFor).toEqual(['1.1']);
    expect(tiltak.find(({ tiltak: t }) => t.nr === '1.1')?.blocks).toEqual(['1.2']);
    expect([contradictions, dependencyFaults, outdated]).toEqual([[], [], false]);
  });

  it('has its placeholders read as nothing', async () => {
    const { plan } = await seedModel();
    const of = (nr: string) => plan?.tiltak.find((t) => t.nr === nr);

    expect(plan?.tiltak.filter(({ ansvarlig }) => ansvarlig.length === 0).map(({ nr }) => nr)).toEqual([
      '1.4',
      '2.3',
      '2.4',
      '5.9',
    ]);
    expect([of('2.3')?.prioritet, of('2.3')?.omfang]).toEqual([null, null]);
    expect([of('5.9')?.prioritet, of('5.9')?.omfang]).toEqual(['lav', 'lite']);
    expect(plan?.tiltak.filter(({ fanOut }) => fanOut === 'kommunegrupper').map(({ nr }) => nr)).toEqual(['4.2']);
  });
});

describe('the same plan in another file', () => {
  it('reads an .xlsx with merged cells, real dates and frozen headings', async () => {
    const folder = await folderWith({ 'Vår plan.xlsx': await seedAsXlsx() });

    const model = await modelOfFile(join(folder, 'Vår plan.xlsx'));

    await expectTheSeedPlan(model);
    expect(model.plan?.tiltak[0]?.frist).toMatchObject({ kind: 'by', end: '2024-05-01', precision: 'day' });
  });

  it.each([
    ['UTF-8 .tsv', 'Plan.tsv', '\t', (text: string) => new TextEncoder().encode(text)],
    ['Windows-1252 .tsv', 'Plan.tsv', '\t', windows1252],
    ['; .csv with a byte-order mark', 'Plan.csv', ';', (text: string) => new TextEncoder().encode(`\ufeff${text}`)],
    ['; .csv in Windows-1252', 'Plan.csv', ';', windows1252],
  ] as const)('reads %s, alone and in a folder', async (_, name, delimiter, encode) => {
    const folder = await folderWith({ [name]: encode(await seedAsText(delimiter)) });

    await expectTheSeedPlan(await modelOfFile(join(folder, name)));
    await expectTheSeedPlan(await modelOfFile(folder));
  });
});

/** Without Kontakter no alias is known, so the seed is read without them too. */
async function expectTheSeedPlan(model: Awaited<ReturnType<typeof seedModel>>): Promise<void> {
  const folder = await folderWith({ 'Handlingsplan.tsv': await readFile(join(SEED_FOLDER, 'Handlingsplan.tsv')) });
  expect(essence(model)).toEqual(essence(await modelOfFile(folder)));
  expect(model.faults).toEqual([]);
}

async function seedAsText(delimiter: string): Promise<string> {
  const quoted = (cell: Cell) => (/["\t;\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell);
  return (await seedRows())
    .map((row) => row.map((cell) => (cell === null ? '' : quoted(cell))).join(delimiter))
    .join('\r\n');
}

const INNEN_DATE = /^Innen (\d{1,2})\.(\d{1,2})\.(?:20)?(\d{2})$/;

/** As somebody tidy would keep it: aktivitet cells merged over their rows, deadlines as calendar cells, headings frozen. */
async function seedAsXlsx(): Promise<Uint8Array> {
  const xlsx = new Xlsx();
  const sheet = xlsx.addWorksheet('Tiltak 2024', { views: [{ state: 'frozen', ySplit: 1 }] });
  const rows = await seedRows();
  for (const [index, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell === null || cell === '') continue;
      const day = column === 2 ? dayOf(String(cell)) : null;
      const target = sheet.getCell(index + 1, column + 1);
      target.value = day === null ? String(cell) : toSerial(day);
      if (day !== null) target.numFmt = 'dd.mm.yyyy';
    }
  }
  for (const [first, last] of aktivitetSpans(rows)) sheet.mergeCells(first + 1, 1, last + 1, 1);
  return xlsx.xlsx.writeBuffer();
}

function dayOf(text: string): Day | null {
  const [, day = '', month = '', year = ''] = INNEN_DATE.exec(text) ?? [];
  return parseIsoDay(`20${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function aktivitetSpans(rows: readonly (readonly Cell[])[]): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  for (const [index, [aktivitet, tiltak, tidsrom]] of rows.entries()) {
    if (typeof aktivitet === 'string' && /^\d/.test(aktivitet)) spans.push([index, index]);
    const open = spans.at(-1);
    if (open && !aktivitet && (tiltak || tidsrom)) open[1] = index;
  }
  return spans;
}
