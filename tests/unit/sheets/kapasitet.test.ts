import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KATEGORIER } from '#src/domain/kapasitet.ts';
import { kapasitetContract } from '#src/sheets/kapasitet.ts';
import type { Cell } from '#src/workbook/workbook.ts';
import { anyCell } from '../../support/cell.ts';
import { aKommune, oslo, readSheet } from '../../support/kapasitet.ts';

const HEADINGS = kapasitetContract.columns.map(({ title }) => title);
const KEYS = kapasitetContract.columns.map(({ key }) => key);
const KONTAKTER = [aKommune('Lillevik'), aKommune('Storvik')];

type Cells = Partial<Record<(typeof KEYS)[number], Cell>>;

/** Rows with just these cells filled in, under the template's own headings. */
const read = (...rows: readonly Cells[]) =>
  readSheet(
    HEADINGS,
    rows.map((cells) => KEYS.map((key) => cells[key] ?? null)),
    { kontakter: KONTAKTER },
  );

describe('a row', () => {
  it('is read as written in a text file', () => {
    const { value, faults } = readSheet(
      HEADINGS,
      [
        'Lillevik|Helsehuset|Rehab|14|12|10|1|0|10. juni|etter avtale|ikke delir|tlf. 00 00 00 01|03.06.2024 07:12|vaktleder|Ring'.split(
          '|',
        ),
      ],
      { kontakter: KONTAKTER },
    );

    expect(faults).toEqual([]);
    expect(value).toEqual([
      {
        kommune: 'Lillevik',
        enhet: 'Helsehuset',
        kategori: 'rehabilitering',
        kategoriText: 'Rehab',
        plasser: 14,
        bemannet: 12,
        belagt: 10,
        reservert: 1,
        stengt: 0,
        ledigFra: '2024-06-10',
        tarImot: 'avtale',
        forbehold: 'ikke delir',
        kontakt: 'tlf. 00 00 00 01',
        oppdatert: oslo('2024-06-03 07:12'),
        unreadableStamp: null,
        unreadableFrom: null,
        merknad: 'Ring',
        unreadable: false,
        duplicate: false,
        cell: 'Kapasitet!A2',
      },
    ]);
  });

  it('is read the same from real numbers, dates and boxes', () => {
    const { value, faults } = read({
      kommune: 'LILLEVIK kommune',
      plasser: 14,
      belagt: 10,
      tarImot: true,
      kontakt: 72000000,
      ledigFra: { serial: 45453 },
      oppdatert: { serial: 45446.3 },
    });

    expect(faults).toEqual([]);
    expect(value[0]).toMatchObject({
      kommune: 'Lillevik',
      plasser: 14,
      belagt: 10,
      tarImot: 'ja',
      kontakt: '72000000',
      ledigFra: '2024-06-10',
      oppdatert: oslo('2024-06-03 07:12'),
    });
  });

  it('may stand under headings people make up', () => {
    const headings = ['KOMMUNE:', 'Antall senger', 'Opptatt', 'Sist oppdatert', 'Tar imot', 'Tlf'];
    const { value, faults } = readSheet(headings, [['Lillevik', '14', '10', '03.06.2024', 'x', '00']], {
      kontakter: KONTAKTER,
    });

    expect(faults).toEqual([]);
    expect(value[0]).toMatchObject({ plasser: 14, belagt: 10, tarImot: 'ja', kontakt: '00' });
  });

  it('shares a merged kommune with the rows below, but never a merged number', () => {
    const { value, faults } = readSheet(
      ['Kommune', 'Enhet', 'Plasser', 'Belagt'],
      [
        ['Lillevik', 'A', 14, 10],
        [null, 'B', null, null],
      ],
      {
        kontakter: KONTAKTER,
        merges: [
          { top: 1, left: 0, bottom: 2, right: 0 },
          { top: 1, left: 2, bottom: 2, right: 2 },
        ],
      },
    );

    expect(faults).toEqual([]);
    expect(value.map(({ kommune, plasser }) => [kommune, plasser])).toEqual([
      ['Lillevik', 14],
      ['Lillevik', null],
    ]);
  });

  it('keeps 0 and blank apart', () => {
    const { value } = read({ kommune: 'Lillevik', plasser: '0', belagt: '  ' });

    expect(value[0]).toMatchObject({ plasser: 0, belagt: null, unreadable: false });
  });
});

describe('a number of places', () => {
  it.each([
    ['fullt', '«fullt» er ikke et tall.'],
    ['ca. 10', '«ca. 10» er ikke et tall.'],
    ['-', '«-» er ikke et tall.'],
    ['-2', '«-2» er mindre enn null.'],
    [-2, '«-2» er mindre enn null.'],
    ['2,5', '«2,5» er ikke et helt tall.'],
    ['90 %', '«90 %» er en andel, ikke et antall.'],
    ['100 %', '«100 %» er en andel, ikke et antall.'],
    [45446, '«45446» er for stort til å være et antall plasser.'],
    [{ serial: 45446 }, '«3.6.2024» er en dato, ikke et tall.'],
    [{ error: '#REF!' }, '«#REF!» er en feil i arket, ikke et tall.'],
    ['#REF!', '«#REF!» er en feil i arket, ikke et tall.'],
  ])('%j leaves the row without figures, and its cell is named', (cell, message) => {
    const { value, faults } = read({ kommune: 'Lillevik', plasser: 14, belagt: cell });

    expect(value[0]).toMatchObject({ plasser: 14, belagt: null, unreadable: true });
    expect(faults).toMatchObject([
      { sheet: 'Kapasitet', cell: 'F2', message: `${message} Skriv antall belagte plasser, eller la cellen stå tom.` },
    ]);
  });
});

describe('a cell that is not understood', () => {
  it.each([
    ['kategori', 'rehabb', 'C2', 'Mente du rehab?'],
    ['kategori', 'langtid', 'C2', 'Velg en fra listen.'],
    ['tarImot', 'kanskje', 'J2', '«kanskje» er ikke et av valgene: ja, nei, avtale.'],
    ['oppdatert', 'i går', 'M2', '«i går» er ikke et tidspunkt.'],
    ['ledigFra', 'snart', 'I2', '«snart» er ikke en dato.'],
    ['ledigFra', '10. juni', 'I2', '«10. juni» er ikke en dato.'],
    ['kommune', 'Lillevk', 'A2', 'Mente du Lillevik?'],
  ])('in %s, «%s», is a fault, and the row stays', (key, text, cell, message) => {
    const { value, faults } = read({ kommune: 'Lillevik', plasser: 14, belagt: 10, [key]: text });

    expect(faults).toMatchObject([{ cell, found: text, message: expect.stringContaining(message) }]);
    expect(value).toMatchObject([{ plasser: 14, belagt: 10, unreadable: false }]);
  });

  it('tells where a stamp stands that cannot be read', () => {
    expect(read({ kommune: 'Lillevik', oppdatert: 'i går' }).value[0]).toMatchObject({
      oppdatert: null,
      unreadableStamp: 'Kapasitet!M2',
    });
  });

  it('keeps a kategori nobody knows as written', () => {
    expect(read({ kommune: 'Lillevik', kategori: 'langtid' }).value[0]).toMatchObject({
      kategori: null,
      kategoriText: 'langtid',
    });
  });

  it.each(['', 'nå', '—', 'dato'])('«%s» in Ledig fra dato is nothing to mend', (text) => {
    const { value, faults } = read({ kommune: 'Lillevik', ledigFra: text });

    expect(faults).toEqual([]);
    expect(value[0]?.ledigFra).toBeNull();
  });

  it('is quoted no longer than a person will read', () => {
    const [fault] = read({ kommune: 'Lillevik', belagt: 'fullt '.repeat(500) }).faults;

    expect(fault?.message.length).toBeLessThan(200);
  });
});

describe('rows that do not count', () => {
  it('figures without a kommune are left out, and said to be', () => {
    const { value, faults } = read({ kommune: 'Lillevik', belagt: 1 }, { enhet: 'Helsehuset', belagt: 'fullt' });

    expect(value).toHaveLength(1);
    expect(faults).toMatchObject([{ cell: 'A3', message: expect.stringContaining('ingen kommune') }]);
  });

  it('blank rows, notes, sums and the example row are no rows', () => {
    const result = read(
      {},
      { merknad: 'Husk å oppdatere hver dag' },
      { kommune: 'Eksempel: Lillevik', plasser: 14 },
      { kommune: 'Sum', plasser: 200 },
      { kommune: 'Totalt:', plasser: 200 },
    );

    expect(result).toEqual({ value: [], faults: [], rows: 0, skipped: 3 });
  });

  it('the same kommune, enhet and kategori a second time is shown, but not counted', () => {
    const { value, faults } = read(
      { kommune: 'Lillevik', enhet: 'Helsehuset', kategori: 'rehab' },
      { kommune: 'lillevik', enhet: 'helsehuset', kategori: 'Rehabilitering' },
      { kommune: 'Lillevik', enhet: 'Helsehuset', kategori: 'avlastning' },
    );

    expect(value.map(({ duplicate }) => duplicate)).toEqual([false, true, false]);
    expect(faults).toMatchObject([{ cell: 'A3', message: expect.stringContaining('står også i A2') }]);
  });
});

describe('the template', () => {
  it('offers every kategori, and an example row that the reader skips', () => {
    const example = kapasitetContract.columns.map(({ example }) => example);

    expect(kapasitetContract.columns.find(({ key }) => key === 'kategori')?.values).toEqual(KATEGORIER);
    expect(readSheet(HEADINGS, [example])).toMatchObject({ value: [], faults: [], skipped: 1 });
  });

  it('has a drop-down in which every choice is understood', () => {
    const rows = kapasitetContract.columns.flatMap(({ key, values = [] }) =>
      values.map((value, nr): Cells => ({ kommune: 'Lillevik', enhet: `${key} ${nr}`, [key]: value })),
    );

    expect(read(...rows).faults).toEqual([]);
  });
});

it('reads any cells at all', () => {
  const row = fc.array(anyCell(), { minLength: HEADINGS.length, maxLength: HEADINGS.length });

  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
      const { value, rows: counted } = readSheet(HEADINGS, rows, { kontakter: KONTAKTER });

      expect(value.length).toBe(counted);
      expect(value.every(({ kommune }) => kommune !== '')).toBe(true);
    }),
  );
});
