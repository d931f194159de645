import { describe, expect, it } from 'vitest';
import { readAs } from '../../support/tidsrom.ts';

describe('parseTidsrom: words around a date', () => {
  it.each([
    ['Innen 1.5.24', 'by ..2024-05-01 day'],
    ['Innen 01.07.24', 'by ..2024-07-01 day'],
    ['innen1.5.24', 'by ..2024-05-01 day'],
    ['innan 1.5.24', 'by ..2024-05-01 day'],
    ['senest 1. mai 2024', 'by ..2024-05-01 day'],
    ['seinast 1.5.24', 'by ..2024-05-01 day'],
    ['frist: 1.5.24', 'by ..2024-05-01 day'],
    ['Frist innen 1.6.24', 'by ..2024-06-01 day'],
    ['til 1.5.24', 'by ..2024-05-01 day'],
    ['t.o.m. 31.12.24', 'by ..2024-12-31 day'],
    ['tom 31.12.24', 'by ..2024-12-31 day'],
    ['til og med 31.12.24', 'by ..2024-12-31 day'],
    ['frem til 1.9.24', 'by ..2024-09-01 day'],
    ['– 31.12.24', 'by ..2024-12-31 day'],
    ['innen utgangen av 2025', 'by ..2025-12-31 year'],
    ['innen 2025', 'by ..2025-12-31 year'],
    ['før utgangen av 2025', 'by ..2025-12-31 year'],
    ['ved utgangen av mai 2024', 'by ..2024-05-31 month'],
    ['slutten av mai 2024', 'by ..2024-05-31 month'],
    ['i slutten av mai 2024', 'by ..2024-05-31 month'],
    ['innan utgongen av 2025', 'by ..2025-12-31 year'],
    ['innen mai 2024', 'by ..2024-05-31 month'],
    ['innen uke 34 2024', 'by ..2024-08-25 week'],
    ['innen 3. kvartal 2024', 'by ..2024-09-30 quarter'],
    ['innen årsskiftet 2024/25', 'by ..2024-12-31 day'],
    ['innen høsten 2025', 'by ..2025-11-30 season'],
    ['i løpet av våren 2025', 'by ..2025-05-31 season'],
    ['ila høsten 2025', 'by ..2025-11-30 season'],
    ['i løpet av 2025', 'by ..2025-12-31 year'],
    ['innen mars/april 2024', 'by ..2024-04-30 month'],
    ['innen vinteren 2024/25', 'by ..2025-02-28 season'],
  ])('reads a deadline word with its last day: «%s»', (cell, expected) => {
    expect(readAs(cell)).toBe(expected);
  });

  it.each([
    ['før 1.5.24', 'by ..2024-04-30 day'],
    ['før 1. januar 2025', 'by ..2024-12-31 day'],
    ['før mai 2024', 'by ..2024-04-30 month'],
    ['før høsten 2025', 'by ..2025-08-31 season'],
    ['før 2025', 'by ..2024-12-31 year'],
    ['før årsskiftet 2024/25', 'by ..2024-12-31 day'],
  ])('reads «før» as the day before: «%s»', (cell, expected) => {
    expect(readAs(cell)).toBe(expected);
  });

  it.each([
    ['innen sommeren 2025', 'by ..2025-06-30 season'],
    ['innan sommaren 2025', 'by ..2025-06-30 season'],
    ['før sommeren 2025', 'by ..2025-06-30 season'],
    ['senest sommeren 2025', 'by ..2025-06-30 season'],
    ['i løpet av sommeren 2025', 'by ..2025-08-31 season'],
    ['innen utgangen av sommeren 2025', 'by ..2025-08-31 season'],
    ['sommeren 2025', 'range 2025-06-01..2025-08-31 season'],
  ])('ends «sommeren» before the holidays when it is asked for: «%s»', (cell, expected) => {
    expect(readAs(cell)).toBe(expected);
  });

  it.each([
    ['løpende', 'ongoing'],
    ['Løpende.', 'ongoing'],
    ['kontinuerlig', 'ongoing'],
    ['fortløpende', 'ongoing'],
    ['årlig', 'ongoing'],
    ['månedlig', 'ongoing'],
    ['ukentlig', 'ongoing'],
    ['jevnlig', 'ongoing'],
    ['ved behov', 'ongoing'],
    ['hvert år', 'ongoing'],
    ['hvert kvartal', 'ongoing'],
    ['hvert halvår', 'ongoing'],
    ['hver måned', 'ongoing'],
    ['hver uke', 'ongoing'],
    ['annenhver måned', 'ongoing'],
    ['hver høst', 'ongoing'],
    ['løpande', 'ongoing'],
    ['kvart år', 'ongoing'],
    ['kvar månad', 'ongoing'],
    ['løpende og ved behov', 'ongoing'],
    ['månedlig, ved behov', 'ongoing'],
    ['Løpende fra 1.3.24', 'ongoing 2024-03-01.. day'],
    ['løpende fra og med januar 2024', 'ongoing 2024-01-01.. month'],
    ['1.3.24 – løpende', 'ongoing 2024-03-01.. day'],
    ['fra 1.1.24, løpende', 'ongoing 2024-01-01.. day'],
  ])('sees what has no last day: «%s»', (cell, expected) => {
    expect(readAs(cell)).toBe(expected);
  });

  it.each([
    ['løpende til 31.12.24', 'by ..2024-12-31 day'],
    ['løpende ut 2024', 'by ..2024-12-31 year'],
    ['Løpende – 31.12.24', 'by ..2024-12-31 day'],
    ['løpende fra 1.1.24 til 31.12.24', 'range 2024-01-01..2024-12-31 day'],
    ['løpende 2024-2027', 'range 2024-01-01..2027-12-31 year'],
    ['Løpende – 2024-2027', 'range 2024-01-01..2027-12-31 year'],
    ['årlig 2024–2027', 'range 2024-01-01..2027-12-31 year'],
  ])('lets an end that is named count: «%s»', (cell, expected) => {
    expect(readAs(cell)).toBe(expected);
  });
});
