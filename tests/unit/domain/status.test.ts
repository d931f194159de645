import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '#src/domain/cell-value.ts';
import { parseStatus, type Status } from '#src/domain/status.ts';
import { anyCell } from '../../support/cell.ts';

const CELLS: Record<Status, readonly CellValue[]> = {
  done: [
    ...cells(`Ferdig | FERDIG | ferdig. | Ferdig! | fer dig | F e r d i g | <b>Ferdig</b> | Ferdigstilt | Fullført
      utført | Gjennomført | Avsluttet | avslutta | ✓ | ✔ | ✔\ufe0f | ✅ | ☑ | ✓ ferdig | 🟢 ferdig | ✅ Grønn
      Ferdig 1.5.24 | Ferdig 31.12.2024. | ferdig (1. mai 2024) | Fullført: 01.05.24 | Utført den 3. juni
      fullførd | Utførd | gjennomførd | er gjennomførd | fullf0rt | fullfort | FULLFOERT | Ferdig/fullført
      Ferdig 2024-05-01 | Gjennomført 1/5/24 | ✓ 1.5.24 | Ferdig 11.5. | Grønn, ferdig | Grønt lys (ferdig)`),
  ],
  'on-track': [
    ...cells(`Grønn | grønn | GRØNT | Grøn | grønt lys | Grøntlys | 🟢 | 🟩 | 🟢🟢 | Status: grønn
      Ingen avvik | Ingen avvik. | ingen  avvik | Grønn – ingen avvik | 🟢 Ingen avvik. | ● Grønn | ● ● ● grønn
      Pågår | På går | Pa\u030aga\u030ar | under arbeid | I gang | igang | i rute | I RUTE | 🟢 i rute | 🟢 pågår
      På vei | På\u00a0vei | påbyrja | pagar | p\u00e5gar | paagaar | pågår/under arbeid | I gang / i rute
      Ingen avvik (se kommentar) | Pågår – møte 1.9. | Pågår: se referat | 🟢 Pågår (50 %) | Status: pågår, se notat
      Pågår – 1.5.24 | Pågår (venter på svar) | Gronn`),
  ],
  'minor-deviation': [
    ...cells(`Gul | gult | G ul | gult lys | 🟡 | 🟨 | 🟡 gul | Forsinket | forsinka | Forseinka | 🟡 forsinket
      Mindre avvik | Mindre avvik, men håndteres. | mindre avvik men håndteres | Mindre avvik, men blir handtert
      Gul: Mindre avvik, men håndteres | Mindre avvik, men håndteres (se kommentar)`),
  ],
  'critical-deviation': [
    ...cells(`Rød | rødt | Raud | raudt | R | r | R ød | rødt lys | 🔴 | 🟥 | 🔴 R | Rød (vesentlig forsinket)
      R0d | Kritiske avvik | Kritisk avvik | Kritiske avvik, når ikke målsetning. | Kritiske avvik, når ikkje målsetjinga
      🔴 Kritiske avvik, når ikke målsetning. | Vesentlig forsinket | vesentleg forseinka`),
  ],
  'not-started': [
    ...cells(`Ikke startet | I k k e startet | ikke påbegynt | Ikkje starta | ikkje påbyrja | Planlagt | planlagd
      ikke startet/planlagt | Ikke startet, planlagt høsten 2025 | Planlagt til 1.9.24
      🟢 ikke startet | 🟡 planlagt | 🔴 ikke startet`),
  ],
  'on-hold': [
    ...cells(`Blokkert | På vent | Utsatt | utsett | satt på vent | 🟡 på vent | 🔴 blokkert | Gul, utsatt | pa vent
      Utsatt til 1.9.24 | utsatt til høsten 2025 | utsatt (venter på 1.1) | 🟡 Utsatt til 1.9.24`),
  ],
  cancelled: cells(`Utgår | Avlyst | UTGÅR | utgar | 🟢 utgår | 🟡 avlyst | 🔴 utgår | ✓ avlyst
      Utgår – erstattet av 5.7`),
  'not-reported': [
    ...[null, '', '  ', '\u00a0'],
    ...cells(`— | – | - | ... | ● ● ● | ●●● | ⚪⚪⚪ | 🟢🟡🔴 | 🟢 / 🟡 / 🔴 | Grønn / Gul / Rød | Grøn/Gul/Raud
      Gr ønn / G ul / R ød | Status | [Status] | ikke rapportert | Ikkje rapportert`),
  ],
  unknown: [
    ...cells(`G | Y | ● | ⚪ | ● ● | 🟠 | OK | ok | 100 % | ? | #REF! | nesten ferdig | ikke ferdig | delvis ferdig
      Ferdig? | Ferdig 50 % | Ferdig 31.13.24 | ferdig, men venter på svar | Ferdig (se kommentar) 
      Ferdig – levert i mai | Ferdig til 1.9.24 | ferdig innen 1.5.24 | ferdig/pågår | ferdigheter | 1.5.24
      Pågår, men uten folk | Ingen avvik, men ikke startet | utsatt (ikke avklart) | Utsatt til videre | Utgår (se
      Pågår, forsinket i to kommuner | Pågår, ferdig | Pågår, venter | Pågår, utsatt til høsten | Pågår (?) | Pågår-ish
      Pågår – rød i Malvik | Status: kommer i mai | Utsatt til 31.2.24 | utsatt/pågår | utsatt/snart
      Ferdig med kartlegging, venter på svar | Pågår 1.5.24 | Grønn 1.5.24 | ikke grønn | rød tråd i planen
      gul/rød | Grønn/Gul | gul → grønn | 🟡🔴 | 🟢 gul | lyser opp | 🟢 ikke rapportert | 🟢 forsinket | 🟢 på vent
      🟡 pågår | 🔴 i rute | 🔴 ferdig | 🔴 forsinket | Rød, ferdig | ✓ pågår | 🔴 ✓`),
    ...[true, false, 1, 0.5, { serial: 45413 }, { error: '#REF!' }],
  ],
};

const rows = Object.entries(CELLS).flatMap(([status, cells]) => cells.map((cell) => [cell, status] as const));

describe('parseStatus', () => {
  it.each(rows)('reads %j as %s', (cell, status) => {
    expect(parseStatus(cell).status).toBe(status);
  });

  it('keeps the text, to show it as written', () => {
    expect(parseStatus('  Nesten\u00a0 ferdig ')).toEqual({ text: 'Nesten ferdig', status: 'unknown' });
    expect(parseStatus(null)).toEqual({ text: '', status: 'not-reported' });
  });

  it('reads every cell as something, the same in upper case', () => {
    fc.assert(
      fc.property(anyCell(), (cell) => {
        expect(Object.keys(CELLS)).toContain(parseStatus(cell).status);
      }),
    );
    for (const [cell, status] of rows) {
      if (typeof cell === 'string') expect(parseStatus(cell.toUpperCase()).status).toBe(status);
    }
  });
});

/** Cells as written, apart by bars and lines. */
function cells(written: string): readonly string[] {
  return written.split(/ \| |\n\s*/);
}
