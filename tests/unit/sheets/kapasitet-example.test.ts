import { describe, expect, it } from 'vitest';
import { DEFAULT_INNSTILLINGER } from '#src/domain/innstillinger.ts';
import { judgeKapasitet } from '#src/domain/kapasitet-judgement.ts';
import { ST_OLAVS_KOMMUNER } from '#src/domain/kommuner.ts';
import { kapasitetContract, readKapasitet } from '#src/sheets/kapasitet.ts';
import { kommuneLookup } from '#src/sheets/kommune-lookup.ts';
import { readTab } from '#src/sheets/read-tab.ts';
import { openFileWorkbook } from '#src/workbook/file-workbook.ts';
import { NOW } from '../../support/kapasitet.ts';

const { tabs } = await openFileWorkbook('sheets-templates/eksempel/Kapasitet.tsv').read();
const [tab = { name: '', rows: [], merges: [], url: null }] = tabs;
const { value: rows, faults } = readKapasitet(readTab(tab, kapasitetContract), { kommuner: kommuneLookup([], true) });
const judged = judgeKapasitet(rows, NOW, DEFAULT_INNSTILLINGER);

describe('the example figures', () => {
  it('have the template’s headings and nothing to mend', () => {
    expect(tab.rows[0]).toEqual(kapasitetContract.columns.map(({ title }) => title));
    expect(faults).toEqual([]);
  });

  it('are of all the kommuner, and say in every row that they are invented', () => {
    expect(new Set(rows.map(({ kommune }) => kommune))).toEqual(new Set(ST_OLAVS_KOMMUNER));
    expect(rows.filter(({ merknad }) => merknad !== 'Oppdiktet eksempel')).toEqual([]);
  });

  it('name no one: contacts are phone numbers that do not exist', () => {
    expect(rows.filter(({ kontakt }) => !/^tlf\. 00 00 00 \d\d$/.test(kontakt))).toEqual([]);
  });

  it('show every kind of answer', () => {
    const kinds = judged.rows.map(({ status, doubt, ledig }) =>
      status === 'confirmed' ? `confirmed ${Math.sign(ledig ?? 0)}` : `${status} ${doubt ?? ''}`,
    );

    expect(new Set(kinds)).toEqual(
      new Set(['confirmed 1', 'confirmed 0', 'confirmed -1', 'stale old', 'stale no-stamp', 'not-reported no-stamp']),
    );
    expect(new Set(rows.map(({ tarImot }) => tarImot))).toEqual(new Set(['ja', 'nei', 'avtale', null]));
  });

  it('add up to a day with most of the kommuner confirmed', () => {
    expect(judged.sum).toMatchObject({ kommuner: 22, confirmedKommuner: 15, ledig: 20, ohd: 2, later: { ledig: 3 } });
  });
});
