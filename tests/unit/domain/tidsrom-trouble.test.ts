import { describe, expect, it } from 'vitest';
import { readAs } from '../../support/tidsrom.ts';

describe('parseTidsrom: no deadline, impossible dates and unclear texts', () => {
  it.each([
    'Dato - dato',
    'Dato – Dato',
    'dato',
    '[dato]',
    'xx.xx',
    'xx.xx.xx',
    'xx.xx – xx.xx',
    'xx.xx.24',
    'dd.mm.åå',
    'Innen dd.mm.åå',
    '—',
    '-',
    '?',
    '...',
    'tbd',
    'N/A',
    'ikke satt',
    'Ikke fastsatt',
    'ikke avklart ennå',
    'ikkje avklart',
    'avklares',
    'må avklares',
  ])('sees that no deadline is set: «%s»', (cell) => {
    expect(readAs(cell)).toBe('placeholder');
  });

  it.each([
    '31.2.24',
    '29.2.25',
    '1.13.24',
    '0.5.24',
    '31.4 – 1.6.2024',
    'uke 54 2024',
    'uke 53 2024',
    'Q5 2024',
    '3. halvår 2024',
    '4. tertial 2024',
    '31.2',
    '1.6.24 – 1.5.24',
    '2025–2024',
    '1.5.1989',
    '1.5.2101',
    'mai 1850',
    'før 1990',
  ])('calls a date that is not in the calendar a fault: «%s»', (cell) => {
    expect(readAs(cell)).toBe('fault');
  });

  it.each([
    'nesten 1.5.24',
    'ca. 1.5.24',
    'ikke før 1.5.24',
    'før 1.3 – 1.6.24',
    '1.5.24?',
    '1.5.24 eller 1.6.24',
    '1.5.24 / 1.6.24',
    '1.5.24 og 1.6.24',
    '2. og 3. mai 2024',
    'mars og september 2024',
    'mars/september 2024',
    '1. og 3. kvartal 2024',
    '1.5.24 – 3',
    'Innen 1.5.24, se referat',
    'Innen',
    'snarest',
    'asap',
    'innen 14 dager',
    'innen 1 år',
    'torsdag 26.02.2021',
    'etter 1.5.24',
    'etter mai 2024',
    'etter 1. mai',
    'når 1.1',
    'avhengig av finansiering',
    'avhengig av 1.1.24',
    'avhengig av 1.1 – 1.3',
    'avhengig av 1.1, mai',
    'årlig i mai',
    '1.9.24, løpende',
    'høst/vinter 2025',
    'årsskiftet 2024',
    'jul 2024',
    'jul i 2024',
    '2011-12',
    '2024/26',
    '28.–3. mars 2024',
    '1.5.24 (opprinnelig 1.3.24)',
    '1.5.24 (uke 18)',
    '1.5.24 (utsatt)',
    '1.5.24, utsatt',
    '1.12.24 (nå 1.3)',
    'asap (nå 1.9.24)',
    '1.5.24 (nå 1.6.24',
    '1.5.24 ((nå 1.6.24))',
    'xx.5.24',
    '1.5.224',
    '123.5.24',
    '1 5 2024',
    '1,5.24',
    '20240601',
    '010524',
    '12.24',
    'Trondheim kommune',
  ])('never guesses: «%s»', (cell) => {
    expect(readAs(cell)).toBe('unknown');
  });

  it.each([
    ['1.5', 'by ..2024-05-01 day'],
    ['1. mai', 'by ..2024-05-01 day'],
    ['29.2', 'by ..2024-02-29 day'],
    ['innen 1.5', 'by ..2024-05-01 day'],
    ['15.3 – 1.9', 'range 2024-03-15..2024-09-01 day'],
    ['mai', 'range 2024-05-01..2024-05-31 month'],
    ['uke 34-36', 'range 2024-08-19..2024-09-08 week'],
    ['Q1', 'range 2024-01-01..2024-03-31 quarter'],
    ['haust', 'range 2024-09-01..2024-11-30 season'],
    ['innan sommaren', 'by ..2024-06-30 season'],
    ['november–februar', 'range 2023-11-01..2024-02-29 month'],
    ['løpende til desember', 'by ..2024-12-31 month'],
    ['1.5 (nå 1.9.24)', 'by ..2024-09-01 day'],
    ['innen årsskiftet', 'by ..2024-12-31 day'],
    ['innen utgangen av året', 'by ..2024-12-31 year'],
    ['hele året', 'range 2024-01-01..2024-12-31 year'],
    ['løpende ut året', 'by ..2024-12-31 year'],
  ])('takes the year of the plan where none is written: «%s»', (cell, expected) => {
    expect(readAs(cell, 2024)).toBe(expected);
  });

  it.each([
    ['årlig i mai', 'unknown'],
    ['løpende gjennom året', 'unknown'],
    ['i år', 'unknown'],
    ['faktisk 3.5.24', 'unknown'],
    ['uke 34-24', 'unknown'],
    ['høst–vinter', 'unknown'],
    ['12.24', 'unknown'],
    ['1.5.25 – 3', 'unknown'],
  ])('does not let the year of the plan hide an unclear text: «%s»', (cell, expected) => {
    expect(readAs(cell, 2024)).toBe(expected);
  });
});
