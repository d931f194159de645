import { describe, expect, it } from 'vitest';
import { formatTidsrom, parseTidsrom } from '#src/domain/tidsrom.ts';

describe('formatTidsrom', () => {
  it.each([
    ['innen 1.5.24', 'Innen 1.5.2024'],
    ['før utgangen av 2025', 'Innen utgangen av 2025'],
    ['ved utgangen av mai 2024', 'Innen utgangen av mai 2024'],
    ['innen uke 34 2024', 'Innen utgangen av uke 34 2024'],
    ['innen q3 2024', 'Innen utgangen av 3. kvartal 2024'],
    ['innen høsten 2025', 'Innen utgangen av høsten 2025'],
    ['før sommeren 2025', 'Innen sommeren 2025'],
    ['15.3 – 1.9.2024', '15.3.2024 – 1.9.2024'],
    ['1.5.24 - 1.5.24', '1.5.2024 – 1.5.2024'],
    ['november–februar 2024', 'November 2023 – februar 2024'],
    ['uke 50–2 2025', 'Uke 50 2024 – uke 2 2025'],
    ['uke 1 2025', 'Uke 1 2025'],
    ['vinteren 2024/25', 'Vinteren 2025'],
    ['h1 2026', '1. halvår 2026'],
    ['2. tertial 2014', '2. tertial 2014'],
    ['2024/25', '2024 – 2025'],
    ['15.3.2024 – mai 2024', '15.3.2024 – mai 2024'],
    ['mai 2024 – 15.6.2024', 'Mai 2024 – 15.6.2024'],
    ['feb 2024 – Q3 2024', '1.2.2024 – 3. kvartal 2024'],
    ['fra Q3 2024', 'Fra og med 3. kvartal 2024'],
    ['1.3.24 –', 'Fra og med 1.3.2024'],
    ['kvart år', 'Løpende'],
    ['løpende fra mai 2024', 'Løpende fra og med mai 2024'],
    ['avh. av tiltak 1.1, 1.2 og 2.3', 'Avhengig av 1.1, 1.2 og 2.3'],
    ['avhengig av tiltak 3', 'Avhengig av tiltak 3'],
    ['etter 1.1 innen 1.6.24', 'Avhengig av 1.1, innen 1.6.2024'],
    ['avhengig av 1.1, Q3 2024', 'Avhengig av 1.1, 3. kvartal 2024'],
    ['xx.xx', 'Dato - dato'],
    ['', ''],
    ['snarest', 'snarest'],
    ['31.2.24', '31.2.24'],
  ])('writes «%s» as «%s»', (cell, text) => {
    expect(formatTidsrom(parseTidsrom(cell, null))).toBe(text);
  });
});
