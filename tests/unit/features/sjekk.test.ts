import { describe, expect, it } from 'vitest';
import { sjekkCommand } from '#src/features/datakvalitet/command.ts';
import type { Model } from '#src/sheets/model.ts';
import { NOW } from '../../support/kapasitet.ts';
import { linesOf, readBook, readRows } from '../../support/plan.ts';
import { seedModel } from '../../support/seed-plan.ts';

function check(model: Model) {
  const answer = sjekkCommand.answer({
    words: '',
    model,
    now: NOW,
    unit: null,
    channels: { summary: null, admin: null },
  });
  return { ...answer, lines: linesOf(answer.message) };
}

describe('sjekk', () => {
  it('says how the seed plan was read, and that nothing is wrong', async () => {
    const { lines, json, toMend, message } = check(await seedModel());
    expect(lines.slice(0, 2)).toEqual([
      'Slik leser jeg arkene',
      '*Handlingsplan*: 29 tiltak i 7 aktiviteter · overskrifter i rad 1, 8, 15 … · 11 malrader hoppet over',
    ]);
    expect(lines).toContain('*Ingen feil å rette*');
    expect([message.text, toMend]).toEqual(['Ingen feil å rette', false]);
    expect(json).toMatchObject({
      sheets: [
        { sheet: 'Handlingsplan', rows: 29, skipped: 11, ignored: [] },
        { sheet: 'Status per kommune', rows: 0 },
        { sheet: 'Kontakter', rows: 32 },
        { sheet: 'Innstillinger', rows: 5 },
      ],
      faults: [],
    });
  });

  it('names every column and every fault', async () => {
    const model = await readBook({
      'Plan 2024': [
        ['Oppgave', 'Frist', 'Eier', 'Fase'],
        ['1.1 Lage mal', '31.2.24', 'Kompetansegruppen', 'B'],
      ],
    });
    const { lines, json, toMend } = check(model);
    expect(lines).toEqual([
      'Slik leser jeg arkene',
      '*Plan 2024*: 1 tiltak i 1 aktivitet · overskrifter i rad 1',
      '    Tiltak ← «Oppgave»   Tidsrom ← «Frist»   Ansvarlig enhet ← «Eier»   ikke brukt: «Fase»',
      'Faner som ikke finnes: Status per kommune, Kontakter og Innstillinger',
      '*1 feil å rette*',
      'Plan 2024!B2  «31.2.24» finnes ikke i kalenderen. Skriv for eksempel «Innen 29.2.24».',
      'lest 3. juni 08:00',
    ]);
    expect(toMend).toBe(true);
    expect(json).toEqual({
      sheets: [
        {
          workbook: 'handlingsplan',
          contract: 'Handlingsplan',
          sheet: 'Plan 2024',
          headingRows: [1],
          columns: { Oppgave: 'tiltak', Frist: 'tidsrom', Eier: 'ansvarlig' },
          renamed: { Eier: 'Ansvarlig enhet', Frist: 'Tidsrom', Oppgave: 'Tiltak' },
          ignored: ['Fase'],
          rows: 1,
          skipped: 0,
        },
      ],
      missing: ['Status per kommune', 'Kontakter', 'Innstillinger'],
      unused: [],
      faults: [
        {
          sheet: 'Plan 2024',
          cell: 'B2',
          found: '31.2.24',
          expected: 'en frist, for eksempel «Innen 1.5.24» eller «Løpende»',
          message: '«31.2.24» finnes ikke i kalenderen. Skriv for eksempel «Innen 29.2.24».',
        },
      ],
    });
  });

  it('shows the first faults, and all of them in the details', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => [`1.${i + 1}`, 'Lage mal', '31.2.24', 'Kompetansegruppen']);
    const { lines, details = [] } = check(await readRows(...rows));
    expect(lines).toContain('*40 feil å rette*');
    expect(lines).toContain('… og 31 til');
    expect(details.flatMap(linesOf).filter((line) => line.includes('31.2.24'))).toHaveLength(40);
  });

  it('has an answer also when there is no table', async () => {
    const { lines, toMend } = check(await readBook({ Ark1: [['Noe helt annet']] }));
    expect(toMend).toBe(true);
    expect(lines).toContain(
      'Ark1!A1  Fant ingen tabell for Handlingsplan. Det må være en rad med overskrifter, minst Tiltak og Tidsrom.',
    );
  });

  it('says what a row of headings lacks', async () => {
    const { lines } = check(await readBook({ Ark1: [['Oppdrag', 'Frist', 'Ansvarlig', 'Status']] }));
    expect(lines).toContain('Ark1!A1  Rad 1 ligner overskriftene i Handlingsplan, men mangler «Tiltak».');
  });
});
