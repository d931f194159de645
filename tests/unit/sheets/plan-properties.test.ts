import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Cell } from '#src/workbook/workbook.ts';
import { anyCell } from '../../support/cell.ts';
import { readPlan } from '../../support/plan.ts';
import { seedRows } from '../../support/seed-plan.ts';

let rows: readonly (readonly Cell[])[] = [];
let tiltakRows: readonly number[] = [];

beforeAll(async () => {
  rows = await seedRows();
  tiltakRows = rows.flatMap((cells, index) => (/^\d\.\d /.test(String(cells[1] ?? '')) ? [index] : []));
});

describe('one bad row', () => {
  it('never hides the good ones, whatever stands in it', async () => {
    const whole = await readPlan(rows);
    expect(tiltakRows).toHaveLength(29);

    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 28 }), fc.array(anyCell(), { maxLength: 10 }), async (which, cells) => {
        const at = tiltakRows[which] ?? 0;
        // The aktivitet stands beside its first tiltak, and belongs to all of them.
        const bad = [rows[at]?.[0] ?? null, ...cells.slice(1)];
        const { plan } = await readPlan(rows.with(at, bad));

        const others = whole.plan?.tiltak.filter(({ cell }) => cell !== `Handlingsplan!B${at + 1}`);
        const found = plan?.tiltak.filter(({ cell }) => cell !== `Handlingsplan!B${at + 1}`);
        expect(found).toEqual(others);
      }),
      { numRuns: 150 },
    );
  });

  it('is either a tiltak, a template row or a fault: nothing somebody wrote as tiltak and owner is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 28 }), anyCell(), async (which, tidsrom) => {
        const at = tiltakRows[which] ?? 0;
        const row = [null, 'Lage noe helt nytt', tidsrom, '', '', 'Kompetansegruppen'];
        const { plan } = await readPlan(rows.with(at, row));
        expect(plan?.tiltak.filter(({ text }) => text === 'Lage noe helt nytt')).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  });
});

describe('any sheet at all', () => {
  it('is read without a crash, and every fault has an address and a sentence', async () => {
    const anyRow = fc.array(fc.oneof(anyCell(), fc.constantFrom('Tiltak', 'Frist', 'Ansvarlig', 'Status', 'Nr')), {
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 15 }), async (any) => {
        const { faults } = await readPlan(any);
        for (const { cell, message, expected } of faults) {
          expect(cell).toMatch(/^[A-Z]+[1-9]\d*$/);
          expect(message).toMatch(/[.?]$/);
          expect(expected).not.toBe('');
        }
      }),
      { numRuns: 200 },
    );
  });
});
