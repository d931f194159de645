import { describe, expect, it } from 'vitest';
import { aimAtStatus } from '#src/sheets/status-edit.ts';
import type { Cell, Merge, Tab } from '#src/workbook/workbook.ts';
import { syntheticBirthNumber } from '../../support/birth-number.ts';

type Rows = readonly (readonly Cell[])[];

const PLAN: Rows = [
  ['Handlingsplan 2024'],
  ['Nr', 'Tiltak', 'Tidsrom', 'Ansvarlig', 'Status'],
  ['1.1', 'Mandat', '1.5.24', 'Teamet', 'Ingen avvik'],
  ['1.2', 'Skisse', '1.6.24', 'Teamet', null],
];

const tab = (rows: Rows, merges: readonly Merge[] = [], name = 'Handlingsplan'): Tab => ({
  name,
  rows,
  merges,
  url: null,
});
const aim = (rows: Rows, nr: string, from: string, to = 'Ferdig') => aimAtStatus([tab(rows)], { nr, from, to });

describe('where a status is to be written', () => {
  it('is the row with that number, wherever it stands', () => {
    expect(aim(PLAN, '1.2', '')).toEqual({
      kind: 'target',
      target: {
        tab: 'Handlingsplan',
        row: 3,
        key: [
          { column: 0, value: '1.2' },
          { column: 1, value: 'Skisse' },
        ],
        name: '1.2',
        changes: [{ column: 4, from: null, to: 'Ferdig' }],
      },
    });
  });

  it.each<[string, Rows]>([
    [
      'at the beginning of the text',
      [
        ['Tiltak', 'Tidsrom', 'Ansvarlig', 'Status'],
        ['1.2 Skisse', '1.6.24', 'Teamet', null],
      ],
    ],
    [
      'as a number',
      [
        ['Nr', 'Tiltak', 'Ansvarlig', 'Status'],
        [1.2, 'Skisse', 'Teamet', null],
      ],
    ],
    [
      'in another order of columns',
      [
        ['Status', 'Ansvarlig', 'Tiltak'],
        [null, 'Teamet', '1.2 Skisse'],
      ],
    ],
  ])('also when the number stands %s', (_, rows) => {
    expect(aim(rows, '1.2', '')).toMatchObject({ kind: 'target', target: { row: 1 } });
  });

  it('is the status table where that is where people report (seed plan 001)', () => {
    const rows = [
      ['Tiltak', 'Tidsrom', 'Ansvarlig enhet'],
      ['1.1 Mandat', '1.5.24', 'Teamet'],
      ['Tiltak', 'Tidsrom', 'Status'],
      ['1.1 Mandat', '1.5.24', 'Pågår'],
    ];
    expect(aim(rows, '1.1', 'Pågår')).toMatchObject({ target: { row: 3, changes: [{ column: 2 }] } });
  });

  it('is in a tab by another name, when that is where the plan is', () => {
    expect(
      aimAtStatus([tab([]), tab(PLAN, [], 'Plan 2025')], { nr: '1.1', from: 'Ingen avvik', to: 'Ferdig' }),
    ).toMatchObject({ target: { tab: 'Plan 2025' } });
  });
});

describe('nothing is to be written', () => {
  it.each<[string, Rows, string, string, object]>([
    ['when there is no plan', [['Hei']], '1.1', '', { why: 'no-tab' }],
    ['when the number is gone', PLAN, '9.9', '', { why: 'no-row' }],
    [
      'when the number stands twice',
      [...PLAN, ['1.1', 'Noe annet', '', 'Teamet', '']],
      '1.1',
      'Ingen avvik',
      { why: 'several-rows' },
    ],
    [
      'when nobody has a column for it',
      [
        ['Nr', 'Tiltak', 'Ansvarlig'],
        ['1.1', 'Mandat', 'Teamet'],
      ],
      '1.1',
      '',
      { why: 'no-column' },
    ],
    [
      'when something else stands there now',
      PLAN,
      '1.1',
      '',
      { why: 'changed', cell: 'Handlingsplan!E3', now: 'Ingen avvik' },
    ],
    [
      'when it stands there already',
      [...PLAN.slice(0, 2), ['1.1', 'Mandat', '', 'Teamet', 'Ferdig']],
      '1.1',
      'Ingen avvik',
      { why: 'same' },
    ],
  ])('%s', (_, rows, nr, from, miss) => {
    expect(aim(rows, nr, from)).toMatchObject({ kind: 'miss', miss });
  });

  it('in a cell that is merged with the one above, where nobody would see it', () => {
    const merges = [{ top: 2, left: 4, bottom: 3, right: 4 }];

    expect(aimAtStatus([tab(PLAN, merges)], { nr: '1.2', from: '', to: 'Ferdig' })).toMatchObject({
      miss: { why: 'several-rows', cell: 'Handlingsplan!E4' },
    });
  });

  it('and a birth number that stands there is not shown', () => {
    const number = syntheticBirthNumber('018190');
    const rows = PLAN.with(2, ['1.1', 'Mandat', '1.5.24', 'Teamet', `se ${number}`]);

    expect(JSON.stringify(aim(rows, '1.1', 'Ingen avvik'))).not.toContain(number);
  });
});
