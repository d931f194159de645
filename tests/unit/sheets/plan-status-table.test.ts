import { describe, expect, it } from 'vitest';
import type { Cell } from '#src/workbook/workbook.ts';
import { readPlan, shortFaults, shortPlan } from '../../support/plan.ts';

const PLAN = [
  ['Aktivitet', 'Tiltak', 'Tidsrom', 'Ansvarlig enhet'],
  ['1. Måling', '1.1 Lage mal', 'Innen 1.5.24', 'Kompetansegruppen'],
  ['', '1.2 Måle', 'Innen 1.9.24', 'Analysegruppen'],
] as const;
const STATUS = ['Tiltak', 'Tidsrom', 'Prioritet', 'Status', 'Kommentar'] as const;

/** The plan, and below it the seed plan's last page with these rows. */
function withStatusTable(...rows: readonly (readonly Cell[])[]) {
  return readPlan([...PLAN, [], ['# Aktivitet'], STATUS, ...rows, [], ['Leseveiledning'], ['Ingen avvik.']]);
}

describe('a second table with the status', () => {
  it('is joined to the plan by number, not read as more tiltak', async () => {
    const model = await withStatusTable(
      ['1.2 Måle', 'Innen 1.9.24', 'Lav', 'Mindre avvik, men håndteres', 'Venter på tall'],
      ['1.1 Lage mal', 'Innen 1.5.24', 'Høy', 'Ferdig', ''],
    );
    expect(shortPlan(model)).toEqual(['1.1 Lage mal', '1.2 Måle']);
    expect(model.plan?.tiltak.map(({ status, kommentar }) => [status, kommentar])).toEqual([
      ['done', ''],
      ['minor-deviation', 'Venter på tall'],
    ]);
    expect(model.faults).toEqual([]);
  });

  it('is joined by the text where nobody has numbers', async () => {
    const { plan } = await readPlan([
      ['Tiltak', 'Frist', 'Ansvarlig'],
      ['Lage mal', 'Innen 1.5.24', 'Kompetansegruppen'],
      ['Tiltak', 'Status'],
      ['Lage  MAL', 'Pågår'],
    ]);
    expect(plan?.tiltak.map(({ status }) => status)).toEqual(['on-track']);
  });

  it('untouched says nothing', async () => {
    const model = await withStatusTable(['Tiltak', 'Dato - Dato', 'Høy / Middel / Lav', '● ● ●', 'Kommentar']);
    expect(model.plan?.tiltak.map(({ status }) => status)).toEqual(['not-reported', 'not-reported']);
    expect(model.tabs[0]?.skipped).toBe(1);
    expect(model.faults).toEqual([]);
  });

  it('that names a tiltak the plan does not have is a fault', async () => {
    const model = await withStatusTable(['9.9 Noe annet', '', '', 'Ferdig', '']);
    expect(shortPlan(model)).toEqual(['1.1 Lage mal', '1.2 Måle']);
    expect(shortFaults(model)).toEqual(['Handlingsplan!A7 «9.9 Noe annet»']);
  });

  it('that says another status than the plan is a fault, and the plan stands', async () => {
    const model = await readPlan([
      ['Tiltak', 'Frist', 'Ansvarlig', 'Status'],
      ['1.1 Lage mal', 'Innen 1.5.24', 'Kompetansegruppen', 'Pågår'],
      ['Tiltak', 'Status'],
      ['1.1 Lage mal', 'Ferdig'],
    ]);
    expect(model.plan?.tiltak[0]?.status).toBe('on-track');
    expect(model.faults.map(({ cell, message }) => [cell, message])).toEqual([
      ['B4', 'Statustabellen sier «Ferdig», men planen sier «Pågår».'],
    ]);
  });

  it('has dates without a year in the plan’s year', async () => {
    const { plan } = await readPlan([
      ...PLAN,
      ['Tiltak', 'Status', 'Fullført dato'],
      ['1.1 Lage mal', 'Ferdig', '30.4'],
    ]);
    expect(plan?.tiltak[0]?.fullfort).toBe('2024-04-30');
  });

  it('is the plan itself when no table has owners', async () => {
    const model = await readPlan([
      ['Tiltak', 'Tidsrom', 'Status'],
      ['1.1 Lage mal', 'Innen 1.5.24', 'Pågår'],
    ]);
    expect(shortPlan(model)).toEqual(['1.1 Lage mal']);
  });
});
