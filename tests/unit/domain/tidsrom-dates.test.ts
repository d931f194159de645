import { describe, expect, it } from 'vitest';
import { readAs } from '../../support/tidsrom.ts';

describe('parseTidsrom: dates and periods', () => {
  it.each([
    ['1.5.24', 'by ..2024-05-01 day'],
    ['20.02.24', 'by ..2024-02-20 day'],
    ['22.3.2024', 'by ..2024-03-22 day'],
    ['31. desember 2024', 'by ..2024-12-31 day'],
    ['31.desember 2024', 'by ..2024-12-31 day'],
    ['31.desember2024', 'by ..2024-12-31 day'],
    ['1. mai 2025', 'by ..2025-05-01 day'],
    ['1 mai 24', 'by ..2024-05-01 day'],
    ['1.mai.2024', 'by ..2024-05-01 day'],
    ['fredag 26.02.2021', 'by ..2021-02-26 day'],
    ['fre. 26.2.21', 'by ..2021-02-26 day'],
    ['fredag den 26. februar 2021', 'by ..2021-02-26 day'],
    ['tysdag 27. februar 2024', 'by ..2024-02-27 day'],
    ['2024-06-01', 'by ..2024-06-01 day'],
    ['1/5-24', 'by ..2024-05-01 day'],
    ['1/5 2024', 'by ..2024-05-01 day'],
    ['01/05/2024', 'by ..2024-05-01 day'],
    ['1-5-24', 'by ..2024-05-01 day'],
    ['primo mai 2024', 'by ..2024-05-10 day'],
    ['medio mai 2024', 'by ..2024-05-20 day'],
    ['ultimo februar 2024', 'by ..2024-02-29 day'],
    ['årsskiftet 2024/25', 'by ..2024-12-31 day'],
    ['1.5.2100', 'by ..2100-05-01 day'],
    ['1.1.1990', 'by ..1990-01-01 day'],
  ])('reads a day as a deadline without a start: «%s»', (cell, expected) => {
    expect(readAs(cell)).toBe(expected);
  });

  it.each([
    ['2024-06-01T12:00', 'by ..2024-06-01 day'],
    ['2024-06-01 12:00:00', 'by ..2024-06-01 day'],
    ['2024-06-01T12:00:00.000Z', 'by ..2024-06-01 day'],
    ['2024-06-01T12:00:00+02:00', 'by ..2024-06-01 day'],
    ['1.5.24 kl. 12', 'by ..2024-05-01 day'],
    ['1.5.24 kl 12:00', 'by ..2024-05-01 day'],
    ['1.5.24 12:30', 'by ..2024-05-01 day'],
    ['1.5.24, kl. 09.00-11.00', 'by ..2024-05-01 day'],
  ])('drops a time of day: «%s»', (cell, expected) => {
    expect(readAs(cell)).toBe(expected);
  });

  it.each([
    ['uke 34 2024', 'range 2024-08-19..2024-08-25 week'],
    ['uke 34/2024', 'range 2024-08-19..2024-08-25 week'],
    ['uke 34, 2024', 'range 2024-08-19..2024-08-25 week'],
    ['2024 uke 34', 'range 2024-08-19..2024-08-25 week'],
    ['veke 34 2024', 'range 2024-08-19..2024-08-25 week'],
    ['uke 1 2025', 'range 2024-12-30..2025-01-05 week'],
    ['uke 53 2020', 'range 2020-12-28..2021-01-03 week'],
    ['mai 2022', 'range 2022-05-01..2022-05-31 month'],
    ['sept 2017', 'range 2017-09-01..2017-09-30 month'],
    ['sept. 2017', 'range 2017-09-01..2017-09-30 month'],
    ['mai 24', 'range 2024-05-01..2024-05-31 month'],
    ['mai -24', 'range 2024-05-01..2024-05-31 month'],
    ["mai '24", 'range 2024-05-01..2024-05-31 month'],
    ['Mai2024', 'range 2024-05-01..2024-05-31 month'],
    ['2024 mai', 'range 2024-05-01..2024-05-31 month'],
    ['2024-06', 'range 2024-06-01..2024-06-30 month'],
    ['februar 2024', 'range 2024-02-01..2024-02-29 month'],
    ['Q3 2024', 'range 2024-07-01..2024-09-30 quarter'],
    ['Q3-24', 'range 2024-07-01..2024-09-30 quarter'],
    ['3Q 2024', 'range 2024-07-01..2024-09-30 quarter'],
    ['2027 Q1', 'range 2027-01-01..2027-03-31 quarter'],
    ['3. kvartal 2024', 'range 2024-07-01..2024-09-30 quarter'],
    ['1. kv. 2024', 'range 2024-01-01..2024-03-31 quarter'],
    ['kvartal 3 2024', 'range 2024-07-01..2024-09-30 quarter'],
    ['andre kvartal 2024', 'range 2024-04-01..2024-06-30 quarter'],
    ['2. tertial 2014', 'range 2014-05-01..2014-08-31 tertial'],
    ['T1 2024', 'range 2024-01-01..2024-04-30 tertial'],
    ['1. halvår 2026', 'range 2026-01-01..2026-06-30 half-year'],
    ['første halvår 2026', 'range 2026-01-01..2026-06-30 half-year'],
    ['H1 2026', 'range 2026-01-01..2026-06-30 half-year'],
    ['våren 2025', 'range 2025-03-01..2025-05-31 season'],
    ['vår-25', 'range 2025-03-01..2025-05-31 season'],
    ['sommeren 2025', 'range 2025-06-01..2025-08-31 season'],
    ['høsten 2025', 'range 2025-09-01..2025-11-30 season'],
    ['hausten 2025', 'range 2025-09-01..2025-11-30 season'],
    ['vinteren 2025', 'range 2024-12-01..2025-02-28 season'],
    ['vinteren 2024/25', 'range 2024-12-01..2025-02-28 season'],
    ['2025', 'range 2025-01-01..2025-12-31 year'],
    ['i 2025', 'range 2025-01-01..2025-12-31 year'],
    ['i mai 2024', 'range 2024-05-01..2024-05-31 month'],
    ['hele 2025', 'range 2025-01-01..2025-12-31 year'],
  ])('reads a bare period as a range with its start: «%s»', (cell, expected) => {
    expect(readAs(cell)).toBe(expected);
  });

  it.each([
    ['15.3 – 1.9.2024', 'range 2024-03-15..2024-09-01 day'],
    ['15.2.24 – 5.6.24', 'range 2024-02-15..2024-06-05 day'],
    ['1.3.24 - 31.12.24', 'range 2024-03-01..2024-12-31 day'],
    ['1.5.24 – 1.10.24', 'range 2024-05-01..2024-10-01 day'],
    ['1.3.-24.6.24', 'range 2024-03-01..2024-06-24 day'],
    ['15.3-10.9.2024', 'range 2024-03-15..2024-09-10 day'],
    ['1/5-24 - 1/6-24', 'range 2024-05-01..2024-06-01 day'],
    ['1/5-24/6-24', 'range 2024-05-01..2024-06-24 day'],
    ['1. mai – 30. juni 2025', 'range 2025-05-01..2025-06-30 day'],
    ['13. til 15. mars 2020', 'range 2020-03-13..2020-03-15 day'],
    ['13.–15. mars 2020', 'range 2020-03-13..2020-03-15 day'],
    ['1.-5.5.24', 'range 2024-05-01..2024-05-05 day'],
    ['mellom 1.3 og 1.6.2024', 'range 2024-03-01..2024-06-01 day'],
    ['fra 1.3.24 til 31.12.24', 'range 2024-03-01..2024-12-31 day'],
    ['fra og med 1.3.24 til og med 31.12.24', 'range 2024-03-01..2024-12-31 day'],
    ['i perioden 1.3.24–1.6.24', 'range 2024-03-01..2024-06-01 day'],
    ['1.9 – 1.3.2024', 'range 2023-09-01..2024-03-01 day'],
    ['1.11.24 – 1.3', 'range 2024-11-01..2025-03-01 day'],
    ['januar–mars 2025', 'range 2025-01-01..2025-03-31 month'],
    ['november–februar 2024', 'range 2023-11-01..2024-02-29 month'],
    ['fra mars til mai 2024', 'range 2024-03-01..2024-05-31 month'],
    ['mellom mars og mai 2024', 'range 2024-03-01..2024-05-31 month'],
    ['mai 2024 – august', 'range 2024-05-01..2024-08-31 month'],
    ['mai–august 24', 'range 2024-05-01..2024-08-31 month'],
    ['uke 34-36 2024', 'range 2024-08-19..2024-09-08 week'],
    ['uke 34 og 35 2024', 'range 2024-08-19..2024-09-01 week'],
    ['uke 34, 35 og 36 2024', 'range 2024-08-19..2024-09-08 week'],
    ['uke 50–2 2025', 'range 2024-12-09..2025-01-12 week'],
    ['uke 50 2024 – uke 2 2025', 'range 2024-12-09..2025-01-12 week'],
    ['mars/april 2024', 'range 2024-03-01..2024-04-30 month'],
    ['mars, april og mai 2024', 'range 2024-03-01..2024-05-31 month'],
    ['desember/januar 2025', 'range 2024-12-01..2025-01-31 month'],
    ['desember 2024/januar 2025', 'range 2024-12-01..2025-01-31 month'],
    ['Q3/Q4 2024', 'range 2024-07-01..2024-12-31 quarter'],
    ['Q3-4 2024', 'range 2024-07-01..2024-12-31 quarter'],
    ['Q4–Q1 2025', 'range 2024-10-01..2025-03-31 quarter'],
    ['Q3 2024 – Q1 2025', 'range 2024-07-01..2025-03-31 quarter'],
    ['3.–4. kvartal 2024', 'range 2024-07-01..2024-12-31 quarter'],
    ['1. og 2. kvartal 2024', 'range 2024-01-01..2024-06-30 quarter'],
    ['vår/sommer 2025', 'range 2025-03-01..2025-08-31 season'],
    ['vinter/vår 2025', 'range 2024-12-01..2025-05-31 season'],
    ['høst 2024/vinter 2025', 'range 2024-09-01..2025-02-28 season'],
    ['vår–høst 2025', 'range 2025-03-01..2025-11-30 season'],
    ['2024-2027', 'range 2024-01-01..2027-12-31 year'],
    ['2024–25', 'range 2024-01-01..2025-12-31 year'],
    ['2024/25', 'range 2024-01-01..2025-12-31 year'],
    ['2024/2025', 'range 2024-01-01..2025-12-31 year'],
  ])('reads a range: «%s»', (cell, expected) => {
    expect(readAs(cell)).toBe(expected);
  });

  it.each([
    ['15.3.2024 – mai 2024', 'range 2024-03-15..2024-05-31 month'],
    ['mai 2024 – 15.6.2024', 'range 2024-05-01..2024-06-15 month'],
    ['feb 2024 – Q3 2024', 'range 2024-02-01..2024-09-30 quarter'],
    ['2024 – 15.6.2025', 'range 2024-01-01..2025-06-15 year'],
    ['uke 34 2024 – 1. halvår 2025', 'range 2024-08-19..2025-06-30 half-year'],
  ])('keeps the coarser precision of two ends: «%s»', (cell, expected) => {
    expect(readAs(cell)).toBe(expected);
  });

  it.each([
    ['fra og med 1. januar 2021', 'range 2021-01-01.. day'],
    ['f.o.m. 1.3.24', 'range 2024-03-01.. day'],
    ['fom 1.3.24', 'range 2024-03-01.. day'],
    ['frå og med 1.3.24', 'range 2024-03-01.. day'],
    ['fra Q3 2024', 'range 2024-07-01.. quarter'],
    ['1.3.24 –', 'range 2024-03-01.. day'],
    ['2024 og utover', 'range 2024-01-01.. year'],
    ['fra 1.5.24 og utover', 'range 2024-05-01.. day'],
  ])('leaves an open end open: «%s»', (cell, expected) => {
    expect(readAs(cell)).toBe(expected);
  });
});
