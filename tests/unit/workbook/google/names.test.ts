import { expect, test } from 'vitest';
import { namesIn, rangeName } from '#src/workbook/google/names.ts';

test.each([
  [['Handlingsplan', 'Status'], 'Handlingsplan_Status'],
  [['KPI-data', 'UKP-opphold uten liggedøgn'], 'KPI_data_UKP_opphold_uten_liggedogn'],
  [['KPI-data', 'Re-innleggelser 30 d'], 'KPI_data_Re_innleggelser_30_d'],
  [['KPI-data', 'Måned'], 'KPI_data_Maaned'],
  [['Ærlig', 'Épier (ny)'], 'Aerlig_Epier_ny'],
  // What reads as a cell, a truth or a number is no name to Google.
  [['A1'], '_A1'],
  [['R1C1'], '_R1C1'],
  [['True', 'north'], '_True_north'],
  [['2024'], '_2024'],
])('%j is called %s', (parts, name) => {
  expect(rangeName(...parts)).toBe(name);
});

test('a name is no longer than Google allows', () => {
  expect(rangeName('a'.repeat(300))).toHaveLength(250);
});

test('a name is given once, whatever its case', () => {
  const names = namesIn(['Plan']);
  expect(['plan', 'Ny', 'NY'].map((name) => names.claim(name))).toEqual([false, true, false]);
});
