import { describe, expect, it } from 'vitest';
import { readAs } from '../../support/tidsrom.ts';

describe('parseTidsrom: dependencies, moved dates and slips', () => {
  it.each([
    ['Avhengig av 1.1', 'depends-on 1.1'],
    ['avhengig av 1.1.', 'depends-on 1.1'],
    ['avh. av 1.1', 'depends-on 1.1'],
    ['avhenger av tiltak 1.1 og 2.3', 'depends-on 1.1+2.3'],
    ['avhengig av 1.1, 1.2 og 2.3', 'depends-on 1.1+1.2+2.3'],
    ['avhengig av 1.10/2.1', 'depends-on 1.10+2.1'],
    ['avhengig av tiltak 3', 'depends-on 3'],
    ['avhengig av tiltak 1, 3', 'depends-on 1+3'],
    ['avhengig av 1.1 samt 2.3', 'depends-on 1.1+2.3'],
    ['Avhengig av 1,1 og 2,3', 'depends-on 1.1+2.3'],
    ['Avhengig av 1. 1', 'depends-on 1.1'],
    ['avhengig av «1.1»', 'depends-on 1.1'],
    ['avventer 1.1', 'depends-on 1.1'],
    ['avventar 1.1', 'depends-on 1.1'],
    ['venter på 1.1', 'depends-on 1.1'],
    ['ventar på 1.1', 'depends-on 1.1'],
    ['etter 2.3', 'depends-on 2.3'],
    ['etter tiltak 2.3', 'depends-on 2.3'],
    ['når 1.1 er ferdig', 'depends-on 1.1'],
    ['når tiltak 1.1 er klart', 'depends-on 1.1'],
    ['etter at 2.3 er gjennomført', 'depends-on 2.3'],
    ['avhengig av 1.1 (mal for rapportering)', 'depends-on 1.1'],
  ])('names what it waits for: «%s»', (cell, expected) => {
    expect(readAs(cell)).toBe(expected);
  });

  it.each([
    ['avhengig av 1.1, innen 1.6.24', 'depends-on 1.1 ..2024-06-01 day'],
    ['avhengig av 1.1 innen 1.6.24', 'depends-on 1.1 ..2024-06-01 day'],
    ['Innen 1.6.24, avhengig av 1.1', 'depends-on 1.1 ..2024-06-01 day'],
    ['Innen 1.6.24 (avhengig av 1.1)', 'depends-on 1.1 ..2024-06-01 day'],
    ['avhengig av 1.1, 15.3 – 1.9.2024', 'depends-on 1.1 2024-03-15..2024-09-01 day'],
    ['avhengig av 1.1, fra høsten 2025', 'depends-on 1.1 2025-09-01.. season'],
    ['avhengig av 1.1, innen utgangen av 2025', 'depends-on 1.1 ..2025-12-31 year'],
  ])('keeps a date beside what it waits for: «%s»', (cell, expected) => {
    expect(readAs(cell)).toBe(expected);
  });

  it.each([
    ['1.5.24 (nå 1.9.24)', 'by ..2024-09-01 day'],
    ['1.5.24 (ny 1.9.24)', 'by ..2024-09-01 day'],
    ['1.5.24 (ny frist 1.9.24)', 'by ..2024-09-01 day'],
    ['1.5.24 (utsatt til 1.9.24)', 'by ..2024-09-01 day'],
    ['1.5.24 (utsett til 1.9.24)', 'by ..2024-09-01 day'],
    ['1.5.24 (flyttet til høsten 2025)', 'range 2025-09-01..2025-11-30 season'],
    ['1.5.24 (planlagt 3.6.24)', 'by ..2024-06-03 day'],
    ['1.5.24, utsatt til 1.9.24', 'by ..2024-09-01 day'],
    ['1.5.24 – ny frist 1.9.24', 'by ..2024-09-01 day'],
    ['1.5.24 (nå 1.9)', 'by ..2024-09-01 day'],
    ['1.5.24 (utsatt til 1.9.24) (nå 1.12.24)', 'by ..2024-12-01 day'],
    ['Utsatt til høsten 2025', 'range 2025-09-01..2025-11-30 season'],
    ['ny frist: 1.9.24', 'by ..2024-09-01 day'],
    ['31.2.24 (nå 1.3.24)', 'by ..2024-03-01 day'],
    ['dato (nå 1.3.24)', 'by ..2024-03-01 day'],
  ])('counts the newest date: «%s»', (cell, expected) => {
    expect(readAs(cell)).toBe(expected);
  });

  it.each([
    ['1.5.24 (faktisk 3.5.24)', 'by ..2024-05-01 day'],
    ['1.5.24, faktisk 3.5.24', 'by ..2024-05-01 day'],
    ['1.5.24 (faktisk 3.5.24, nå 1.6.24)', 'by ..2024-06-01 day'],
    ['1.5.24 (foreløpig)', 'by ..2024-05-01 day'],
    ['1.5.24 (nå i gang)', 'by ..2024-05-01 day'],
    ['Innen 1.5.24 (se referat)', 'by ..2024-05-01 day'],
    ['(1.5.24)', 'by ..2024-05-01 day'],
    ['1.5.24 (uke 18)', 'by ..2024-05-01 day'],
    ['30.12.24 (uke 1)', 'by ..2024-12-30 day'],
    ['1.5.24 (uke 18) (nå 1.9.24)', 'by ..2024-09-01 day'],
  ])('drops remarks: «%s»', (cell, expected) => {
    expect(readAs(cell)).toBe(expected);
  });

  it.each([
    ['des ember 2024', 'range 2024-12-01..2024-12-31 month'],
    ['Inn en 1.5.24', 'by ..2024-05-01 day'],
    ['1. kvar tal 2024', 'range 2024-01-01..2024-03-31 quarter'],
    ['utgan gen av 2025', 'by ..2025-12-31 year'],
    ['1O.5.24', 'by ..2024-05-10 day'],
    ['l.5.24', 'by ..2024-05-01 day'],
    ['3l.12.24', 'by ..2024-12-31 day'],
    ['I.5.24', 'by ..2024-05-01 day'],
    ['3.5.2O24', 'by ..2024-05-03 day'],
    ['1 .5. 24', 'by ..2024-05-01 day'],
    ['1.5.24.', 'by ..2024-05-01 day'],
    ['1.5..24', 'by ..2024-05-01 day'],
    ['1.5 24', 'by ..2024-05-01 day'],
    ['15.3 — 1.9.2024', 'range 2024-03-15..2024-09-01 day'],
    ['lnnen 1.5.24', 'by ..2024-05-01 day'],
    ['L0pende', 'ongoing'],
    ['lopende', 'ongoing'],
    ['h0sten 2025', 'range 2025-09-01..2025-11-30 season'],
    ['hosten 2025', 'range 2025-09-01..2025-11-30 season'],
    ['varen 2025', 'range 2025-03-01..2025-05-31 season'],
    ['vaaren 2025', 'range 2025-03-01..2025-05-31 season'],
    ['INNEN UTGANGEN AV 2025', 'by ..2025-12-31 year'],
  ])('mends what scanners and hurried hands do: «%s»', (cell, expected) => {
    expect(readAs(cell)).toBe(expected);
  });
});
