import { resolve } from 'node:path';
import { judgeModel } from '#src/features/judge-model.ts';
import type { Model } from '#src/sheets/model.ts';
import { readModel } from '#src/sheets/read-model.ts';
import { openFileWorkbook } from '#src/workbook/file-workbook.ts';
import type { Cell, Tab } from '#src/workbook/workbook.ts';
import { NOW } from './kapasitet.ts';

export const SEED_FOLDER = resolve(import.meta.dirname, '../../sheets-templates/eksempel');

/** The model of the plan at a path, whatever kind of file it is. */
export async function modelOfFile(path: string): Promise<Model> {
  const handlingsplan = await openFileWorkbook(path).read();
  return readModel({ handlingsplan, kapasitet: null, withKpi: false, readAt: NOW, examples: [] });
}

/** The seed plan, with the contacts and settings of the example. */
export function seedModel(): Promise<Model> {
  return modelOfFile(SEED_FOLDER);
}

/** The cells of the seed plan's tab, as written. */
export async function seedRows(): Promise<readonly (readonly Cell[])[]> {
  return (await seedTab()).rows;
}

async function seedTab(): Promise<Tab> {
  const { tabs } = await openFileWorkbook(SEED_FOLDER).read();
  const tab = tabs.find(({ name }) => name === 'Handlingsplan');
  if (!tab) throw new Error('The example has no plan');
  return tab;
}

/** A plan and its judgement with addresses left out, so that two spellings of the same plan are equal. */
export function essence(model: Model) {
  const judgement = judgeModel(model, NOW);
  return {
    aktiviteter: model.plan?.aktiviteter,
    skipped: model.plan?.skipped,
    tiltak: judgement.tiltak.map(({ tiltak, ...judged }) => {
      const { cell, fristCell, frist, ...rest } = tiltak;
      const { text: _asWritten, ...understood } = frist;
      return { ...judged, ...rest, frist: understood, at: afterSheet(cell), fristAt: afterSheet(fristCell) };
    }),
    contradictions: judgement.contradictions.length,
    outdated: judgement.outdated,
  };
}

function afterSheet(address: string): string {
  return address.slice(address.lastIndexOf('!') + 1);
}
