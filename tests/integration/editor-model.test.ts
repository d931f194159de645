import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { momentAt } from '#src/domain/day.ts';
import { readModel } from '#src/sheets/read-model.ts';
import { openFileEditor } from '#src/workbook/file-editor.ts';
import { openFileWorkbook } from '#src/workbook/file-workbook.ts';
import type { Tab } from '#src/workbook/workbook.ts';
import { folderWith, xlsxBytes } from '../support/workbook-files.ts';

const READ_AT = momentAt(Date.UTC(2024, 5, 3, 6));

const COMPARED = [
  'plan',
  'kommuneStatuses',
  'kontakter',
  'innstillinger',
  'kpi',
  'kpiRows',
  'kapasitet',
  'faults',
  'tabs',
  'missingTabs',
  'unusedTabs',
] as const;

/** Everything the bot knows from a workbook with both kinds of tabs. */
async function modelOf(path: string) {
  const snapshot = await openFileWorkbook(path).read();
  const model = await readModel({
    handlingsplan: snapshot,
    kapasitet: snapshot,
    withKpi: true,
    readAt: READ_AT,
    examples: [],
  });
  return COMPARED.map((part) => [part, model[part]]);
}

const statusIn = (tabs: readonly Tab[]) => {
  const rows = tabs.find(({ name }) => name === 'Handlingsplan')?.rows ?? [];
  return { rows, column: rows[0]?.indexOf('Status') ?? -1 };
};

test.each(['a folder', 'an .xlsx'])(
  '%s: an edit changes the model by what was asked for, and the log is nothing else',
  async (kind) => {
    const folder = join(await folderWith({}), 'eksempel');
    await cp('sheets-templates/eksempel', folder, { recursive: true });
    const { tabs } = await openFileWorkbook(folder).read();
    const path = kind === 'a folder' ? folder : `${await folderWith({ 'ark.xlsx': await xlsxBytes(tabs) })}/ark.xlsx`;
    const before = await modelOf(path);

    // Written and put back, so that the log has lines and the plan is as it was.
    for (const [from, to] of [
      [null, 'Forsinket'],
      ['Forsinket', null],
    ] as const) {
      await openFileEditor(path).edit({
        by: 'U01',
        at: '2024-06-03 08:12',
        aim(now) {
          const { rows, column } = statusIn(now);
          const changes = [{ column, from, to }];
          const key = [{ column: 1, value: rows[1]?.[1] ?? null }];
          return { kind: 'target', target: { tab: 'Handlingsplan', row: 1, key, name: '1.1', changes } };
        },
      });
      const after = await modelOf(path);
      if (to === null) expect(after).toEqual(before);
      else expect(JSON.stringify(after)).not.toBe(JSON.stringify(before));
    }
  },
);
