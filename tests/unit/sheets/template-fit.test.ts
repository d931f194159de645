import { describe, expect, test } from 'vitest';
import { templateLayout } from '#src/sheets/template.ts';
import { fitTemplates } from '#src/sheets/template-fit.ts';
import type { Cell, Tab } from '#src/workbook/workbook.ts';

const tab = (name: string, ...rows: readonly (readonly Cell[])[]): Tab => ({ name, rows, merges: [], url: null });
const plan = (name: string) => tab(name, ['Tiltak', 'Frist', 'Ansvarlig'], ['Lage mal', 'Q3 2024', 'Gruppen']);
const names = (sheets: readonly { readonly name: string }[]) => sheets.map(({ name }) => name);

const ALL = ['Les meg', 'Handlingsplan', 'Status per kommune', 'Kontakter', 'Innstillinger', 'KPI', 'KPI-data'];

describe('a workbook', () => {
  test.each([
    ['without tabs', []],
    ['with an empty one', [tab('Ark1')]],
    ['with something else', [tab('Møter', ['Dato', 'Sted'])]],
  ])('%s lacks all of the template', (_, tabs) => {
    expect(fitTemplates(['handlingsplan'], tabs)).toMatchObject({ renamed: [], unfit: [] });
    expect(names(fitTemplates(['handlingsplan'], tabs).missing)).toEqual(ALL);
  });

  test('with its own plan under our name lacks the rest', () => {
    const fit = fitTemplates(['handlingsplan'], [plan('Handlingsplan')]);
    expect(names(fit.missing)).toEqual(ALL.filter((name) => name !== 'Handlingsplan'));
    expect(fit).toMatchObject({ renamed: [], unfit: [] });
  });

  test('with its own plan under another name does not get ours beside it', () => {
    const fit = fitTemplates(['handlingsplan'], [tab('Forside'), plan('Tiltak 2024')]);
    expect(names(fit.missing)).not.toContain('Handlingsplan');
    expect(fit.renamed).toEqual([{ name: 'Handlingsplan', servedBy: 'Tiltak 2024' }]);
  });

  test('with our name on something else keeps it, and no second one of the name is added', () => {
    const fit = fitTemplates(['handlingsplan'], [tab('KPI', ['Notater']), tab('les meg', ['Hei'])]);
    expect(names(fit.missing)).toEqual(ALL.filter((name) => name !== 'KPI' && name !== 'Les meg'));
    expect(fit.unfit).toEqual(['KPI']);
  });
});

describe('one workbook for both', () => {
  test('has one guide, with what stands in both', () => {
    const { missing } = fitTemplates(['handlingsplan', 'kapasitet'], []);
    expect(names(missing)).toEqual([...ALL, 'Kapasitet']);
    const guides = [...templateLayout('handlingsplan').sheets, ...templateLayout('kapasitet').sheets].filter(
      (sheet) => sheet.kind === 'text',
    );
    expect(missing[0]).toMatchObject({ name: 'Les meg', lines: guides.flatMap(({ lines }) => lines) });
  });

  test('that has the plan gets the places', () => {
    const tabs = names(templateLayout('handlingsplan').sheets).map((name) => tab(name));
    expect(names(fitTemplates(['handlingsplan', 'kapasitet'], tabs).missing)).toEqual(['Kapasitet']);
  });
});
