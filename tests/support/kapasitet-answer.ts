import type { KapasitetRow } from '#src/domain/kapasitet.ts';
import { kapasitetCommand } from '#src/features/kapasitet/command.ts';
import { blockTexts } from '#src/message/limits.ts';
import type { Model } from '#src/sheets/model.ts';
import { aModel, aRow, NOW, oslo } from './kapasitet.ts';

/** Long before {@link NOW}. */
export const OLD = oslo('2024-05-16 10:20');
/** The answer when the sheet has no rows. */
export const EMPTY = 'Kapasitetsarket er tomt. Skriv én rad for hver kommune og kategori i fanen Kapasitet.';

interface Asking {
  readonly model?: Partial<Model>;
  readonly unit?: string;
}

/** Asks `/kapasitet words` of a sheet with these rows (null: no table). */
export function ask(words: string, kapasitet: readonly KapasitetRow[] | null, { model = {}, unit }: Asking = {}) {
  const { message, json } = kapasitetCommand.answer({
    words,
    model: aModel({ kapasitet, ...model }),
    now: NOW,
    unit: unit ?? null,
    channels: { summary: null, admin: null },
  });
  const shown = message.blocks.flatMap(blockTexts).join('\n');
  return { message, json, shown, lines: shown.split('\n') };
}

/** The mock-up of the user guide. */
export const FIVE = [
  aRow({ kommune: 'Trondheim', plasser: 92, bemannet: 88, belagt: 82, tarImot: 'avtale', kontakt: 'tlf. 00 00 00 01' }),
  aRow({
    kommune: 'Melhus',
    plasser: 14,
    belagt: 13,
    tarImot: null,
    oppdatert: oslo('2024-06-02 15:40'),
    forbehold: 'ikke delir',
  }),
  aRow({ kommune: 'Orkland', plasser: 18, belagt: 19, oppdatert: oslo('2024-06-03 05:00') }),
  aRow({ kommune: 'Frøya', plasser: 9, belagt: 7, oppdatert: OLD }),
  aRow({ kommune: 'Oppdal', plasser: null, belagt: null, oppdatert: null }),
];
