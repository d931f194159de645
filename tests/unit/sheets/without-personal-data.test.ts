import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkbookName } from '#src/sheets/contract.ts';
import { kapasitetContract } from '#src/sheets/kapasitet.ts';
import { kontakterContract } from '#src/sheets/kontakter.ts';
import type { Model } from '#src/sheets/model.ts';
import { readModel } from '#src/sheets/read-model.ts';
import { withoutPersonalData } from '#src/sheets/without-personal-data.ts';
import { openFileWorkbook } from '#src/workbook/file-workbook.ts';
import type { Cell, Merge, Snapshot } from '#src/workbook/workbook.ts';
import { syntheticBirthNumber } from '../../support/birth-number.ts';
import { NOW } from '../../support/kapasitet.ts';
import { PLAN_HEADINGS, type Rows } from '../../support/plan.ts';
import { SEED_FOLDER } from '../../support/seed-plan.ts';

const EPOST = 'post@sykehus.example';
const PHONE = '72 00 00 00';
const PERSON = 'en vaktleder';

function book(tabs: Readonly<Record<string, Rows>>, merges: readonly Merge[] = []): Snapshot {
  return { tabs: Object.entries(tabs).map(([name, rows]) => ({ name, rows, merges, url: null })), version: '7' };
}

const PLAN: Rows = [PLAN_HEADINGS, ['1.1', 'Lage mal', 'Innen 1.5.24', 'Kompetansegruppen']];
const KONTAKTER: Rows = [
  ['Navn', 'Type', 'E-post', 'Slack'],
  ['Kompetansegruppen', 'enhet', EPOST, 'C0123456789'],
];
const KAPASITET: Rows = [
  ['Kommune', 'Plasser', 'Belagt', 'Kontakt', 'Oppdatert', 'Oppdatert av'],
  ['Malvik', '10', '9', PHONE, '03.06.2024 07:12', PERSON],
];

const kept = (tabs: Readonly<Record<string, Rows>>, name: WorkbookName = 'handlingsplan', merges?: readonly Merge[]) =>
  withoutPersonalData(book(tabs, merges), name);

/** What is read of both workbooks, but for what must not be kept, and for tabs that nothing is read from. */
async function essence(handlingsplan: Snapshot, kapasitet: Snapshot) {
  const models = [false, true].map((withKpi) =>
    readModel({ handlingsplan, kapasitet, withKpi, readAt: NOW, examples: [] }),
  );
  return Promise.all(models.map(async (model) => withoutPrivate(await model)));
}

function withoutPrivate({ plan, kommuneStatuses, innstillinger, kpi, kpiRows, tabs, missingTabs, ...model }: Model) {
  return {
    plan,
    kommuneStatuses,
    innstillinger,
    kpi,
    kpiRows,
    tabs,
    missingTabs,
    kontakter: model.kontakter.map(({ epost: _, ...rest }) => rest),
    kapasitet: model.kapasitet?.map(({ kontakt: _, ...rest }) => rest),
    faults: model.faults.filter(({ message }) => !/fødselsnummer|e-postadresse/.test(message)),
  };
}

describe('a snapshot that is kept', () => {
  it('has no e-mail address, no Kontakt and no Oppdatert av', () => {
    const both = { Handlingsplan: PLAN, Kontakter: KONTAKTER, Kapasitet: KAPASITET };
    expect(kept(both).tabs.find(({ name }) => name === 'Kontakter')?.rows).toEqual([
      ['Navn', 'Type', 'E-post', 'Slack'],
      ['Kompetansegruppen', 'enhet', null, 'C0123456789'],
    ]);
    expect(kept(both, 'kapasitet').tabs.map(({ rows }) => rows)).toEqual([
      [KAPASITET[0], ['Malvik', '10', '9', null, '03.06.2024 07:12', null]],
    ]);
    expect(kept(both).version).toBe('7');
  });

  it.each<[string, Rows]>([
    [
      'under another heading',
      [
        ['Navn', 'Type', 'Mail'],
        ['Malvik', 'kommune', EPOST],
      ],
    ],
    [
      'in a second such column',
      [
        ['Navn', 'Type', 'E-post', 'E-postadresse'],
        ['Malvik', 'kommune', '', EPOST],
      ],
    ],
    [
      'in a column of their own',
      [
        ['Navn', 'Type', 'Kontaktperson (sommer)'],
        ['Malvik', 'kommune', EPOST],
      ],
    ],
    ['in a second table', [['Navn', 'Type'], ['Malvik', 'kommune'], [], ['Navn', 'E-post', 'Type'], ['Nes', EPOST]]],
    ['in a note above the headings', [[`Spør ${EPOST}`], ['Navn', 'Type'], ['Malvik', 'kommune']]],
    [
      'in a tab by another name',
      [
        ['Enhet', 'Alias', 'E-post'],
        ['Malvik', '', EPOST],
      ],
    ],
  ])('has none %s either', (where, rows) => {
    const name = where.includes('another name') ? 'Hvem er hvem' : 'Kontakter';
    const snapshot = kept({ Handlingsplan: PLAN, [name]: rows });
    expect(snapshot.tabs.map((tab) => tab.name)).toEqual(['Handlingsplan', name]);
    expect(JSON.stringify(snapshot)).not.toContain(EPOST);
  });

  it('has nothing of tabs that nothing is read from', () => {
    const tabs = {
      Notater: [[`Ring ${PHONE}`]],
      Handlingsplan: PLAN,
      Kontakter: [
        ['Hvem', 'Mail'],
        ['Vik', EPOST],
      ],
    };
    expect(kept(tabs).tabs.map(({ name }) => name)).toEqual(['Handlingsplan']);
  });

  it('has nothing in a column that one cell speaks for', () => {
    const rows = [
      ['Navn', 'Type', 'E-post'],
      ['Malvik', 'kommune', EPOST],
      ['Nes', 'kommune', null],
    ];
    const snapshot = kept({ Handlingsplan: PLAN, Kontakter: rows }, 'handlingsplan', [
      { top: 1, left: 2, bottom: 2, right: 2 },
    ]);
    expect(JSON.stringify(snapshot)).not.toContain(EPOST);
  });

  it('has no e-mail address in any text, such as that of an owner or a comment', () => {
    const rows = [
      [...PLAN_HEADINGS, 'Kommentar'],
      ['1.1', 'Lage mal', 'Innen 1.5.24', EPOST, `Spør ${EPOST}.`],
    ];
    const snapshot = JSON.stringify(kept({ Handlingsplan: rows }));
    expect(snapshot).not.toContain(EPOST);
    expect(snapshot).toContain('Lage mal');
  });

  it('has no birth number, wherever it stood', () => {
    const number = syntheticBirthNumber('018190');
    const rows = [PLAN_HEADINGS, ['1.1', `Ringe ${number}`, 'Innen 1.5.24', Number(number), '', `gjelder ${number}`]];
    expect(JSON.stringify(kept({ Handlingsplan: rows }))).not.toContain(number);
  });

  it('is read as the whole one, the example', async () => {
    const whole = await openFileWorkbook(SEED_FOLDER).read();
    const [plan, places] = [withoutPersonalData(whole, 'handlingsplan'), withoutPersonalData(whole, 'kapasitet')];
    expect(await essence(plan, places)).toEqual(await essence(whole, whole));
  });

  it('is read as the whole one, whatever stands in it', async () => {
    const text = fc.constantFrom<Cell>(null, EPOST, PHONE, PERSON, 'Malvik', 'enhet', '1.1', 'Innen 1.5.24', '10', 12);
    const headings = (own: readonly string[]) => {
      const all = [...own, 'Telefon', 'Kontaktperson', 'Adresse', 'Vår egen'];
      return fc.shuffledSubarray(all, { minLength: all.length });
    };
    const tab = (own: readonly string[]) =>
      fc
        .tuple(headings(own), fc.array(fc.array(text, { maxLength: 12 }), { maxLength: 5 }))
        .map(([titles, rows]): Rows => [['Et notat'], titles, ...rows]);
    const titles = (columns: readonly { readonly title: string }[]) => columns.map(({ title }) => title);
    await fc.assert(
      fc.asyncProperty(
        tab([...PLAN_HEADINGS]),
        tab(titles(kontakterContract.columns)),
        tab(titles(kapasitetContract.columns)),
        async (Handlingsplan, Kontakter, Kapasitet) => {
          const whole = book({ Handlingsplan, Kontakter, Kapasitet });
          const [plan, places] = [withoutPersonalData(whole, 'handlingsplan'), withoutPersonalData(whole, 'kapasitet')];
          const masked: Snapshot = JSON.parse(JSON.stringify(whole).replaceAll(EPOST, 'skjult e-post'));
          expect(await essence(plan, places)).toEqual(await essence(masked, masked));
        },
      ),
      { numRuns: 60 },
    );
  });
});
